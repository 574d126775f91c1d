import { keep, recall } from '../../store/commands';
import { db } from '../../store/open';
import { caseFileBytes, nameOfFile } from './case-files';

type Folder = FileSystemDirectoryHandle & {
  queryPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
};

export const canPickFolder = (): boolean => 'showDirectoryPicker' in window;

/** Asks for the folder in which the case is backed up, and writes the first. @returns its name, or null where none was picked */
export async function pickBackupFolder(caseId: string, title: string): Promise<string | null> {
  const pick = (window as unknown as { showDirectoryPicker: (o: object) => Promise<Folder> })
    .showDirectoryPicker;
  const folder = await pick({ mode: 'readwrite', id: 'stopline-backups' }).catch(() => null);
  if (!folder) return null;
  await keep(db, `backup-folder ${caseId}`, folder);
  await backUp(caseId, title);
  return folder.name;
}

/** Writes the case file into the folder that was picked. @param ask the user is there, and may be asked for leave again @returns whether it was written; false where there is none, or it may not be written to without being asked */
export async function backUp(caseId: string, title: string, ask = false): Promise<boolean> {
  const folder = (await recall(db, `backup-folder ${caseId}`)) as Folder | undefined;
  if (!folder) return false;
  const may = await (ask ? folder.requestPermission : folder.queryPermission)?.call(folder, {
    mode: 'readwrite',
  });
  if (may !== 'granted') return false;
  const bytes = await caseFileBytes(caseId);
  // Written beside and moved over when whole: what the browser's writable stream does on close.
  const file = await folder.getFileHandle(`${nameOfFile(title)}.stopline`, { create: true });
  const out = await file.createWritable();
  await out.write(bytes.slice().buffer);
  await out.close();
  await keep(db, `backup ${caseId}`, Date.now());
  return true;
}

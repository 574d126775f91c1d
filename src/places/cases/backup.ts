import { notifications } from '@mantine/notifications';
import * as v from 'valibot';
import type { CaseContent } from '../../casefile/content';
import { contentOnScreen } from '../../casefile/on-screen';
import type { CaseRecord } from '../../record/record';
import { type Before, contentBefore } from '../../store/before';
import { addCaseContent, headNow, keep, recall, whoAmI } from '../../store/commands';
import { faultSays } from '../../store/faults';
import type { RecordAt } from '../../store/following';
import { db } from '../../store/open';
import { type PapersHere, paperContents, papersHere } from '../../store/papers';
import { writeWhole } from '../../store/picked-folder';
import { saveFile } from '../../ui/save-file';
import { papersText, sizeText } from '../../ui/size';
import { caseFileBytes, caseFileOf, openCaseFile } from './case-files';
import { backupName, backupsOf, nameOfFile, toDrop } from './generations';

type Folder = FileSystemDirectoryHandle & {
  queryPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
};

/**
 * The receipt of the last file of a case: when (ms), and the head of its history then. What came later is in no file; whether
 * what came before is still what it was, the head tells.
 */
const SavedSchema = v.object({ at: v.number(), seq: v.number(), hash: v.optional(v.string(), '') });
export type Saved = v.InferOutput<typeof SavedSchema>;

/** What is kept of the last file of a case; a version before kept the time alone. */
export function savedOf(kept: unknown): Saved | null {
  if (typeof kept === 'number') return { at: kept, seq: 0, hash: '' };
  const found = v.safeParse(SavedSchema, kept);
  return found.success ? found.output : null;
}

export const canPickFolder = (): boolean => 'showDirectoryPicker' in window;

const savedKey = (caseId: string): string => `backup ${caseId}`;
const folderKey = (caseId: string): string => `backup-folder ${caseId}`;
const failedKey = (caseId: string): string => `backup-failed ${caseId}`;

/** Why the last try to back up by itself failed; empty where it did not. */
export async function backupTrouble(caseId: string): Promise<string> {
  const kept = await recall(db, failedKey(caseId));
  return typeof kept === 'string' ? kept : '';
}

export const lastSaved = async (caseId: string): Promise<Saved | null> =>
  savedOf(await recall(db, savedKey(caseId)));

const receipt = async (caseId: string): Promise<Saved> => ({
  ...((await headNow(db, caseId)) ?? { seq: 0, hash: '' }),
  at: Date.now(),
});

/** What is not in a case file that was saved (or in backups), as a sentence; empty where nothing is left out. */
export function leftOutSays(
  { here, size, missing }: PapersHere,
  papers: boolean,
  holds = 'The file holds',
): string {
  const said = [
    ...(!papers && here > 0 ? [`${papersText(here)} (${sizeText(size)})`] : []),
    ...(missing > 0 ? [`${papersText(missing)} not in this browser`] : []),
  ];
  if (said.length === 0) return '';
  const how = papers ? '' : ' “Export case file with its papers” takes along those that are here.';
  return `${holds} the case without ${said.join(', and ')}.${how}`;
}

/** Gives the user a case as one file, its papers with it where they are asked for, and remembers after which step. */
export async function downloadCase(
  caseId: string,
  title: string,
  passphrase = '',
  papers = false,
): Promise<void> {
  const saved = await receipt(caseId);
  const bytes = await caseFileBytes(caseId, passphrase, papers);
  saveFile(`${nameOfFile(title)}.stopline`, 'application/zip', bytes);
  await keep(db, savedKey(caseId), saved);
  const out = leftOutSays(await papersHere(db, caseId), papers);
  if (out !== '') notifications.show({ message: out });
}

/**
 * Gives the user the case, whatever became of the database: whole where it can be read, else its rows as they were last seen,
 * without its history, and says so. @param own the rows that are no facts, by table
 */
export async function saveShown(record: CaseRecord, own: RecordAt['own'] = new Map()): Promise<void> {
  const { case: of } = record;
  try {
    await downloadCase(of.id, of.title);
  } catch (error) {
    const who = await whoAmI(db).catch(() => 'no name set');
    const bytes = await caseFileOf(contentOnScreen(record, own, who, Date.now()));
    saveFile(`${nameOfFile(of.title)}-as-shown.stopline`, 'application/zip', bytes);
    notifications.show({
      color: 'red',
      title: 'Saved from the screen',
      message: `The case could not be read from this browser, so the file holds what was on the screen, without its history. ${faultSays(error) ?? ''}`,
      autoClose: false,
    });
  }
}

/** Asks for the folder in which the case is backed up, and writes the first. @returns its name, or null where none was picked */
export async function pickBackupFolder(caseId: string, title: string): Promise<string | null> {
  const pick = (window as unknown as { showDirectoryPicker: (o: object) => Promise<Folder> })
    .showDirectoryPicker;
  const folder = await pick({ mode: 'readwrite', id: 'stopline-backups' }).catch(() => null);
  if (!folder) return null;
  await keep(db, folderKey(caseId), folder);
  await backUp(caseId, title);
  const out = leftOutSays(await papersHere(db, caseId), false, 'Backups hold');
  if (out !== '') notifications.show({ message: out, autoClose: false });
  return folder.name;
}

async function namesIn(folder: Folder): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names;
}

/** Writes one backup, reads it back and compares it; only then do older ones go. @throws where it is not, byte for byte */
async function writeChecked(folder: Folder, caseId: string, title: string): Promise<Saved> {
  const saved = await receipt(caseId);
  const bytes = await caseFileBytes(caseId);
  const name = backupName(title, caseId, saved.at);
  try {
    await writeWhole(folder, name, bytes);
    const back = await (await folder.getFileHandle(name)).getFile();
    const read = new Uint8Array(await back.arrayBuffer());
    const same = read.length === bytes.length && read.every((b, i) => b === bytes[i]);
    const found = same ? await openCaseFile(back, null) : null;
    if (found?.kind !== 'case' || (found.content.history.at(-1)?.seq ?? 0) < saved.seq)
      throw new Error('what was written could not be read back as it was. Older backups are still there');
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
  for (const old of await outlived(folder, caseId)) await folder.removeEntry(old).catch(() => undefined);
  return saved;
}

/** Backups that may go: old ones, and names without a byte that a browser left which was killed before it wrote. */
async function outlived(folder: Folder, caseId: string): Promise<string[]> {
  const empty: string[] = [];
  const names = await namesIn(folder);
  for (const { name } of backupsOf(names, caseId))
    if ((await (await folder.getFileHandle(name)).getFile()).size === 0) empty.push(name);
  const whole = names.filter((n) => !empty.includes(n));
  return [...empty, ...toDrop(whole, caseId)];
}

/** Why a backup was not written, as the end of a sentence. */
function whyNot(error: unknown, folder: Folder): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return `the folder ${folder.name} is not there`;
  if (name === 'QuotaExceededError' || /no space|disk (is )?full/i.test(String(error)))
    return `the disk of the folder ${folder.name} is full. Older backups are still there`;
  if (error instanceof Error && name === '') return error.message;
  return 'the folder may not be written to';
}

/**
 * Writes the case file into the folder that was picked, beside those of before. What fails is kept, and told until one succeeds.
 * @param ask the user is there, and may be asked for leave again @returns whether one was written; false where no folder is set
 */
export async function backUp(caseId: string, title: string, ask = false): Promise<boolean> {
  const folder = (await recall(db, folderKey(caseId))) as Folder | undefined;
  if (!folder) return false;
  try {
    const may = await (ask ? folder.requestPermission : folder.queryPermission)?.call(folder, {
      mode: 'readwrite',
    });
    if (may !== 'granted')
      throw new Error('the browser wants to be asked again before it writes into the folder');
    await keep(db, savedKey(caseId), await writeChecked(folder, caseId, title));
    await keep(db, failedKey(caseId), '');
    return true;
  } catch (error) {
    await keep(db, failedKey(caseId), whyNot(error, folder));
    return false;
  }
}

/** The newest backup that opens: one that was torn while it was written never counted. @throws with a sentence */
export async function newestBackup(folder: Folder, caseId: string): Promise<CaseContent> {
  const all = backupsOf(await namesIn(folder), caseId);
  let why = '';
  for (const { name } of all) {
    const found = await openCaseFile(await (await folder.getFileHandle(name)).getFile(), null);
    if (found.kind === 'case') return found.content;
    why ||= `${name} cannot be opened: ${found.kind === 'bad' ? found.why : 'it is locked'}`;
  }
  throw new Error(why || `The folder ${folder.name} holds no backup of this case.`);
}

/** The rehearsal: opens the newest backup as a copy beside the case. @returns the id of the copy @throws with a sentence */
export async function rehearse(caseId: string): Promise<string> {
  const folder = (await recall(db, folderKey(caseId))) as Folder | undefined;
  if (!folder)
    throw new Error(
      'This case has no folder for backups yet. Choose one first: Back up to a folder, in the same menu.',
    );
  if ((await folder.requestPermission?.({ mode: 'readwrite' })) === 'denied')
    throw new Error(`The browser may not read the folder ${folder.name}.`);
  return (await addCaseContent(db, await newestBackup(folder, caseId))).id;
}

/** Gives the user a case as it was before the last upgrade, as a case file of that version. */
export async function saveBefore({ caseId, title, version }: Before): Promise<void> {
  const bytes = await caseFileOf(await contentBefore(db.before, caseId), version);
  saveFile(`${nameOfFile(title)}-version-${version}.stopline`, 'application/zip', bytes);
}

/** Opens a case as it was before the last upgrade, as a copy beside its own. @throws with a sentence */
export async function openBefore({ caseId, version }: Before): Promise<void> {
  const bytes = await caseFileOf(await contentBefore(db.before, caseId), version);
  const found = await openCaseFile(new Blob([bytes.slice().buffer]), null);
  if (found.kind !== 'case')
    throw new Error(
      `it cannot be read as it was (${found.kind === 'bad' ? found.why : 'it is locked'}): save it as a file and keep that`,
    );
  // The pages of its papers lie where they lay.
  await addCaseContent(db, { ...found.content, contents: await paperContents(db, caseId) });
}

import { keep, recall } from '../../store/commands';
import { db } from '../../store/open';

/** The part of the File System Access interface that some browsers have and TypeScript does not know yet. */
interface Handle extends FileSystemFileHandle {
  queryPermission?: (d: { mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (d: { mode: 'read' }) => Promise<PermissionState>;
}
type Picker = (o: { multiple: boolean; excludeAcceptAllOption?: boolean }) => Promise<Handle[]>;

const picker = (): Picker | null =>
  (window as unknown as { showOpenFilePicker?: Picker }).showOpenFilePicker ?? null;
const key = (caseId: string, source: string): string => `file ${caseId} ${source}`;

export interface Picked {
  readonly file: File;
  /** Where the browser can, a way back to the file without asking for it again. */
  readonly handle: FileSystemFileHandle | null;
}

/** What asks for files where the browser has no picker. */
let input: HTMLInputElement | null = null;

/** Lets a person choose files that stay where they are. Empty where nothing was chosen. */
export async function pickFiles(multiple: boolean): Promise<Picked[]> {
  const choose = picker();
  if (choose) {
    try {
      const handles = await choose({ multiple });
      return await Promise.all(handles.map(async (handle) => ({ handle, file: await handle.getFile() })));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return [];
      if (!(error instanceof DOMException)) throw error;
    }
  }
  // One field for all: whoever watches the choosing (a password manager, a test) may hold on to each.
  input ??= Object.assign(document.createElement('input'), { type: 'file' });
  const field = input;
  return new Promise((resolve) => {
    field.multiple = multiple;
    // The same file chosen again is a change too.
    field.value = '';
    field.onchange = () => resolve([...(field.files ?? [])].map((file) => ({ file, handle: null })));
    field.oncancel = () => resolve([]);
    field.click();
  });
}

/** Remembers where a recording's file lies, in this browser only. */
export async function rememberHandle(
  caseId: string,
  source: string,
  handle: FileSystemFileHandle | null,
): Promise<void> {
  if (handle) await keep(db, key(caseId, source), handle);
}

/** The file of a recording where the browser still knows it. `ask`: a person is there to be asked. Null where it must be chosen again. */
export async function fileAgain(caseId: string, source: string, ask: boolean): Promise<File | null> {
  const handle = (await recall(db, key(caseId, source))) as Handle | undefined;
  if (!handle || typeof handle.getFile !== 'function') return null;
  try {
    let state = (await handle.queryPermission?.({ mode: 'read' })) ?? 'granted';
    if (state === 'prompt' && ask) state = (await handle.requestPermission?.({ mode: 'read' })) ?? 'denied';
    return state === 'granted' ? await handle.getFile() : null;
  } catch {
    // Moved, renamed, or on a disk that is not there.
    return null;
  }
}

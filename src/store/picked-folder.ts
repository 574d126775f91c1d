import type { ShareFolder } from '../share/folder';

/** A folder that a person picked, and whether the browser may still use it. */
export type Picked = FileSystemDirectoryHandle & {
  queryPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
};

/**
 * Writes a file beside its place and moves it there when it is whole, which the browser's writable stream does on close. One that
 * fails lets go of the file, which could not be taken away otherwise.
 */
export async function writeWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await out.write(bytes.slice().buffer);
    await out.close();
  } catch (error) {
    await out.abort().catch(() => undefined);
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

/** A folder that a person picked. A file that goes while it is listed or read is not there. */
export const onDisk = (folder: FileSystemDirectoryHandle): ShareFolder => ({
  async list(wanted) {
    const out: { name: string; size: number; changed: number }[] = [];
    const all = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
    for await (const entry of all) {
      if (entry.kind !== 'file' || !wanted(entry.name)) continue;
      try {
        const file = await (entry as FileSystemFileHandle).getFile();
        out.push({ name: entry.name, size: file.size, changed: file.lastModified });
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    }
    return out;
  },
  async read(name) {
    try {
      const file = await (await folder.getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  async write(name, bytes) {
    await writeWhole(folder, name, bytes);
  },
});

/** The key under which the folder of a shared case is kept. */
export const shareFolderKey = (caseId: string): string => `share-folder ${caseId}`;

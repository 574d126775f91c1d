import type { ShareFolder } from '../share/folder';

/** A folder that a person picked, and whether the browser may still use it. */
export type Picked = FileSystemDirectoryHandle & {
  queryPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
};

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
    // Written beside, and moved over when whole: what the browser's writable stream does on close.
    const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await out.write(bytes.slice().buffer);
    await out.close();
  },
});

/** The key under which the folder of a shared case is kept. */
export const shareFolderKey = (caseId: string): string => `share-folder ${caseId}`;

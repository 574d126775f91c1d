import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { ShareFolder } from '../../../share/folder';

export type Picked = FileSystemDirectoryHandle & {
  queryPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (o: { mode: 'readwrite' }) => Promise<PermissionState>;
};

/** Asks for a folder; null where none was picked. */
export const pickFolder = (): Promise<Picked | null> =>
  (window as unknown as { showDirectoryPicker: (o: object) => Promise<Picked> })
    .showDirectoryPicker({ mode: 'readwrite', id: 'stopline-share' })
    .catch(() => null);

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

/** A folder that a person picked. A file that goes while it is listed or read is not there. */
export const onDisk = (folder: FileSystemDirectoryHandle): ShareFolder => ({
  async list() {
    const out: { name: string; size: number; changed: number }[] = [];
    const all = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
    for await (const entry of all) {
      if (entry.kind !== 'file' || !entry.name.endsWith('.age')) continue;
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

/** Files that go by hand, where the browser may not touch a folder: those brought in, and those to be handed on. */
export class HandFolder implements ShareFolder {
  private readonly files = new Map<string, { bytes: Uint8Array; changed: number }>();
  private readonly own = new Set<string>();
  private ticks = 0;

  async list(): Promise<{ name: string; size: number; changed: number }[]> {
    return [...this.files].map(([name, f]) => ({ name, size: f.bytes.length, changed: f.changed }));
  }
  async read(name: string): Promise<Uint8Array | null> {
    return this.files.get(name)?.bytes ?? null;
  }
  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.own.add(name);
    this.files.set(name, { bytes, changed: ++this.ticks });
  }
  /** Brings files in: as they lie in the folder, or packed as `packed` packs them. @returns how many files of age there were */
  async bring(files: readonly Blob[], names: readonly string[]): Promise<number> {
    let n = 0;
    for (const [i, file] of files.entries()) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const isZip = strFromU8(bytes.subarray(0, 2), true) === 'PK';
      const all = isZip ? Object.entries(unzipped(bytes)) : [[names[i] ?? '', bytes] as const];
      for (const [name, content] of all) {
        if (!name.endsWith('.age')) continue;
        this.files.set(name.split('/').at(-1) as string, { bytes: content, changed: ++this.ticks });
        n++;
      }
    }
    return n;
  }
  /** What this browser wrote, as one file. */
  packed(): Uint8Array {
    const mine = [...this.files].filter(([name]) => this.own.has(name));
    return zipSync(Object.fromEntries(mine.map(([name, f]) => [name, [f.bytes, { level: 0 }] as const])));
  }
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: (f) => f.originalSize < 512 * 1_048_576 });
  } catch {
    return {};
  }
}

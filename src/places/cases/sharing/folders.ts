import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { ShareFolder } from '../../../share/folder';
import { isPaperName } from '../../../share/seal';
import type { Picked } from '../../../store/picked-folder';

/** Asks for a folder; null where none was picked. */
export const pickFolder = (): Promise<Picked | null> =>
  (window as unknown as { showDirectoryPicker: (o: object) => Promise<Picked> })
    .showDirectoryPicker({ mode: 'readwrite', id: 'stopline-share' })
    .catch(() => null);

/** Files that go by hand, where the browser may not touch a folder: those brought in, and those to be handed on. */
export class HandFolder implements ShareFolder {
  private readonly files = new Map<string, { bytes: Uint8Array; changed: number }>();
  private readonly own = new Set<string>();
  private ticks = 0;

  async list(wanted: (name: string) => boolean): Promise<{ name: string; size: number; changed: number }[]> {
    return [...this.files]
      .filter(([name]) => wanted(name))
      .map(([name, f]) => ({ name, size: f.bytes.length, changed: f.changed }));
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
  /** What this browser wrote, as one file; papers only where they are to go along. */
  packed(papers: boolean): Uint8Array {
    const mine = [...this.files].filter(([name]) => this.own.has(name) && (papers || !isPaperName(name)));
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

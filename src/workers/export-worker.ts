import regularUrl from '@fontsource/public-sans/files/public-sans-latin-400-normal.woff?url';
import boldUrl from '@fontsource/public-sans/files/public-sans-latin-700-normal.woff?url';
import sansUrl from '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url';
import { expose, transfer } from 'comlink';
import wideUrl from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';
import wideBoldUrl from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url';
import type { Tools } from '../exhibits/document';
import { documentOf } from '../exhibits/documents';
import { fileName } from '../exhibits/printable';

export interface Made {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const bytesAt = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

/** The face of the pictures, for the canvas of this worker. */
let face: Promise<void> | null = null;
function loadFace(): Promise<void> {
  face ??= (async () => {
    const font = new FontFace('Public Sans Variable', await (await fetch(sansUrl)).arrayBuffer(), {
      weight: '100 900',
    });
    (self as unknown as { fonts: FontFaceSet }).fonts.add(await font.load());
  })();
  return face;
}

const tools: Omit<Tools, 'progress'> = {
  fonts: async () => {
    const [regular, bold, wide, wideBold] = await Promise.all([
      bytesAt(regularUrl),
      bytesAt(boldUrl),
      bytesAt(wideUrl),
      bytesAt(wideBoldUrl),
    ]);
    return { regular, bold, wide, wideBold };
  },
  picture: async (scene) => {
    await loadFace();
    return (await import('../exhibits/formats/png')).pngOf(scene);
  },
};

const api = {
  /** One document, by the id of its kind. It is told what its kind is made of alone: what it never receives it cannot leak. */
  async make(id: string, input: unknown, progress: (says: string) => void): Promise<Made> {
    const kind = documentOf(id);
    const bytes = await kind.write(input, { ...tools, progress });
    const made = { name: fileName(kind.titleOf(input), kind.ending), type: kind.type, bytes };
    return transfer(made, [bytes.buffer as ArrayBuffer]);
  },
};
export type ExportApi = typeof api;

expose(api);

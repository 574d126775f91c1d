import type { DocumentKind, Tools } from '../document';
import type { Leaf } from '../leaf';
import { type Packet, packetOf } from '../packet';
import { packetLeaf } from '../packet-leaf';
import { stampOf } from '../stamp';
import { DOCX } from './paper';

const packet = {
  says: 'what the client has done, as it was marked, with its documents',
  titleOf: ({ made }: Packet) => `Packet ${made}`,
  inputOf: ({ read, rows, made }: Parameters<DocumentKind<Packet>['inputOf']>[0]): Packet | null => {
    const { case: of, papers } = read.record;
    const made_ = packetOf(
      of,
      rows.clientEntries ?? [],
      papers,
      made,
      stampOf(rows.protectiveOrders ?? [], made),
    );
    return made_.entries.length === 0 ? null : made_;
  },
};

export const packetWord: DocumentKind<Packet> = {
  ...packet,
  id: 'packet-word',
  name: 'Packet (Word)',
  type: DOCX,
  ending: 'docx',
  write: async (input, tools) => leafAsWord(packetLeaf(input), tools),
};

export const packetPdf: DocumentKind<Packet> = {
  ...packet,
  id: 'packet-pdf',
  name: 'Packet (PDF)',
  type: 'application/pdf',
  ending: 'pdf',
  write: async (input, tools) => leafAsPdf(packetLeaf(input), tools),
};

/** A leaf in Word, its pictures drawn first. */
export async function leafAsWord(leaf: Leaf, tools: Tools): Promise<Uint8Array> {
  const pictures = [];
  for (const p of leaf.parts)
    if (p.t === 'picture') {
      tools.progress('drawing the picture');
      pictures.push(await tools.picture(p.scene));
    }
  tools.progress('writing the pages');
  return (await import('../formats/leaf-word')).leafWordOf(leaf, pictures);
}

export async function leafAsPdf(leaf: Leaf, tools: Tools): Promise<Uint8Array> {
  const [{ leafPdfOf }, fonts] = await Promise.all([import('../formats/leaf-pdf'), tools.fonts()]);
  tools.progress('writing the pages');
  return leafPdfOf(leaf, fonts);
}

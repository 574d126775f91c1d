import { Document, Packer, type Paragraph, type Table } from 'docx';
import type { Exhibit } from '../exhibit';
import { CHAIN, chainOf } from '../papers';
import { body, heading1, heading2, INCH, portrait, STYLES, tableOf } from './word-parts';

/** The chains of the items chosen as a Word file, each with what the record proves about it. */
export async function custodySummaryOf(exhibit: Exhibit): Promise<Uint8Array> {
  const items = new Map(exhibit.custody.map((h) => [h.itemId, h.item]));
  const { analysis, record } = exhibit.read;
  const itemOf = new Map(analysis.findings.map((f) => [f.key, f.item]));
  // A finding names its item by id, or by the number that its form gives.
  const about = (id: string): Exhibit['findings'] => {
    const names = [id, record.items.find((i) => i.id === id)?.number];
    return exhibit.findings.filter((f) => names.includes(itemOf.get(f.key) ?? undefined));
  };
  const children: (Paragraph | Table)[] = [
    heading1('Summary of custody'),
    body([exhibit.caption.court, exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', ')),
    ...(items.size === 0 ? [body('No item of evidence is in the exhibit.')] : []),
    ...[...items].flatMap(([id, item]) => [
      heading2(`Item ${item}`),
      tableOf(
        CHAIN.shares.map((s) => Math.round(s * 6.5 * INCH)),
        CHAIN.head,
        chainOf(exhibit.custody.filter((h) => h.itemId === id)),
      ),
      ...about(id).flatMap((f) => [
        body(
          `${f.title}. ${f.status}${f.bounds === '' ? '' : ` ${f.bounds.slice(0, 1).toUpperCase()}${f.bounds.slice(1)}.`}`,
          {
            spacing: { before: 120, after: 60 },
          },
        ),
        ...f.premises.map((p) =>
          body(`${p.says}${p.cite === '' ? '' : ` (${p.cite})`}`, {
            bullet: { level: 0 },
            spacing: { after: 40 },
          }),
        ),
      ]),
    ]),
  ];
  const file = new Document({
    title: `Summary of custody: ${exhibit.title}`,
    creator: 'Stopline',
    styles: STYLES,
    sections: [
      portrait(
        {
          ...exhibit,
          mark: [exhibit.stamp, `${exhibit.sticker.says} ${exhibit.sticker.mark}`.trim()]
            .filter(Boolean)
            .join(' · '),
        },
        children,
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

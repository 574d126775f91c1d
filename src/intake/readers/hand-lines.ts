import type { Block } from './blocks';
import { passageOf } from './build';
import { itemsIn, nameOf } from './custody-boxes';
import type { Moment } from './moments';
import type { CustodyProposal } from './reader';

/** A title of a form, or of a part of one, under which things change hands. */
export const KEPT =
  /\bchain of custody\b|\b(?:evidence|property|exhibits?|custody) (?:\w+ )?(?:transfers?|transactions?|hand-?overs?|movements?|custody|control|history|logs?|records?|receipts?|room|voucher|sheet|chain)\b/i;
/** A title is short, and names no day, number or value. */
const TITLE = /^(?!.*(?:\d|[:.@]\s*\S))[A-Z][A-Za-z/&' -]{3,60}$/;
/** What the header of a mail or of a memorandum has beside From and To. */
const LETTER = /^(?:subject|re|cc|bcc|sent|attachments?) ?:/i;
const FROM = /\bfrom ?:\s*/i;
const TO = /\bto ?:\s*/i;
/** Where what is behind a name is another's: `Reason: analysis`. */
const NEXT =
  /\s+(?:reason|purpose|seals?|notes?|remarks?|comments?|items?|by|sign\w*|date|time|condition)\b[^:]{0,12}:|\s+item\s+#?\d/i;
const WHY = /\b(?:reason|purpose) ?:\s*([^:]+?)(?=\s+\w+ ?:|$)/i;
const NAME = /[A-Za-z]{2}/;

/**
 * Hand-overs of one line each, or of two, outside tables: `02/22/2024 0915 From: Dep. Hall To: Evidence Room`. Day, time and both
 * names stand there, and the part of the form is one of custody; the header of a mail is none.
 */
export function handLines(blocks: readonly Block[], moments: readonly Moment[]): CustodyProposal[] {
  const out: CustodyProposal[] = [];
  let counted = 0;
  for (let i = 0; i < blocks.length; i++) {
    const a = blocks[i] as Block;
    const from = FROM.exec(a.text);
    if (!from || a.head || a.headRow.length > 0 || isLetter(blocks, i)) continue;
    const whole = TO.exec(a.text.slice(from.index));
    const z = whole ? a : blocks[i + 1];
    if (!z || (z !== a && !/^to ?:/i.test(z.text)) || !isOfCustody(blocks, i)) continue;
    const gives = a.text.slice(from.index + from[0].length, whole ? from.index + whole.index : undefined);
    const to = whole ? from.index + whole.index + whole[0].length : (TO.exec(z.text)?.[0].length ?? 0);
    const own = moments.filter((m) => m.block === i || (z !== a && m.block === i + 1));
    const [when] = own;
    const [gave, took] = [gives, z.text.slice(to)].map((t) => nameOf(t.split(NEXT)[0] ?? '')) as [
      string,
      string,
    ];
    const dated = when && when.role === 'event' && when.date !== '' && when.dayFrom === 'written';
    if (!dated || own.length > 1 || !NAME.test(gave) || !NAME.test(took) || /@/.test(gave + took)) continue;
    const here = itemsIn([a, ...(z === a ? [] : [z])]);
    const above = itemsIn(blocks.slice(counted, i + 1));
    counted = above.length > 0 ? i + 1 : counted;
    const why = WHY.exec(z.text)?.[1]?.trim();
    const item = here.length > 0 ? here : above.length > 0 ? above : (out.at(-1)?.item.split(', ') ?? []);
    out.push({
      ...passageOf(a, z === a ? a.text : `${a.text} ${z.text}`),
      lines: [a.lines[0], z.lines[1]],
      item: item.join(', '),
      releasedBy: gave,
      receivedBy: took,
      releasedDate: when.date,
      releasedAt: when.start,
      receivedDate: when.date,
      receivedAt: when.start,
      ...(why ? { purpose: why } : {}),
    });
  }
  return out;
}

/** Whether the nearest title above, or that of the form, is one of custody. */
function isOfCustody(blocks: readonly Block[], at: number): boolean {
  const titles = blocks.slice(0, at).filter((b) => !b.prose && TITLE.test(b.text));
  const near = titles.at(-1)?.text ?? '';
  return KEPT.test(near) || (titles.length < 4 && titles.some((b) => KEPT.test(b.text)));
}

const isLetter = (blocks: readonly Block[], at: number): boolean =>
  blocks.slice(Math.max(0, at - 3), at + 5).some((b) => LETTER.test(b.text));

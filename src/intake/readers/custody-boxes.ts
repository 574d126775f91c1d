import type { Block } from './blocks';
import { passageOf } from './build';
import type { Moment } from './moments';
import type { CustodyProposal } from './reader';

const GIVES =
  /^(?:relinquished|released|transferred|surrendered|submitted|given) (?:by|from)\b[^:]{0,24}:\s*(.*)$/i;
const TAKES =
  /^(?:received|accepted|taken|transferred to|released to|given to)(?: by)?\b[^:]{0,24}:\s*(.*)$/i;
const WHY = /^(?:reason|purpose)\b[^:]{0,24}:\s*(.+)$/i;
const ITEM = /\bITEM(?:\s*(?:NO\.?|NUMBER|#))?\s*:?\s*#?\s*(\d[\w-]*)/i;
/** So many lines below the one that gives, the one that takes may stand. */
const REACH = 4;

/** The name in a box, without what is printed behind it; empty for a blank line. */
const nameOf = (text: string): string =>
  text
    .replace(/\s*(?:\/s\/|\b(?:date|time|sign\w*|badge|id)\b\s*[:#]).*$/i, '')
    .replace(/_{2,}/g, '')
    .trim();

/** Hand-overs of a form in boxes: one line that says who gave, one below it that says who took, each with its day and time. */
export function boxPairs(blocks: readonly Block[], moments: readonly Moment[]): CustodyProposal[] {
  const out: CustodyProposal[] = [];
  let item = '';
  for (const [i, b] of blocks.entries()) {
    item = ITEM.exec(b.text)?.[1] ?? item;
    const gives = b.prose ? null : GIVES.exec(b.text);
    if (!gives) continue;
    const below = blocks.slice(i + 1, i + 1 + REACH);
    const next = below.findIndex((x) => TAKES.test(x.text) || GIVES.test(x.text));
    const taker = below[next];
    const takes = taker && TAKES.exec(taker.text);
    const [from, to] = [nameOf(gives[1] as string), nameOf(takes?.[1] ?? '')];
    if (!takes || !taker || (from === '' && to === '')) continue;
    const why = blocks.slice(i + 1, i + next + 4).find((x) => WHY.test(x.text));
    const at = (block: number): Moment | undefined => moments.find((m) => m.block === block);
    const [gave, took] = [at(i), at(i + 1 + next)];
    const fields: Record<string, string | boolean> = {};
    const put = (key: string, value: string | undefined): void => {
      if (value !== undefined && value !== '') fields[key] = value;
    };
    put('releasedBy', from);
    put('receivedBy', to);
    put('releasedDate', gave?.date);
    put('releasedAt', gave?.start);
    put('receivedDate', took?.date);
    put('receivedAt', took?.start);
    put('purpose', why && WHY.exec(why.text)?.[1]?.trim());
    if (/\/s\/\s*\S/i.test(b.text)) fields['releasedSigned'] = true;
    if (/\/s\/\s*\S/i.test(taker.text)) fields['receivedSigned'] = true;
    out.push({
      ...passageOf(b, `${b.text} ${taker.text}`),
      lines: [b.lines[0], taker.lines[1]],
      item,
      ...fields,
    });
  }
  return out;
}

import type { Block } from './blocks';
import { passageOf } from './build';
import { findDates } from './dates';
import { timingOf } from './moments';
import type { CustodyProposal, ReadContext } from './reader';

/** `Received: 03/26/2024 2:05 PM from Det. Coe by Lab Clerk Poe`, `Evidence received: March 19, 2024 from L. Lowe, sealed`. */
const RECEIPTS = [
  /^(?:the )?(?:evidence|items?|exhibits?) (?:was |were )?(?:submitted|delivered|hand-?delivered) by\s+((?:[A-Z][\w'-]*\.? ?)+)/i,
  /^received:?\s+.*?\bfrom\s+(.+?)\s+by\s+(.+?)(?:[.;]|$)/i,
  /^(?:(?:evidence|items?|exhibits?|submission) )?received(?: on)?:?\s+.*?\bfrom\s+((?:[A-Z][\w'-]*\.? ?)+)/i,
];

/** A name, without the label that follows it on its line: `Evid. courier   Seals: intact`. */
function whoIn(line: string, name: string): string {
  const after = line.slice(line.indexOf(name) + name.length);
  return (/^\s*:/.test(after) ? name.trim().replace(/\s+\S+$/, '') : name).trim();
}

/** A laboratory's receipt of an item, and its table of items, as ends of the chain. */
export function laboratoryRows(blocks: readonly Block[], context: ReadContext): CustodyProposal[] {
  const out: CustodyProposal[] = [];
  const text = blocks.map((b) => b.text).join(' ');
  const moments = timingOf(blocks, context.dateOrder, 'prose').moments;
  blocks.forEach((b, i) => {
    const m = RECEIPTS.map((shape) => shape.exec(b.text)).find((found) => found !== null);
    const when = moments.find((x) => x.block === i);
    if (m) {
      const item = /\b(?:ITEM|EXHIBIT)\s+(?:NO\.?\s*)?#?(\d[\w-]*|[A-Z]?\d[\w-]*)/i.exec(text)?.[1] ?? '';
      const date = when?.date ?? findDates(b.text, context.dateOrder)[0]?.day ?? '';
      const seal = /\bseal (?:no\.?|number|#)\s*([A-Z]{0,3}\d{4,})/i.exec(text)?.[1];
      const state =
        /condition on receipt:?\s*(?:the )?seals? (intact|broken)|seals? (?:on items? [\w, ]{1,12} )?(?:was |were )?(intact|broken)/i.exec(
          text,
        );
      const at = when ? { releasedAt: when.start, receivedAt: when.start } : {};
      const found = state ? { sealState: (state[1] ?? state[2] ?? '').toLowerCase() } : {};
      out.push({
        ...passageOf(b),
        item,
        releasedBy: whoIn(b.text, m[1] as string),
        ...(m[2] ? { receivedBy: m[2] } : {}),
        releasedDate: date,
        receivedDate: date,
        ...at,
        ...(seal ? { seal } : {}),
        ...found,
        purpose: 'Analysis',
      });
    }
    const item = b.headRow.findIndex((h) => /^item|^exhibit/i.test(h));
    const received = b.headRow.findIndex((h) => /^received|date received/i.test(h));
    if (item < 0 || received < 0 || b.head) return;
    const cell = (n: number): string =>
      b.cells
        .filter((_, k) => b.columns[k] === n)
        .map((c) => c.text)
        .join(' ');
    const day = findDates(cell(received), context.dateOrder)[0]?.day;
    if (cell(item) === '' || !day) return;
    const condition = cell(b.headRow.findIndex((h) => /condition|seal/i.test(h)));
    const unsealed = /\b(?:not sealed|unsealed|broken|open)\b/i.test(condition);
    const seal = /\bseal (?:no\.? ?|#)?([A-Z]{0,3}\d{3,})/i.exec(condition)?.[1];
    const description = cell(b.headRow.findIndex((h) => /descr/i.test(h)));
    out.push({
      ...passageOf(b),
      item: cell(item),
      receivedDate: day,
      ...(description ? { description } : {}),
      ...(seal ? { seal } : {}),
      ...(condition ? { sealState: unsealed ? 'broken' : 'intact' } : {}),
      ...(unsealed ? { note: condition } : {}),
    });
  });
  return out;
}

import type { Read } from '../analysis/analyze';
import { byNumber, type CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { ExhibitPlan } from '../record/paper';
import { rowById } from '../record/rows';
import type { Source } from '../record/source';
import { KINDS } from '../record/vocabulary';
import { elapsedText } from '../words/elapsed';
import { momentNumber, windowText } from '../words/moment';
import { pinCite } from './cites';
import { dayUnder, placed } from './placed';
import { oneLine, printable, shortDay } from './printable';
import { asWritten, writtenOn } from './written';

/** One entry as the exhibit states it: what its paper says first, and beside it what the record proves of the time. */
export interface Fact {
  readonly id: string;
  /** Local day, `2024-03-14`, or all that the record allows, `2024-03-14/2024-03-18`; empty where it does not date it. */
  readonly day: string;
  /** The time as its paper or recording has it: `14:03:22 (overlay)`, `about 14:15`; empty where none is written. */
  readonly written: string;
  /** The clock or paper that says so: `dispatch`. */
  readonly by: string;
  /** What all records together allow of it, in case time: `14:03:24–14:03:26`; with its day where the paper writes another. */
  readonly clock: string;
  /** T+ since the seizure, as the record proves it: `20 to 23 min`; empty where nothing bounds it. */
  readonly elapsed: string;
  readonly what: string;
  readonly who: string;
  /** A report or testimony states it: what a paper claims, and not what was seen to happen. */
  readonly claim: boolean;
  /** `Ex. 3 (Ortiz BWC) at 00:03:15 (frame 5850)`. */
  readonly cite: string;
  /** Said of an entry that cannot be true together with others, with what they show; empty for all else. */
  readonly doubt: string;
}

/** One line of a chain of custody, as the form has it. */
export interface HandOver {
  /** The id of its item, by which findings name it. */
  readonly itemId: string;
  readonly item: string;
  readonly released: string;
  readonly received: string;
  readonly seal: string;
  readonly quantities: string;
  readonly purpose: string;
  readonly cite: string;
}

/** More entries than this are no exhibit: choose a stop or a span. */
export const MOST_FACTS = 5000;

type Cites = ExhibitPlan['cites'];

/** Text of all entries in the order of time; those without a place last. @param whole the record before it was narrowed */
export function factsOf(part: Read, whole: Read, cites: Cites): Fact[] {
  const { record, analysis } = part;
  const sources = new Map(record.sources.map((s) => [s.id, s]));
  const doubts = doubtsOf(part, whole);
  const at = (e: EventRow): number => analysis.positions.at[momentNumber(record, e.id)] ?? Number.NaN;
  return record.events
    .map((e, i) => ({ e, i, t: at(e) }))
    .sort((a, b) => (Number.isNaN(a.t) ? 1 : 0) - (Number.isNaN(b.t) ? 1 : 0) || a.t - b.t || a.i - b.i)
    .slice(0, MOST_FACTS)
    .map(({ e }) => {
      const source = sources.get(e.sourceId);
      const day = dayUnder(part, e.id);
      const written = asWritten(record, e, day);
      const clock = placed(part, e, day);
      return {
        id: e.id,
        day,
        written: oneLine(written, 120),
        by: oneLine(record.clocks.find((c) => c.id === e.clockId)?.name ?? '', 80),
        // Two days in one row are both named.
        clock: / on [A-Z]/.test(written) && /^\d\d:/.test(clock) ? `${shortDay(day)}, ${clock}` : clock,
        elapsed: elapsedText(part, e.id),
        what: printable(e.description) || KINDS[e.kind].label,
        who: oneLine(e.actor, 120),
        claim: source?.kind === 'report' || source?.kind === 'testimony',
        cite: pinCite(e, source, record, cites),
        doubt: doubts.get(e.id) ?? '',
      };
    });
}

/** What all records together allow of it, as a cell of a table: that its own reading was set aside, its row says. */
export const allowed = (f: Pick<Fact, 'clock' | 'doubt'>): string =>
  f.doubt === '' ? f.clock : `${f.clock}; not as written`;

/** What is said of entries set aside: `cannot be true together with the rest of the record: footage shows 14:23:11`. */
function doubtsOf(part: Read, whole: Read): Map<string, string> {
  const sourceOf = (row: string): Source | undefined => {
    const r = rowById(whole.record.events, row) ?? rowById(whole.record.custody, row);
    return whole.record.sources.find((s) => s.id === r?.sourceId);
  };
  return new Map(
    part.analysis.contradictions.flatMap((c) => {
      if (!('row' in c.setAside)) return [];
      const { row } = c.setAside;
      const kinds = c.entries.flatMap((r) =>
        'row' in r && r.row !== row ? (sourceOf(r.row)?.kind ?? []) : [],
      );
      const who = kinds.includes('camera')
        ? 'footage shows'
        : kinds.includes('dispatch-log')
          ? 'the dispatch log shows'
          : 'the rest of the record shows';
      const when = windowText(part, row);
      return [
        [
          row,
          `cannot be true together with the rest of the record${when === '' ? '' : `: ${who} ${when}`}`,
        ] as const,
      ];
    }),
  );
}

/** Chains of custody, item by item, as their forms have them. */
export function custodyOf(part: Read, cites: Cites): HandOver[] {
  const { record } = part;
  const items = new Map([...record.items].sort(byNumber).map((i, k) => [i.id, { ...i, k }]));
  const item = (c: CustodyEntry): number => items.get(c.itemId)?.k ?? items.size;
  return [...record.custody]
    .sort((a, b) => item(a) - item(b))
    .slice(0, MOST_FACTS)
    .map((c) => {
      const of = items.get(c.itemId);
      return {
        itemId: c.itemId,
        item: oneLine(of ? `${of.number}${of.description ? `: ${of.description}` : ''}` : '', 160),
        released: hand(c.releasedBy, writtenOn(c.releasedDate, c.releasedAt), c.releasedSigned),
        received: hand(c.receivedBy, writtenOn(c.receivedDate, c.receivedAt), c.receivedSigned),
        seal: oneLine([c.seal, c.sealState].filter(Boolean).join(', '), 80),
        quantities: c.quantities
          .map((q) =>
            q.of === 'count'
              ? `count ${q.value}`
              : `${q.of} ${q.value} ${q.unit}${q.plusMinus === null ? '' : ` ± ${q.plusMinus}`}`,
          )
          .join('; '),
        purpose: oneLine(c.purpose ?? '', 160),
        cite: pinCite(
          c,
          record.sources.find((s) => s.id === c.sourceId),
          record,
          cites,
        ),
      };
    });
}

/** `Officer A, 2024-03-14 09:10`, as written, or that the form is silent. */
const hand = (by: string, on: string, signed: boolean | null): string =>
  by.trim() === '' && on === ''
    ? 'the form names nobody'
    : `${oneLine(by, 120) || 'nobody named'}, ${on === '' ? 'no time given' : oneLine(on, 60)}${signed === false ? ', not signed' : ''}`;

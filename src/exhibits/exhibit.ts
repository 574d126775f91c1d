import type { Read } from '../analysis/analyze';
import { type ChainHead, headSays } from '../record/chain';
import type { CustodyEntry } from '../record/custody';
import type { EventRow } from '../record/event';
import type { ExhibitPlan } from '../record/paper';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import { KINDS } from '../record/vocabulary';
import { ruleOf } from '../rules';
import { type Finding, forTheState } from '../rules/finding';
import { VERIFY } from '../rules/law/authorities';
import { isLaw } from '../rules/law/contest';
import { lawOnPaper } from '../rules/law/standing';
import { printAtLeast, printAtMost, saysNothing } from '../time/duration';
import { readCounter } from '../time/grammar/counted';
import { parseTime } from '../time/grammar/parse';
import { statementsOf } from '../time/grammar/written';
import { dayOf, localOf } from '../time/grammar/zones';
import { UNTIED } from '../time/solver/positions';
import { citeOf } from '../words/cite';
import { elapsedText, momentNumber, spanText, windowText } from '../words/moment';
import { statusSays } from '../words/status';
import { narrow } from './narrow';
import { oneLine, plain } from './plain';

/** One entry as the exhibit states it. */
export interface Fact {
  readonly id: string;
  /** Local day, `2024-03-14`; empty where the record does not date it. */
  readonly day: string;
  /** Case time with its bounds: `14:03:24–14:03:26`. */
  readonly clock: string;
  /** T+ since the seizure; empty where it has none. */
  readonly elapsed: string;
  readonly what: string;
  readonly who: string;
  /** `Ex. 3 (Ortiz BWC) at 00:03:15 (frame 5850)`. */
  readonly cite: string;
  /** The reading as written and the case time, for brackets: `14:03:22 overlay; 14:03:24–14:03:26 case time`. */
  readonly readings: string;
  /** Said of an entry that cannot be true together with others; empty for all else. */
  readonly doubt: string;
}

/** One finding as the exhibit states it: what the record proves, never what anybody thinks of it. */
export interface Shown {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  /** What the clock proves, and whether the record holds something against it, in sentences. */
  readonly status: string;
  /** `at least 4 min 12 s, at most 6 min 03 s after the warning was issued, to the alert`; empty for a fact. */
  readonly bounds: string;
  readonly premises: readonly { readonly says: string; readonly cite: string }[];
  /** Each end of the bounds: its lines, then what follows from them. */
  readonly proofs: readonly {
    readonly lines: readonly { readonly says: string; readonly cite: string }[];
    readonly concludes: string;
  }[];
  readonly authorities: readonly {
    readonly cite: string;
    readonly holding: string;
    /** `controlling; read 2026-11-26 (opening)`. */
    readonly standing: string;
  }[];
}

/** One paper or recording behind the exhibit. */
export interface Underlying {
  readonly name: string;
  readonly exhibit: string;
  readonly bates: string;
  readonly file: string;
  readonly sha256: string;
}

/** One line of a chain of custody. */
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

/**
 * What leaves the app: record facts and findings that the attorney chose. The type has no field for a note, a theory, a
 * plan or a strength, and is made from the record alone.
 */
export interface Exhibit {
  readonly title: string;
  readonly caption: ExhibitPlan['caption'];
  readonly sticker: ExhibitPlan['sticker'];
  readonly bates: string;
  readonly use: ExhibitPlan['use'];
  /** What it is offered as, in a paragraph to be printed on it. */
  readonly offered: string;
  readonly sheet: ExhibitPlan['sheet'];
  readonly madeUp: boolean;
  readonly zone: string;
  /** The day on which it was made, `2026-11-25`. */
  readonly made: string;
  readonly facts: readonly Fact[];
  /** Entries and hand-overs chosen beyond the most that an exhibit holds: said on it, never dropped in silence. */
  readonly leftOut: number;
  readonly findings: readonly Shown[];
  readonly underlying: readonly Underlying[];
  /** The entry of the history that it was drawn from, in a sentence under the index; empty where that is not wanted. The one file never has it: the others name its hash, which is to stay. */
  readonly drawnFrom: string;
  readonly custody: readonly HandOver[];
  readonly verify: string;
  /** What the picture is drawn from: the narrowed record and its analysis. */
  readonly read: Read;
  readonly picture: { readonly hidden: readonly string[]; readonly clock: string | null };
}

/** More entries than this are no exhibit: choose a stop or a span. */
export const MOST_FACTS = 5000;

/**
 * @param made day on which it is made, `2026-11-25`
 * @param head of the history today: printed where the plan wants it
 */
export function exhibitOf(
  read: Read,
  plan: ExhibitPlan,
  made: string,
  head: ChainHead | null = null,
): Exhibit {
  const part = narrow(read, plan);
  const { record } = part;
  const c = plan.caption;
  return {
    title: oneLine(plan.title, 200),
    caption: {
      court: oneLine(c.court, 200),
      parties: oneLine(c.parties, 200),
      number: oneLine(c.number, 80),
    },
    sticker: { ...plan.sticker, says: oneLine(plan.sticker.says, 40), mark: oneLine(plan.sticker.mark, 14) },
    bates: oneLine(plan.bates, 40),
    use: plan.use,
    offered: offeredAs(plan),
    sheet: plan.sheet,
    madeUp: record.case.madeUp,
    zone: record.case.zone,
    made,
    facts: factsOf(part, plan.cites),
    leftOut: Math.max(0, record.events.length - MOST_FACTS) + Math.max(0, record.custody.length - MOST_FACTS),
    findings: part.analysis.findings.map((f, i) => shown(read, f, i + 1, plan.cites)),
    underlying: record.sources.map(underlying),
    drawnFrom:
      plan.head && head && head.hash !== ''
        ? `Drawn from the record as of ${headSays(head)} (sha-256): whether its history up to there is still what it was can be compared.`
        : '',
    custody: custodyOf(part, plan.cites),
    verify: VERIFY,
    read: part,
    picture: { hidden: plan.hidden, clock: plan.clock || null },
  };
}

function offeredAs(plan: ExhibitPlan): string {
  const where = oneLine(plan.examine, 400);
  if (plan.use === 'summary')
    return `Offered under Fed. R. Evid. 1006 to prove the content of voluminous recordings and records. The records it is drawn from are listed in its index; ${where === '' ? 'they will be made available for examination or copying at a reasonable time and place' : `they may be examined or copied ${where.replace(/^(they )?may be examined (or copied )?/i, '').replace(/\.$/, '')}`}.`;
  if (plan.use === 'aid')
    return 'Offered under Fed. R. Evid. 107 as an illustrative aid. It is not itself evidence; the records it refers to are listed in its index. Where practicable it is to be entered into the record.';
  return '';
}

/** Text of all entries in the order of time; those without a place last. */
function factsOf(part: Read, cites: Cites): Fact[] {
  const { record, analysis } = part;
  const sources = new Map(record.sources.map((s) => [s.id, s]));
  const aside = new Map(
    analysis.contradictions.flatMap((c) => ('row' in c.setAside ? [[c.setAside.row, c.by] as const] : [])),
  );
  const at = (e: EventRow): number => analysis.positions.at[momentNumber(record, e.id)] ?? Number.NaN;
  return record.events
    .map((e, i) => ({ e, i, t: at(e) }))
    .sort((a, b) => (Number.isNaN(a.t) ? 1 : 0) - (Number.isNaN(b.t) ? 1 : 0) || a.t - b.t || a.i - b.i)
    .slice(0, MOST_FACTS)
    .map(({ e, t }) => ({
      id: e.id,
      day: Number.isNaN(t) ? '' : dayOf(localOf(t, record.case.zone)),
      clock: placed(part, e),
      elapsed: elapsedText(part, e.id)
        .replace(/^~−(.+)$/, 'about $1 before')
        .replace(/^~/, 'about '),
      what: plain(e.description) || KINDS[e.kind].label,
      who: oneLine(e.actor, 120),
      cite: oneLine(pinCite(e, sources.get(e.sourceId), cites), 300),
      readings: oneLine(readingsOf(part, e), 300),
      doubt: aside.has(e.id) ? 'cannot be true together with the other entries, and is set aside' : '',
    }));
}

/** Its window, and that of its end: `14:03:24–14:03:26 to 14:05:00`. */
function placed(part: Read, e: EventRow): string {
  const start = windowText(part, e.id);
  if (start === '') return 'not dated by the record';
  const end = e.end.trim() === '' ? '' : windowText(part, e.id, 1);
  return end === '' || end === start ? start : `${start} to ${end}`;
}

const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');

type Cites = ExhibitPlan['cites'];

/** The courts' form of a cite to footage: `Ex. 3 (Ortiz BWC) at 00:03:15 (frame 5850)`; any other as the record cites it; in the style chosen. */
function pinCite(row: EventRow | CustodyEntry, source: Source | undefined, style: Cites): string {
  let cite = citeOf(row, source);
  const counted = 'start' in row ? readCounter(row.start) : null;
  if (counted && 'start' in row && cite.endsWith(` at ${counted.text}`)) {
    const seconds = counted.at / 1000;
    const stamp = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
    cite = `${cite.slice(0, cite.length - counted.text.length)}${stamp}${row.filmed ? ` (frame ${row.filmed.frame})` : ''}`;
  }
  if (!source) return cite;
  if (style === 'exhibit' && source.exhibit !== '') return cite.replace(` (${source.name})`, '');
  const range = batesOf(source);
  return style === 'bates' && range !== '' ? `${cite}, ${range}` : cite;
}

const batesOf = (s: Source): string =>
  s.batesFrom === ''
    ? ''
    : s.batesTo === '' || s.batesTo === s.batesFrom
      ? s.batesFrom
      : `${s.batesFrom}–${s.batesTo}`;

/** Whether a time is read on the row’s own clock, or is no time at all: its words can be quoted as they are. */
function onOwnClock(text: string): boolean {
  const parsed = parseTime(text);
  if (!parsed.ok) return true;
  return statementsOf(parsed.written).every(
    (w) =>
      (w.form === 'reading' && w.from.clock === 'wall') || (w.form === 'open' && w.stamp.clock === 'wall'),
  );
}

function readingsOf(part: Read, e: EventRow): string {
  const clock = part.record.clocks.find((c) => c.id === e.clockId);
  const m = momentNumber(part.record, e.id);
  const { min, max, untied } = part.analysis.positions;
  const [lo, hi] = [min[m] ?? Number.NaN, max[m] ?? Number.NaN];
  const overlay = e.filmed?.overlay ? `${e.filmed.overlay} overlay` : '';
  // What hangs on another entry is written in the app's own words, which no court reads.
  const written =
    overlay === '' && e.start.trim() !== '' && onOwnClock(e.start)
      ? `“${e.start.trim()}” on ${clock?.name ?? 'its clock'}`
      : '';
  const tied = Number.isNaN(lo)
    ? ''
    : untied[m] === UNTIED.no
      ? `${spanText(lo, hi, part.record.case.zone)} case time`
      : 'tied to no other clock';
  return [overlay, written, tied].filter(Boolean).join('; ');
}

/** @param whole the whole record: a finding may rest on rows that the exhibit does not list */
function shown({ record, analysis }: Read, f: Finding, number: number, cites: Cites): Shown {
  const cite = (row: string | null): string => {
    const found =
      row === null
        ? undefined
        : (record.events.find((e) => e.id === row) ?? record.custody.find((c) => c.id === row));
    if (!found) return '';
    const source = record.sources.find((s) => s.id === found.sourceId);
    return oneLine(pinCite(found, source, cites), 300);
  };
  const proofs = analysis.proofs[f.key] ?? [];
  const headline = f.span
    ? proofs.filter((p) => p.from.id === f.span?.from.id && p.to.id === f.span.to.id)
    : [];
  return {
    key: f.key,
    number,
    title: oneLine(f.title, 200),
    status: `${statusSays(f.status, ruleOf(f.rule).section)}${contestSays(f)}`,
    bounds: boundsOf(f),
    premises: [
      ...f.premises
        .filter((p) => p.side !== 'state')
        .map((p) => ({ says: oneLine(p.says, 400), cite: cite(p.row) })),
      ...forTheState(f)
        .filter((p) => !isLaw(p))
        .map((p) => ({ says: oneLine(`In the record, for the State: ${p.says}`, 440), cite: cite(p.row) })),
    ],
    proofs: (headline.length > 0 ? headline : proofs).slice(0, 4).map((p) => ({
      lines: p.lines.map((l) => ({ says: oneLine(l.says, 400), cite: oneLine(l.cite, 300) })),
      concludes: oneLine(p.concludes, 400),
    })),
    authorities: lawOnPaper(ruleOf(f.rule), record.case).map((l) => ({
      cite: l.cite,
      holding: l.holding,
      standing: `${l.onPaper}; ${l.readSays}`,
    })),
  };
}

/** The second mark, in words; what is foreclosed has none. */
function contestSays(f: Finding): string {
  if (f.status === 'foreclosed') return '';
  return ` In this record it is ${f.standing}.`;
}

function boundsOf(f: Finding): string {
  if (!f.bounds) return '';
  const measures = oneLine(f.measures, 300);
  if (saysNothing(f.bounds)) return `for how long, the record does not say (${measures})`;
  return `${printAtLeast(f.bounds.min)}, ${printAtMost(f.bounds.max)} ${measures}`;
}

function underlying(s: Source): Underlying {
  return {
    name: oneLine(s.name, 200),
    exhibit: oneLine(s.exhibit, 40),
    bates: oneLine(batesOf(s), 80),
    file: oneLine(s.file, 200),
    sha256: s.sha256,
  };
}

function custodyOf(part: Read, cites: Cites): HandOver[] {
  const { record } = part;
  const items = new Map(record.items.map((i) => [i.id, i]));
  const order = new Map(record.items.map((i, k) => [i.id, k]));
  return [...record.custody]
    .map((c, i) => ({ c, i }))
    .sort((a, b) => (order.get(a.c.itemId) ?? 0) - (order.get(b.c.itemId) ?? 0) || a.i - b.i)
    .slice(0, MOST_FACTS)
    .map(({ c }) => {
      const item = items.get(c.itemId);
      return {
        itemId: c.itemId,
        item: oneLine(item ? `${item.number}${item.description ? `: ${item.description}` : ''}` : '', 160),
        released: hand(part, c, 0),
        received: hand(part, c, 1),
        seal: oneLine([c.seal, c.sealState].filter(Boolean).join(', '), 80),
        quantities: c.quantities
          .map((q) => `${q.value} ${q.unit} ${q.of}${q.plusMinus === null ? '' : ` ± ${q.plusMinus}`}`)
          .join('; '),
        purpose: oneLine(c.purpose ?? '', 160),
        cite: oneLine(
          pinCite(
            c,
            record.sources.find((s) => s.id === c.sourceId),
            cites,
          ),
          300,
        ),
      };
    });
}

/** `Officer A, 2024-03-14 09:10`, or that the form is silent. */
function hand(part: Read, c: CustodyEntry, offset: 0 | 1): string {
  const name = oneLine(offset === 0 ? c.releasedBy : c.receivedBy, 120) || 'nobody named';
  const t = part.analysis.positions.at[momentNumber(part.record, c.id) + offset] ?? Number.NaN;
  const when = windowText(part, c.id, offset);
  const signed = offset === 0 ? c.releasedSigned : c.receivedSigned;
  return `${name}, ${when === '' ? 'no time given' : `${dayOf(localOf(t, part.record.case.zone))} ${when}`}${signed === false ? ', not signed' : ''}`;
}

/** What a document says below its tables where not all of what was chosen stands in it; empty where all does. */
export const leftOutSays = (e: Exhibit): string =>
  e.leftOut === 0
    ? ''
    : `${e.leftOut.toLocaleString('en-US')} entries that were chosen do not stand here: an exhibit holds ${MOST_FACTS.toLocaleString('en-US')} at most.`;

/** A plan for the whole case with its established findings, to be narrowed by hand. */
export function firstPlan(read: Read, id: string, mark: ExhibitPlan['sticker']): ExhibitPlan {
  const { record, analysis } = read;
  const c: CaseRecord['case'] = record.case;
  const established = analysis.findings.filter((f) => f.status === 'established').slice(0, 40);
  return {
    id,
    caseId: c.id,
    title: 'Timeline of the stop and of the evidence',
    caption: { court: c.court, parties: c.title, number: c.number },
    sticker: mark,
    bates: '',
    cites: 'full',
    use: '',
    examine: '',
    stop: '',
    from: null,
    to: null,
    items: null,
    hidden: [],
    findings: established.map((f) => f.key),
    clock: '',
    sheet: 'letter',
    steps: [
      { show: 'minute', id: '', at: null },
      { show: 'whole', id: '', at: null },
      ...established.slice(0, 12).map((f) => ({ show: 'finding' as const, id: f.key, at: null })),
    ],
    head: false,
    exported: null,
  };
}

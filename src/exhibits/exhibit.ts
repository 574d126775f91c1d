import type { Read } from '../analysis/analyze';
import { type ChainHead, headSays } from '../record/chain';
import type { ExhibitPlan } from '../record/paper';
import type { CaseRecord } from '../record/record';
import type { Source } from '../record/source';
import { finish, type Steps } from '../time/steps';
import { letterOf, otherSide } from '../words/label';
import { chosenSteps } from './chosen';
import { batesOf, fileOf } from './cites';
import { custodyOf, type Fact, factsOf, type HandOver, MOST_FACTS } from './facts';
import { oneLine, printable } from './printable';
import { type Shown, shown } from './shown';
import { CERTIFICATE, SIGNATURE, type Stated, statedOf } from './statement';
import { boundFindings, type Withheld } from './withheld';

/** One paper or recording behind the exhibit. */
export interface Underlying {
  readonly name: string;
  readonly exhibit: string;
  readonly bates: string;
  readonly file: string;
  readonly sha256: string;
}

/**
 * What leaves the app: record facts and findings that the attorney chose. The type has no field for a note, a theory, a
 * plan or a strength, and is made from the record alone. Three papers are made of it: the summary (`facts`, `custody`,
 * `underlying`), the statement of facts (`stated`) and the argument (`findings`).
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
  /** Words of a protective order, on each page; empty for none. */
  readonly stamp: string;
  readonly zone: string;
  /** The day on which it was made, `2026-11-25`. */
  readonly made: string;
  readonly otherSide: 'the government' | 'the State';
  readonly facts: readonly Fact[];
  /** Entries and hand-overs chosen beyond the most that an exhibit holds: said on it, never dropped in silence. */
  readonly leftOut: number;
  readonly stated: readonly Stated[];
  readonly signature: string;
  readonly certificate: string;
  readonly findings: readonly Shown[];
  readonly underlying: readonly Underlying[];
  /** The entry of the history that it was drawn from, in a sentence under the index; empty where that is not wanted. The one file never has it: the others name its hash, which is to stay. */
  readonly drawnFrom: string;
  readonly custody: readonly HandOver[];
  /** What the picture is drawn from: the narrowed record and its analysis. */
  readonly read: Read;
  readonly picture: { readonly hidden: readonly string[]; readonly clock: string | null };
}

/**
 * @param made day on which it is made, `2026-11-25`
 * @param withheld what the plan of the case keeps back: it stands in no exhibit that does not take it in by name
 * @param head of the history today: printed where the plan wants it
 * @param stamp words of a protective order in force
 */
export const exhibitOf = (
  read: Read,
  plan: ExhibitPlan,
  made: string,
  withheld: Withheld,
  head: ChainHead | null = null,
  stamp = '',
): Exhibit => finish(exhibitSteps(read, plan, made, withheld, head, stamp));

/** The same in steps: of a long record it takes longer than a screen may stand still. */
export function* exhibitSteps(
  read: Read,
  plan: ExhibitPlan,
  made: string,
  withheld: Withheld,
  head: ChainHead | null = null,
  stamp = '',
): Steps<Exhibit> {
  const part = yield* partOf(read, { ...plan, findings: boundFindings(plan, withheld).shown });
  const { record } = part;
  const c = plan.caption;
  const { facts, custody } = yield* linesOf(part, read, plan.cites);
  const findings: Shown[] = [];
  for (const [i, f] of part.analysis.findings.entries()) {
    yield;
    // What is printed of it is taken from the whole: a finding may rest on rows that are not listed.
    const whole = read.analysis.findings.find((x) => x.key === f.key);
    if (whole) findings.push(shown(read, whole, letterOf(i + 1), plan));
  }
  yield;
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
    stamp: oneLine(stamp, 200),
    zone: record.case.zone,
    made,
    otherSide: otherSide(record.case),
    facts,
    leftOut: Math.max(0, record.events.length - MOST_FACTS) + Math.max(0, record.custody.length - MOST_FACTS),
    stated: statedOf(facts, plan.sentences),
    signature: printable(plan.signature ?? SIGNATURE),
    certificate: printable(
      plan.certificate ?? CERTIFICATE[otherSide(record.case) === 'the government' ? 'federal' : 'state'],
    ),
    findings,
    underlying: record.sources.map(underlying),
    drawnFrom:
      plan.head && head && head.hash !== ''
        ? `Drawn from the record as of ${headSays(head)} (sha-256): whether its history up to there is still what it was can be compared.`
        : '',
    custody,
    read: part,
    picture: { hidden: plan.hidden, clock: plan.clock || null },
  };
}

const parts = new WeakMap<Read, { readonly chosen: string; readonly part: Read }>();

/** The part that a plan chooses; the one chosen last is kept, since most of what is typed on a paper chooses nothing. */
function* partOf(read: Read, { stop, from, to, items, findings }: ExhibitPlan): Steps<Read> {
  const chosen = JSON.stringify([stop, from, to, items, findings]);
  const last = parts.get(read);
  if (last?.chosen === chosen) return last.part;
  const part = yield* chosenSteps(read, { stop, from, to, items, findings });
  parts.set(read, { chosen, part });
  return part;
}

type Lines = { readonly cites: ExhibitPlan['cites'] } & Pick<Exhibit, 'facts' | 'custody'>;
const lines = new WeakMap<Read, Lines>();

/** Entries and hand-overs of a part in words; those made last are kept with it. */
function* linesOf(part: Read, whole: Read, cites: ExhibitPlan['cites']): Steps<Lines> {
  const last = lines.get(part);
  if (last?.cites === cites) return last;
  yield;
  const facts = factsOf(part, whole, cites);
  yield;
  const made = { cites, facts, custody: custodyOf(part, cites) };
  lines.set(part, made);
  return made;
}

function offeredAs(plan: ExhibitPlan): string {
  const where = oneLine(plan.examine, 400);
  if (plan.use === 'summary')
    return `Offered under Fed. R. Evid. 1006 to prove the content of voluminous recordings and records. The records it is drawn from are listed in its index; ${where === '' ? 'they will be made available for examination or copying at a reasonable time and place' : `they may be examined or copied ${where.replace(/^(they )?may be examined (or copied )?/i, '').replace(/\.$/, '')}`}.`;
  if (plan.use === 'aid')
    return 'Offered under Fed. R. Evid. 107 as an illustrative aid. It is not itself evidence; the records it refers to are listed in its index. Where practicable it is to be entered into the record.';
  return '';
}

const underlying = (s: Source): Underlying => ({
  name: oneLine(s.name, 200),
  exhibit: oneLine(s.exhibit, 40),
  bates: oneLine(batesOf(s), 80),
  ...fileOf(s),
});

/** What a document says below its tables where not all of what was chosen stands in it; empty where all does. */
export const leftOutSays = (e: Exhibit): string =>
  e.leftOut === 0
    ? ''
    : `${e.leftOut.toLocaleString('en-US')} entries that were chosen do not stand here: an exhibit holds ${MOST_FACTS.toLocaleString('en-US')} at most.`;

/** A plan for the whole case with its established findings that nothing keeps back, to be narrowed by hand. */
export function firstPlan(
  read: Read,
  id: string,
  mark: ExhibitPlan['sticker'],
  withheld: Withheld,
): ExhibitPlan {
  const { record, analysis } = read;
  const c: CaseRecord['case'] = record.case;
  const established = analysis.findings
    .filter((f) => f.status === 'established' && !withheld.has(f.key))
    .slice(0, 40);
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
      ...(analysis.stops.length > 0 ? [{ show: 'stop' as const, id: '', at: null }] : []),
      ...established.slice(0, 12).map((f) => ({ show: 'finding' as const, id: f.key, at: null })),
    ],
    head: false,
    exported: null,
  };
}

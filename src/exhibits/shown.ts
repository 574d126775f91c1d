import type { Read } from '../analysis/analyze';
import type { EventRow } from '../record/event';
import type { ExhibitPlan } from '../record/paper';
import { rowById } from '../record/rows';
import { ruleOf } from '../rules';
import type { Finding, Status } from '../rules/finding';
import { lawOnPaper } from '../rules/law/standing';
import { printBounds, saysNothing } from '../time/duration';
import { assumedSays } from './assumed';
import { bothEnds } from './both-ends';
import { pinCite, withoutLines } from './cites';
import { mayStand } from './never';
import { oneLine } from './printable';
import { provedBelow } from './proved-below';

/** One finding as the argument states it: what the record proves, never what anybody thinks of it or answers. */
export interface Shown {
  readonly key: string;
  /** `A`: its letter in this exhibit. */
  readonly letter: string;
  readonly title: string;
  /** What the clock proves, in a sentence, and what is taken for granted. */
  readonly status: string;
  /** `at least 4 min 12 s, at most 6 min 03 s from the warning to the alert`; empty for a fact. */
  readonly bounds: string;
  readonly premises: readonly { readonly says: string; readonly cite: string }[];
  /** Why the figure above is not that of the proof below; empty where it is. */
  readonly reconciles: string;
  /** Each end of the bounds: its lines, then what follows from them. */
  readonly proofs: readonly {
    readonly lines: readonly { readonly says: string; readonly cite: string }[];
    readonly concludes: string;
  }[];
  readonly authorities: readonly {
    readonly cite: string;
    /** `Royer`: what a paper calls it once its cite was given. */
    readonly short: string;
    readonly holding: string;
    /** `controlling`, `persuasive`, or `contrary` where the drafter chose to meet it. */
    readonly standing: string;
    /** `read 2026-11-26 (opening)`. */
    readonly read: string;
  }[];
}

const SAYS: Readonly<Record<Status, string>> = {
  established: 'The record shows this.',
  arguable: 'The record leaves this open.',
  foreclosed: 'The times in the record rule this out.',
};

/** @param read the whole record: a finding may rest on rows that the exhibit does not list */
export function shown(
  { record, analysis }: Read,
  f: Finding,
  letter: string,
  plan: Pick<ExhibitPlan, 'cites' | 'meets'>,
): Shown {
  const cite = (row: string | null, end = false): string => {
    const known = row === null ? undefined : (rowById(record.events, row) ?? rowById(record.custody, row));
    // Where an entry ends is cited there: its recording is opened at that time.
    const found = end && known && 'start' in known ? endOf(known) : known;
    return found
      ? pinCite(
          found,
          record.sources.find((s) => s.id === found.sourceId),
          record,
          plan.cites,
        )
      : '';
  };
  const { proofs, reconciles } = provedBelow(f, analysis.proofs[f.key] ?? []);
  const assumed = assumedSays(record, f.restsOn, proofs);
  return {
    key: f.key,
    letter,
    title: oneLine(f.title, 200),
    status: [SAYS[f.status], assumed].filter(Boolean).join(' '),
    bounds: boundsOf(f),
    premises: f.premises
      .filter((p) => p.side !== 'state' && mayStand(p.says))
      .map((p) => ({ says: oneLine(withoutLines(p.says), 400), cite: cite(p.row) })),
    reconciles,
    proofs: bothEnds(
      proofs.map((p) => ({
        lines: p.lines.map((l) => ({
          says: oneLine(withoutLines(l.says), 400),
          cite:
            cite(l.row, l.end) ||
            (l.assumption ? 'assumption' : oneLine(l.cite.replace(/, line \d+$/, ''), 300)),
        })),
        concludes: oneLine(p.concludes, 400),
      })),
    ),
    authorities: lawOnPaper(ruleOf(f.rule), record.case)
      .filter((l) => l.onPaper !== 'contrary' || (plan.meets ?? []).includes(l.id))
      .map((l) => ({
        cite: l.cite,
        short: l.short,
        holding: l.holding,
        standing: l.onPaper,
        read: l.readSays,
      })),
  };
}

const endOf = (e: EventRow): EventRow => {
  const { endFrame = null, overlay = '' } = e.filmed ?? {};
  const filmed = endFrame === null ? undefined : { frame: endFrame, endFrame: null, overlay };
  return { ...e, start: e.end, end: '', filmed };
};

function boundsOf(f: Finding): string {
  if (!f.bounds) return '';
  const measures = oneLine(f.measures, 300);
  if (saysNothing(f.bounds)) return `for how long, the record does not say (${measures})`;
  return `${printBounds(f.bounds)} ${measures}`;
}

/** Where what the figure of a finding is proved by stands, each once. */
const provedAt = (f: Pick<Shown, 'proofs'>): string[] => [
  ...new Set(
    f.proofs.flatMap((p) => p.lines.map((l) => l.cite)).filter((c) => c !== '' && c !== 'assumption'),
  ),
];

/** The premises for which there is room, in their order: before all others those that prove the figure. */
export function foremost(f: Pick<Shown, 'proofs' | 'premises'>, most: number): Shown['premises'] {
  const ends = provedAt(f);
  const first = ends.flatMap((cite) => f.premises.find((p) => p.cite === cite) ?? []);
  const chosen = new Set([...new Set([...first, ...f.premises])].slice(0, most));
  return f.premises.filter((p) => chosen.has(p));
}

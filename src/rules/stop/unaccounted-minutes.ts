import type { EventRow, MomentRef } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { mayBeFirst } from '../../stops/acts';
import { mayGoOn } from '../../stops/in-other-words';
import { AFTER_ARREST, DOUBTS, isStated } from '../../stops/kinds';
import type { Stop } from '../../stops/stops';
import { type Bounds, printBounds, printLengthOf, saysNothing } from '../../time/duration';
import type { Solved } from '../../time/solver/solve';
import { forState } from '../doubts';
import type { Finding, Premise } from '../finding';
import { inOtherWords, unreadLines } from '../in-other-words';
import { makeFinding, says } from '../make-finding';
import { mayBelong } from '../order';
import { endOf, leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';
import { ONE_AT_A_TIME } from '../stretch';
import { ByTime } from '../sweep';

export const unaccountedMinutes: Rule = {
  id: 'unaccounted-minutes',
  section: 'stop',
  name: 'Nobody accounts for these minutes',
  finds: 'Stretches of the seizure, over the case’s threshold, in which no source records any act.',
  limit: 'unaccounted',
  bounds: 'each stretch in which no source records an act',
  settledBy: 'The officer’s own account of those minutes, and any camera or terminal log of them.',
  answers: 'he wrote and ran checks, which nothing logs / nothing came of them / no fixed limit (sharpe)',
  drawn: { mark: 'uncovered', label: 'nobody accounts for', onlyLabel: true },
  run: (context) => context.stops.flatMap((stop) => (stop.begins ? judge(context, stop, stop.begins) : [])),
};

/** So many statements are listed one by one. */
const STATED = 6;

/** So many acts to either side of a silence are compared pair by pair. */
const NEAR = 24;

/** An act with the moments between which it may fill a silence, looked up once. */
interface Act {
  readonly e: EventRow;
  /** Whether no end of it is stated; a note whose words tell of what lasts is such an act too. */
  readonly open: boolean;
  readonly start: MomentRef;
  /** Until when it surely ran: its end, or its start where none is stated. */
  readonly end: MomentRef;
  /** The instants at which it may begin, and may end. */
  readonly starts: Bounds;
  readonly lo: number;
  readonly hi: number;
}

function actOf(solved: Solved, e: EventRow): Act {
  const start = startOf(e);
  const open = solved.openEnd(e.id) || mayGoOn(e);
  const end = solved.openEnd(e.id) ? start : endOf(e);
  const starts = solved.window(start);
  const { min, max } = end === start ? starts : solved.window(end);
  return { e, open, start, end, starts, lo: min, hi: open ? Number.POSITIVE_INFINITY : max };
}

/**
 * Acts in the order drawn are cut between each neighboring two; the silence at a cut is the least of start(right) -
 * end(left) over all pairs across it, so its lower bound is exact and its upper bound sound. One sweep from the left keeps
 * the acts that may be the last to end, one from the right those that may be the first to begin.
 */
function judge(context: RuleContext, stop: Stop, begins: EventRow): Finding[] {
  const { solved, record } = context;
  const threshold = settingsOf(record.case).unaccounted;
  const acts = within(context, stop, begins);
  const wide = 4 * threshold + 4 * record.case.policies.machineClock;
  const floats = ({ starts }: Act): boolean => !(starts.max - starts.min <= wide);
  const anchored = acts.filter((a) => !floats(a));
  const afloat = new ByTime(
    solved,
    acts.filter(floats).map((a) => a.e),
    startOf,
    (e) => (solved.openEnd(e.id) ? null : endOf(e)),
  );
  const first = anchored.findIndex((a) => a.e === begins);
  if (first < 0) return [];
  const found = new Map<string, Finding>();
  const left: Act[] = [];
  let rights: (readonly Act[])[] | null = null;
  let assumed = false;
  for (let i = 0; i < anchored.length - 1; i++) {
    const act = anchored[i] as Act;
    assumed = dropEnded(solved, left, act) || assumed;
    push(left, act);
    // Mostly the two that are next to the cut show that it is no silence.
    const next = anchored[i + 1] as Act;
    if (i < first || next.starts.max - act.lo <= threshold || solved.most(act.end, next.start) <= threshold)
      continue;
    rights ??= sweepRight(anchored);
    const gap = silenceAt(solved, left, rights[i + 1] as readonly Act[], threshold);
    if (!gap || found.has(gap.key)) continue;
    found.set(gap.key, describe(context, stop, { ...gap, assumed }, afloat, threshold));
  }
  return [...found.values()];
}

/** Takes out, in place, what an act ends: one without a stated end is over when the same officer's next one begins. Whether there was any. */
function dropEnded(solved: Solved, left: Act[], next: Act): boolean {
  if (next.e.actor.trim() === '') return false;
  let kept = 0;
  for (const b of left)
    if (!b.open || b.e.actor !== next.e.actor || !solved.surely(b.start, next.start)) left[kept++] = b;
  const any = kept < left.length;
  left.length = kept;
  return any;
}

/** Acts of the seizure, and those that run into it, up to the first arrest, alert or find: what is stated is none, and what only may come after the end is. */
function within(context: RuleContext, stop: Stop, begins: EventRow): Act[] {
  const { solved } = context;
  const from = startOf(begins);
  const closers = mayBelong(context, stop, AFTER_ARREST)
    .map(startOf)
    .filter((m) => solved.mayBefore(from, m));
  const until = mayBeFirst(solved, [...(stop.ends ? [startOf(stop.ends)] : []), ...closers]);
  return stop.acts
    .filter((e) => !isStated(e.kind))
    .map((e) => actOf(solved, e))
    .filter((act) => until.every((x) => solved.may(act.start, x)) && solved.may(from, act.end));
}

/** Those from each place on that may be the first to begin. */
function sweepRight(acts: readonly Act[]): (readonly Act[])[] {
  let now: readonly Act[] = [];
  const fromLast = [...acts].reverse().map((act) => {
    now = [act, ...now.filter((x) => x.starts.min <= act.starts.max)].slice(0, NEAR);
    return now;
  });
  return fromLast.reverse();
}

/** Puts one more among the acts that may be the last to end, the latest of them where there are many. */
function push(left: Act[], act: Act): void {
  let reach = act.lo;
  for (const b of left) reach = Math.max(reach, b.lo);
  let kept = 0;
  for (const b of left) if (b.hi >= reach) left[kept++] = b;
  left.length = kept;
  left.push(act);
  if (left.length <= NEAR) return;
  let soonest = 0;
  for (let i = 1; i < left.length; i++) if ((left[i] as Act).hi < (left[soonest] as Act).hi) soonest = i;
  left.splice(soonest, 1);
}

interface Silence {
  readonly key: string;
  readonly l: EventRow;
  readonly r: EventRow;
  readonly bounds: Bounds;
  /** An act that may have run on, since no end of it is stated. */
  readonly running: EventRow | null;
}

function silenceAt(
  solved: Solved,
  left: readonly Act[],
  right: readonly Act[],
  threshold: number,
): Silence | null {
  // Whether some two acts show that it is no silence: by their windows alone, else the nearest to the cut first.
  if (left.some((l) => right.some((r) => r.starts.max - l.lo <= threshold))) return null;
  for (let i = left.length - 1; i >= 0; i--)
    for (const r of right) if (solved.most((left[i] as Act).end, r.start) <= threshold) return null;
  const pairs = left.flatMap((l) =>
    right.map((r) => ({ l: l.e, r: r.e, bounds: solved.bounds(l.end, r.start) })),
  );
  const { l, r } = pairs.reduce((a, b) =>
    b.bounds.min < a.bounds.min || (b.bounds.min === a.bounds.min && b.bounds.max < a.bounds.max) ? b : a,
  );
  const { min, max } = leastOf(pairs.map((p) => p.bounds));
  const running = left.findLast((a) => a.open)?.e ?? null;
  return { key: `${l.id} ${r.id}`, l, r, bounds: { min: running ? 0 : Math.max(0, min), max }, running };
}

function describe(
  context: RuleContext,
  stop: Stop,
  { key, l, r, bounds: silence, running, assumed }: Silence & { readonly assumed: boolean },
  afloat: ByTime<EventRow>,
  threshold: number,
): Finding {
  const { solved } = context;
  const from: MomentRef = solved.openEnd(l.id) ? startOf(l) : endOf(l);
  const to = startOf(r);
  const between = afloat
    .touching(solved.earliest(from), solved.latest(to), 200)
    .find(
      (e) =>
        solved.mayBefore(from, solved.openEnd(e.id) ? startOf(e) : endOf(e)) &&
        solved.mayBefore(startOf(e), to),
    );
  const min = between ? 0 : silence.min;
  // Words may tell that he had been arrested, or was gone: then nobody need account for him.
  const gone = [
    ...inOtherWords(context, stop, ['arrest', 'told-free', 'alert', 'found'], [from]).filter(
      (p) => p.row !== null,
    ),
    ...unreadLines(context, stop, to, from),
  ];
  const film = filmedBy(context, stop, from, to);
  const bounds = { min, max: silence.max };
  const premises: Premise[] = [
    { says: `Last act before: ${says(l)}`, row: l.id },
    { says: `First act after: ${says(r)}`, row: r.id },
    ...(running
      ? [
          {
            says: `No entry of this case states an end of “${label(running)}”; it may have gone on.`,
            row: running.id,
          },
        ]
      : []),
    ...(between
      ? [{ says: `This has an order but no time, and may lie between: ${says(between)}`, row: between.id }]
      : []),
    ...(film
      ? [{ says: `A recording with sound may cover it: watch it first (${says(film)})`, row: film.id }]
      : []),
    ...gone,
    { says: `The case names silences over ${printLengthOf(threshold)}.`, row: null },
    ...mayBelong(context, stop, DOUBTS.filter(isStated))
      .filter((e) => solved.bounds(from, startOf(e)).max > 0 && solved.bounds(startOf(e), to).max > 0)
      .slice(0, STATED)
      .map((e) => forState(e, `Stated in those minutes: ${KINDS[e.kind].label.toLowerCase()}`)),
  ];
  return makeFinding('unaccounted-minutes', key, {
    status: min > threshold && !film && gone.length === 0 ? 'established' : 'arguable',
    title: `Nobody accounts for ${saysNothing(bounds) ? 'these minutes' : printBounds(bounds)}`,
    bounds,
    measures: `between “${label(l)}” and “${label(r)}” in which no source records an act`,
    quantities: [{ from, to, bounds: solved.bounds(from, to) }],
    span: { from, to },
    subjects: [l.id, r.id],
    premises,
    restsOn: [...(assumed ? [ONE_AT_A_TIME] : []), ...reasonsFor(solved, [[from, to]])],
  });
}

/** A recording that may show and sound the whole of a silence, unless it surely was muted or somebody watched it and saw nothing. */
function filmedBy({ solved }: RuleContext, stop: Stop, from: MomentRef, to: MomentRef): EventRow | null {
  const watched = stop.kind('not-seen');
  const covers = (e: EventRow, how: 'surely' | 'may'): boolean => {
    const a = solved.bounds(startOf(e), from);
    const b = solved.openEnd(e.id) ? { min: Number.NEGATIVE_INFINITY, max: 0 } : solved.bounds(to, endOf(e));
    return how === 'surely' ? a.min >= 0 && b.min >= 0 : a.max >= 0 && b.max >= 0;
  };
  const silent = stop.coverage.filter((e) => e.kind === 'muted' || e.kind === 'camera-off');
  return (
    stop.coverage.find(
      (e) =>
        e.kind === 'recording' &&
        covers(e, 'may') &&
        !silent.some((m) => m.sourceId === e.sourceId && covers(m, 'surely')) &&
        !watched.some(
          (w) => w.sourceId === e.sourceId && solved.may(from, startOf(w)) && solved.may(startOf(w), to),
        ),
    ) ?? null
  );
}

/** An entry of no kind is named by its own words. */
const label = (e: EventRow): string =>
  e.kind === 'note' && e.description !== ''
    ? e.description.replace(/["“”]/g, '').slice(0, 60)
    : KINDS[e.kind].label.toLowerCase();

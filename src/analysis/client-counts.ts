import { group } from 'd3';
import { type ClientEntry, isDocumented } from '../record/client';
import { type Days, daysOf, printCount, printDay, printDays } from '../time/days';
import type { Bounds } from '../time/duration';

/** One line of the count, and the entries that it is of. */
export interface CountLine {
  readonly says: string;
  readonly of: readonly string[];
  /** What nobody documented, or nobody told: named, and never counted as done. */
  readonly open: boolean;
}

type Counted = Pick<
  ClientEntry,
  'id' | 'kind' | 'day' | 'until' | 'what' | 'who' | 'outcome' | 'document' | 'paper'
>;

/** More days than this are not named one by one. */
const NAMED = 6;

const named = (entries: readonly Counted[], start: number | null): string => {
  const days = entries.map((e) => {
    const d = daysOf(e.day);
    if (!d) return 'a day that is not written';
    const n = start !== null && d.min === d.max && d.min >= start ? ` (day ${d.min - start + 1})` : '';
    return `${printDays(d)}${n}`;
  });
  return days.length > NAMED
    ? `${days.slice(0, NAMED).join('; ')}; and ${days.length - NAMED} more`
    : days.join('; ');
};

/** The day from which days are counted: that of the first intake, or else of the first session or screen; null where none is certain. */
export function firstDay(entries: readonly Counted[]): number | null {
  const certain = (kinds: readonly string[]): number[] =>
    entries.flatMap((e) => {
      const d = kinds.includes(e.kind) ? daysOf(e.day) : null;
      return d && d.min === d.max ? [d.min] : [];
    });
  const days = certain(['intake']);
  const first = days.length > 0 ? days : certain(['session', 'screen']);
  return first.length > 0 ? Math.min(...first) : null;
}

/**
 * The longest time between two of these days that follow one another: bounds where a day is uncertain. Sound: whatever the days
 * were, no pause was longer than `max`, and one was at least `min`. Null for fewer than two.
 */
export function longestPause(days: readonly Days[]): Bounds | null {
  if (days.length < 2) return null;
  let [min, max] = [0, 0];
  // A hole that no reading of any day reaches into was a pause, whatever the days were.
  const ends = [...days].sort((a, b) => a.min - b.min);
  let reach = (ends[0] as Days).max;
  for (const d of ends) {
    min = Math.max(min, d.min - reach);
    reach = Math.max(reach, d.max);
  }
  for (const a of days) {
    const rest = days.filter((b) => b !== a);
    const after = rest.filter((b) => b.min > a.min);
    // What can only come after it ends the pause; where nothing must, any of the others may.
    const next =
      after.length > 0 ? Math.min(...after.map((b) => b.max)) : Math.max(...rest.map((b) => b.max));
    max = Math.max(max, next - a.min);
  }
  return { min, max };
}

/**
 * What the client did, counted honestly as of a day: what is undocumented is named and never counted as done, what lies ahead is
 * not counted at all, and a lapse is a lapse.
 * @param asOf number of the day
 */
export function countClient(entries: readonly Counted[], asOf: number): CountLine[] {
  const past = entries.filter((e) => (daysOf(e.day)?.min ?? asOf) <= asOf);
  const start = firstDay(past);
  return [
    ...sessions(past, start),
    ...screens(past, start, asOf),
    ...lapses(past, start),
    ...others(past, start),
  ];
}

const line = (says: string, of: readonly Counted[], open = false): CountLine => ({
  says,
  of: of.map((e) => e.id),
  open,
});
const unsure = (what: string, list: readonly Counted[], start: number | null): CountLine[] =>
  list.length === 0 ? [] : [line(`${what}: ${named(list, start)}`, list, true)];

function sessions(past: readonly Counted[], start: number | null): CountLine[] {
  const all = past.filter((e) => e.kind === 'session');
  if (all.length === 0) return [];
  const kept = all.filter((e) => e.outcome === 'kept');
  const shown = kept.filter(isDocumented);
  const [missed, excused] = (['missed', 'excused'] as const).map((o) =>
    all.filter((e) => e.outcome === o),
  ) as [Counted[], Counted[]];
  const more = [
    missed.length > 0 ? `missed: ${named(missed, start)}` : '',
    excused.length > 0 ? `excused: ${named(excused, start)}` : '',
  ].filter(Boolean);
  return [
    line(
      `${shown.length} of ${all.length} sessions kept${more.length > 0 ? `; ${more.join('; ')}` : ''}`,
      all,
    ),
    ...unsure(
      'Said to be kept, and undocumented',
      kept.filter((e) => !isDocumented(e)),
      start,
    ),
    ...unsure(
      'Nobody says whether it was kept',
      all.filter((e) => e.outcome === '' || e.outcome === 'planned'),
      start,
    ),
  ];
}

function screens(past: readonly Counted[], start: number | null, asOf: number): CountLine[] {
  const all = past.filter((e) => e.kind === 'screen');
  if (all.length === 0) return [];
  const shown = all.filter((e) => isDocumented(e) && ['negative', 'positive', 'pending'].includes(e.outcome));
  const of = (outcome: string): Counted[] => shown.filter((e) => e.outcome === outcome);
  const [positive, pending] = [of('positive'), of('pending')];
  const missed = all.filter((e) => e.outcome === 'missed');
  const days = shown.map((e) => daysOf(e.day)).filter((d): d is Days => d !== null);
  const pause = longestPause(days);
  const last = days.length > 0 ? Math.max(...days.map((d) => d.max)) : null;
  const says = [
    `${shown.length} ${shown.length === 1 ? 'screen' : 'screens'}, ${of('negative').length} negative`,
    positive.length === 0
      ? ''
      : `${positive.length === 1 ? 'the one positive on' : `${positive.length} positive on`} ${named(positive, start)}`,
    pending.length > 0 ? `${pending.length} without a result yet` : '',
    missed.length > 0 ? `missed: ${named(missed, start)}` : '',
    pause ? `longest time without a screen ${printCount(pause)}` : '',
    last !== null && pause && asOf - last > pause.max
      ? `none in the ${printCount({ min: asOf - last, max: asOf - last })} since the last`
      : '',
  ].filter(Boolean);
  return [
    line(says.join(', '), all),
    // A positive is never left out for want of a paper.
    ...unsure(
      'Screens said to be negative, and undocumented',
      all.filter((e) => e.outcome === 'negative' && !isDocumented(e)),
      start,
    ),
    ...unsure(
      'Screens said to be positive, and undocumented',
      all.filter((e) => e.outcome === 'positive' && !isDocumented(e)),
      start,
    ),
    ...unsure(
      'Screens of which nobody says the result',
      all.filter(
        (e) =>
          ['', 'planned', 'kept', 'excused'].includes(e.outcome) ||
          (e.outcome === 'pending' && !isDocumented(e)),
      ),
      start,
    ),
  ];
}

function lapses(past: readonly Counted[], start: number | null): CountLine[] {
  const all = past.filter((e) => e.kind === 'lapse');
  return all.length === 0
    ? []
    : [line(`${all.length === 1 ? '1 lapse' : `${all.length} lapses`}: ${named(all, start)}`, all)];
}

const LASTING: Readonly<Record<string, string>> = {
  work: 'at work',
  school: 'at school',
  housing: 'housed',
};

const LONE = /^(session|screen|lapse)$/;

/** All other kinds: what is one and the same, and of single days, is one line however often it happened. */
function others(past: readonly Counted[], start: number | null): CountLine[] {
  const what = (e: Counted): string =>
    [e.what, e.who].filter(Boolean).join(', ') || (LASTING[e.kind] ?? e.kind);
  const rest = past.filter((e) => !LONE.test(e.kind));
  const alike = group(rest, (e) => [what(e), isDocumented(e), e.until === '' ? '' : e.id].join('\n'));
  return [...alike.values()].flatMap((list) => {
    const [e] = list as [Counted];
    if (!isDocumented(e)) return unsure(`${what(e)}: undocumented`, list, start);
    return [
      line(
        `${what(e)}${list.length === 1 ? sinceSays(e) : `, ${list.length} times: ${named(list, start)}`}`,
        list,
      ),
    ];
  });
}

function sinceSays(e: Counted): string {
  const [from, to] = [daysOf(e.day), daysOf(e.until)];
  if (!from) return '';
  if (!to) return `: ${printDays(from)}`;
  const long = { min: Math.max(1, to.min - from.max + 1), max: to.max - from.min + 1 };
  return `: ${from.min === from.max ? printDay(from.min) : printDays(from)} to ${printDays(to)} (${printCount(long)})`;
}

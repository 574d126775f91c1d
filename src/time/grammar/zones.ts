import { IANAZone } from 'luxon';
import { fixedOffset, homeOf } from '../../record/zone';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** What a zone does around one local day: the same offset all the while, or one before an instant (ms) and one from it on; minutes. */
interface DayRule {
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

interface Table {
  readonly zone: IANAZone;
  readonly days: Map<number, DayRule>;
}

const tables = new Map<string, Table>();

function table(zone: string): Table {
  let t = tables.get(zone);
  if (!t) {
    t = { zone: IANAZone.create(homeOf(zone) ?? zone), days: new Map() };
    tables.set(zone, t);
  }
  return t;
}

/** The rule of a day, by its neighbours; where they differ, the instant of the change by halving. */
function ruleOf(zone: IANAZone, day: number): DayRule {
  let [lo, hi] = [day * DAY - DAY, day * DAY + 2 * DAY];
  const [before, after] = [zone.offset(lo), zone.offset(hi)];
  if (before === after) return { before, after, change: 0 };
  while (hi - lo > 1) {
    const mid = Math.floor((lo + hi) / 2);
    if (zone.offset(mid) === before) lo = mid;
    else hi = mid;
  }
  return { before, after, change: hi };
}

/** The same, kept: asking the browser for an offset is slow. */
function ruleOn({ zone, days }: Table, day: number): DayRule {
  let rule = days.get(day);
  if (rule === undefined) {
    rule = ruleOf(zone, day);
    days.set(day, rule);
  }
  return rule;
}

/** Minutes east of Greenwich in the zone at an instant (ms). */
export function offsetAt(zone: string, instant: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const { before, after, change } = ruleOn(table(zone), Math.floor(instant / DAY));
  return instant < change ? before : after;
}

/** What a zone is called at an instant (ms): `CDT`, `CST`; a fixed offset by itself. */
export function zoneName(zone: string, instant: number): string {
  return fixedOffset(zone) === null
    ? (table(zone).zone.offsetName(instant, { format: 'short', locale: 'en-US' }) ?? '')
    : zone;
}

/**
 * The instants (ms, UTC) at which a wall clock in the zone shows the local time `local` (ms, as if it were UTC):
 * one on most days, two in the hour that falls back, none in the hour that springs forward.
 * Luxon would move the missing hour and pick one of the doubled ones without a word; this does neither.
 */
export function instantsOf(local: number, zone: string): readonly number[] {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return [local - fixed * MINUTE];
  const rule = ruleOn(table(zone), Math.floor(local / DAY));
  const first = local - rule.before * MINUTE;
  if (rule.before === rule.after) return [first];
  const second = local - rule.after * MINUTE;
  const found: number[] = [];
  if (first < rule.change) found.push(first);
  if (second >= rule.change) found.push(second);
  return found;
}

/** Whether a wall clock in the zone shows the time of an instant (ms) twice: in the hour that was put back, and in that after it. */
export function isTwice(instant: number, zone: string): boolean {
  if (fixedOffset(zone) !== null) return false;
  const { before, after, change } = ruleOn(table(zone), Math.floor(instant / DAY));
  const back = (before - after) * MINUTE;
  return back > 0 && instant >= change - back && instant < change + back;
}

/** The local wall time of an instant in a zone, as ms as if it were UTC. */
export function localOf(instant: number, zone: string): number {
  return instant + offsetAt(zone, instant) * MINUTE;
}

/** `2024-03-14` of a local time given as ms as if it were UTC. */
export function dayOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

/** A local time of day for the screen: `14:27`, or `14:27:05` with seconds. */
export function clockOf(instant: number, zone: string, seconds: boolean): string {
  return new Date(localOf(instant, zone)).toISOString().slice(11, seconds ? 19 : 16);
}

/** The reader's own zone, for a new case; `UTC` where the browser does not say. */
export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

import { IANAZone } from 'luxon';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Fixed offsets and the names of UTC, in minutes east of Greenwich; null for a name that needs the zone table. */
function fixedOffset(zone: string): number | null {
  if (/^(z|utc|gmt|etc\/utc)$/i.test(zone)) return 0;
  const m = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!m) return null;
  return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0));
}

/** Whether the name is a zone this browser knows: IANA, `UTC` or a fixed offset. */
export function isZone(zone: string): boolean {
  let known = valid.get(zone);
  if (known === undefined) {
    known = fixedOffset(zone) !== null || (zone !== '' && IANAZone.isValidZone(zone));
    valid.set(zone, known);
  }
  return known;
}

/** Asking the browser for a zone costs a fifth of a millisecond: once a name is enough. */
const valid = new Map<string, boolean>();

const tables = new Map<string, { zone: IANAZone; days: Map<number, number | null> }>();

function table(zone: string): { zone: IANAZone; days: Map<number, number | null> } {
  let t = tables.get(zone);
  if (!t) {
    t = { zone: IANAZone.create(zone), days: new Map() };
    tables.set(zone, t);
  }
  return t;
}

/** Minutes east of Greenwich in the zone at an instant (ms). */
export function offsetAt(zone: string, instant: number): number {
  return fixedOffset(zone) ?? table(zone).zone.offset(instant);
}

/**
 * The instants (ms, UTC) at which a wall clock in the zone shows the local time `local` (ms, as if it were UTC):
 * one on most days, two in the hour that falls back, none in the hour that springs forward.
 * Luxon would move the missing hour and pick one of the doubled ones without a word; this does neither.
 */
export function instantsOf(local: number, zone: string): readonly number[] {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return [local - fixed * MINUTE];
  const t = table(zone);
  const day = Math.floor(local / DAY);
  let steady = t.days.get(day);
  if (steady === undefined) {
    const before = t.zone.offset(day * DAY - DAY);
    const after = t.zone.offset(day * DAY + 2 * DAY);
    steady = before === after ? before : null;
    t.days.set(day, steady);
  }
  if (steady !== null) return [local - steady * MINUTE];
  const around = [t.zone.offset(local - DAY), t.zone.offset(local + DAY)];
  const found = new Set<number>();
  for (const offset of around) {
    const instant = local - offset * MINUTE;
    if (t.zone.offset(instant) === offset) found.add(instant);
  }
  return [...found].sort((a, b) => a - b);
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

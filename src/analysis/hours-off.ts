import type { CaseRecord } from '../record/record';
import { offsetAt } from '../time/grammar/zones';
import type { Contradiction } from '../time/solver/contradiction';
import { solveRecord } from '../time/solver/solve';

/** A likely explanation of a contradiction: one clock off by whole hours. */
export interface HoursOff {
  readonly clockId: string;
  /** Hours to add to what the clock shows. */
  readonly hours: number;
  readonly says: string;
}

const HOUR = 3_600_000;
/** Whole hours first, the nearest first; then the half hours of the zones that have them. */
const SHIFTS = [
  ...Array.from({ length: 14 }, (_, i) => i + 1).flatMap((h) => [h, -h]),
  3.5,
  -3.5,
  4.5,
  -4.5,
  5.5,
  -5.5,
  9.5,
  -9.5,
];

/**
 * Overlays in UTC read as local time, and clocks on the wrong side of daylight saving: for each clock in a contradiction,
 * the shift by whole hours under which that clock contradicts nothing any more.
 */
export function hoursOff(record: CaseRecord, contradictions: readonly Contradiction[]): HoursOff[] {
  const rows = new Map<string, { clockId: string; date: string }>();
  for (const e of record.events) rows.set(e.id, e);
  for (const c of record.custody) rows.set(c.id, { clockId: c.clockId, date: c.receivedDate });
  const clocks = new Map<string, string>();
  for (const c of contradictions)
    for (const r of c.entries)
      if (r.kind === 'reading') clocks.set(rows.get(r.row)?.clockId ?? '', rows.get(r.row)?.date ?? '');
  const found: HoursOff[] = [];
  for (const [id, date] of clocks) {
    const clock = record.clocks.find((c) => c.id === id);
    if (!clock || clock.reference) continue;
    const own = clock.offset ?? {
      min: -record.case.policies.machineClock,
      max: record.case.policies.machineClock,
      why: '',
    };
    for (const hours of SHIFTS) {
      const shifted = {
        ...clock,
        offset: {
          ...own,
          min: own.min + hours * HOUR,
          max: own.max + hours * HOUR,
          why: 'as if it were off by whole hours',
        },
      };
      const solved = solveRecord({
        ...record,
        clocks: record.clocks.map((c) => (c.id === id ? shifted : c)),
      });
      if (solved.contradictions.length >= contradictions.length) continue;
      found.push({
        clockId: id,
        hours,
        says: explanation(record, clock.name, clock.zone || record.case.zone, hours, date),
      });
      break;
    }
  }
  return found;
}

function explanation(record: CaseRecord, name: string, zone: string, hours: number, date: string): string {
  const noon = Date.parse(`${date || '2024-01-01'}T18:00:00Z`);
  const offset = offsetAt(zone, noon) / 60;
  const shift = `${Math.abs(hours)} ${Math.abs(hours) === 1 ? 'hour' : 'hours'}`;
  if (hours === offset)
    return `${name} seems to show UTC and was read as ${zone}: put right by ${shift}, nothing contradicts it.`;
  if (-hours === offsetAt(record.case.zone, noon) / 60)
    return `${name} seems to show ${record.case.zone} and was read as ${zone}: put right by ${shift}, nothing contradicts it.`;
  if (Math.abs(hours) === 1)
    return `${name} seems to be on the wrong side of daylight saving: put right by ${shift}, nothing contradicts it.`;
  return `${name} seems to be off by ${shift}: put right, nothing contradicts it.`;
}

import type { DayClock, DocketDate, Exclusion } from '../record/docket';
import type { Demand } from '../record/paper';
import type { CaseRecord } from '../record/record';
import { dateOf, dayNumber, daysOf } from '../time/days';
import { findingsIn } from './analyze';
import { readDayClock } from './day-clock';
import type { OpenDay } from './next-day';

/** The tables beside the facts that say what is to come. */
export interface Ahead {
  readonly dates: readonly DocketDate[];
  readonly demands: readonly Demand[];
  readonly dayClocks: readonly DayClock[];
  readonly exclusions: readonly Exclusion[];
}

/** A case in one line of an office's list. */
export interface Outlook {
  readonly entries: number;
  readonly handOvers: number;
  /** What the record establishes, and of that what nothing in it contests. */
  readonly established: number;
  readonly uncontested: number;
  readonly arguable: number;
  readonly contradictions: number;
  /** Demands that were sent, and what was asked for is not there. */
  readonly outstanding: number;
  /** Every open day, the earliest first. */
  readonly days: readonly OpenDay[];
}

const isOut = (d: Demand): boolean => (d.state === 'sent' || d.state === 'refused') && d.received === '';

/** How many demands were sent, or refused, and what was asked for is not there. */
export const outstandingIn = (demands: readonly Demand[]): number => demands.filter(isOut).length;

/**
 * Every day that binds and is open: of the docket, of demands that were sent, and the last day of each count of days. A day that
 * is uncertain counts from the earliest it can be. @param today number of the day, as of which days are counted
 */
export function openDays({ dates, demands, dayClocks, exclusions }: Ahead, today: number): OpenDay[] {
  const days: OpenDay[] = [];
  const add = (day: number | undefined, what: string, goes = false): void => {
    if (day === undefined || !Number.isFinite(day)) return;
    days.push({ on: dateOf(day), what, ...(goes ? { goes: true as const } : {}) });
  };
  for (const d of dates) if (d.state === '') add(daysOf(d.day)?.min, d.title, d.kind === 'hearing');
  for (const d of demands) if (isOut(d)) add(daysOf(d.due)?.min, `asked for: ${d.asks}`);
  for (const c of dayClocks) {
    const read =
      c.stops === ''
        ? readDayClock(
            c,
            exclusions.filter((e) => e.clock === c.id),
            today,
          )
        : '';
    if (typeof read !== 'string') add(read.last?.min, `last day of ${c.name}`);
  }
  return days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What a list says of a case. @param today YYYY-MM-DD */
export function outlookOf(record: CaseRecord, ahead: Ahead, today: string): Outlook {
  const { findings, contradictions } = findingsIn(record);
  const shown = findings.filter((f) => f.status === 'established');
  return {
    entries: record.events.length,
    handOvers: record.custody.length,
    established: shown.length,
    uncontested: shown.filter((f) => f.standing === 'uncontested').length,
    arguable: findings.filter((f) => f.status === 'arguable').length,
    contradictions: contradictions.length,
    outstanding: outstandingIn(ahead.demands),
    days: openDays(ahead, dayNumber(today)),
  };
}

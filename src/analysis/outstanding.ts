import type { Demand } from '../record/paper';
import { daysOf, printDay } from '../time/days';
import type { Bounds } from '../time/duration';
import type { Came } from './productions';

/** How a demand stood at the end of a day. */
export type Standing = 'not asked' | 'out' | 'no such record' | 'answered' | 'refused' | 'received';

export interface Owed {
  readonly demand: Demand;
  readonly standing: Standing;
  /** Days since it was asked for, while nothing came; null where it is not out. */
  readonly out: Bounds | null;
}

const NONE =
  /\bno such\b|does not exist|do(?:es)? not have|never existed|none exists?|no (?:such )?records?\b/i;

/** Whether an answer says that there is no such record: an answer of its own, and an entry of the record. */
export const saysNone = (answer: string): boolean => NONE.test(answer);

/**
 * How a demand stood at the end of a day. An answer without a day counts from the day on which it is known: today, and for no day
 * before, since nobody knows that it was there. @param asOf number of the day @param now number of today
 */
export function standingOn(d: Demand, asOf: number, now: number): Owed {
  const day = (text: string): number | null => daysOf(text)?.max ?? null;
  const [sent, answered, received] = [day(d.sent), day(d.answered), day(d.received)];
  const by = (at: number | null, is: boolean): boolean => is && (at === null ? asOf >= now : at <= asOf);
  const asked = sent === null ? d.state !== 'draft' && asOf >= now : sent <= asOf;
  const standing: Standing = by(received, d.state === 'received' || received !== null)
    ? 'received'
    : by(answered, d.state === 'refused')
      ? 'refused'
      : by(answered, d.answer.trim() !== '' || d.state === 'answered')
        ? saysNone(d.answer)
          ? 'no such record'
          : 'answered'
        : asked
          ? 'out'
          : 'not asked';
  const waits = standing === 'out' || standing === 'answered' || standing === 'refused';
  return { demand: d, standing, out: waits && sent !== null ? { min: asOf - sent, max: asOf - sent } : null };
}

/** What had not been produced by the end of a day: asked for or not, and what came only after it. */
export interface OutOn {
  readonly owed: readonly Owed[];
  /** Asked for by then, and not there. */
  readonly out: readonly Owed[];
  /** Came later, and nobody had asked for it by then. */
  readonly unasked: readonly Owed[];
  /** Productions that came after it; `perhaps` where their day is uncertain. */
  readonly later: readonly { readonly came: Came; readonly perhaps: boolean }[];
}

export function outOn(demands: readonly Demand[], came: readonly Came[], asOf: number, now: number): OutOn {
  const owed = demands.map((d) => standingOn(d, asOf, now));
  return {
    owed,
    out: owed.filter((o) => ['out', 'answered', 'refused'].includes(o.standing)),
    unasked: owed.filter(
      (o) => o.standing === 'not asked' && (o.demand.received !== '' || o.demand.sent !== ''),
    ),
    later: came.flatMap((c) =>
      c.day && c.papers.length > 0 && c.day.max > asOf ? [{ came: c, perhaps: c.day.min <= asOf }] : [],
    ),
  };
}

/** One demand in a sentence: asked for when and by what, what came of it, how long it has been out. */
export function owedSays({ demand: d, standing, out }: Owed): string {
  const on = (text: string): string => {
    const read = daysOf(text);
    return read && read.min === read.max ? ` on ${printDay(read.min)}` : '';
  };
  const asked = `asked for${on(d.sent)}${d.by === '' ? '' : `, ${d.by}`}`;
  const days = out ? `, ${out.min.toLocaleString('en-US')} ${out.min === 1 ? 'day' : 'days'} out` : '';
  switch (standing) {
    case 'not asked':
      return 'not asked for yet';
    case 'out':
      return `${asked}${days}`;
    case 'no such record':
      return `${asked}; answered${on(d.answered)}: no such record`;
    case 'answered':
      return `${asked}; answered${on(d.answered)}, and not there${days}`;
    case 'refused':
      return `${asked}; refused${on(d.answered)}${days}`;
    case 'received':
      return `${d.sent === '' && d.state === 'received' ? '' : `${asked}; `}received${on(d.received)}`;
  }
}

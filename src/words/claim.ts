import type { EventRow, MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import { type Bounds, printAtLeast, printAtMost, printBounds, printUpTo } from '../time/duration';
import { spanText } from './moment';
import { momentName } from './proof';

/** What each standing is called. It is never said that anybody lies. */
export const STANDING_WORDS = {
  refuted: 'cannot be true',
  unseen: 'filmed, not seen',
  open: 'left open',
  untested: 'untested',
  holds: 'holds',
  outside: 'no matter of time or sight',
} as const;

/** What the matter of a claim is called. */
export const MATTER_WORDS = {
  time: 'time, order or length',
  sight: 'what can be seen',
  smell: 'smell',
  nerves: 'nerves',
  law: 'law or opinion',
} as const;

type Stands = Exclude<keyof typeof STANDING_WORDS, 'outside'>;

/** What others prove of a moment that a claim puts at a time. @param by ms by which it misses */
export function timeSays(
  record: CaseRecord,
  claimed: Bounds,
  proved: Bounds,
  standing: Stands,
  by: number | null,
): string {
  const zone = record.case.zone;
  const said =
    Number.isFinite(claimed.min) || Number.isFinite(claimed.max)
      ? spanText(claimed.min, claimed.max, zone)
      : '';
  if (standing === 'untested')
    return said === ''
      ? 'Nothing says when its clock was.'
      : `Read by its own clock: ${said}. Nothing else speaks of this moment.`;
  const is = `Others put it at ${spanText(proved.min, proved.max, zone)}`;
  const own = said === '' ? '' : `; as said, by its own clock: ${said}`;
  if (standing === 'refuted') return `${is}${own}. It misses by ${missed(by)}.`;
  return `${is}${own}.`;
}

/** What others prove of the time between two moments. @param by ms by which the claim misses */
export function lengthSays(
  record: CaseRecord,
  from: MomentRef,
  to: MomentRef,
  proved: Bounds,
  standing: Stands,
  by: number | null,
): string {
  const names = `From ${momentName(record, from)} to ${momentName(record, to)}`;
  if (standing === 'untested') return `${names} nothing else says how long.`;
  const length = proved.min >= 0 ? printBounds(proved) : orderSays(proved);
  return `${names}: ${length}${standing === 'refuted' ? `. It misses by ${missed(by)}` : ''}.`;
}

/** Bounds of which one end at least is negative: the second may come first. */
function orderSays({ min, max }: Bounds): string {
  if (max < 0) return `the second came first, by ${printAtLeast(-max)}`;
  const early = Number.isFinite(min) ? `it may come first by ${printUpTo(-min)}` : 'it may come first';
  return Number.isFinite(max) ? `${early}, or last ${printAtMost(max)}` : early;
}

const missed = (by: number | null): string =>
  by === null || by < 1000 ? 'less than a second' : printAtLeast(by);

/** What a mark on footage says of a claim. @param own whether the claim was drafted from that camera */
export function sightSays(mark: EventRow, own: boolean): string {
  const at = mark.filmed ? ` (frame ${mark.filmed.frame})` : '';
  const view = mark.view ? ` The camera takes in: ${mark.view.replace(/\.$/, '')}.` : '';
  const words = mark.description === '' ? '' : `: ${mark.description.replace(/\.$/, '')}`;
  if (mark.kind === 'seen')
    return `Seen on the footage${at}${words}.${own ? ' It was drafted from that camera, which is no witness of it.' : ''}${view}`;
  if (mark.kind === 'not-seen')
    return `Not seen on the footage${at}${words}. It does not show that it did not happen.${view}`;
  return `Cannot be seen from this camera${at}${words}.${view}`;
}

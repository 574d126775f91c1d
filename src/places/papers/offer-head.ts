import type { Offer } from '../../intake/readers/offers';
import { KINDS } from '../../record/vocabulary';
import { COVERAGE } from './offer-fields';

/** What the proposals of a paper are called where another counts from them: `p5` is “Dog arrives” 22:39. */
export const namesOf = (offers: readonly Offer[]): Map<string, string> =>
  new Map(
    offers.flatMap((o) =>
      o.what === 'entry' && o.entry.id !== ''
        ? [[o.entry.id, `“${KINDS[o.entry.kind].label}” ${o.entry.start}`.trim()]]
        : [],
    ),
  );

/** What a proposal is, and when, as a person reads it: no name that a reader made up stands in it. */
export function headOf(
  o: Offer,
  names: ReadonlyMap<string, string>,
): { kind: string; when: string; who: string; why: string } {
  if (o.what === 'custody') {
    const { releasedBy, receivedBy, releasedDate, receivedDate, releasedAt, receivedAt } = o.entry;
    const day = String(receivedDate || releasedDate || '');
    const time = String(receivedAt || releasedAt || '');
    return {
      kind: `Item ${o.entry.item || '?'}`,
      when: `${day} ${time}`.trim(),
      who: `${releasedBy || 'nobody'} to ${receivedBy || 'nobody'}`,
      why: '',
    };
  }
  const { start, end, date } = o.entry;
  const relation = o.what === 'entry' ? o.entry.relation : '';
  const when = [date, start || relation, end === '' ? '' : `to ${end}`]
    .filter((t) => t !== '')
    .join(' ')
    .replace(/@([\w-]+)/g, (at, ref: string) => names.get(ref) ?? at);
  const why =
    o.what === 'entry'
      ? [o.entry.role === 'paper' ? 'when this paper was made' : '', o.entry.why]
          .filter((t) => t !== '')
          .join('; ')
      : o.entry.note;
  const kind = o.what === 'entry' ? KINDS[o.entry.kind].label : COVERAGE[o.entry.of];
  return { kind, when: when || 'no time', who: o.entry.actor, why };
}

import { daySpan, daysSay, instantsOfDays } from '../day-span';
import { bar, type LaneKind } from '../lane';
import { spanLane } from '../span-lane';

export const DOCKET = { id: 'docket', name: 'Docket' };

/** Each offer, from the day it was made to the day it ended. */
export const offers: LaneKind = {
  id: 'offers',
  group: DOCKET,
  says: 'each offer, from the day it was made to the day it ended',
  tables: ['offers'],
  legend: [{ key: 'offer', name: 'offer', swatch: bar('act') }],
  instants: (ground) =>
    instantsOfDays(
      ground,
      (ground.beside.offers ?? []).flatMap((o) => [o.made, o.ends]),
    ),
  lay: (ground, axis) =>
    spanLane(
      { id: 'offers', group: DOCKET, name: 'Offers', sub: '', hit: 'row', labels: 1 },
      axis,
      (ground.beside.offers ?? []).flatMap((o, i) =>
        daySpan(
          ground,
          i,
          o.id,
          [o.made === '' ? o.ends : o.made, o.ends],
          { ink: 'act', shape: 'bar', legend: 'offer' },
          o.name,
        ),
      ),
    ),
  details: ({ beside }, id) => {
    const o = beside.offers?.find((x) => x.id === id);
    return o
      ? {
          title: 'Offer',
          says: o.name,
          facts: [
            ['Made', daysSay(o.made)],
            ['Told to the client', daysSay(o.told) || 'not written'],
            ['Ends', daysSay(o.ends)],
            ['Answer', o.answer || 'none'],
            ['Range', o.range],
          ],
          goes: { to: `docket?at=${encodeURIComponent(id)}`, says: 'Open in the Docket' },
        }
      : null;
  },
};

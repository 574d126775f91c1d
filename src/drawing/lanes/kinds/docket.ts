import { daySpan, daysSay, instantsOfDays } from '../day-span';
import type { LaneKind } from '../lane';
import { spanLane } from '../span-lane';
import { DOCKET } from './offers';

const SAID = {
  hearing: 'hearing',
  deadline: 'deadline',
  'plea-cutoff': 'plea cut-off',
  trial: 'trial',
  other: 'date',
} as const;

/** Hearings, deadlines and the plea cut-off, each on its day. */
export const docket: LaneKind = {
  id: 'docket-dates',
  group: DOCKET,
  says: 'hearings, deadlines, the plea cut-off',
  tables: ['dates'],
  legend: [
    {
      key: 'date',
      name: 'hearing or deadline',
      swatch: (x, y) => [{ t: 'diamond', x: x + 11, y: y + 6, r: 6, fill: 'custody' }],
    },
  ],
  instants: (ground) =>
    instantsOfDays(
      ground,
      (ground.beside.dates ?? []).map((d) => d.day),
    ),
  lay: (ground, axis) =>
    spanLane(
      { id: 'docket dates', group: DOCKET, name: 'Dates', sub: 'hearings, deadlines', hit: 'row', labels: 2 },
      axis,
      (ground.beside.dates ?? []).flatMap((d, i) =>
        d.state === 'vacated' || d.state === 'moved'
          ? []
          : daySpan(
              ground,
              i,
              d.id,
              [d.day, ''],
              { ink: 'custody', shape: 'diamond', legend: 'date' },
              `${SAID[d.kind]}: ${d.title}`,
            ),
      ),
    ),
  details: ({ beside }, id) => {
    const d = beside.dates?.find((x) => x.id === id);
    return d
      ? {
          title: SAID[d.kind].replace(/^./, (c) => c.toUpperCase()),
          says: d.title,
          facts: [
            ['Day', `${daysSay(d.day)}${d.hour === '' ? '' : `, ${d.hour}`}`],
            ['Where', d.where],
            ['State', d.state || 'open'],
          ],
          goes: { to: `docket?at=${encodeURIComponent(id)}`, says: 'Open in the Docket' },
        }
      : null;
  },
};

import type { EventRow } from '../../../record/event';
import { actsOf, eventDetails, eventLane } from '../event-lane';
import { bar, type LaneKind, THE_STOP } from '../lane';

/** More officers than this share one lane. */
const MOST = 12;

/** One lane a person: who did what beside whom. Officers first, in the order of their first acts. */
export const actors: LaneKind = {
  id: 'actors',
  group: THE_STOP,
  says: 'one lane a person: who did what beside whom',
  legend: [
    { key: 'off', name: 'off mission', swatch: bar('off') },
    { key: 'act', name: 'other act', swatch: bar('act') },
  ],
  lay: (ground, axis) => {
    const acts = new Map<string, number[]>();
    for (const i of actsOf(ground, 'act')) {
      const { actor } = ground.record.events[i] as EventRow;
      const list = acts.get(actor);
      if (list) list.push(i);
      else acts.set(actor, [i]);
    }
    const order = [...acts].sort(([a], [b]) => rank(a) - rank(b));
    const laneOf = (id: string, name: string, sub: string, rows: readonly number[]) =>
      eventLane({ id, group: THE_STOP, name, sub, labels: 2 }, ground, axis, rows);
    return [
      ...order
        .slice(0, MOST)
        .flatMap(([who, rows]) =>
          laneOf(`actor ${who}`, who === '' ? 'Nobody named' : capital(who), 'acts', rows),
        ),
      ...laneOf(
        'actors rest',
        'Everybody else',
        `${acts.size - MOST} more`,
        order.slice(MOST).flatMap(([, rows]) => rows),
      ),
    ];
  },
  details: eventDetails,
};

/** Whoever only watched the footage comes last. */
const rank = (name: string): number =>
  /annotator|investigator/i.test(name)
    ? 2
    : /officer|deputy|trooper|agent|sergeant|detective/i.test(name)
      ? 0
      : 1;

const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);

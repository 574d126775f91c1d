import { actsOf, eventDetails, eventLane } from '../event-lane';
import { bar, type LaneKind, THE_STOP } from '../lane';

/** Why they were stopped: the seizure, the tasks of the mission, and its completion. */
export const mission: LaneKind = {
  id: 'mission',
  group: THE_STOP,
  says: 'the seizure, the tasks of the mission, and its completion',
  legend: [
    { key: 'mission', name: 'mission', swatch: bar('mission') },
    { key: 'mission2', name: 'records check, writing', swatch: bar('mission2') },
    {
      key: 'completion',
      name: 'mission completed',
      swatch: (x, y) => [{ t: 'dot', x: x + 11, y: y + 6, r: 4.5, fill: 'paper', stroke: 'mission' }],
    },
  ],
  lay: (ground, axis) =>
    eventLane(
      { id: 'mission', group: THE_STOP, name: 'Mission', sub: 'why they were stopped', labels: 3 },
      ground,
      axis,
      actsOf(ground, 'mission'),
    ),
  details: eventDetails,
};

import { actsOf, eventDetails, eventLane } from '../event-lane';
import { type LaneKind, THE_STOP } from '../lane';

/** Dog and handler, apart from what the others do meanwhile. */
export const canine: LaneKind = {
  id: 'canine',
  group: THE_STOP,
  says: 'dog and handler',
  legend: [
    {
      key: 'canine',
      name: 'canine',
      swatch: (x, y) => [{ t: 'diamond', x: x + 11, y: y + 6, r: 5.5, fill: 'canine' }],
    },
  ],
  lay: (ground, axis) =>
    eventLane(
      { id: 'canine', group: THE_STOP, name: 'Canine', sub: 'dog and handler', labels: 2 },
      ground,
      axis,
      actsOf(ground, 'canine'),
    ),
  details: eventDetails,
};

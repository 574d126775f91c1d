import { IconMailbox } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'discovery',
  name: 'Discovery',
  group: 'case',
  key: 'd',
  icon: IconMailbox,
  says: 'what came, what is owed, what was out on any day, and the letter',
  keys: [
    ['A', 'a demand'],
    ['P', 'a production that came'],
    ['U', 'what is asked as a matter of course'],
  ],
  load: () => import('./DiscoveryPlace').then((m) => m.DiscoveryPlace),
};

import { IconUserHeart } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'client',
  name: 'Client',
  group: 'case',
  key: 'm',
  icon: IconUserHeart,
  says: 'what the client does, counted honestly, and the packet made of it',
  keys: [
    ['A', 'an entry'],
    ['I', 'entries from lines or a file'],
  ],
  load: () => import('./ClientPlace').then((m) => m.ClientPlace),
};

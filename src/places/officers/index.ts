import { IconUserSearch } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'officers',
  name: 'Officers',
  group: 'case',
  key: 'w',
  icon: IconUserSearch,
  says: 'the officer’s other stops, words and testimony, across cases',
  load: () => import('./OfficersPlace').then((m) => m.OfficersPlace),
};

import { IconMovie } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'footage',
  name: 'Footage',
  group: 'evidence',
  key: 'v',
  icon: IconMovie,
  says: 'watch and mark recordings, to the frame',
  load: () => import('./FootagePlace').then((m) => m.FootagePlace),
};

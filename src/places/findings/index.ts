import { IconScale } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'findings',
  name: 'Findings',
  group: 'shows',
  key: 'f',
  icon: IconScale,
  says: 'what the record shows, with bounds, proof and law',
  load: () => import('./FindingsPlace').then((m) => m.FindingsPlace),
};

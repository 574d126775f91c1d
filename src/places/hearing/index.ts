import { IconPresentation } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'hearing',
  name: 'Hearing',
  group: 'court',
  key: 'h',
  icon: IconPresentation,
  says: 'full screen, step by step',
  load: () => import('./HearingPlace').then((m) => m.HearingPlace),
};

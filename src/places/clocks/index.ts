import { IconClock } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'clocks',
  name: 'Clocks',
  group: 'evidence',
  key: 'k',
  icon: IconClock,
  says: 'what each clock is off, and how that is known',
  load: () => import('./ClocksPlace').then((m) => m.ClocksPlace),
};

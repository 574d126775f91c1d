import { IconFileText } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'exhibits',
  name: 'Exhibits',
  group: 'court',
  key: 'x',
  icon: IconFileText,
  says: 'the papers that leave',
  load: () => import('./ExhibitsPlace').then((m) => m.ExhibitsPlace),
};

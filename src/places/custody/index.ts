import { IconPackage } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'custody',
  name: 'Custody',
  group: 'evidence',
  key: 'c',
  icon: IconPackage,
  says: 'items, their hands, seals and weights',
  load: () => import('./CustodyPlace').then((m) => m.CustodyPlace),
};

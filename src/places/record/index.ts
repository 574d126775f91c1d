import { IconListDetails } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'record',
  name: 'Record',
  group: 'shows',
  key: 'r',
  icon: IconListDetails,
  says: 'every entry, minute by minute',
  load: () => import('./RecordPlace').then((m) => m.RecordPlace),
};

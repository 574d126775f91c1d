import { IconListDetails } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'record',
  name: 'Record',
  group: 'shows',
  key: 'r',
  icon: IconListDetails,
  says: 'every entry, minute by minute',
  keys: [
    ['Enter, x, Delete', 'edit the entry, choose it (Shift x: all up to it), take it out'],
    ['↑ ↓', 'step through the entries'],
  ],
  load: () => import('./RecordPlace').then((m) => m.RecordPlace),
};

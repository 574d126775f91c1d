import { IconCalendarEvent } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'docket',
  name: 'Docket',
  group: 'case',
  key: 'o',
  icon: IconCalendarEvent,
  says: 'offers, hearings and deadlines, and the days that are counted',
  keys: [
    ['D', 'a date'],
    ['O', 'an offer'],
    ['C', 'a clock of days'],
  ],
  load: () => import('./DocketPlace').then((m) => m.DocketPlace),
};

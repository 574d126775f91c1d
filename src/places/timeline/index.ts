import { IconTimeline } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'timeline',
  name: 'Timeline',
  group: 'shows',
  key: 't',
  icon: IconTimeline,
  says: 'the picture of the whole record',
  load: () => import('./TimelinePlace').then((m) => m.TimelinePlace),
};

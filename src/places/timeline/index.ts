import { IconTimeline } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'timeline',
  name: 'Timeline',
  group: 'shows',
  key: 't',
  icon: IconTimeline,
  says: 'the picture of the whole record',
  keys: [
    ['← →', 'move along the timeline'],
    ['+ −', 'zoom'],
    ['0, s, z', 'whole case, the stop, the selection'],
    ['↑ ↓', 'step through the entries'],
    ['w, m', 'the sheet as written; the one-minute view'],
  ],
  load: () => import('./TimelinePlace').then((m) => m.TimelinePlace),
};

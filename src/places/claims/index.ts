import { IconQuote } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'claims',
  name: 'Claims',
  group: 'shows',
  key: 'a',
  icon: IconQuote,
  says: 'what reports and testimony say, each sentence against what the record proves',
  load: () => import('./ClaimsPlace').then((m) => m.ClaimsPlace),
};

import { IconQuote } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'claims',
  name: 'Claims',
  group: 'shows',
  key: 'a',
  icon: IconQuote,
  says: 'what reports and testimony say, each sentence against what the record proves',
  keys: [
    ['J, K', 'the next claim, the one before (also ↑ ↓ in the list)'],
    ['O', 'its page, or its place in a transcript'],
    ['C', 'your comment on it'],
  ],
  load: () => import('./ClaimsPlace').then((m) => m.ClaimsPlace),
};

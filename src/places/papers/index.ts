import { IconFiles } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'papers',
  name: 'Papers',
  group: 'evidence',
  key: 'p',
  icon: IconFiles,
  says: 'bring in the discovery, and make entries of its pages',
  load: () => import('./PapersPlace').then((m) => m.PapersPlace),
};

import { IconTableImport } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'import',
  name: 'Import',
  group: 'evidence',
  key: 'i',
  within: 'papers',
  icon: IconTableImport,
  says: 'map the columns of logs, lists and forms',
  keys: [['Ctrl Enter', 'add the entries']],
  load: () => import('./IntakePlace').then((m) => m.IntakePlace),
};

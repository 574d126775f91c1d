import { IconBriefcase } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'settings',
  name: 'Case',
  group: 'case',
  key: 's',
  icon: IconBriefcase,
  says: 'court, law, sources and numbers of the case',
  load: () => import('./SettingsPlace').then((m) => m.SettingsPlace),
};

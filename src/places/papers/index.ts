import { IconFiles } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'papers',
  name: 'Papers',
  group: 'evidence',
  key: 'p',
  icon: IconFiles,
  says: 'bring in the discovery, and make entries of its pages',
  keys: [
    ['J, K', 'the next proposal, the one before'],
    ['Enter', 'accepts it'],
    ['E, X', 'edits it first, refuses it'],
    ['U', 'takes back what was accepted or refused'],
    ['A', 'accepts all that are certain, as one step'],
    ['N', 'the words selected on the page as an entry'],
    ['T', 'the table on this page to the mapping of columns'],
    ['Page up, Page down', 'turns the page'],
    ['Esc', 'back to all papers'],
  ],
  load: () => import('./PapersPlace').then((m) => m.PapersPlace),
};

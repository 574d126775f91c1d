import { IconMovie } from '@tabler/icons-react';
import type { PlaceInfo } from '../../ui/place';

export const place: PlaceInfo = {
  id: 'footage',
  name: 'Footage',
  group: 'evidence',
  key: 'v',
  icon: IconMovie,
  says: 'watch and mark recordings, to the frame',
  keys: [
    ['Space, K', 'play or pause, pause'],
    ['J, L', 'backwards, forwards; again for twice as fast'],
    [', .', 'a frame back, a frame on (also ← →); of sound alone 0.04 s'],
    ['Shift ← →', 'a second back, a second on'],
    ['< >', 'slower, faster'],
    ['/', 'jump to a time, or to a frame as #1200'],
    ['I, O, R', 'from here, to here, again and again'],
    ['a key of the set', 'marks it: held down for as long as it lasts, or once to begin and once to end'],
    ['Enter', 'note on the chosen mark'],
    ['Alt ← →', 'its beginning by a frame; with Shift its end'],
    [';', 'the next camera leads, at the same moment where the two are tied'],
    ["'", 'the next of its sounds, where it holds several'],
    ['[ ]', 'the camera beside, a frame earlier or later'],
    ['U, C', 'who begins to speak; the line spoken now as an entry'],
  ],
  load: () => import('./OnPaper').then((m) => m.Footage),
};

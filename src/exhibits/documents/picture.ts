import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import { ofExhibit } from '../document';
import type { Exhibit } from '../exhibit';
import { isDrawn, paperScene } from '../picture';

/** px of a picture on its own. */
const WIDE = 1400;
const sceneOf = (exhibit: Exhibit) => paperScene(exhibit, { show: 'whole', id: '' }, WIDE);

export const svg = ofExhibit({
  id: 'svg',
  name: 'SVG',
  says: 'the picture as vectors',
  type: 'image/svg+xml',
  ending: 'svg',
  write: async (exhibit) =>
    new TextEncoder().encode(paintSvg(sceneOf(exhibit), PALETTES.light, exhibit.title)),
});

export const png = ofExhibit({
  id: 'png',
  name: 'PNG',
  says: 'the picture at 300 dots an inch',
  type: 'image/png',
  ending: 'png',
  write: async (exhibit, tools) => {
    if (!isDrawn(exhibit)) throw new Error('The record as chosen holds nothing that can be drawn.');
    return (await tools.picture(sceneOf(exhibit))).bytes;
  },
});

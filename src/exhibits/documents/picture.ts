import { PALETTES } from '../../drawing/paint/palette';
import { paintSvg } from '../../drawing/paint/svg';
import type { Scene, Shape } from '../../drawing/scene/scene';
import { ofExhibit } from '../document';
import type { Exhibit } from '../exhibit';
import { isDrawn, paperScene } from '../picture';

/** px of a picture on its own. */
const WIDE = 1400;

/** The whole sheet; the words of a protective order below it. */
function sceneOf(exhibit: Exhibit): Scene {
  const scene = paperScene(exhibit, { show: 'whole', id: '' }, WIDE);
  if (exhibit.stamp === '') return scene;
  const y = scene.height + 16;
  const words: Shape = {
    t: 'text',
    x: WIDE / 2,
    y,
    text: exhibit.stamp,
    size: 13,
    ink: 'ink',
    bold: true,
    anchor: 'middle',
  };
  return { ...scene, height: scene.height + 24, shapes: [...scene.shapes, words] };
}

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

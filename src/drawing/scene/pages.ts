import type { Lane } from '../lanes/lane';
import type { Sheet } from '../lanes/lanes';
import { aroundLanes, inOrder, lanesHeight, layout, type View } from './layout';
import type { Scene } from './scene';

/** A new group begins a page where so much of the one before is full. */
const FULL = 0.6;

/**
 * The picture cut into pages, lane under lane, where it is too high to be read on one: each has the ruler and the findings that
 * speak of its lanes, the first how long what is folded is. Which lanes are not shown is said on the last.
 * @param room height of a page, px of the scene; a lane that is higher has a page to itself
 * @param least size of letters, px, that are just readable where the scene fills the width of its page: so far one page is made smaller
 */
export function pagesOf(sheet: Sheet, view: View, room: number, least: number): readonly Scene[] {
  const whole = layout(sheet, view);
  const letters = whole.shapes.reduce((n, s) => (s.t === 'text' ? Math.min(n, s.size) : n), Infinity);
  if (whole.height <= room * Math.max(1, letters / least)) return [whole];
  const lanes = inOrder(sheet.lanes, view.order).filter((lane) => !view.hidden.has(lane.id));
  const hidden = sheet.lanes.filter((lane) => view.hidden.has(lane.id));
  const free = room - aroundLanes(sheet, view) - (hidden.length > 0 ? 20 : 0);
  const pages: Lane[][] = [[]];
  for (const lane of lanes) {
    const page = pages.at(-1) as Lane[];
    const last = page.at(-1);
    const begins = last && last.group.id !== lane.group.id && lanesHeight(page, null) > FULL * free;
    if (last && (begins || lanesHeight([...page, lane], null) > free)) pages.push([lane]);
    else page.push(lane);
  }
  return pages.map((own, i) => {
    const scene = layout({ ...sheet, lanes: i === pages.length - 1 ? [...own, ...hidden] : own }, view);
    // Down a fold its length is written once, on the first: below, bars and numbers run across it.
    return i === 0 ? scene : { ...scene, shapes: scene.shapes.filter((s) => s.t !== 'text' || !s.turned) };
  });
}

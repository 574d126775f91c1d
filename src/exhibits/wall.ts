import type { Exhibit } from './exhibit';
import { type Look, sceneOf, sheetOf } from './picture';

/**
 * Letters on the wall are at least this share of its height. Somebody with 20/40 sight reads letters of ten minutes of arc: 29 mm
 * at ten meters. On a screen 2 m high, 1080 px show 1.85 mm each: capitals of 15.7 px, which are letters of size 22.
 */
export const LEGIBLE = 22 / 1080;
/** The size of a scene's smallest labels, px. */
const SMALLEST = 10;
/** px widths at which a picture is tried, the narrowest first: its letters are largest on the wall. */
const WIDTHS = [520, 620, 740, 880, 1040, 1240, 1500] as const;

/** How a look stands on a wall: the width at which it is laid out, and the exhibit with the lanes that it shows. */
export interface OnWall {
  readonly width: number;
  readonly exhibit: Pick<Exhibit, 'read' | 'picture'>;
}

/** How much a lane has to do with what is looked at: how many of its marks are about it. */
function relevance(exhibit: Pick<Exhibit, 'read'>, look: Look): (lane: Lane) => number {
  const f = exhibit.read.analysis.findings.find((x) => x.key === look.id);
  const about = new Set(
    f
      ? [...f.subjects, ...f.premises.map((p) => p.row), f.span?.from.id, f.span?.to.id]
      : [look.show === 'entry' ? look.id : ''],
  );
  return (lane) => {
    let n = lane.group.id === 'stop' ? 0.5 : 0;
    for (let i = 0; i < lane.n; i++) if (about.has(lane.idOf(i))) n++;
    return n;
  };
}
type Lane = ReturnType<typeof sheetOf>['lanes'][number];

/**
 * Lays a look out for a room of `w` by `h` px on a wall `wall` px high, so that its labels are legible at ten meters: of a finding, an
 * entry or the stop, lanes that have least to do with it give way, and the picture says which. The whole and the one minute
 * keep all of theirs.
 */
export function onWall(
  exhibit: Pick<Exhibit, 'read' | 'picture'>,
  look: Look,
  w: number,
  h: number,
  wall: number,
): OnWall {
  const without = (hidden: readonly Lane[]): OnWall['exhibit'] =>
    hidden.length === 0
      ? exhibit
      : {
          read: exhibit.read,
          picture: {
            ...exhibit.picture,
            hidden: [...exhibit.picture.hidden, ...hidden.map((l) => l.id)],
          },
        };
  const fits = (of: OnWall['exhibit'], x: number): boolean => sceneOf(of, look, x).height * (w / x) <= h;
  const widest = (w * SMALLEST) / (LEGIBLE * wall);
  const first = WIDTHS.find((x) => fits(exhibit, x)) ?? (WIDTHS.at(-1) as number);
  if (first <= widest || look.show === 'whole' || look.show === 'minute') return { width: first, exhibit };
  const of = relevance(exhibit, look);
  const ranked = sheetOf(exhibit)
    .lanes.map((lane, i) => ({ lane, i, n: of(lane) }))
    .sort((a, b) => b.n - a.n || a.i - b.i)
    .map(({ lane }) => lane);
  const widths = WIDTHS.filter((x) => x <= widest);
  // As many lanes as may be: one lane fewer is never higher.
  let [few, many, found] = [1, ranked.length - 1, null as OnWall | null];
  while (few <= many) {
    const keep = (few + many) >> 1;
    const fewer = without(ranked.slice(keep));
    const width = widths.find((x) => fits(fewer, x));
    if (width === undefined) many = keep - 1;
    else {
      found = { width, exhibit: fewer };
      few = keep + 1;
    }
  }
  return found ?? { width: widths.at(-1) ?? WIDTHS[0], exhibit: without(ranked.slice(1)) };
}

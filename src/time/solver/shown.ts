import type { Laid } from './laid';
import { FORM } from './moment';
import type { Moments } from './moments';

/** What a moment shows on a clock, ms: readings that end by `least` are surely not after it, those from `most` on not before it. */
export interface Shown {
  readonly k: number;
  readonly least: number;
  readonly most: number;
}

/** By how many ms one moment comes after another. */
export interface Distance {
  readonly target: number;
  readonly moment: number;
  readonly min: number;
  readonly max: number;
}

/** Of more than so many only their own readings are asked: pairs of what stands close together grow with its square. */
const MOST = 5000;

/** By clock what moments show on it by their own readings; one without, by the nearest over these ties that has one. */
export function onOwnClocks(
  m: Moments,
  laid: Laid,
  ties: readonly Distance[],
  of: readonly number[],
): Map<number, Shown[]> {
  const { clocks, clockVariable, form } = m;
  const known = new Map<number, Shown & { readonly clock: number }>();
  for (const k of of)
    if (form[k] === FORM.reading && !laid.isSetAside(k)) {
      const clock = clockVariable[k] as number;
      known.set(k, { k, clock, least: laid.leastShown(k), most: laid.mostShown(k) });
    }
  const beside = new Map<number, [number, number, number][]>();
  const put = (a: number, b: number, min: number, max: number): void => {
    const list = beside.get(a);
    if (list) list.push([b, min, max]);
    else beside.set(a, [[b, min, max]]);
  };
  for (const { target, moment, min, max } of ties) {
    put(target, moment, min, max);
    put(moment, target, -max, -min);
  }
  // The clock itself may wander on the way.
  const later = (clock: number, p: number, ms: number, side: 1 | -1): number =>
    Number.isFinite(p + ms) ? p + ms + side * clocks.wanders(clocks.line(clock), p, p + ms) : side * Infinity;
  const waiting = [...known.values()];
  for (const from of of.length > MOST ? [] : waiting)
    for (const [k, min, max] of beside.get(from.k) ?? []) {
      if (known.has(k)) continue;
      const { clock } = from;
      const least = later(clock, from.least, min, -1);
      const shown = { k, clock, least, most: later(clock, from.most, max, 1) };
      known.set(k, shown);
      waiting.push(shown);
    }
  const all = new Map<number, Shown[]>();
  for (const k of of) {
    const shown = known.get(k);
    if (!shown) continue;
    const list = all.get(shown.clock);
    if (list) list.push(shown);
    else all.set(shown.clock, [shown]);
  }
  return all;
}

import type { TimeAxis } from '../sheet/time-axis';
import type { Lane, Style } from './lane';
import { emptyMarks, finish, put } from './lane-marks';

/** A mark before it has its place on the axis; times in ms. A moment has `t0` and `t1` alike. */
export interface Span {
  /** The place of its row in its table. */
  readonly row: number;
  readonly id: string;
  /** Where it is drawn. */
  readonly t0: number;
  readonly t1: number;
  /** When it surely runs; none where `solid1` is not after `solid0`. */
  readonly solid0: number;
  readonly solid1: number;
  /** All that it may be. */
  readonly lo: number;
  readonly hi: number;
  readonly style: Style;
  readonly label: string;
}

/** A lane of spans, whatever they are of; none where there are none. */
export function spanLane(
  head: Pick<Lane, 'id' | 'group' | 'name' | 'sub' | 'hit'> & { readonly labels: number },
  axis: TimeAxis,
  spans: readonly Span[],
): Lane[] {
  if (spans.length === 0) return [];
  const { labels, ...rest } = head;
  const ordered = [...spans].sort((a, b) => a.t0 - b.t0);
  const marks = emptyMarks(ordered.length);
  ordered.forEach((s, k) => {
    marks.row[k] = s.row;
    put(marks, axis, k, s.t0, s.t1, s.solid0, s.solid1, s.lo, s.hi);
  });
  const at = (k: number): Span => ordered[k] as Span;
  return [
    {
      ...rest,
      labelRows: labels,
      ...finish(marks, ordered.length, true),
      styleOf: (k) => at(k).style,
      labelOf: (k) => at(k).label,
      rankOf: () => 1,
      idOf: (k) => at(k).id,
    },
  ];
}

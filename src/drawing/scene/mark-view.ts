import type { Hit, Shape } from './scene';

/** Heights in px: of a track of marks, of a row of labels, of a bar. */
export const TRACK = 20;
export const LABEL = 13;
export const BAR = 14;

export interface MarkView {
  readonly left: number;
  readonly right: number;
  readonly u0: number;
  readonly k: number;
  readonly top: number;
  readonly selected: string | null;
  readonly lit: ReadonlySet<string> | null;
  /** Where hatches end and folds begin, px: no label lies across one. */
  readonly edges: readonly number[];
  /** Where numbers of findings stand at the lane's foot, px: no label lies under one. */
  readonly taken: readonly (readonly [from: number, to: number])[];
  /** Rows marked as lying elsewhere than they say. */
  readonly moved: ReadonlySet<string> | null;
}

export interface Out {
  readonly shapes: Shape[];
  readonly hits: Hit[];
  readonly legend: Set<string>;
}

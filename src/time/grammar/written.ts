/**
 * What a person wrote, understood: the grammar of `time.md` as data. All lengths in whole ms.
 * Nothing here knows a zone or a day it was not told.
 */

/** A time of day as written, whole to its precision: 14:27 is 60,000 ms wide. */
export interface WallStamp {
  readonly clock: 'wall';
  /** `2024-03-14`, or null where the day comes from the row. */
  readonly date: string | null;
  /** ms since midnight. */
  readonly ms: number;
  /** How wide the reading is, in ms: 60000, 1000, 100, 10 or 1. */
  readonly precision: number;
  /** `Z` or `-05:00` where written; null where the clock's own zone holds. */
  readonly zone: string | null;
}

/** A media time: the counter of the recording that is the row's source. */
export interface MediaStamp {
  readonly clock: 'media';
  readonly ms: number;
  readonly precision: number;
}

export type Stamp = WallStamp | MediaStamp;

/**
 * A distance as written. `exact` 2m means at least 2:00 and less than 3:00; `or` runs from the first to the end
 * of the second; `between` includes both ends. A negative sign turns it round.
 */
export interface Span {
  readonly style: 'exact' | 'or' | 'between';
  readonly sign: 1 | -1;
  readonly from: number;
  readonly to: number;
  /** The unit written, in ms: the width of the last. */
  readonly unit: number;
}

export type RowEdge = 'start' | 'end';

export type Written =
  | {
      readonly form: 'reading';
      readonly from: Stamp;
      readonly to: Stamp | null;
      readonly about: boolean;
      readonly tolerance: number | null;
    }
  | { readonly form: 'open'; readonly side: 'before' | 'by' | 'after'; readonly stamp: Stamp }
  | { readonly form: 'after-previous'; readonly span: Span }
  | { readonly form: 'tied'; readonly ref: string; readonly edge: RowEdge; readonly span: Span | null }
  | {
      readonly form: 'ordered';
      readonly side: 'before' | 'after';
      readonly ref: string;
      readonly edge: RowEdge;
    };

/** The least and the greatest the distance can be, both reached, in whole ms. */
export function spanBounds(span: Span): { min: number; max: number } {
  const low = span.from;
  const high = span.style === 'between' ? span.to : span.to + span.unit - 1;
  return span.sign === 1 ? { min: low, max: high } : { min: -high, max: -low };
}

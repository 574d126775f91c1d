/**
 * What a person wrote, understood: the grammar of `README.md` as data. All lengths in whole ms.
 * Nothing here knows a zone or a day it was not told.
 */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A time of day as written, whole to its precision: 14:27 is 60,000 ms wide; a day alone is the whole day. */
export interface WallStamp {
  readonly clock: 'wall';
  /** `2024-03-14`, or null where the day comes from the row. */
  readonly date: string | null;
  /** ms since midnight; 24:00 is the midnight that ends the day. */
  readonly ms: number;
  /** How wide the reading is, in ms: 60000, 1000, 100, 10 or 1; `DAY` for a day alone. */
  readonly precision: number;
  /** `Z`, `-05:00`, or a name as people write it (`CST`, `ET`); null where the clock's own zone holds. */
  readonly zone: string | null;
}

/** A media time: the counter of the recording that is the row's source. */
export interface MediaStamp {
  readonly clock: 'media';
  readonly ms: number;
  readonly precision: number;
}

export type Stamp = WallStamp | MediaStamp;

/** How a distance bounds: the words that a person wrote, each with bounds of its own (`spanBounds`). */
export type SpanStyle =
  | 'exact'
  | 'or'
  | 'between'
  | 'at least'
  | 'more than'
  | 'less than'
  | 'up to'
  | 'within';

/**
 * A distance as written. `exact` 2m means at least 2:00 and less than 3:00; `or` runs from the first to the end
 * of the second; `between` includes both ends. A negative sign turns it round.
 */
export interface Span {
  readonly style: SpanStyle;
  readonly sign: 1 | -1;
  readonly from: number;
  readonly to: number;
  /** The unit written, in ms: the width of the last. */
  readonly unit: number;
  /** Widened by `tolerance` (ms) at both ends, or where that is null by the tolerance of the case: an assumption. */
  readonly about: boolean;
  readonly tolerance: number | null;
  /** Counted in days of the calendar, each 24 h here: from a clock time to the same clock time. */
  readonly days: boolean;
}

export type RowEdge = 'start' | 'end';

/** One statement about a moment. */
export type Statement =
  | {
      readonly form: 'reading';
      readonly from: Stamp;
      readonly to: Stamp | null;
      readonly about: boolean;
      readonly tolerance: number | null;
    }
  | {
      readonly form: 'open';
      readonly side: 'before' | 'by' | 'after';
      readonly stamp: Stamp;
      readonly about: boolean;
      readonly tolerance: number | null;
    }
  | { readonly form: 'after-previous'; readonly span: Span }
  | { readonly form: 'tied'; readonly ref: string; readonly edge: RowEdge; readonly span: Span | null }
  | {
      readonly form: 'ordered';
      readonly side: 'before' | 'after';
      readonly ref: string;
      readonly edge: RowEdge;
    };

/** What stands in one cell: a statement, or several of the same moment. */
export type Written = Statement | { readonly form: 'several'; readonly all: readonly Statement[] };

/** The statements of a cell, one or several. */
export const statementsOf = (w: Written): readonly Statement[] => (w.form === 'several' ? w.all : [w]);

/**
 * The least and the greatest a distance can be, both reached, in whole ms; infinite where it is open.
 * @param approximate what `about` means where no tolerance is written, ms
 */
export function spanBounds(span: Span, approximate: number): { min: number; max: number } {
  const by = span.about ? (span.tolerance ?? approximate) : 0;
  const [low, high] = sideBounds(span);
  // However rough a distance is, it is not one to the other side.
  const min = span.style === 'within' ? low - by : Math.max(0, low - by);
  const max = high + by;
  return span.sign === 1 ? { min, max } : { min: 0 - max, max: 0 - min };
}

function sideBounds({ style, from, to, unit }: Span): [number, number] {
  switch (style) {
    case 'exact':
    case 'or':
      return [from, to + unit - 1];
    case 'between':
      return [from, to];
    case 'at least':
      return [from, Number.POSITIVE_INFINITY];
    case 'more than':
      return [from + 1, Number.POSITIVE_INFINITY];
    case 'less than':
      return [0, to - 1];
    case 'up to':
      return [0, to];
    case 'within':
      return [-to, to];
  }
}

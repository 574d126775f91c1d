import type { Analysis } from '../../analysis/analyze';
import type { CaseRecord } from '../../record/record';
import type { PaperTable, Rows, WorkTable } from '../../record/tables';
import type { Hatch, Ink, Shape } from '../scene/scene';
import type { TimeAxis } from '../sheet/time-axis';

/** How one row is drawn. */
export interface Style {
  readonly ink: Ink;
  readonly shape: 'bar' | 'dot' | 'diamond' | 'ring' | 'tick';
  readonly hatch?: Hatch;
  /** The rim of a hatch; `muted` where none is named. */
  readonly rim?: Ink;
  /** Timed by a counter that nothing ties: an outline, wherever it is drawn. */
  readonly untied?: true;
  /** The entry of the legend that says what the mark is: of this kind of lane, or of another. */
  readonly legend: string;
}

/** Lanes that stand together under one head. */
export interface Group {
  readonly id: string;
  readonly name: string;
}
export const THE_STOP: Group = { id: 'stop', name: 'The stop' };
export const SOURCES: Group = { id: 'sources', name: 'Sources' };
export const CUSTODY: Group = { id: 'custody', name: 'Custody' };

/** The marks of one lane in typed arrays, in the order in which they begin, so that a hundred thousand cost no more than their pixels. */
export interface Lane {
  readonly id: string;
  readonly group: Group;
  readonly name: string;
  readonly sub: string;
  readonly tracks: number;
  /** Rows of labels under the marks; with none, labels are cut to their bars. */
  readonly labelRows: number;
  readonly n: number;
  /** Drawing units: where each mark begins and ends, and the ends of what it may be (`lo` to `hi`). */
  readonly u0: Float64Array;
  readonly u1: Float64Array;
  readonly solid0: Float64Array;
  readonly solid1: Float64Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** Greatest end so far: where to begin looking for what is on screen. */
  readonly reach: Float64Array;
  readonly track: Uint8Array;
  /** The row of each mark, by its place in its table. */
  readonly row: Int32Array;
  /** What its marks are to the pointer: entries, hand-overs, or rows of another table. */
  readonly hit: 'event' | 'custody' | 'row';
  styleOf(i: number): Style;
  labelOf(i: number): string;
  /** 0 for what keeps its name before all else, 1 for the rest. */
  rankOf(i: number): number;
  idOf(i: number): string;
  /** On which side the record puts no end to where a moment may be, `by 14:06`; lanes of what always has both ends leave it out. */
  openOf?(i: number): Open;
}

/** The side on which a moment may be at any time, as far as the record goes. */
export type Open = 'before' | 'after' | null;

type Beside = WorkTable | PaperTable;

/** What lanes are laid from: the record with its analysis, and rows of other tables where the attorney wants them on the sheet. */
export interface Ground {
  readonly record: CaseRecord;
  readonly analysis: Analysis;
  /** Rows beside the record, by table: never of an exhibit, which has none to give. */
  readonly beside: { readonly [T in Beside]?: readonly Rows[T][] };
}

/** What the panel beside the sheet says of a mark. */
export interface Details {
  readonly title: string;
  readonly says: string;
  /** Term and text, in the order in which they are read. */
  readonly facts: readonly (readonly [term: string, text: string])[];
  /** Where Enter leads, and the link below it: a place with what it is to show, `record?at=ID`. */
  readonly goes: { readonly to: string; readonly says: string };
}

/** One kind of mark as the legend shows it: its key in `Scene.legend`, its name, and a piece of it, 22 px by 12. */
export interface LegendEntry {
  readonly key: string;
  readonly name: string;
  readonly swatch: (x: number, y: number) => Shape[];
}

/** A kind of lane, which says all of itself: one more is its file in `kinds/` and its line in `index.ts`. */
export interface LaneKind {
  readonly id: string;
  readonly group: Group;
  /** What is seen in it, in one line. */
  readonly says: string;
  /** Tables beside the record that it draws. Where it names any, it is drawn only when the attorney asks for it. */
  readonly tables?: readonly Beside[];
  /** Marks that only this kind draws. */
  readonly legend: readonly LegendEntry[];
  /** Instants (ms) of rows beside the record, which the time axis is to hold. */
  readonly instants?: (ground: Ground) => readonly number[];
  /** Its lanes, each with at least one mark, in the order in which they stand. */
  readonly lay: (ground: Ground, axis: TimeAxis) => readonly Lane[];
  /** Of the row with that id; null where it is none of its own. */
  readonly details: (ground: Ground, id: string) => Details | null;
}

/** A swatch for marks of one color: a bar. */
export const bar =
  (ink: Ink) =>
  (x: number, y: number): Shape[] => [{ t: 'rect', x, y, w: 22, h: 12, fill: ink, r: 2 }];

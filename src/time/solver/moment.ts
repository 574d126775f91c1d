import type { Edge } from '../../record/event';

/** A row's time that could not be used, and why: the row stays in the record, undated. */
export interface Unplaced {
  readonly row: string;
  readonly edge: Edge;
  readonly why: string;
}

/** What a moment is known by: one variable and its distance from it, or a variable of its own. */
export const NONE = -1;

/**
 * A moment of the record by its row and edge, that remembers its number in the solution that was asked last: what is asked
 * of many pairs is looked up once.
 */
export class Ref {
  #of: object | null = null;
  #number = NONE;

  constructor(
    readonly id: string,
    readonly edge: Edge,
  ) {}

  /** Its number in a solution; NONE where it was asked of none yet, or of another. */
  numberIn(of: object): number {
    return this.#of === of ? this.#number : NONE;
  }

  /** Keeps its number in a solution. */
  keep(of: object, number: number): number {
    this.#of = of;
    this.#number = number;
    return number;
  }
}

/** How a moment is untied: by a recording's counter, drawn from midnight of its day; by a wall clock, drawn as that clock shows. */
export const UNTIED = { no: 0, counter: 1, clock: 2 } as const;

/** How a moment is written. */
export const FORM = { none: 0, reading: 1, related: 2, sameAsStart: 3, notStated: 4 } as const;

/** The number of a moment: events first, two each, then custody entries, two each. */
export function momentOf(index: number, events: number, edge: Edge): number {
  return edge === 'start'
    ? 2 * index
    : edge === 'end'
      ? 2 * index + 1
      : edge === 'released'
        ? 2 * (events + index)
        : 2 * (events + index) + 1;
}

/** One end of a row, as it is read; `part` counts the statements of a cell that makes several. */
export interface Place {
  readonly moment: number;
  /** The row's place among the events; -1 for a custody entry. */
  readonly index: number;
  readonly row: Row;
  readonly edge: Edge;
  readonly date: string;
  readonly part?: number;
}

export type Row = {
  readonly id: string;
  readonly logId: string;
  readonly clockId: string;
  readonly zone: string;
  readonly sourceId: string;
};

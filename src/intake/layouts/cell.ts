import type { Choice } from '../../time/grammar/refusal';
import type { Written } from '../../time/grammar/written';

/** A cell that cannot be taken: which field, and why. */
export class BadCell extends Error {
  constructor(
    readonly field: string,
    why: string,
    /** What the cell can mean, where only a person can say. */
    readonly asks: readonly Choice[] = [],
  ) {
    super(why);
  }
}

/** A time cell that was understood. `text` is as written, with an ambiguous date put in the app's own form. */
export interface TimeCell {
  readonly text: string;
  readonly date: string;
  readonly written: Written;
}

/** Under which id the answer about one cell goes into the mapping. */
export const cellId = (line: number, field: string): string => `cell ${line} ${field}`;

/** A spreadsheet makes 6 of 0006: what a lone figure may have been. */
export function zerosLost(text: string): Choice[] {
  const n = /^\d{1,2}$/.test(text) ? Number(text) : 60;
  const two = String(n).padStart(2, '0');
  return [
    ...(n <= 59 ? [{ text: `00:${two}`, says: `00:${two}, its zeros lost` }] : []),
    ...(n <= 23 ? [{ text: `${two}:00`, says: `${two}:00, the hour` }] : []),
  ];
}

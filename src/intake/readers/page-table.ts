import type { Passage as Place } from '../../record/passage';
import type { Drafts } from '../drafts';
import type { Refused, Sheet } from '../formats/table';
import type { Passage } from './reader';

/** A table that stands on pages of a paper, as the sheet that a file of rows gives, and where each of its rows stands. */
export interface PageTable {
  readonly sheet: Sheet;
  /** Line of the sheet that names the columns; 0 where none does. */
  readonly headerLine: number;
  /** Where each line of the sheet stands in the paper: the first for line 1. */
  readonly at: readonly Passage[];
  /** Rows of which it is not certain what belongs together. */
  readonly refused: readonly Refused[];
}

/** The drafts of such a table with the page and the words of each row. @param paper id of the paper in the case */
export function withPassages(drafts: Drafts, { at }: PageTable, paper: string): Drafts {
  const placed = <T extends { readonly line: number | null; readonly page: string }>(row: T): T => {
    const passage = at[(row.line ?? 0) - 1];
    if (!passage) return row;
    const [from, to] = passage.lines;
    const place: Place = { paper, page: passage.page, from, to, quote: passage.quote.slice(0, 20_000) };
    return { ...row, page: String(passage.page), passage: place };
  };
  return { ...drafts, events: drafts.events.map(placed), custody: drafts.custody.map(placed) };
}

import { analyze } from '../analysis/analyze';
import { newCase } from '../record/case';
import { emptyRecord } from '../record/record';
import { otherSide } from '../words/label';
import type { Exhibit } from './exhibit';
import type { Block } from './papers';

/** A paper that is tables with a few sentences around them: the ledger of claims, a summary of stop data. */
export interface TablePaper {
  readonly title: string;
  readonly caption: Exhibit['caption'];
  readonly madeUp: boolean;
  readonly zone: string;
  /** The day on which it was made, `2026-11-26`. */
  readonly made: string;
  /** Words of a protective order on each page; empty for none. */
  readonly stamp: string;
  readonly blocks: readonly Block[];
  /** The same as sheets of a workbook. */
  readonly sheets: readonly {
    readonly name: string;
    /** Letters. */
    readonly widths: readonly number[];
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** The sheets of a workbook, each with the words of a protective order below its rows. */
export const stampedSheets = (sheets: TablePaper['sheets'], stamp: string): TablePaper['sheets'] =>
  stamp === '' ? sheets : sheets.map((s) => ({ ...s, rows: [...s.rows, [stamp]] }));

/** An exhibit with nothing in it but what head, foot and caption of such a paper need. */
export function bareExhibit(p: Omit<TablePaper, 'blocks' | 'sheets'>): Exhibit {
  const record = emptyRecord(newCase('exhibit', p.title, p.zone, 0));
  return {
    title: p.title,
    caption: p.caption,
    sticker: { says: '', mark: '', colour: 'yellow' },
    bates: '',
    use: '',
    offered: '',
    sheet: 'letter',
    madeUp: p.madeUp,
    stamp: p.stamp,
    zone: p.zone,
    made: p.made,
    otherSide: otherSide({ ...record.case, title: p.caption.parties }),
    facts: [],
    leftOut: 0,
    stated: [],
    signature: '',
    certificate: '',
    findings: [],
    underlying: [],
    drawnFrom: '',
    custody: [],
    read: { record, analysis: analyze(record) },
    picture: { hidden: [], clock: null },
  };
}

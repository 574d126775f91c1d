import { claimSteps, type Ledger } from '../../analysis/claims';
import type { CaseRecord } from '../../record/record';
import { finish } from '../../time/steps';
import { type ClaimChoice, claimsTable } from '../claims-table';
import { stampOf } from '../stamp';
import { asTables } from './paper';

/** What the table of claims is made of: of the attorney's work it knows the choice alone. */
export interface ClaimsInput {
  readonly record: CaseRecord;
  readonly ledger: Ledger;
  readonly choice: ClaimChoice;
  /** The day on which it is made, `2026-11-26`. */
  readonly made: string;
  /** Words of a protective order in force; empty for none. */
  readonly stamp: string;
}

/** The ledger of claims as a table, in Word, PDF and XLSX. */
export const claims = asTables<ClaimsInput>({
  id: 'claims',
  name: 'Claims',
  says: 'each sentence of report and testimony, with what the record shows of it and the pages of both',
  titleOf: ({ record }) => `${record.case.title} claims`,
  paperOf: ({ record, ledger, choice, made, stamp }) => claimsTable(record, ledger, choice, made, stamp),
  inputOf: ({ read: { record }, rows, made }) => {
    const ledger = finish(claimSteps(record));
    if (ledger.claims.length === 0) return null;
    const notes = rows.claimNotes ?? [];
    return {
      record,
      ledger,
      choice: {
        matter: Object.fromEntries(notes.flatMap((n) => (n.matter ? [[n.about, n.matter]] : []))),
        out: notes.flatMap((n) => (n.out ? n.about : [])),
      },
      made,
      stamp: stampOf(rows.protectiveOrders ?? [], made),
    };
  },
});

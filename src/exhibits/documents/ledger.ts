import { outOn } from '../../analysis/outstanding';
import { whatCame } from '../../analysis/productions';
import { dayNumber } from '../../time/days';
import type { DocumentKind } from '../document';
import { type Ledger, ledgerLeaf, ledgerOf, ledgerTables } from '../ledger';
import { stampOf } from '../stamp';
import { boundDemands, withheldOf } from '../withheld';
import { leafAsPdf, leafAsWord } from './packet';
import { DOCX } from './paper';

const ledger = {
  says: 'what was asked for, what came, and what is still out as of a day',
  titleOf: ({ asOf }: Ledger) => `Ledger of discovery ${asOf}`,
  inputOf: ({ read, rows, made }: Parameters<DocumentKind<Ledger>['inputOf']>[0]): Ledger | null => {
    const { case: of, papers } = read.record;
    const demands = boundDemands(rows.demands ?? [], withheldOf(rows.disclosures ?? []));
    const came = whatCame(papers, rows.productions ?? []);
    if (demands.length === 0 && came.every((c) => c.production === null)) return null;
    const day = dayNumber(made);
    const stamp = stampOf(rows.protectiveOrders ?? [], made);
    return ledgerOf(of, outOn(demands, came, day, day), came, day, made, stamp);
  },
};

export const ledgerWord: DocumentKind<Ledger> = {
  ...ledger,
  id: 'ledger-word',
  name: 'Ledger of discovery (Word)',
  type: DOCX,
  ending: 'docx',
  write: async (input, tools) => leafAsWord(ledgerLeaf(input), tools),
};

export const ledgerPdf: DocumentKind<Ledger> = {
  ...ledger,
  id: 'ledger-pdf',
  name: 'Ledger of discovery (PDF)',
  type: 'application/pdf',
  ending: 'pdf',
  write: async (input, tools) => leafAsPdf(ledgerLeaf(input), tools),
};

export const ledgerXlsx: DocumentKind<Ledger> = {
  ...ledger,
  id: 'ledger-xlsx',
  name: 'Ledger of discovery (XLSX)',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ending: 'xlsx',
  write: async (input) => (await import('../formats/tables')).sheetsOf(ledgerTables(input)),
};

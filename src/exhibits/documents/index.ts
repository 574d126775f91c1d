import type { DocumentKind, Planned } from '../document';
import { argument } from './argument';
import { claims } from './claims';
import { custody } from './custody';
import { ledgerPdf, ledgerWord, ledgerXlsx } from './ledger';
import { letter } from './letter';
import { oneFile } from './one-file';
import { packetPdf, packetWord } from './packet';
import { png, svg } from './picture';
import { slides } from './slides';
import { statement } from './statement';
import { stillsPdf, stillsWord } from './stills';
import { stopData } from './stop-summary';
import { summary } from './summary';
import { csv, xlsx } from './tables';

/** What each exhibit becomes, in the order in which it is offered; one more is its file and its line here. */
export const OF_EXHIBIT: readonly DocumentKind<Planned>[] = [
  ...summary,
  ...statement,
  ...argument,
  slides,
  oneFile,
  svg,
  png,
  csv,
  xlsx,
  custody,
];

/** Every kind of document; one more that is made of something else than an exhibit is its file and its line here. */
export const DOCUMENTS: readonly DocumentKind<unknown>[] = [
  ...OF_EXHIBIT,
  letter,
  stillsWord,
  stillsPdf,
  ...claims,
  packetWord,
  packetPdf,
  ledgerWord,
  ledgerPdf,
  ledgerXlsx,
  ...stopData,
];

/** The kind of document with that id. @throws Error where there is none */
export function documentOf(id: string): DocumentKind<unknown> {
  const kind = DOCUMENTS.find((d) => d.id === id);
  if (!kind) throw new Error(`There is no document of the kind “${id}”.`);
  return kind;
}

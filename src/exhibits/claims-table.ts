import type { Claim, Ledger, Standing } from '../analysis/claims';
import { standingOf } from '../analysis/claims';
import type { EventRow } from '../record/event';
import type { CaseRecord } from '../record/record';
import { rowById } from '../record/rows';
import type { Matter } from '../record/work-product';
import { SECONDS } from '../time/duration';
import { MATTER_WORDS, STANDING_WORDS } from '../words/claim';
import { pinCite } from './cites';
import { oneLine, printable } from './printable';
import type { TablePaper } from './table-paper';

/** What of the attorney's work shapes the table: which claims stand in it and of what matter they are. Her comment has no field here. */
export interface ClaimChoice {
  readonly matter: Readonly<Record<string, Matter>>;
  readonly out: readonly string[];
}

const HEAD = ['Claim', 'Who, and where', 'How it stands', 'What the record shows', 'Where'] as const;

/** The cite of a row of the record, whatever table it is of; empty where there is no such row. */
function citeOfRow(record: CaseRecord, id: string): string {
  const row = rowById(record.events, id) ?? rowById(record.custody, id);
  if (row)
    return pinCite(
      row,
      record.sources.find((s) => s.id === row.sourceId),
      record,
      'full',
    );
  const relation = record.relations.find((r) => r.id === id);
  const source = record.sources.find((s) => s.id === relation?.sourceId);
  return relation && source ? `${source.name}${relation.page === '' ? '' : ` at ${relation.page}`}` : '';
}

/** The ledger as a table that is handed over: cross-examination's outline, every row with its pages. @param stamp words of a protective order in force */
export function claimsTable(
  record: CaseRecord,
  ledger: Ledger,
  choice: ClaimChoice,
  made: string,
  stamp = '',
): TablePaper {
  const shown = ledger.claims.filter((c) => !choice.out.includes(c.id));
  const rows = shown.map((c) => rowOf(record, c, choice.matter[c.id] ?? c.matter));
  const { title, number, court, madeUp, zone } = record.case;
  return {
    title: 'What Is Said, and What the Record Shows',
    caption: { court: oneLine(court, 200), parties: oneLine(title, 200), number: oneLine(number, 80) },
    madeUp,
    zone,
    made,
    stamp: oneLine(stamp),
    blocks: [
      {
        t: 'text',
        text: 'Each sentence is put to what other records prove: not to its own speaker’s other words, and not to a recording that it was drafted from.',
      },
      { t: 'table', shares: [0.26, 0.16, 0.12, 0.28, 0.18], head: HEAD, rows },
      { t: 'text', small: true, text: `${SECONDS} Times are of ${zone}.` },
    ],
    sheets: [{ name: 'Claims', widths: [50, 30, 22, 60, 40], head: HEAD, rows }],
  };
}

function rowOf(record: CaseRecord, c: Claim, matter: Matter): string[] {
  const standing: Standing = standingOf(c, matter);
  const source = record.sources.find((s) => s.id === c.sourceId);
  const event: EventRow | undefined = rowById(record.events, c.id);
  const cite = event ? pinCite(event, source, record, 'full') : citeOfRow(record, c.id);
  // What nothing was tested of is said once, in the column before.
  const tests = c.tests.filter((t) => t.standing !== 'untested' || t.of === 'sight');
  const where = [...new Set(tests.flatMap((t) => t.rows).filter((id) => id !== c.id))]
    .map((id) => citeOfRow(record, id))
    .filter((x) => x !== '');
  const assumes = [...new Set(tests.flatMap((t) => t.assumes))];
  return [
    printable(c.says),
    [c.speaker, cite].filter(Boolean).join('\n'),
    standing === 'outside' ? `${STANDING_WORDS.outside} (${MATTER_WORDS[matter]})` : STANDING_WORDS[standing],
    [...tests.map((t) => t.says), ...(assumes.length > 0 ? [`Assumed: ${assumes.join('; ')}.`] : [])].join(
      '\n',
    ),
    [...new Set(where)].join('\n'),
  ];
}

import Papa from 'papaparse';
import writeExcelFile from 'write-excel-file/universal';
import type { Exhibit } from '../exhibit';
import { allowed } from '../facts';
import type { TablePaper } from '../table-paper';

const FACTS = [
  'Day',
  'As written',
  'Clock',
  'By the whole record',
  'T+',
  'Event',
  'Who',
  'Record',
  'Remark',
] as const;
const FINDINGS = ['No.', 'Finding', 'Status', 'Bounds', 'Proof', 'Authority'] as const;
const CUSTODY = ['Item', 'Released by', 'Received by', 'Seal', 'Quantities', 'Purpose', 'Cite'] as const;
const RECORDS = ['Record', 'Exhibit', 'Bates', 'File', 'sha-256'] as const;

const factRows = (e: Exhibit): string[][] =>
  e.facts.map((f) => [f.day, f.written, f.by, allowed(f), f.elapsed, f.what, f.who, f.cite, f.doubt]);

/**
 * The minute-by-minute table as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP,
 * "CSV injection"); UTF-8 with its mark, so that Excel reads it as that.
 */
export function csvOf(e: Exhibit): Uint8Array {
  return new TextEncoder().encode(
    `\ufeff${Papa.unparse([[...FACTS], ...factRows(e), ...(e.stamp === '' ? [] : [[e.stamp]])], { escapeFormulae: true, quotes: true, newline: '\r\n' })}\r\n`,
  );
}

/** Sheets of a workbook: every cell is text, which no spreadsheet evaluates. */
export async function sheetsOf(sheets: TablePaper['sheets']): Promise<Uint8Array> {
  const blob = await writeExcelFile(
    sheets.map((s) => ({
      sheet: s.name,
      data: [
        s.head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...s.rows.map((r) => r.map((value) => (value === '' ? null : { value, type: String, wrap: true }))),
      ],
      columns: s.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** The same with findings, custody and the index of records, as XLSX: every cell is text, which no spreadsheet evaluates. */
export async function xlsxOf(e: Exhibit): Promise<Uint8Array> {
  const sheet = (
    name: string,
    widths: readonly number[],
    head: readonly string[],
    rows: readonly (readonly string[])[],
  ) => ({
    sheet: name,
    data: [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      // An empty cell is left out; a cell of Excel holds 32,767 letters at most, and ours are shorter.
      ...rows.map((r) => r.map((value) => (value === '' ? null : { value, type: String, wrap: true }))),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  });
  const blob = await writeExcelFile([
    sheet('Minute by minute', [12, 24, 20, 24, 12, 60, 22, 44, 44], FACTS, factRows(e)),
    ...(e.findings.length === 0
      ? []
      : [
          sheet(
            'Findings',
            [6, 40, 30, 50, 80, 50],
            FINDINGS,
            e.findings.map((f) => [
              f.letter,
              f.title,
              f.status,
              f.bounds,
              f.proofs
                .map((p) =>
                  [
                    ...p.lines.map((l) => `${l.says}${l.cite === '' ? '' : ` (${l.cite})`}`),
                    p.concludes,
                  ].join('\n'),
                )
                .join('\n'),
              f.authorities.map((a) => `${a.cite} (${a.standing})`).join('\n'),
            ]),
          ),
        ]),
    sheet(
      'Custody',
      [20, 34, 34, 20, 24, 24, 34],
      CUSTODY,
      e.custody.map((h) => [h.item, h.released, h.received, h.seal, h.quantities, h.purpose, h.cite]),
    ),
    sheet('Index of records', [40, 14, 22, 34, 68], RECORDS, [
      ...e.underlying.map((u) => [u.name, u.exhibit, u.bates, u.file, u.sha256]),
      ...[e.drawnFrom, e.stamp].filter(Boolean).map((t) => [t, '', '', '', '']),
    ]),
  ]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

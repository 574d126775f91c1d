import writeExcelFile from 'write-excel-file/universal';

/** One table of a workbook. */
interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tables as XLSX: every cell is text, which no spreadsheet evaluates. @param stamp words of a protective order, in a row of their own */
export async function tablesOf(sheets: readonly Sheet[], stamp: string): Promise<Uint8Array> {
  const cell = (value: string, bold = false) =>
    value === ''
      ? null
      : {
          value: value.slice(0, 32_000),
          type: String,
          wrap: true,
          ...(bold ? { fontWeight: 'bold' as const } : {}),
        };
  const blob = await writeExcelFile(
    sheets.map((s) => ({
      sheet: s.name,
      data: [
        ...(stamp === '' ? [] : [[cell(stamp, true)]]),
        s.head.map((h) => cell(h, true)),
        ...s.rows.map((r) => r.map((t) => cell(t))),
      ],
      columns: s.head.map(() => ({ width: 32 })),
      stickyRowsCount: stamp === '' ? 1 : 2,
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

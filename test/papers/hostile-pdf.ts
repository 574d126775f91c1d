/** A stream of a PDF. @param dict what stands in its dictionary beside its length */
export const stream = (dict: string, data: string): string =>
  `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`;

/** A PDF of these objects; the first is its root. @param trailer what stands in its trailer beside root and size */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const at = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const rows = at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${at.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + end, 'latin1'));
}

export const WORDS = 'At 1427 hours I stopped the car.';
const SHOWN = `BT /F1 12 Tf 72 700 Td (${WORDS}) Tj ET`;
export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A page that says `WORDS`. @param font of the words @param more objects from the fifth on */
export function pageOf(
  font: string,
  more: readonly string[] = [],
  { before = '', resources = '', kids = '[3 0 R]', count = '1', contents = '' } = {},
): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids ${kids} /Count ${count} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 ${font} >> ${resources} >> >>`,
    contents || stream('', `${before}${SHOWN}`),
    ...more,
  ]);
}

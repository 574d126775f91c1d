import { describe, expect, it } from 'vitest';
import { paperSetting } from '../../src/cli/paper-setting';
import { readPaper } from '../../src/papers/index';
import { LIMITS } from '../../src/papers/limits';
import { HELVETICA, pageOf } from './hostile-pdf';

/** A form whose labels stand on the page, with these fields over it. */
async function linesOf(
  fields: readonly string[],
  labels: readonly [number, number, string][],
): Promise<string[]> {
  const before = labels.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET `).join('');
  const bytes = pageOf(
    HELVETICA,
    fields.map((f) => `<< /Type /Annot ${f} >>`),
    { before, resources: `>> /Annots [${fields.map((_, i) => `${5 + i} 0 R`).join(' ')}] /Z <<` },
  );
  const paper = await readPaper(bytes, 'form.pdf', { ...paperSetting(false), limits: LIMITS });
  return paper.pages.flatMap((p) => p.lines.map((l) => l.text));
}
const text = (rect: string, value: string, more = ''): string =>
  `/Subtype /Widget /FT /Tx /T (f${rect}) /DA (/Helv 10 Tf 0 g) /Rect [${rect}] /V (${value}) ${more}`;

describe('a form that was filled in on a screen', () => {
  it('has what was filled in beside its labels, and boxes as they are ticked', async () => {
    const lines = await linesOf(
      [
        text('150 596 300 612', '24-1188'),
        text('400 596 460 612', '1427'),
        '/Subtype /Widget /FT /Btn /T (consent) /Rect [150 566 162 578] /V /Yes /AS /Yes /AP << /N << /Yes 4 0 R /Off 4 0 R >> >>',
        '/Subtype /Widget /FT /Btn /T (searched) /Rect [250 566 262 578] /V /Off /AS /Off /AP << /N << /Yes 4 0 R /Off 4 0 R >> >>',
        '/Subtype /FreeText /DA (/Helv 10 Tf 0 g) /Rect [72 536 400 550] /Contents (Sealed at 1512 hours.)',
      ],
      [
        [72, 600, 'Case number:'],
        [340, 600, 'Time:'],
        [72, 568, 'Consent'],
        [180, 568, 'Searched'],
      ],
    );
    expect(lines).toContain('Case number: 24-1188 Time: 1427');
    expect(lines).toContain('Consent [X] Searched [ ]');
    expect(lines).toContain('Sealed at 1512 hours.');
  });

  it('has the lines of a field of several one below the other', async () => {
    const lines = await linesOf(
      [text('72 480 500 560', 'At 1427 I stopped the car.\\nAt 1433 the dog came.', '/Ff 4096')],
      [[72, 600, 'Narrative']],
    );
    expect(lines.join('|')).toContain('Narrative|At 1427 I stopped the car.|At 1433 the dog came.');
  });

  it('leaves what is hidden, what is empty, and passwords', async () => {
    const lines = await linesOf(
      [
        text('150 596 300 612', 'hidden', '/F 2'),
        text('150 576 300 592', 'secret', '/Ff 8192'),
        text('150 556 300 572', ''),
        '/Subtype /Link /Rect [72 500 100 510] /Contents (a link)',
      ],
      [[72, 600, 'Name:']],
    );
    expect(lines.join('|')).not.toMatch(/hidden|secret|link/);
    expect(lines).toContain('Name:');
  });
});

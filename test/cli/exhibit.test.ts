import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { documentTools } from '../../src/cli/document-tools';
import { DOCUMENTS, documentOf } from '../../src/exhibits/documents';
import { record } from '../make';

const dir = mkdtempSync(join(tmpdir(), 'exhibit-'));
afterAll(() => rmSync(dir, { recursive: true }));
const log = join(dir, 'log.csv');
writeFileSync(
  log,
  'date,time,kind,description\n2024-03-14,14:27,seizure-begins,x\n2024-03-14,14:29,warning-issued,y\n2024-03-14,14:41,arrest,z\n',
);
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/exhibit.ts', ...args], { encoding: 'utf8' });

describe('npm run exhibit', () => {
  it('makes a document of tables, and says where it is', () => {
    const to = join(dir, 'out.docx');
    const r = run('--as=argument-word', `--to=${to}`, '--zone=America/Chicago', log);
    expect(r).toMatchObject({ status: 0, stdout: `${to}\n` });
    expect(Object.keys(unzipSync(readFileSync(to)))).toContain('word/document.xml');
  });

  it('takes papers as it takes tables, with what was left said, and cites their pages', () => {
    const to = join(dir, 'papers.docx');
    const office = join(dir, 'office');
    mkdirSync(office);
    copyFileSync(log, join(office, 'log.csv'));
    copyFileSync('test/fixtures/papers/acc-02.pdf', join(office, 'acc-02.pdf'));
    const r = run('--as=summary-word', `--to=${to}`, '--zone=America/Chicago', office);
    expect(r).toMatchObject({ status: 0, stdout: `${to}\n` });
    expect(r.stderr).toMatch(/acc-02\.pdf: \d+ proposals: certain, and taken with its page/);
    const xml = Buffer.from(unzipSync(readFileSync(to))['word/document.xml'] as Uint8Array).toString();
    expect(xml).toContain('acc-02.pdf');
  });

  it('refuses a kind that there is not, naming those that there are, and says what a case holds nothing for', () => {
    const unknown = run('--as=poster', log);
    expect(unknown.status).toBe(2);
    for (const { id } of DOCUMENTS) expect(unknown.stderr).toContain(`  ${id} `);
    expect(run('--as=letter', '--zone=America/Chicago', log)).toMatchObject({ status: 1 });
  });

  it('draws in Node: the picture is a PNG of 300 dots to the inch', async () => {
    const r = record({
      events: [
        { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
        { ref: 'over', kind: 'arrest', start: '14:20:00' },
      ],
    });
    const kind = documentOf('png');
    const input = kind.inputOf({ read: { record: r, analysis: analyze(r) }, rows: {}, made: '2026-11-25' });
    const bytes = await kind.write(
      input,
      documentTools(() => {}),
    );
    expect(Buffer.from(bytes.slice(1, 4)).toString()).toBe('PNG');
    expect(Buffer.from(bytes).includes('pHYs')).toBe(true);
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const image = await loadImage(Buffer.from(bytes));
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if ((data[i] as number) < 128) dark++;
    // Letters as high as the sheet would cover a third of it.
    expect(dark / (data.length / 4)).toBeGreaterThan(0.002);
    expect(dark / (data.length / 4)).toBeLessThan(0.12);
  });
});

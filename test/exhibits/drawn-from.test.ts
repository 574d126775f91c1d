import { unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { type Exhibit, exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { oneFileHash } from '../../src/exhibits/formats/one-file';
import { xlsxOf } from '../../src/exhibits/formats/tables';
import { wordOf } from '../../src/exhibits/formats/word';
import { paperOf } from '../../src/exhibits/papers';
import { STICKERS } from '../../src/exhibits/stickers';
import { record } from '../make';

const HEAD = { seq: 12, hash: '4f53cda1'.repeat(8) };
const r = record({ events: [{ ref: 'a', kind: 'seizure-begins', start: '14:00' }] });
const read = { record: r, analysis: analyze(r) };
const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
const made = (head: boolean, of: typeof HEAD | null = HEAD): Exhibit =>
  exhibitOf(read, { ...firstPlan(read, 'x', sticker, new Map()), head }, '2026-11-26', new Map(), of);
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(bytes)['word/document.xml']).replace(/<[^>]+>/g, '');

describe('the entry of the history that an exhibit is drawn from', () => {
  it('is under its index where that is wanted, and nowhere else', async () => {
    const says = `entry 12, ${HEAD.hash} (sha-256)`;
    expect(made(true).drawnFrom).toContain(says);
    expect([made(false).drawnFrom, made(true, null).drawnFrom]).toEqual(['', '']);
    expect(textOf(await wordOf(made(true), paperOf(made(true), 'summary'), []))).toContain(says);
    expect(textOf(await wordOf(made(false), paperOf(made(false), 'summary'), []))).not.toContain(HEAD.hash);
    const sheets = await readExcel(Buffer.from(await xlsxOf(made(true))));
    expect(JSON.stringify(sheets)).toContain(says);
  });

  it('leaves the one file as it is: others name its hash, and each export is one more entry', () => {
    expect(oneFileHash(made(true))).toBe(oneFileHash(made(false)));
    expect(oneFileHash(made(true, { seq: 13, hash: 'ab'.repeat(32) }))).toBe(oneFileHash(made(true)));
  });
});

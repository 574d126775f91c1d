import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { documentTools } from '../../src/cli/document-tools';
import type { WholeCase } from '../../src/exhibits/document';
import { claims } from '../../src/exhibits/documents/claims';
import { stopData } from '../../src/exhibits/documents/stop-summary';
import type { StopSummary } from '../../src/exhibits/stop-summary';
import { record, relation } from '../make';
import { bytesWithin } from './decompressed';

const CANARY = 'CANARY-of-what-she-thinks';
const tools = documentTools(() => undefined);
const hasPdf = spawnSync('pdftotext', ['-v']).error === undefined;

const ledgerOf = record({
  sources: [
    {},
    { id: 'rep', name: 'Report of Marsh', kind: 'report', by: 'Marsh' },
    { id: 'tr', name: 'Hearing of May 2', kind: 'testimony', by: 'Marsh' },
  ],
  events: [
    { ref: 'log', kind: 'dog-requested', start: '14:20:00', page: '7' },
    {
      ref: 'c',
      kind: 'dog-requested',
      start: '14:05',
      sourceId: 'rep',
      page: '12',
      description: 'I called for the dog',
    },
    { ref: 'd', kind: 'odour', start: '', sourceId: 'rep', page: '14', description: 'odor of marijuana' },
    {
      ref: 'e',
      kind: 'dog-requested',
      start: '14:20',
      sourceId: 'tr',
      page: '41',
      description: 'I called at twenty past',
    },
  ],
  relations: [relation('c', 'log'), relation('e', 'log')],
});
const whole: WholeCase = {
  read: { record: ledgerOf, analysis: analyze(ledgerOf) },
  rows: { claimNotes: [{ id: 'n', caseId: 'c', about: 'c', comment: CANARY, matter: '', out: false }] },
  made: '2026-11-27',
};

const counted: StopSummary = {
  officer: 'Dale Marsh',
  counted: {
    says: 'officer MARSH D, all districts, at any hour',
    measures: 'stop',
    lengths: [
      { min: 360_000, max: 419_999, n: 30 },
      { min: 900_000, max: 959_999, n: 13 },
    ],
    leftOut: [{ why: 'several times or lengths in one cell', n: 1234 }],
    rates: [{ what: 'a dog was called', n: 43, of: 47 }],
    made: '2026-11-27',
  },
  stop: { min: 1_300_000, max: 1_500_000 },
  file: { name: 'stops-of-the-county.csv', rows: 1_000_000, size: 71_000_000, sha256: 'ab'.repeat(32) },
  caption: { court: 'Circuit Court', parties: 'State v. Doe', number: '24-CR-7' },
  madeUp: false,
  zone: 'America/Chicago',
  made: '2026-11-27',
  stamp: 'CONFIDENTIAL: counsel alone',
};

/** What a reader finds in a document, its blanks and line ends aside. */
async function textOf(bytes: Uint8Array, ending: string): Promise<string> {
  const text =
    ending === 'pdf'
      ? spawnSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout
      : (await bytesWithin(bytes))
          .map((b) => Buffer.from(b).toString('utf8'))
          .join('\n')
          .replace(/<[^>]+>/g, '');
  return text.replace(/\s+/g, '').replaceAll('&#x2019;', '’');
}
const bare = (text: string): string => text.replace(/\s+/g, '');

describe.each(['docx', 'pdf', 'xlsx'])('a paper of tables as %s', (ending) => {
  const skipped = ending === 'pdf' && !hasPdf;
  it.skipIf(skipped)(
    `${skipped ? '(needs pdftotext) ' : ''}of claims has each sentence, its page, and the page of what it is put to`,
    async () => {
      const kind = claims.find((k) => k.ending === ending);
      const input = kind?.inputOf(whole);
      if (!kind || !input) throw new Error('there is no such document');
      const text = await textOf(await kind.write(input, tools), ending);
      for (const part of [
        'I called for the dog',
        'Report of Marsh at 12',
        'cannot be true',
        'odor of marijuana',
        'Report of Marsh at 14',
        'I called at twenty past',
        'Hearing of May 2 at 41',
        'Dispatch log at 7',
      ])
        expect(text, part).toContain(bare(part));
      expect(text).not.toContain('CANARY');
    },
  );

  it.skipIf(skipped)(
    `${skipped ? '(needs pdftotext) ' : ''}of stop data has benchmark, figure, what was left out and the record it is drawn from`,
    async () => {
      const kind = stopData.find((k) => k.ending === ending);
      if (!kind) throw new Error('there is no such document');
      const text = await textOf(await kind.write(counted, tools), ending);
      for (const part of [
        'officer MARSH D, all districts, at any hour',
        '43',
        'longer than 100 % of the others (43 of 43)',
        'several times or lengths in one cell',
        '1,234',
        '43 of 47 (91.5 %; 95 % interval 79.6 % to 97.7 %)',
        'stops-of-the-county.csv',
        '1,000,000',
        'abab',
        'CONFIDENTIAL: counsel alone',
      ])
        expect(text, part).toContain(bare(part));
    },
  );
});

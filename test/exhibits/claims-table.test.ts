import { describe, expect, it } from 'vitest';
import { claimSteps } from '../../src/analysis/claims';
import { claimsTable } from '../../src/exhibits/claims-table';
import { sheetsOf } from '../../src/exhibits/formats/tables';
import { wordOf } from '../../src/exhibits/formats/word';
import { bareExhibit } from '../../src/exhibits/table-paper';
import type { ClaimNote } from '../../src/record/work-product';
import { finish } from '../../src/time/steps';
import { record, relation } from '../make';
import { bytesWithin } from './decompressed';

const CANARY = 'CANARY-comment-of-the-attorney';
const of = record({
  sources: [{ page: '' } as object, { id: 'rep', name: 'Report of Marsh', kind: 'report', by: 'Marsh' }],
  events: [
    { ref: 'log', start: '14:20:00', page: '3' },
    {
      ref: 'c',
      start: '14:05',
      sourceId: 'rep',
      page: '2',
      kind: 'sniff',
      description: 'I deployed the dog',
    },
    { ref: 'd', start: '', sourceId: 'rep', page: '4', kind: 'odour', description: 'odor of marijuana' },
  ],
  relations: [relation('c', 'log')],
});
const note: ClaimNote = { id: 'n', caseId: 'c', about: 'c', comment: CANARY, matter: '', out: false };
const table = (out: readonly string[] = []) =>
  claimsTable(of, finish(claimSteps(of)), { matter: {}, out }, '2026-11-26');

const textIn = async (bytes: Uint8Array): Promise<string> =>
  (await bytesWithin(bytes)).map((b) => Buffer.from(b).toString('utf8')).join('\n');

describe('the ledger as a table', () => {
  it('has every claim with its page, and what the record shows with its page', () => {
    const [sheet] = table().sheets;
    expect(sheet?.rows).toHaveLength(2);
    expect(sheet?.rows[0]).toEqual([
      'I deployed the dog',
      'Marsh\nReport of Marsh at 2',
      'cannot be true',
      expect.stringMatching(/It misses by more than 14 min/),
      'Dispatch log at 3',
    ]);
    expect(sheet?.rows[1]?.[2]).toBe('no matter of time or sight (smell)');
    expect(table(['c']).sheets[0]?.rows).toHaveLength(1);
  });

  it('never says that anybody lies, and no comment is in any byte of it', async () => {
    const paper = table();
    expect(note.comment).toBe(CANARY);
    const word = await wordOf(
      bareExhibit(paper),
      { kind: 'argument', title: paper.title, filed: true, blocks: paper.blocks },
      [],
    );
    for (const bytes of [word, await sheetsOf(paper.sheets)]) {
      const text = await textIn(bytes);
      expect(text).toContain('Report of Marsh');
      expect(text).not.toContain(CANARY);
      expect(text).not.toMatch(/\b(lie|lied|lying|liar|perjur\w*)\b/i);
    }
  });
});

import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { historyLog } from '../../src/app/history-log';
import { type CaseContent, grouped } from '../../src/casefile/content';
import { newCase } from '../../src/record/case';
import { chainHash } from '../../src/record/chain';
import type { Change } from '../../src/record/change';
import type { HistoryEntry } from '../../src/record/history';
import { event } from '../make';

const CANARY = 'zugzwang-canary';
const of = newCase('c', 'State v. Doe', 'America/Chicago', 0);
const believed = { ...of, trust: { ...of.trust, impeached: [CANARY] } };
const row = event({ ref: 'a', kind: 'alert', start: '14:00', description: '=cmd()' });
const own = (table: Change['table']): Change[] => [
  { table, id: 'x', before: null, after: { id: 'x', text: CANARY, asks: CANARY, title: CANARY } },
];
const STEPS: [string, Change[]][] = [
  ['Entry added', [{ table: 'events', id: 'a', before: null, after: row }]],
  ['Entry changed', [{ table: 'events', id: 'a', before: row, after: { ...row, start: '14:01' } }]],
  [`Note: ${CANARY}`, own('notes')],
  [`Theory: ${CANARY}`, own('theories')],
  [`Plan: ${CANARY}`, own('disclosures')],
  [`Exhibit planned: ${CANARY}`, own('exhibits')],
  [`Demand: ${CANARY}`, own('demands')],
  [`Impeached: ${CANARY}`, [{ table: 'cases', id: 'c', before: of, after: believed }]],
];

function content(): CaseContent {
  let before = '';
  const history = STEPS.map(([what, changes], i) => {
    const e: HistoryEntry = {
      caseId: 'c',
      seq: i + 1,
      at: i * 1000,
      who: 'A. Abel',
      what,
      kind: 'do',
      of: null,
      rows: 1,
    };
    before = chainHash(before, e, changes);
    return { ...e, hash: before, changes };
  });
  const made: Record<string, readonly unknown[]> = {
    events: [{ ...row, start: '14:01' }],
    ...Object.fromEntries(STEPS.flatMap(([, [c]]) => (c?.id === 'x' ? [[c.table, [c.after]]] : []))),
  };
  return { case: believed, ...grouped((t) => made[t] ?? []), history };
}

const linesOf = (c: CaseContent): string[][] =>
  Papa.parse<string[]>(new TextDecoder().decode(historyLog(c)).replace(/^\ufeff/, '')).data;

it('a log that can be produced says who changed what and when, and nothing of what the attorney thinks', () => {
  const lines = linesOf(content());
  expect(lines.flat().join('\n')).not.toContain(CANARY);
  // Each step stands in it, the attorney's own too.
  expect(new Set(lines.slice(1).map((l) => l[0]))).toEqual(
    new Set(['1', '2', '3', '4', '5', '6', '7', '8', '']),
  );
  expect(lines.find((l) => l[0] === '2')).toEqual([
    '2',
    '1970-01-01T00:00:01.000Z',
    'A. Abel',
    'Entry changed',
    'events',
    'a',
    'start',
    '14:00',
    '14:01',
    content().history[1]?.hash,
  ]);
  expect(lines.filter((l) => l[6]?.startsWith('(work product')).map((l) => l[4])).toEqual([
    'notes',
    'theories',
    'disclosures',
    'exhibits',
    'demands',
    'cases',
  ]);
  // No cell is a formula, and the chain is said to hold.
  expect(lines.flat().find((c) => c.includes('cmd()'))).toBe("'=cmd()");
  expect(lines.at(-2)?.[3]).toMatch(/^Every entry matches its hash.* The last is entry 8, [0-9a-f]{64}\.$/);
});

it('a step that somebody altered is named', () => {
  const c = content();
  const altered = { ...c, history: c.history.map((h) => (h.seq === 2 ? { ...h, who: 'B. Baker' } : h)) };
  expect(linesOf(altered).at(-2)?.[3]).toMatch(/^Entry 2 does not match its hash/);
});

it('a row that the history did not make is counted, and not quoted', () => {
  const c = content();
  const forged = { ...c, facts: { ...c.facts, events: [{ ...row, start: '14:29' }] } };
  expect(linesOf(forged).at(-2)?.[3]).toBe('1 rows are not what this history makes them.');
});

it('gives no formula to a reader that splits at semicolons or tabs', () => {
  const changed = content();
  const history = changed.history.map((h) => ({ ...h, who: 'x;=1+1', what: 'y\t=2+2' }));
  const text = new TextDecoder().decode(historyLog({ ...changed, history })).replace(/^\ufeff/, '');
  let cells = 0;
  for (const delimiter of [',', ';', '\t'])
    for (const cell of Papa.parse<string[]>(text, { delimiter }).data.flat()) {
      expect(cell).not.toMatch(/^[=+@\t]/);
      cells++;
    }
  expect(cells).toBeGreaterThan(20);
});

import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/intake/assemble';

/** The findings of one rule over a log (made up) in which a line may be refused. */
async function read(rule: string, text: string) {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name: 'log.csv', bytes }], 'America/Chicago');
  const found = analyze(got.record).findings.filter((f) => f.rule === rule);
  return {
    refused: got.refused.map((r) => r.line),
    statuses: found.map((f) => f.status),
    says: found.flatMap((f) => f.premises.map((p) => p.says)).join('\n'),
    unread: got.record.sources.map((s) => s.unread ?? []),
  };
}

const log = (alert: string): string => `Date,Time,Event,Officer
3/14/2024,23:41,Traffic stop,Smith
3/15/2024,00:06,${alert},Jones
3/15/2024,00:12,Search,Smith`;

it('a line that was refused may be the ground of a search: without one it is no established hole', async () => {
  const whole = await read('search-before-cause', log('Odd words'));
  expect(whole.statuses).toEqual(['established']);
  const torn = await read('search-before-cause', log('K9 alert').replace('00:06', '0O:06'));
  expect(torn.refused).toEqual([3]);
  expect(torn.unread).toEqual([[3]]);
  expect(torn.statuses).toEqual(['arguable']);
  expect(torn.says).toMatch(/Line 3 of “log.csv” could not be read/);
});

it('a line below the search is no ground of it', async () => {
  const got = await read('search-before-cause', `${log('Odd words')}\n3/15/2024,0O:20,K9 alert,Jones`);
  expect(got.refused).toEqual([5]);
  expect(got.statuses).toEqual(['established']);
});

it('minutes in which a line was refused are not established as nobody’s', async () => {
  const rows = (time: string): string => `Date,Time,Event,Officer
3/14/2024,23:41,Traffic stop,Smith
3/14/2024,${time},Writing warning,Smith
3/15/2024,00:06,Warning given,Smith
3/15/2024,00:31,Told free to go,Smith`;
  const got = await read('unaccounted-minutes', rows('23:5O'));
  expect(got.refused).toEqual([3]);
  expect(got.statuses).toEqual(['established', 'arguable']);
});

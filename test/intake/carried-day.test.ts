import { describe, expect, it } from 'vitest';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import type { Drafts } from '../../src/intake/drafts';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';

const ZONE = 'America/Chicago';
async function read(...lines: string[]): Promise<Drafts> {
  const [table] = await readTables(new TextEncoder().encode(`Time,Event\n${lines.join('\n')}\n`), 'log.csv');
  if (!table) throw new Error('no table');
  let n = 0;
  const context = contextFor(emptyRecord(newCase('c', 'x', ZONE, 0)), '', () => `n${++n}`);
  return layoutOf('stop-log').read(table, { ...guessMapping(table), zone: ZONE }, context);
}
const stands = (d: Drafts): string[] => d.events.map((e) => `${e.date} ${e.start}`);

describe('a day that stands with a time', () => {
  it('holds for the rows below it that state none, and it is said', async () => {
    const d = await read('3/14/2024 ~2:27pm,T-stop', '2:29 PM,Ran DL', '3/16/2024 09:10,Lab', '13:55,Lab');
    expect(d.refused).toEqual([]);
    expect(d.events.map((e) => e.date)).toEqual(['2024-03-14', '2024-03-14', '2024-03-16', '2024-03-16']);
    expect(d.notices.join(' ')).toMatch(
      /stands with the time on line 2 \(2024-03-14\) holds .*: line 3\. .*on line 4 \(2024-03-16\) holds .*: line 5\./,
    );
  });
  it('ends at midnight, right after it or later', async () => {
    expect(stands(await read('3/14/2024 11:57 PM,T-stop', '12:09 AM,K9', '12:20 AM,Alert'))).toEqual([
      expect.stringMatching(/^2024-03-14/),
      '2024-03-15 12:09 AM',
      '2024-03-15 12:20 AM',
    ]);
    const later = await read('3/14/2024 11:57 PM,T-stop', '11:59 PM,Ran DL', '12:09 AM,K9', '12:20 AM,Alert');
    expect(later.events.map((e) => e.date.slice(8))).toEqual(['14', '14', '15', '15']);
    const again = await read('3/14/2024 23:57,T-stop', '00:09,K9', '3/15/2024 00:31,Arrest', '00:40,Search');
    expect(again.events.map((e) => e.date.slice(8))).toEqual(['14', '15', '15', '15']);
  });
  it('is not guessed where the rows run backwards, or fall by half a day', async () => {
    for (const [first, second] of [
      ['3/15/2024 00:05', '23:58'],
      ['3/14/2024 12:57', '1:05'],
    ]) {
      const d = await read(`${first},Cleared`, `${second},K9`);
      expect(d.events.length).toBe(1);
      expect(d.refused.map((r) => [r.line, r.why])).toEqual([
        [3, expect.stringMatching(/not clear that it is the day of the row before it/)],
      ]);
    }
    // A row out of its order is of the same day, as it is elsewhere.
    expect(stands(await read('3/14/2024 14:40,Warning', '14:27,T-stop'))[1]).toBe('2024-03-14 14:27');
  });
  it('leaves rows above it, and days in either order, as they were', async () => {
    const above = await read('14:20,Lights', '3/14/2024 14:27,T-stop');
    expect(above.refused.map((r) => [r.line, r.why])).toEqual([[2, expect.stringMatching(/has no day/)]]);
    const unclear = await read('3/4/2024 14:27,T-stop', '14:40,Warning');
    expect(unclear.events).toEqual([]);
    expect(unclear.refused.map((r) => r.line)).toEqual([2, 3]);
    expect(unclear.asks.map((a) => a.id)).toEqual(['date-order']);
  });
});

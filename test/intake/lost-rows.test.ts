import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';

const read = async (rows: string[]) => {
  const text = `id,time,kind,description\n${rows.join('\n')}\n`;
  const { record, refused } = await recordFromFiles(
    [{ name: 'x.csv', bytes: new TextEncoder().encode(text) }],
    'America/Chicago',
  );
  return {
    kept: record.events.map((e) => e.ref),
    refused: refused.map((r) => `${r.line}: ${r.why}`).sort(),
  };
};

/** B/C12 of the attack: a chain of 8,000 that ends in a missing row took 9 s; and what is so refused is no other minute. */
describe('rows that count from a row which was not taken', () => {
  it('+45s under a refused line is refused with it, and what counts from that', async () => {
    const { kept, refused } = await read([
      's,2024-03-14 14:27,stop,Stop',
      'w,2024-03-14 1x:30,note,Warning',
      'd,+45s,alert,Alert',
      'e,+1m,note,Search',
      'f,2024-03-14 14:50,note,Tow',
      'g,+5m,note,Towed',
    ]);
    expect(kept).toEqual(['s', 'f', 'g']);
    expect(refused.slice(1)).toEqual([
      '4: a time such as +45s counts from the row before it, and line 3 was not taken',
      '5: a time such as +45s counts from the row before it, and line 4 was not taken',
    ]);
  });
  it('counts from the row above where that was taken, and says where there is none', async () => {
    expect((await read(['s,2024-03-14 14:27,stop,Stop', 'd,+45s,alert,Alert'])).refused).toEqual([]);
    expect(await read(['d,+45s,alert,Alert', 's,2024-03-14 14:27,stop,Stop'])).toEqual({
      kept: ['s'],
      refused: ['2: a time such as +45s counts from the row before it, and there is none'],
    });
  });
  it('a line refused further above is none of its business', async () => {
    const { kept } = await read([
      'w,2024-03-14 1x:30,note,Warning',
      's,2024-03-14 14:27,stop,Stop',
      'd,+45s,alert,Alert',
    ]);
    expect(kept).toEqual(['s', 'd']);
  });
  it('a name that is missing takes with it whatever names it, however far', async () => {
    const chain = Array.from({ length: 8000 }, (_, i) => `r${i},@r${i + 1} +1s,note,x`);
    const { kept, refused } = await read([...chain, 's,2024-03-14 14:27,stop,Stop', 'a,@s +1m,note,y']);
    expect(kept).toEqual(['s', 'a']);
    expect(refused).toHaveLength(8000);
    expect(refused).toContain('8001: @r8000 names no row of this file or of the case');
  });
});

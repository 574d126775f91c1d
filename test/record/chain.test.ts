import { describe, expect, it } from 'vitest';
import { chainHash, chainHead, compareHead, headSays } from '../../src/record/chain';
import type { HistoryEntry } from '../../src/record/history';

/** A history of so many entries with all its hashes, as any hand can make one. */
function history(n: number, who: string): HistoryEntry[] {
  const out: HistoryEntry[] = [];
  for (let seq = 1; seq <= n; seq++) {
    const entry = {
      caseId: 'c',
      seq,
      at: seq,
      who,
      what: `step ${seq}`,
      kind: 'do',
      of: null,
      rows: 0,
    } as const;
    out.push({ ...entry, hash: chainHash(out.at(-1)?.hash ?? '', entry, []) });
  }
  return out;
}

describe('a head that was written down', () => {
  const then = history(5, 'Ada');
  const head = chainHead(then) as NonNullable<ReturnType<typeof chainHead>>;
  it('holds for what it was taken from, and for whatever came after', () => {
    expect(headSays(head, 8)).toBe(`entry 5, ${head.hash.slice(0, 8)}`);
    expect(compareHead(then, head).holds).toBe(true);
    expect(
      compareHead(history(9, 'Ada'), { ...head, hash: ` ${head.hash.slice(0, 8).toUpperCase()}` }).holds,
    ).toBe(true);
  });
  it('tells of a history made anew with all its hashes, of one cut short, and is not fooled by a few digits', () => {
    expect(compareHead(history(9, 'Eve'), head)).toMatchObject({
      holds: false,
      says: expect.stringMatching(/^Entry 5 bears another hash/),
    });
    expect(compareHead(history(4, 'Ada'), head).says).toMatch(/no entry 5: it ends before it, or was cut/);
    expect(compareHead(then, { ...head, hash: head.hash.slice(0, 7) }).holds).toBe(false);
    expect(compareHead([], head).holds).toBe(false);
    expect(chainHead([])).toBeNull();
  });
});

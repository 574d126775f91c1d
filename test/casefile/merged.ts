import { mergeCopies } from '../../src/casefile/merge';
import { numbers } from '../rules/made-up';
import { Copy, edit, type Rows } from './copies';

const text = (v: unknown): string => JSON.stringify(v) ?? 'nothing';
const REFERS: Record<string, string> = { sourceId: 'sources', clockId: 'clocks' };

/** One pair of copies, edited at random on both sides and merged each way; what is wrong with it, or null. Says what a merge is by itself: field by field. */
export function wrongWith(seed: number): string | null {
  const draw = numbers(seed);
  const common = Copy.begun();
  for (let i = 0; i < draw(12); i++) edit(common, draw, 'base');
  const [a, b] = [common.taken('Ada'), common.taken('Ben')];
  for (let i = 0; i < draw(10); i++) edit(a, draw, 'ada');
  for (let i = 0; i < draw(10); i++) edit(b, draw, 'ben');
  const [ab, ba] = [mergeCopies(a.content(), b.content()), mergeCopies(b.content(), a.content())];
  const all = <T extends string>(keys: readonly { key: string }[], v: T): Record<string, T> =>
    Object.fromEntries(keys.map((c) => [c.key, v]));
  for (const side of ['mine', 'theirs'] as const) {
    const [one, other] = [a.taken('Ada'), b.taken('Ben')];
    one.commit('merged', ab.changes(all(ab.conflicts, side)));
    other.commit('merged', ba.changes(all(ba.conflicts, side === 'mine' ? 'theirs' : 'mine')));
    const state = (c: Copy): string =>
      text(
        [...c.rows].map(([t, r]) => [
          t,
          [...r.values()].sort((x, y) => (x.id < y.id ? -1 : 1)).map((x) => Object.entries(x).sort()),
        ]),
      );
    if (state(one) !== state(other)) return 'the result depends on who merges';
    if (one.taken('x').history.length !== a.history.length + 1) return 'a merge is one step';
    const wrong = compare(
      common,
      a,
      b,
      one,
      new Set(ab.conflicts.map((c) => `${c.table} ${c.id} ${c.field ?? '*'}`)),
      side,
    );
    if (wrong) return wrong;
  }
  return null;
}

function compare(
  base: Copy,
  a: Copy,
  b: Copy,
  merged: Copy,
  conflicts: ReadonlySet<string>,
  side: 'mine' | 'theirs',
): string | null {
  for (const [table, rows] of merged.rows) {
    const of = (c: Copy): Rows => c.rows.get(table) as Rows;
    for (const id of new Set([...of(base).keys(), ...of(a).keys(), ...of(b).keys(), ...rows.keys()])) {
      const [z, x, y, got] = [of(base).get(id), of(a).get(id), of(b).get(id), rows.get(id)];
      const at = `${table} ${id}`;
      if (x && y) {
        if (!got) return `${at} is lost`;
        for (const f of new Set([...Object.keys(x), ...Object.keys(y)])) {
          const [p, q, was] = [text(x[f]), text(y[f]), text(z?.[f])];
          const both = p !== q && p !== was && q !== was;
          if (both !== conflicts.has(`${at} ${f}`))
            return `${at} ${f}: ${both ? 'both changed it, and no conflict is named' : 'a conflict is named where there is none'}`;
          const should = both ? (side === 'mine' ? p : q) : p === was ? q : p;
          if (text(got[f]) !== should) return `${at} ${f}: ${text(got[f])} instead of ${should}`;
        }
      } else if (x || y) {
        const there = x ?? y;
        const untouched = z !== undefined && text(z) === text(there);
        const both = z !== undefined && !untouched;
        if (both !== conflicts.has(`${at} *`))
          return `${at}: taken out and changed, and no conflict is named, or one where there is none`;
        // A row that others point at stays.
        const needed = [...merged.rows.values()].some((r) =>
          [...r.values()].some((o) => Object.entries(REFERS).some(([f, t]) => t === table && o[f] === id)),
        );
        const stays = z === undefined || needed || (both && (side === 'mine' ? x : y) !== undefined);
        if (stays !== (got !== undefined)) return `${at}: ${stays ? 'is lost' : 'is back from the dead'}`;
      } else if (got) return `${at} is invented`;
    }
  }
  return null;
}

import { describe, expect, it } from 'vitest';
import { mergeCopies } from '../../src/casefile/merge';
import { chainFaults } from '../../src/record/chain';
import { event } from '../make';
import { Copy } from './copies';
import { wrongWith } from './merged';

describe('two copies of a case', () => {
  it('come together field by field, the same whichever side merges, with a conflict exactly where both touched one field (400 pairs)', () => {
    for (let seed = 1; seed <= 400; seed++) expect(wrongWith(seed), `pair ${seed}`).toBeNull();
  });
  it('leave nothing behind for the sake of a row that was settled away (found by the soak)', () => {
    expect(wrongWith(1600)).toBeNull();
  });
  it('keep what each person watched of one recording, and what each copy watched more since', () => {
    const row = (id: string, who: string, max: number) => ({
      ...{ id, caseId: 'c', sourceId: 's', who, browser: `browser of ${who}` },
      stretches: [{ min: 0, max }],
    });
    const watched = (
      copy: Copy,
      before: ReturnType<typeof row> | null,
      after: ReturnType<typeof row>,
    ): void => copy.commit('watched', [{ table: 'watched', id: after.id, before, after }]);
    const base = Copy.begun();
    watched(base, null, row('a', 'Ada', 1000));
    const [ada, ben] = [base.taken('Ada'), base.taken('Ben')];
    watched(ada, row('a', 'Ada', 1000), row('a', 'Ada', 9000));
    watched(ben, null, row('b', 'Ben', 5000));
    for (const [mine, theirs] of [
      [ada, ben],
      [ben, ada],
    ] as const) {
      const one = mine.taken('both');
      const m = mergeCopies(mine.content(), theirs.content());
      expect(m.conflicts).toEqual([]);
      one.commit('merged', m.changes({}));
      expect([...(one.rows.get('watched')?.values() ?? [])].sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual([
        row('a', 'Ada', 9000),
        row('b', 'Ben', 5000),
      ]);
    }
  });
  it('name who changed what and when, and settle as chosen', () => {
    const base = Copy.begun();
    base.commit('entered', [
      { table: 'events', id: 'a', before: null, after: event({ ref: 'a', start: '14:00' }) },
    ]);
    const [ada, ben] = [base.taken('Ada'), base.taken('Ben')];
    const row = event({ ref: 'a', start: '14:00' });
    ada.commit('time', [{ table: 'events', id: 'a', before: row, after: { ...row, start: '14:02' } }]);
    ben.commit('time', [
      { table: 'events', id: 'a', before: row, after: { ...row, start: '14:03', page: '7' } },
    ]);
    const m = mergeCopies(ada.content(), ben.content());
    expect(m.conflicts).toMatchObject([
      {
        field: 'start',
        base: '14:00',
        mine: '14:02',
        theirs: '14:03',
        mineBy: { who: 'Ada' },
        theirsBy: { who: 'Ben' },
      },
    ]);
    expect(m.changes({})[0]).toMatchObject({ before: { page: '' }, after: { page: '7' } });
    expect(m.changes({ [m.conflicts[0]?.key as string]: 'theirs' })[0]?.after).toEqual({
      start: '14:03',
      page: '7',
    });
  });
  it('without a common past propose rows that read alike, and take none for the same by themselves', () => {
    const [ada, ben] = [Copy.begun(), Copy.begun()];
    ben.history = ben.history.map((h) => ({ ...h, at: 7, hash: 'f'.repeat(64) }));
    ada.commit('entered', [
      {
        table: 'events',
        id: 'a',
        before: null,
        after: event({ ref: 'a', start: '14:00', description: 'Warning printed' }),
      },
    ]);
    ben.commit('entered', [
      {
        table: 'events',
        id: 'b',
        before: null,
        after: event({ ref: 'b', start: '14:00', description: 'warning printed' }),
      },
    ]);
    const m = mergeCopies(ada.content(), ben.content());
    expect(m.common).toBe(0);
    expect(m.duplicates).toMatchObject([{ table: 'events', mine: 'a', theirs: 'b' }]);
    expect(m.changes({})).toHaveLength(1);
    expect(
      mergeCopies(ada.content(), ben.content(), new Set([m.duplicates[0]?.key as string])).changes({}),
    ).toEqual([]);
  });
  it('propose a paper read in two packets as one, and keep that it came again in each', () => {
    const paper = (id: string, packet: string, state: string) => ({
      table: 'papers' as const,
      id,
      before: null,
      after: { id, caseId: 'c', name: 'a.pdf', packet, state, sha256: 'e'.repeat(64) },
    });
    const [ada, ben] = [Copy.begun(), Copy.begun()];
    ben.history = ben.history.map((h) => ({ ...h, at: 7, hash: 'f'.repeat(64) }));
    ada.commit('came', [paper('a', 'one.zip', 'reads'), paper('a2', 'two.zip', 'again')]);
    ben.commit('came', [
      paper('b', 'two.zip', 'reads'),
      paper('b2', 'two.zip', 'again'),
      paper('b3', 'three.zip', 'again'),
      {
        table: 'events',
        id: 'e',
        before: null,
        after: {
          ...event({ ref: 'e', start: '14:00' }),
          passage: { paper: 'b', page: 1, from: 1, to: 1, quote: 'x' },
        },
      },
    ]);
    const { duplicates } = mergeCopies(ada.content(), ben.content());
    expect(duplicates.map((d) => [d.mine, d.theirs])).toEqual([
      ['a', 'b'],
      ['a2', 'b2'],
    ]);
    const all = new Set(duplicates.map((d) => d.key));
    const made = mergeCopies(ada.content(), ben.content(), all).changes({});
    expect(made.map((c) => c.id)).toEqual(['e', 'b3']);
    expect(made[0]?.after).toMatchObject({ passage: { paper: 'a' } });
  });
  it('of which one is a part (annotations) lose nothing that the part does not hold', () => {
    const base = Copy.begun();
    base.commit('entered', [
      { table: 'events', id: 'a', before: null, after: event({ ref: 'a', start: '14:00' }) },
    ]);
    const part = Copy.begun();
    part.commit('marked', [
      { table: 'events', id: 'v', before: null, after: event({ ref: 'v', start: 'v 0:10' }) },
    ]);
    const m = mergeCopies(base.content(), part.content(), new Set(), true);
    expect(m.changes({}).map((c) => [c.id, c.before === null])).toEqual([['v', true]]);
  });
});

describe('the chain of the history', () => {
  it('holds as it was made, and breaks wherever an entry is altered, taken out or put in', () => {
    const c = Copy.begun();
    for (let i = 0; i < 6; i++)
      c.commit(`step ${i}`, [
        { table: 'events', id: `e${i}`, before: null, after: event({ ref: `e${i}`, start: '14:00' }) },
      ]);
    expect(chainFaults(c.history)).toEqual([]);
    for (let i = 0; i < c.history.length; i++) {
      const at = c.history[i] as (typeof c.history)[number];
      for (const bad of [
        { ...at, who: 'somebody else' },
        { ...at, at: at.at + 1 },
        { ...at, what: 'nothing' },
        { ...at, changes: [] },
      ])
        expect(
          chainFaults(c.history.map((h, k) => (k === i ? bad : h))).length,
          `entry ${i}`,
        ).toBeGreaterThan(0);
      if (i < c.history.length - 1)
        expect(chainFaults(c.history.filter((_, k) => k !== i)).length).toBeGreaterThan(0);
    }
  });
});

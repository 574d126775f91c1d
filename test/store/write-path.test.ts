import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../src/actions/act';
import { fresh } from '../../src/actions/act';
import { impeach, switchAssumption } from '../../src/actions/case';
import { type EntryFields, saveEntry } from '../../src/actions/entries';
import { addRequest, keepNote, planFinding } from '../../src/actions/findings';
import { writeCaseFile } from '../../src/casefile/case-file';
import { caseFaults } from '../../src/casefile/whole';
import { newCase } from '../../src/record/case';
import { added, changed, type Edit, removed, settled } from '../../src/record/change';
import type { EventRow } from '../../src/record/event';
import {
  addCaseContent,
  commit,
  createCase,
  eraseCase,
  NoSuchCase,
  readCase,
  redo,
  undo,
} from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { loadRecord } from '../../src/store/following';
import { event } from '../make';

let db: StoplineDb;
let n = 0;
beforeEach(async () => {
  db = new StoplineDb(`write-${n++}`);
  await createCase(db, newCase('c', 'State v. Doe', 'UTC', 1));
});

const seen = async (id = 'a'): Promise<EventRow> => (await db.events.get(['c', id])) as EventRow;
const enter = (...rows: EventRow[]) =>
  commit(
    db,
    'c',
    'rows',
    rows.map((r) => added('events', r)),
  );
const write = (a: Act) => commit(db, a.caseId, a.says, a.edits);
const whole = async (): Promise<void> => expect(caseFaults(await readCase(db, 'c'))).toEqual([]);
const A = event({ ref: 'a', start: '14:00', description: 'Alert', actor: '' });

describe('an edit names the fields it sets', () => {
  it('two edits of different fields from one rendering both hold, and each undo takes back its own', async () => {
    await enter(A);
    const row = await seen();
    await commit(db, 'c', 'time', [changed('events', row, { start: '14:05' })]);
    await commit(db, 'c', 'words', [changed('events', row, { description: 'Alert by the dog' })]);
    expect(await seen()).toMatchObject({ start: '14:05', description: 'Alert by the dog' });
    expect((await undo(db, 'c'))?.what).toBe('words');
    expect(await seen()).toMatchObject({ start: '14:05', description: 'Alert' });
    await whole();
  });

  it('of one field that became something else, both are given back, and nothing of that commit is written', async () => {
    await enter(A, event({ ref: 'b', start: '15:00' }));
    const [row, other] = [await seen(), await seen('b')];
    await commit(db, 'c', 'theirs', [changed('events', row, { start: '14:05' })]);
    const edits = [
      changed('events', row, { start: '14:07', actor: 'Ortiz' }),
      changed('events', other, { page: '2' }),
    ];
    const { seq, conflicts } = await commit(db, 'c', 'mine', edits);
    expect(seq).toBeNull();
    expect(conflicts).toMatchObject([
      {
        table: 'events',
        id: 'a',
        field: 'start',
        base: '14:00',
        mine: '14:07',
        theirs: '14:05',
        name: 'Alert',
      },
    ]);
    expect(conflicts[0]?.theirsBy?.who).toBe('no name set');
    expect(await seen()).toMatchObject({ start: '14:05', actor: '' });
    expect(await seen('b')).toMatchObject({ page: '' });
    // Chosen: theirs keeps the time, and the rest is written; mine writes it over what is seen now.
    expect(
      (
        await commit(
          db,
          'c',
          'mine',
          settled(edits, conflicts, () => 'theirs'),
        )
      ).conflicts,
    ).toEqual([]);
    expect(await seen()).toMatchObject({ start: '14:05', actor: 'Ortiz' });
    expect(await seen('b')).toMatchObject({ page: '2' });
    const again = await commit(db, 'c', 'mine', edits);
    expect(
      (
        await commit(
          db,
          'c',
          'mine',
          settled(edits, again.conflicts, () => 'mine'),
        )
      ).conflicts,
    ).toEqual([]);
    expect(await seen()).toMatchObject({ start: '14:07', actor: 'Ortiz' });
    await whole();
  });

  it('a row that was taken out meanwhile can be had back with what was typed; one that was changed is not taken out unseen', async () => {
    await enter(A);
    const row = await seen();
    await commit(db, 'c', 'out', [removed('events', row)]);
    const edits = [changed('events', row, { start: '14:09' })];
    const { conflicts } = await commit(db, 'c', 'mine', edits);
    expect(conflicts).toMatchObject([{ field: null, base: A, mine: { start: '14:09' }, theirs: null }]);
    await commit(
      db,
      'c',
      'mine',
      settled(edits, conflicts, () => 'mine'),
    );
    expect(await seen()).toEqual({ ...A, start: '14:09' });
    const out = [removed('events', row)];
    const left = (await commit(db, 'c', 'out', out)).conflicts;
    expect(left).toMatchObject([{ field: null, mine: null, theirs: { start: '14:09' } }]);
    await commit(
      db,
      'c',
      'out',
      settled(out, left, () => 'mine'),
    );
    expect(await seen()).toBeUndefined();
    await whole();
  });

  it('switches of one case from one rendering do not undo one another', async () => {
    const of = await db.cases.get('c');
    if (!of) throw new Error('no case');
    await write(switchAssumption(of, 'x', false));
    await write(switchAssumption(of, 'y', false));
    await write(impeach(of, 'r'));
    await commit(db, 'c', 'policy', [changed('cases', of, { policies: { ...of.policies, drift: 100 } })]);
    await commit(db, 'c', 'policy', [changed('cases', of, { policies: { ...of.policies, dayFrom: 7 } })]);
    const now = await db.cases.get('c');
    expect(now?.trust).toMatchObject({ off: ['x', 'y'], impeached: ['r'] });
    expect(now?.policies).toMatchObject({ drift: 100, dayFrom: 7 });
    await whole();
  });
});

describe('a row that may be there already', () => {
  it('a plan changed twice from one rendering is one plan, with both', async () => {
    await write(planFinding('c', 'f', undefined, { strength: 'strong' }));
    await write(planFinding('c', 'f', undefined, { plan: 'hold' }));
    expect(await db.disclosures.toArray()).toMatchObject([{ about: 'f', strength: 'strong', plan: 'hold' }]);
    const { conflicts } = await write(planFinding('c', 'f', undefined, { plan: 'motion' }));
    expect(conflicts).toMatchObject([{ field: 'plan', base: 'undecided', mine: 'motion', theirs: 'hold' }]);
    await whole();
  });

  it('a note, a request, a clock and a source are found, and entries point at what was found', async () => {
    await write(keepNote('c', 'f', undefined, 'one', 1));
    expect((await write(keepNote('c', 'f', undefined, 'two', 2))).conflicts).toHaveLength(1);
    await write(addRequest('c', 'The log', 1));
    await write(addRequest('c', 'The log', 2));
    expect((await db.notes.toArray()).map((x) => x.text).sort()).toEqual(['The log', 'one']);
    const record = (await loadRecord(db, 'c'))?.record;
    if (!record) throw new Error('no record');
    const typed = (start: string): EntryFields => ({
      start,
      end: '',
      date: '2024-03-14',
      kind: 'note',
      actor: '',
      description: '',
      clock: 'Dispatch',
      source: start === '1400' ? 'CAD log' : 'cad LOG ',
      page: '',
      ref: '',
    });
    await write(saveEntry(record, null, fresh(typed('1400'))));
    await write(saveEntry(record, null, fresh(typed('1401'))));
    expect(await db.clocks.count()).toBe(1);
    const [source] = await db.sources.toArray();
    expect(await db.sources.count()).toBe(1);
    expect((await db.events.toArray()).map((e) => e.sourceId)).toEqual([source?.id, source?.id]);
    await whole();
  });
});

describe('a case that is not there any more', () => {
  it('refuses what is written to it, and comes back from its file without ghosts', async () => {
    await enter(A);
    const content = await readCase(db, 'c');
    const bytes = await writeCaseFile(content);
    const row = await seen();
    await eraseCase(db, 'c');
    await expect(commit(db, 'c', 'late', [changed('events', row, { start: '1' })])).rejects.toThrow(
      NoSuchCase,
    );
    await expect(enter(event({ ref: 'ghost', start: '14:00' }))).rejects.toThrow(NoSuchCase);
    expect([await db.events.count(), await db.history.count()]).toEqual([0, 0]);
    // What an older version let through.
    await db.events.add(event({ ref: 'ghost', start: '14:00' }));
    await addCaseContent(db, content);
    expect((await readCase(db, 'c')).facts.events.map((e) => e.ref)).toEqual(['a']);
    expect(await writeCaseFile(await readCase(db, 'c'))).toEqual(bytes);
  });

  it('a copy that came in beside its original holds together too', async () => {
    await enter(A);
    const { id, copied } = await addCaseContent(db, await readCase(db, 'c'));
    expect(copied).toBe(true);
    expect(caseFaults(await readCase(db, id))).toEqual([]);
    const forged = await readCase(db, id);
    const events = forged.facts.events.map((e) => ({ ...e, start: '14:29' }));
    expect(caseFaults({ ...forged, facts: { ...forged.facts, events } })).toEqual([
      'There is an entry (“Alert”) that is not what the history makes it.',
    ]);
  });
});

/** What a tab saw when it last looked: stale by as much as it did not look since. */
class Tab {
  private rows = new Map<string, EventRow>();
  async look(): Promise<void> {
    this.rows = new Map((await db.events.toArray()).map((r) => [r.id, r]));
  }
  edits(step: Step, at: number): Edit[] {
    const row = this.rows.get(step.id);
    if (step.do === 'add')
      return [added('events', event({ ref: `${step.id}${at}`, start: '14:00', description: 'new' }))];
    if (!row) return [];
    if (step.do === 'drop') return [removed('events', row)];
    return [changed('events', row, { [step.field]: `${step.field} ${at}` })];
  }
}
interface Step {
  readonly tab: 0 | 1;
  readonly look: boolean;
  readonly do: 'edit' | 'add' | 'drop';
  readonly id: string;
  readonly field: 'start' | 'description' | 'actor';
}

describe('two tabs, and quick edits from one rendering', () => {
  it('lose no field, invent none, and undo exactly; the chain and the rows stay whole', async () => {
    const step: fc.Arbitrary<Step> = fc.record({
      tab: fc.constantFrom(0 as const, 1 as const),
      look: fc.boolean(),
      do: fc.constantFrom(
        'edit' as const,
        'edit' as const,
        'edit' as const,
        'edit' as const,
        'add' as const,
        'drop' as const,
      ),
      id: fc.constantFrom('a', 'b'),
      field: fc.constantFrom('start' as const, 'description' as const, 'actor' as const),
    });
    let [written, refused, kept] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        db = new StoplineDb(`write-${n++}`);
        await createCase(db, newCase('c', 'x', 'UTC', 1));
        await enter(A, event({ ref: 'b', start: '15:00', description: 'Search' }));
        const tabs = [new Tab(), new Tab()] as const;
        await Promise.all(tabs.map((t) => t.look()));
        const states = [await db.events.toArray()];
        for (const [at, s] of steps.entries()) {
          if (s.look) await tabs[s.tab].look();
          const edits = tabs[s.tab].edits(s, at);
          if (edits.length === 0) continue;
          const before = new Map((await db.events.toArray()).map((r) => [r.id, r]));
          const { seq, conflicts } = await commit(db, 'c', 'step', edits);
          const after = await db.events.toArray();
          const [edit] = edits as [Edit];
          if (conflicts.length > 0) {
            refused++;
            expect(after).toEqual([...before.values()]);
            continue;
          }
          if (seq === null) continue;
          written++;
          states.push(after);
          // Exactly what the edit names is another; a field that another tab set since is never written over.
          for (const row of after) {
            const was = before.get(row.id);
            const set = row.id === edit.id && edit.after ? edit.after : {};
            expect(row).toEqual({ ...was, ...set });
            if (was && row.id === edit.id)
              for (const f of Object.keys(set)) {
                kept++;
                expect((was as Record<string, unknown>)[f]).toEqual(
                  (edit.before as Record<string, unknown>)[f],
                );
              }
          }
          expect(after.length - before.size).toBe(s.do === 'add' ? 1 : s.do === 'drop' ? -1 : 0);
        }
        await whole();
        const end = states.at(-1);
        for (let i = states.length - 2; i >= 0; i--) {
          expect((await undo(db, 'c'))?.left).toEqual([]);
          expect(await db.events.toArray()).toEqual(states[i]);
        }
        for (let i = 1; i < states.length; i++) expect((await redo(db, 'c'))?.left).toEqual([]);
        expect(await db.events.toArray()).toEqual(end);
        await whole();
        db.close();
      }),
      { numRuns: 30 },
    );
    // Each kind of end was reached, often.
    expect(written).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(5);
    expect(kept).toBeGreaterThan(20);
  }, 60_000);

  it('two tabs that write at the same moment both hold', async () => {
    await enter(A);
    const [one, two] = [db, new StoplineDb(db.name)];
    const row = await seen();
    await Promise.all([
      commit(one, 'c', 'one', [changed('events', row, { start: '14:11' })]),
      commit(two, 'c', 'two', [changed('events', row, { description: 'both' })]),
    ]);
    expect(await seen()).toMatchObject({ start: '14:11', description: 'both' });
    await whole();
    two.close();
  });

  it('an undo of what moved on since leaves it, and says so', async () => {
    await enter(A);
    await commit(db, 'c', 'both', [changed('events', await seen(), { start: '14:05', actor: 'Ortiz' })]);
    // Written past the history, as a damaged database or an older version may have it.
    await db.events.put({ ...(await seen()), start: '14:44' });
    const done = await undo(db, 'c');
    expect(done?.left).toMatchObject([{ field: 'start', theirs: '14:44', mine: '14:00' }]);
    expect(await seen()).toMatchObject({ start: '14:44', actor: '' });
  });
});

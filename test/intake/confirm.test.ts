import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptDrafts } from '../../src/actions/intake';
import { guessMapping, LAYOUTS, layoutOf, readTables } from '../../src/intake';
import { contextFor, recordFromFiles, withDrafts } from '../../src/intake/assemble';
import { confirmed, UNDECIDED } from '../../src/intake/confirm';
import type { Drafts } from '../../src/intake/drafts';
import { tableOfProse } from '../../src/intake/readers/as-table';
import { newCase } from '../../src/record/case';
import { type CaseRecord, emptyRecord } from '../../src/record/record';

const EMPTY = emptyRecord(newCase('case', 'Case', 'America/Chicago', 0));
let n = 0;
const newId = (): string => `id-${++n}`;

async function read(
  text: string,
  record: CaseRecord = EMPTY,
  answers: Record<string, string> = {},
  headerLine?: number,
): Promise<Drafts> {
  const [table] = await readTables(new TextEncoder().encode(text), 'log.csv', headerLine);
  if (!table) throw new Error('no table');
  const mapping = { ...guessMapping(table), answers };
  return layoutOf(mapping.layout).read(table, mapping, contextFor(record, '', newId));
}

const LOG = `Id,Date,Time,Kind,What happened
a1,2024-03-14,14:04,traffic stop,car pulled over
stop,2024-03-14,14:18,cited,warning
dog,2024-03-14,14:22,sniff,two passes
`;

describe('a file that comes again', () => {
  it('is skipped row by row, updated where it was changed, and added where a person says so', async () => {
    const first = await read(LOG);
    const record = withDrafts(EMPTY, first);
    const again = await read(
      LOG.replace('14:22,sniff', '14:24,sniff').concat('z9,2024-03-14,14:40,search,trunk\n'),
      record,
    );
    const c = confirmed(record, again, UNDECIDED);
    expect(c.same).toBe(2);
    expect(c.met.map((m) => [m.line, m.same, m.way])).toEqual([
      [2, true, 'skip'],
      [3, true, 'skip'],
      [4, false, 'update'],
    ]);
    expect(c.drafts.events.map((e) => e.ref)).toEqual(['z9']);
    expect(
      c.updates.map((u) => u.of === 'events' && [u.was.start, u.now.start, u.now.id === u.was.id]),
    ).toEqual([['14:22', '14:24', true]]);
    const act = acceptDrafts(record, c.drafts, 'log.csv', c.updates);
    expect(act.edits.filter((e) => e.table === 'events').map((e) => e.after)).toEqual([
      expect.objectContaining({ ref: 'z9' }),
      { start: '14:24' },
    ]);
    const added = confirmed(record, again, {
      ...UNDECIDED,
      again: new Map([
        [2, 'add'],
        [4, 'skip'],
      ]),
    });
    expect(added.drafts.events.map((e) => e.ref)).toEqual(['a1', 'z9']);
    expect(added.updates).toEqual([]);
  });

  it('is so for hand-overs too: the same are skipped, a signature or a weight that was added is an update', async () => {
    const form = `Item,Released by,Received by,Date,Time,Received signed,Net weight (g),Purpose
1,Doe,Lowe,3/15/2024,0155,no,12.4,Storage
1,Lowe,Lab,3/19/2024,0942,yes,12.4,Analysis
2,Doe,Lowe,3/15/2024,0156,yes,,Storage
`;
    const first = await read(form);
    const record = withDrafts(EMPTY, first);
    const changed = form.replace('0155,no', '0155,yes').replace('0942,yes,12.4', '0945,yes,12.1');
    const again = await read(`${changed}1,Lab,Lowe,4/2/2024,1510,yes,8.4,Return\n`, record);
    const c = confirmed(record, again, UNDECIDED);
    expect(c.met.map((m) => [m.of, m.line, m.same, m.way])).toEqual([
      ['custody', 2, false, 'update'],
      ['custody', 3, false, 'update'],
      ['custody', 4, true, 'skip'],
    ]);
    expect(c.drafts.custody.map((x) => x.purpose)).toEqual(['Return']);
    const edits = acceptDrafts(record, c.drafts, 'form.csv', c.updates).edits.filter(
      (e) => e.table === 'custody',
    );
    expect(edits.map((e) => e.after)).toEqual([
      expect.objectContaining({ purpose: 'Return' }),
      { receivedSigned: true },
      expect.objectContaining({ receivedAt: '0945' }),
    ]);
    const added = confirmed(record, again, {
      ...UNDECIDED,
      again: new Map([
        [2, 'skip'],
        [3, 'add'],
        [4, 'add'],
      ]),
    });
    expect(added.updates).toEqual([]);
    expect(added.drafts.custody.map((x) => x.line)).toEqual([3, 4, 5]);
  });

  it('takes nothing out of a hand-over where the form that comes again has no such column', async () => {
    const record = withDrafts(
      EMPTY,
      await read('Item,Released by,Received by,Date,Time,Purpose\n1,Doe,Lowe,3/15/2024,0155,Storage\n'),
    );
    const again = await read('Item,Released by,Received by,Date,Time\n1,Doe,Lowe,3/15/2024,0155\n', record);
    const c = confirmed(record, again, UNDECIDED);
    expect([c.same, c.updates, c.drafts.custody]).toEqual([1, [], []]);
  });

  it('leaves out what a person leaves out, and takes a kind that a person gives', async () => {
    const drafts = await read(LOG);
    const c = confirmed(EMPTY, drafts, {
      left: new Set([3]),
      kinds: new Map([[4, 'alert']]),
      again: new Map(),
    });
    expect(c.drafts.events.map((e) => e.kind)).toEqual(['seizure-begins', 'alert']);
  });

  it('does not take an inserted line for the one whose number it has now', async () => {
    const plain = 'Date,Time,What happened\n2024-03-14,14:04,one\n2024-03-14,14:05,two\n';
    const record = withDrafts(EMPTY, await read(plain));
    const more = plain.replace('2024-03-14,14:05', '2024-03-14,14:04:30,between\n2024-03-14,14:05');
    const c = confirmed(record, await read(more, record), UNDECIDED);
    expect(c.updates).toEqual([]);
    expect(c.drafts.events.map((e) => e.description)).toEqual(['between']);
  });
});

describe('rows without a header', () => {
  it('are found as such, and their columns told by their values', async () => {
    const rows =
      '3/14/2024\t2342\tT-stop\tOfc. A\n3/14/2024\t2344\tAt window\tOfc. A\n3/14/2024\t2346\tRan DL\tOfc. A\n';
    const drafts = await read(rows, EMPTY, {}, 0);
    expect(drafts.refused).toEqual([]);
    expect(drafts.events.map((e) => [e.date, e.start, e.kind, e.actor])).toEqual([
      ['2024-03-14', '2342', 'seizure-begins', 'Ofc. A'],
      ['2024-03-14', '2344', 'approach', 'Ofc. A'],
      ['2024-03-14', '2346', 'records-check', 'Ofc. A'],
    ]);
    expect((await read(rows)).events).toHaveLength(3);
  });
});

describe('what is asked of a log', () => {
  it('is which entry begins the stop, and the answer gives it that kind', async () => {
    const log = LOG.replace('traffic stop', 'note');
    const asks = (await read(log)).asks;
    expect(asks.map((a) => [a.id, a.taken, a.choices.length])).toEqual([['begins-stop', '', 4]]);
    const answered = await read(log, EMPTY, { 'begins-stop': '2' });
    expect(answered.events[0]?.kind).toBe('seizure-begins');
    expect(answered.asks[0]?.taken).toBe('2');
  });
});

describe('a paragraph that was pasted', () => {
  it('becomes rows in its own words, and what has no time is refused and can be given one', () => {
    const table = tableOfProse(
      'On 3/14/2024 at 2342 hours I stopped a blue Honda. Officer B arrived with his dog at 0004 hours. I searched the car.',
      'Pasted paragraph',
      'mdy',
    );
    const mapping = guessMapping(table);
    const drafts = layoutOf(mapping.layout).read(table, mapping, contextFor(EMPTY, '', newId));
    expect(drafts.events.map((e) => [e.date, e.start, e.kind])).toEqual([
      ['2024-03-14', '23:42', 'seizure-begins'],
      ['2024-03-15', '00:04', 'dog-arrives'],
    ]);
    expect(drafts.events[1]?.description).toBe('Officer B arrived with his dog at 0004 hours.');
    expect(drafts.refused.map((r) => r.why)).toEqual(['no time is written here']);
    // A sentence that no reader knows is a row that waits for its time, and not lost.
    const unknown = tableOfProse('At 0110 hours I arrested him. He asked for a lawyer.', 'Pasted', 'mdy');
    expect(unknown.rows.map((r) => r.cells[7])).toEqual([
      'At 0110 hours I arrested him.',
      'He asked for a lawyer.',
    ]);
  });
});

describe('the templates', () => {
  it('are one for every layout, and each is read as what it is, whole', async () => {
    expect(readdirSync('public/templates').sort()).toEqual(LAYOUTS.map((l) => `${l.id}.csv`).sort());
    for (const { id } of LAYOUTS) {
      const bytes = new Uint8Array(readFileSync(`public/templates/${id}.csv`));
      const [table] = await readTables(bytes, `${id}.csv`);
      if (!table) throw new Error(id);
      expect(guessMapping(table).layout).toBe(id);
      const made = await recordFromFiles([{ name: `${id}.csv`, bytes }], 'America/Chicago');
      expect(made.refused).toEqual([]);
      expect(made.record.events.length + made.record.custody.length).toBeGreaterThan(1);
      expect(made.notices.filter((t) => /left out/.test(t))).toEqual([]);
    }
  });
});

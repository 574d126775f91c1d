import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newCase } from '../../src/record/case';
import { added, changed } from '../../src/record/change';
import type { Relation } from '../../src/record/event';
import { HistorySchema } from '../../src/record/history';
import { entryOf, TABLE_NAMES } from '../../src/record/tables';
import { BadRow, commit, createCase } from '../../src/store/commands';
import { StoplineDb } from '../../src/store/database';
import { event } from '../make';

type Part = {
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly value?: Part;
};

/** Every number in a schema, by its path, with a mark where nothing bounds it on both sides. */
function numbers(schema: Part, path: string): string[] {
  const steps = schema.pipe ?? [];
  if (schema.type === 'number') {
    const types = steps.flatMap((s) => [s.type, ...(s.pipe ?? []).map((x) => x.type)]);
    const bounded = types.includes('min_value') && types.includes('max_value');
    return [`${path}${bounded ? '' : ' has no bounds'}`];
  }
  return [
    ...Object.entries(schema.entries ?? {}).flatMap(([k, s]) => numbers(s, `${path}.${k}`)),
    ...(schema.wrapped ? numbers(schema.wrapped, path) : []),
    ...(schema.item ? numbers(schema.item, `${path}[]`) : []),
    ...(schema.type === 'record' && schema.value ? numbers(schema.value, `${path}{}`) : []),
    ...steps.filter((s) => s.entries).flatMap((s) => (s === schema ? [] : numbers({ ...s, pipe: [] }, path))),
  ];
}

describe('what lies beyond reason', () => {
  it('every number of every table and of the history is bounded on both sides', () => {
    const all = [
      ...TABLE_NAMES.flatMap((t) => numbers(entryOf(t).schema as unknown as Part, t)),
      ...numbers(HistorySchema as unknown as Part, 'history'),
    ];
    expect(all).toContain('relations.min');
    expect(all).toContain('cases.policies.drift');
    expect(all).toContain('custody.quantities[].value');
    expect(all.filter((n) => n.endsWith('has no bounds'))).toEqual([]);
  });

  it('every zone of every table is one that can be reckoned with', () => {
    const zones = TABLE_NAMES.flatMap((t) => {
      const { entries } = entryOf(t).schema as unknown as { entries?: Record<string, v.GenericSchema> };
      return entries?.['zone'] ? [[t, entries['zone']] as const] : [];
    });
    expect(zones.map(([t]) => t)).toEqual(['cases', 'clocks', 'events', 'custody']);
    for (const [t, schema] of zones) {
      expect(v.is(schema, 'Mars/Phobos'), t).toBe(false);
      expect(v.is(schema, 'x'.repeat(1e6)), t).toBe(false);
      for (const zone of ['America/Chicago', 'UTC', '-05:00', 'EST'])
        expect(v.is(schema, zone), t).toBe(true);
      expect(v.is(schema, ''), t).toBe(t !== 'cases');
    }
  });

  it('is refused by a form as by a file, with table, row and field, and nothing is written', async () => {
    const db = new StoplineDb('bounds');
    const of = newCase('c', 'State v. Doe', 'UTC', 1);
    await createCase(db, of);
    const gap: Relation = {
      ...{
        id: 'r1',
        caseId: 'c',
        fromId: 'a',
        fromEdge: 'start',
        toId: 'b',
        toEdge: 'start',
        min: 9e15,
        max: null,
      },
      ...{ says: 'ten minutes later', sourceId: 'log', page: '' },
    };
    await expect(commit(db, 'c', 'gap', [added('relations', gap)])).rejects.toThrow(
      new BadRow(
        'relations: a relation, “ten minutes later” (id r1): min is 9000000000000000: a length of more than thirty years is beyond reason.',
      ),
    );
    await expect(
      commit(db, 'c', 'zone', [added('events', event({ ref: 'a', start: '14:27', zone: 'Mars/Phobos' }))]),
    ).rejects.toThrow(
      /^events: an entry, “a”: zone is "Mars\/Phobos": “Mars\/Phobos” is no zone this app knows/,
    );
    await expect(
      commit(db, 'c', 'drift', [changed('cases', of, { policies: { ...of.policies, drift: 1e6 } })]),
    ).rejects.toThrow(/policies.drift is 1000000: a clock that is off by more than a tenth of the time/);
    expect(await db.history.count()).toBe(1);
    expect(await db.relations.count()).toBe(0);
  });
});

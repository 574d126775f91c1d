import type { Change } from '../record/change';
import { differences, type Fields, isSet, same, valueAt, withField } from '../record/fields';
import { pointersOf, type Row, type TableName } from '../record/tables';
import { knowsOf, type Step, stepKnows, type Vector } from './steps';

/** Where a value comes from: who set it, when by their clock, and in which step. */
export interface Origin {
  readonly device: string;
  readonly n: number;
  readonly who: string;
  readonly at: number;
}

/** A value that stands in a field until a step that knows it sets another. */
interface Head extends Origin {
  readonly value: unknown;
  readonly was: unknown;
}

/** A row put in or asserted (`gone` false), or taken out: then with the row as it was, and what that step knew. */
interface Being extends Origin {
  readonly gone: boolean;
  readonly row: Row | null;
  readonly knows: Vector;
}

interface Register {
  readonly table: TableName;
  /** The row as it was made, as long as only one step made it. */
  made: (Origin & { row: Row }) | null;
  beings: Being[];
  fields: Map<string, Head[]>;
  /** By each list without an order, and each element as text: whether it is in. */
  sets: Map<string, Map<string, Head[]>>;
  /** The last step of each device that edited this row, and the number of the last that pointed at it. */
  edits: Record<string, Origin>;
  pointed: Record<string, number>;
}

/** One of the values that two or more set without knowing of one another. */
export interface Side extends Origin {
  /** undefined: the field is not there. For a whole row: `gone` or `there`. */
  readonly value: unknown;
}

/** What two or more changed without knowing of one another, until a step that knows all of it settles it. */
export interface Apart {
  readonly key: string;
  readonly table: TableName;
  readonly id: string;
  /** null: the row was taken out by one and changed by another. */
  readonly field: string | null;
  readonly base: unknown;
  /** Each value once; the first is the one that stands meanwhile, on every device the same. */
  readonly sides: readonly Side[];
}

/** A row that steps touched. */
export interface Touched {
  readonly table: TableName;
  readonly id: string;
}

const originOf = ({ device, n, who, at }: Step): Origin => ({ device, n, who, at });
const first = (a: Origin, b: Origin): number =>
  a.device < b.device ? -1 : a.device > b.device ? 1 : a.n - b.n;
const keyOf = (table: TableName, id: string): string => `${table} ${id}`;
/** Whether a step edited the row without knowing that it was taken out, nor that one of it. */
const isContested = (r: Register, { knows }: Being): boolean =>
  Object.values(r.edits).some((e) => !knowsOf(knows, e.device, e.n));

/** Taken out, and nobody edited it or pointed at it meanwhile. */
const isGone = (r: Register): boolean =>
  r.beings.every((b) => b.gone) &&
  r.beings.some(
    (b) => !isContested(r, b) && Object.entries(r.pointed).every(([d, n]) => knowsOf(b.knows, d, n)),
  );

/** Whether an element is in: what one put in and another took out is; null where no step says. */
const isIn = (heads: readonly Head[] | undefined): boolean | null =>
  heads ? heads.some((h) => h.value === true) : null;

const sideOf = ({ device, n, who, at, value }: Origin & { value: unknown }): Side => ({
  device,
  n,
  who,
  at,
  value,
});
const list = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);

/**
 * What a shared case is after a set of steps: for each field that a step set, the values that no other step stands over. It
 * depends on which steps were taken in and not on their order, so that all devices that know the same steps hold the same
 * rows. Clocks decide nothing. Rows and fields that no step touched are none of its business.
 */
export class Replica {
  private readonly rows = new Map<string, Register>();
  private readonly apart = new Set<string>();
  /** Up to which step of each device it has taken in. */
  readonly vector: Record<string, number> = {};
  private readonly hashes: Record<string, string> = {};

  /** The hash of the last step of a device; empty where there is none. */
  headOf(device: string): string {
    return this.hashes[device] ?? '';
  }

  /** Whether a step is the next of its device, and all that it knows is here. */
  isReady(step: Step): boolean {
    if ((this.vector[step.device] ?? 0) !== step.n - 1) return false;
    return Object.entries(step.knows).every(([d, n]) => d === step.device || knowsOf(this.vector, d, n));
  }

  /** Takes one step in. @returns the rows that it, and what hangs on it, touched @throws where it is not ready */
  take(step: Step): Touched[] {
    if (!this.isReady(step)) throw new Error(`step ${step.n} of ${step.device} waits for others`);
    this.vector[step.device] = step.n;
    this.hashes[step.device] = step.hash;
    const touched = new Map<string, Touched>();
    for (const change of step.changes) this.change(step, change, touched);
    for (const [key, { table, id }] of touched) {
      if (this.apartOf(table, id).length > 0) this.apart.add(key);
      else this.apart.delete(key);
    }
    return [...touched.values()];
  }

  /** A row as it is to stand, from the row as it stands here; null where it is to be gone or is not known. */
  view(table: TableName, id: string, now: Row | null): Row | null {
    const r = this.rows.get(keyOf(table, id));
    if (!r) return now;
    if (isGone(r)) return null;
    let row = now ?? r.made?.row ?? r.beings.filter((b) => b.row).sort(first)[0]?.row ?? null;
    if (!row) return null;
    for (const [field, heads] of r.fields) {
      const { value } = heads.reduce((a, b) => (first(a, b) <= 0 ? a : b));
      if (!same(valueAt(row, field), value)) row = withField(row, field, value);
    }
    for (const [field, elements] of r.sets) {
      const is = list(valueAt(row, field));
      const has = new Set(is.map((x) => JSON.stringify(x)));
      const next = is.filter((x) => isIn(elements.get(JSON.stringify(x))) !== false);
      const more = [...elements]
        .filter(([text, heads]) => isIn(heads) && !has.has(text))
        .map(([text]) => text);
      const all = [...next, ...more.sort().map((text) => JSON.parse(text) as unknown)];
      if (!same(is, all)) row = withField(row, field, all);
    }
    return row;
  }

  /** All that two or more changed without knowing of one another, in one order on all devices. */
  conflicts(): Apart[] {
    return [...this.apart].sort().flatMap((key) => {
      const at = key.indexOf(' ');
      return this.apartOf(key.slice(0, at) as TableName, key.slice(at + 1));
    });
  }

  private apartOf(table: TableName, id: string): Apart[] {
    const r = this.rows.get(keyOf(table, id));
    if (!r || isGone(r)) return [];
    const out: Apart[] = [];
    const gone = r.beings.filter((b) => b.gone && isContested(r, b)).sort(first);
    if (gone[0]) {
      const { knows } = gone[0];
      const [by] = Object.values(r.edits)
        .filter((e) => !knowsOf(knows, e.device, e.n))
        .sort(first) as [Origin];
      const sides = [
        { ...by, value: 'there' },
        { ...gone[0], value: 'gone' },
      ];
      out.push({
        key: `${table} ${id} `,
        table,
        id,
        field: null,
        base: gone[0].row,
        sides: sides.map(sideOf),
      });
    }
    for (const [field, heads] of [...r.fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const sides: Head[] = [];
      for (const h of [...heads].sort(first)) if (!sides.some((s) => same(s.value, h.value))) sides.push(h);
      if (sides.length > 1)
        out.push({
          key: `${table} ${id} ${field}`,
          table,
          id,
          field,
          base: sides[0]?.was,
          sides: sides.map(sideOf),
        });
    }
    return out;
  }

  private of(table: TableName, id: string): Register {
    const key = keyOf(table, id);
    const r: Register = this.rows.get(key) ?? {
      table,
      made: null,
      beings: [],
      fields: new Map(),
      sets: new Map(),
      edits: {},
      pointed: {},
    };
    this.rows.set(key, r);
    return r;
  }

  private change(step: Step, { table, id, before, after }: Change, touched: Map<string, Touched>): void {
    const key = keyOf(table, id);
    const r = this.of(table, id);
    const fresh = !r.made && r.beings.length + r.fields.size + r.sets.size === 0;
    touched.set(key, { table, id });
    const origin = originOf(step);
    const knows: Vector = { ...step.knows, [step.device]: step.n };
    const unknown = <T extends Origin>(all: readonly T[]): T[] =>
      all.filter((h) => !stepKnows(step, h.device, h.n));
    if (after === null) {
      r.beings = [...unknown(r.beings), { ...origin, gone: true, row: before as Row | null, knows }];
      this.hold(r, touched);
      return;
    }
    if (before === null) {
      const row = after as Row;
      r.beings = [...unknown(r.beings), { ...origin, gone: false, row, knows }];
      if (fresh) r.made = { ...origin, row };
      else this.spread(r, table, step, row);
    } else {
      // Whoever edits a row knowing that it was taken out wants it there.
      const known = r.beings.filter((b) => stepKnows(step, b.device, b.n));
      if (known.some((b) => b.gone))
        r.beings = [
          ...unknown(r.beings),
          { ...origin, gone: false, row: known.find((b) => b.row)?.row ?? null, knows },
        ];
      for (const { field, was, to } of differences(table, before, after))
        this.set(r, table, step, field, was, to);
    }
    r.edits[step.device] = origin;
    this.hold(r, touched);
    this.pointAt(table, after, step.device, step.n, touched);
  }

  /** One field set. */
  private set(r: Register, table: TableName, step: Step, field: string, was: unknown, to: unknown): void {
    const origin = originOf(step);
    if (!isSet(table, field)) {
      const others = (r.fields.get(field) ?? []).filter((h) => !stepKnows(step, h.device, h.n));
      r.fields.set(field, [...others, { ...origin, value: to, was }]);
      return;
    }
    const elements = r.sets.get(field) ?? new Map<string, Head[]>();
    r.sets.set(field, elements);
    const [old, next] = [list(was), list(to)].map((x) => new Set(x.map((e) => JSON.stringify(e)))) as [
      Set<string>,
      Set<string>,
    ];
    for (const text of new Set([...old, ...next])) {
      if (old.has(text) === next.has(text)) continue;
      const others = (elements.get(text) ?? []).filter((h) => !stepKnows(step, h.device, h.n));
      elements.set(text, [...others, { ...origin, value: next.has(text), was: old.has(text) }]);
    }
  }

  /** A row made a second time: each of its fields is one that was set, and so are those of the first making. */
  private spread(r: Register, table: TableName, step: Step, row: Row): void {
    const by = r.made;
    r.made = null;
    for (const { field, to } of by ? differences(table, {}, by.row) : []) {
      if (!isSet(table, field)) {
        if (!r.fields.has(field)) r.fields.set(field, [{ ...by, value: to, was: undefined } as Head]);
        continue;
      }
      const elements = r.sets.get(field) ?? new Map<string, Head[]>();
      r.sets.set(field, elements);
      for (const text of list(to).map((e) => JSON.stringify(e)))
        if (!elements.has(text)) elements.set(text, [{ ...by, value: true, was: false } as Head]);
    }
    const set = differences(table, {}, row);
    const named = new Set(set.map((d) => d.field));
    for (const { field, to } of set) this.set(r, table, step, field, undefined, to);
    for (const field of [...r.fields.keys()])
      if (!named.has(field)) this.set(r, table, step, field, undefined, undefined);
  }

  /** What a row that stays though it was taken out points at, stays too. */
  private hold(r: Register, touched: Map<string, Touched>): void {
    const touches = [
      ...Object.values(r.edits).map(({ device, n }) => [device, n] as const),
      ...Object.entries(r.pointed),
    ];
    for (const b of r.beings)
      for (const [device, n] of b.gone && b.row ? touches : [])
        if (!knowsOf(b.knows, device, n)) this.pointAt(r.table, b.row as Row, device, n, touched);
  }

  private pointAt(
    table: TableName,
    fields: Fields,
    device: string,
    n: number,
    touched: Map<string, Touched>,
  ): void {
    for (const [field, tables] of pointersOf(table)) {
      const id = valueAt(fields, field);
      if (typeof id !== 'string' || id === '') continue;
      for (const to of tables) {
        const target = this.of(to, id);
        if ((target.pointed[device] ?? 0) >= n) continue;
        target.pointed[device] = n;
        touched.set(keyOf(to, id), { table: to, id });
        this.hold(target, touched);
      }
    }
  }
}

import { type Conflict as Both, type Change, rowAfter, type Touch } from '../record/change';
import { differences, type Fields, halves, isSet, merged, same, valueAt, withField } from '../record/fields';
import {
  entryOf,
  nameOf,
  pointersOf,
  type Row,
  readsAs,
  TABLE_NAMES,
  type TableName,
} from '../record/tables';
import { type CaseContent, rowsIn } from './content';

/** A field (or a whole row, where `field` is null: taken out by one, changed by the other) that both sides changed. */
export interface Conflict extends Both {
  readonly key: string;
  readonly mineBy: Touch | null;
}

/** Two rows of copies without a common past that read alike. */
export interface Duplicate {
  readonly key: string;
  readonly table: TableName;
  readonly mine: string;
  readonly theirs: string;
  readonly name: string;
}

export interface Merge {
  /** Entries of history that both carry; 0 for copies without a common past. */
  readonly common: number;
  readonly conflicts: readonly Conflict[];
  /** Only where there is no common past: proposed, never assumed. */
  readonly duplicates: readonly Duplicate[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Rows that one side took out and the other still points at: they stay. */
  readonly restored: number;
  /** What is to be done to mine, with each conflict settled as chosen. */
  changes(choices: Readonly<Record<string, 'mine' | 'theirs'>>): Change[];
}

type Tables = Map<TableName, Map<string, Row>>;

const copyOf = (t: Tables): Tables => new Map([...t].map(([k, v]) => [k, new Map(v)]));

const tablesOf = (c: CaseContent): Tables =>
  new Map(TABLE_NAMES.map((t) => [t, new Map(rowsIn(c, t).map((r) => [r.id, r]))]));

/** How many entries of history both begin with. */
function commonPast(a: CaseContent['history'], b: CaseContent['history']): number {
  const alike = (i: number): boolean => {
    const [x, y] = [a[i], b[i]];
    if (!x || !y) return false;
    return x.hash !== undefined && y.hash !== undefined
      ? x.hash === y.hash
      : same({ ...x, hash: 0 }, { ...y, hash: 0 });
  };
  let n = 0;
  while (n < a.length && n < b.length && alike(n)) n++;
  return n;
}

/** The rows as they stood after the first entries of a history. */
export function replayed(history: CaseContent['history'], entries = history.length): Tables {
  const all: Tables = new Map(TABLE_NAMES.map((t) => [t, new Map<string, Row>()]));
  for (const { changes } of history.slice(0, entries)) {
    for (const c of changes) {
      const table = all.get(c.table);
      const row = rowAfter(table?.get(c.id) ?? null, c);
      if (row) table?.set(c.id, row);
      else table?.delete(c.id);
    }
  }
  return all;
}

function lastTouch(history: CaseContent['history'], from: number): Map<string, Touch> {
  const touches = new Map<string, Touch>();
  for (const e of history.slice(from))
    for (const c of e.changes) touches.set(`${c.table} ${c.id}`, { who: e.who, at: e.at });
  return touches;
}

/**
 * Brings two copies of a case together by what each did since their common past (a three-way merge on rows and fields):
 * what one changed is taken, what both changed is a conflict, and what both changed alike is no conflict. Copies without a
 * common past are joined row by row. @param taken keys of duplicates that are the same thing @param part theirs is a part of
 * a case (annotations): what is not in it was not taken out
 */
export function mergeCopies(
  mine: CaseContent,
  theirs: CaseContent,
  taken: ReadonlySet<string> = new Set(),
  part = false,
): Merge {
  const common = part && theirs.case.id === mine.case.id ? 0 : commonPast(mine.history, theirs.history);
  const stranger = common === 0 && !part;
  const m = tablesOf(mine);
  const { tables: t, duplicates } =
    stranger || theirs.case.id !== mine.case.id
      ? adopted(m, tablesOf(theirs), mine.case.id, taken)
      : { tables: tablesOf(theirs), duplicates: [] };
  if (stranger || part) t.set('cases', new Map([[mine.case.id, mine.case as unknown as Row]]));
  const base = replayed(mine.history, common);
  const touches = [lastTouch(mine.history, common), lastTouch(theirs.history, common)] as const;
  const conflicts: Conflict[] = [];
  const joined: Tables = new Map();
  for (const table of TABLE_NAMES) {
    const [bt, mt, tt] = [base, m, t].map((x) => x.get(table) ?? new Map<string, Row>()) as [
      Map<string, Row>,
      Map<string, Row>,
      Map<string, Row>,
    ];
    const out = new Map<string, Row>();
    joined.set(table, out);
    for (const id of new Set([...mt.keys(), ...tt.keys()])) {
      const [b, x, y] = [bt.get(id), mt.get(id), tt.get(id)];
      const clash = (field: string | null, values: [unknown, unknown, unknown]): void => {
        const at = `${table} ${id}`;
        conflicts.push({
          key: `${at} ${field ?? ''}`,
          table,
          id,
          field,
          name: nameOf(table, (x ?? y) as Row),
          base: values[0],
          mine: values[1],
          theirs: values[2],
          mineBy: touches[0].get(at) ?? null,
          theirsBy: touches[1].get(at) ?? null,
        });
      };
      const row = mergedRow(table, b, x, y, part || stranger, clash);
      if (row) out.set(id, row);
    }
  }
  // As it would stand with nothing settled; what is settled is worked out from `joined` anew, so that nothing stays for the sake of a row that goes.
  const asItIs = copyOf(joined);
  const restored = restore(asItIs, m, t);
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const c of between(m, asItIs))
    counts[c.before === null ? 'added' : c.after === null ? 'removed' : 'changed']++;
  return {
    common,
    conflicts,
    duplicates,
    ...counts,
    restored,
    changes(choices) {
      const settled = copyOf(joined);
      for (const c of conflicts) {
        if (choices[c.key] !== 'theirs') continue;
        const table = settled.get(c.table) as Map<string, Row>;
        if (c.field !== null) {
          table.set(c.id, withField(table.get(c.id) as Row, c.field, c.theirs));
        }
        if (c.field === null && c.theirs === null) table.delete(c.id);
        if (c.field === null && c.theirs !== null) table.set(c.id, c.theirs as Row);
      }
      restore(settled, m, t);
      return between(m, settled);
    },
  };
}

/** One row of three: undefined where it is to be gone. Where both changed a field, mine stands until it is settled. */
function mergedRow(
  table: TableName,
  b: Row | undefined,
  x: Row | undefined,
  y: Row | undefined,
  keepMissing: boolean,
  clash: (field: string | null, values: [unknown, unknown, unknown]) => void,
): Row | undefined {
  if (x && y) {
    if (same(x, y)) return x;
    let row = x;
    for (const { field, was: p, to: q } of differences(table, x, y)) {
      const was = valueAt(b ?? ({} as Fields), field);
      if (same(was, q)) continue;
      if (same(was, p)) row = withField(row, field, q);
      else if (b && isSet(table, field)) row = withField(row, field, merged(p, was, q));
      else clash(field, [was, p, q]);
    }
    return row;
  }
  const there = (x ?? y) as Row;
  if (!b) return there;
  // Taken out by one side: gone where the other left it as it was.
  if (keepMissing && x) return x;
  if (same(b, there)) return undefined;
  clash(null, [b, x ?? null, y ?? null]);
  return x;
}

/** Puts back rows that are gone though others of the merged case point at them. */
function restore(merged: Tables, m: Tables, t: Tables): number {
  let n = 0;
  for (const [from, rows] of merged) {
    for (const row of rows.values()) {
      for (const [field, tables] of pointersOf(from)) {
        const id = valueAt(row, field);
        if (typeof id !== 'string' || id === '' || tables.some((to) => merged.get(to)?.has(id))) continue;
        for (const to of tables) {
          const lost = m.get(to)?.get(id) ?? t.get(to)?.get(id);
          if (!lost) continue;
          merged.get(to)?.set(id, lost);
          n++;
          break;
        }
      }
    }
  }
  return n;
}

function between(before: Tables, after: Tables): Change[] {
  const changes: Change[] = [];
  for (const table of TABLE_NAMES) {
    const [a, b] = [before.get(table) ?? new Map<string, Row>(), after.get(table) ?? new Map<string, Row>()];
    for (const id of [...new Set([...a.keys(), ...b.keys()])].sort()) {
      const [x, y] = [a.get(id) ?? null, b.get(id) ?? null];
      if (same(x, y)) continue;
      const halved = x && y ? halves(differences(table, x, y)) : { before: x, after: y };
      changes.push({ table, id, ...halved });
    }
  }
  return changes;
}

/** What two rows are recognized by where they share no past. */
function signature(table: TableName, r: Row): string | null {
  const { alike } = entryOf(table);
  return alike ? readsAs(r, typeof alike === 'function' ? alike(r) : alike) : null;
}

/** Rows of a stranger's case as rows of mine; those taken to be the same give way to mine, and what pointed at them points at mine. */
function adopted(
  m: Tables,
  theirs: Tables,
  caseId: string,
  taken: ReadonlySet<string>,
): { tables: Tables; duplicates: Duplicate[] } {
  const duplicates: Duplicate[] = [];
  const instead = new Map<string, string>();
  for (const table of TABLE_NAMES) {
    const known = new Map<string, string>();
    for (const r of m.get(table)?.values() ?? []) {
      const s = signature(table, r);
      if (s !== null) known.set(s, r.id);
    }
    for (const r of theirs.get(table)?.values() ?? []) {
      const s = signature(table, r);
      const id = s === null ? undefined : known.get(s);
      if (id === undefined || id === r.id) continue;
      const key = `${table} ${r.id}`;
      duplicates.push({ key, table, mine: id, theirs: r.id, name: nameOf(table, r) });
      if (taken.has(key)) instead.set(key, id);
    }
  }
  const tables: Tables = new Map();
  for (const table of TABLE_NAMES) {
    const out = new Map<string, Row>();
    for (const r of theirs.get(table)?.values() ?? []) {
      if (instead.has(`${table} ${r.id}`)) continue;
      let row: Row = table === 'cases' ? r : { ...r, caseId };
      for (const [field, tables] of pointersOf(table)) {
        const id = valueAt(row, field);
        const other = tables.map((to) => instead.get(`${to} ${id}`)).find((x) => x !== undefined);
        if (other !== undefined) row = withField(row, field, other);
      }
      out.set(r.id, row);
    }
    tables.set(table, out);
  }
  return { tables, duplicates };
}

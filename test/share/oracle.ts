import { differences, same, valueAt } from '../../src/record/fields';
import { pointersOf, type Row, type TableName } from '../../src/record/tables';
import type { Step } from '../../src/share/steps';
import type { Copy, Rows } from '../casefile/copies';
import type { TestDesk } from './desks';

interface Op {
  readonly step: string;
  /** Every step that had been taken in or done on that device before. */
  readonly after: ReadonlySet<string>;
  readonly kind: 'make' | 'edit' | 'out';
  readonly fields: ReadonlyMap<string, unknown>;
  readonly row: Row | null;
}

const nameOf = (s: Step): string => `${s.device} ${s.n}`;

/**
 * What an office must end as, worked out from all steps at once and from what each device had seen when it did each: no log,
 * no vector, no order. @returns what is wrong, or null
 */
export function wrongEnd(base: Copy, desks: readonly TestDesk[]): string | null {
  const all = desks.flatMap((d) => d.told);
  const ops = new Map<string, Op[]>();
  const pointed = new Map<string, string[]>();
  for (const { step, after } of all)
    for (const c of step.changes) {
      const key = `${c.table} ${c.id}`;
      const fields = new Map<string, unknown>();
      if (c.after) for (const d of differences(c.table, c.before ?? {}, c.after)) fields.set(d.field, d.to);
      const kind = c.after === null ? 'out' : c.before === null ? 'make' : 'edit';
      ops.set(key, [
        ...(ops.get(key) ?? []),
        { step: nameOf(step), after, kind, fields, row: (c.after ?? c.before) as Row },
      ]);
      if (c.after)
        for (const [field, tables] of pointersOf(c.table))
          for (const t of tables) {
            const to = `${t} ${String(valueAt(c.after, field))}`;
            pointed.set(to, [...(pointed.get(to) ?? []), nameOf(step)]);
          }
    }
  const { replica, copy } = desks[0] as TestDesk;
  const named = new Set(replica.conflicts().map((c) => c.key));
  const keys = new Set([
    ...ops.keys(),
    ...[...copy.rows].flatMap(([t, rows]) => [...rows.keys()].map((id) => `${t} ${id}`)),
    ...[...base.rows].flatMap(([t, rows]) => [...rows.keys()].map((id) => `${t} ${id}`)),
  ]);
  for (const key of keys) {
    const table = key.slice(0, key.indexOf(' ')) as TableName;
    const id = key.slice(key.indexOf(' ') + 1);
    const got = (copy.rows.get(table) as Rows).get(id);
    const was = (base.rows.get(table) as Rows).get(id);
    const of = ops.get(key) ?? [];
    const wrong = rowWrong(key, got, was, of, pointed.get(key) ?? [], named);
    const lost = wrong ?? (got ? lostBehind(key, of, ops, pointed, copy) : null);
    if (lost) return lost;
  }
  return null;
}

/** A row that stays though it was taken out holds what it points at, unless that was taken out in the knowledge of why it stays. */
function lostBehind(
  key: string,
  of: readonly Op[],
  ops: ReadonlyMap<string, Op[]>,
  pointed: ReadonlyMap<string, string[]>,
  copy: Copy,
): string | null {
  const table = key.slice(0, key.indexOf(' ')) as TableName;
  for (const out of of.filter((o) => o.kind === 'out' && !of.some((x) => x !== o && x.after.has(o.step)))) {
    const why = [...of.filter((o) => o.kind !== 'out').map((o) => o.step), ...(pointed.get(key) ?? [])];
    for (const touch of why.filter((t) => t !== out.step && !out.after.has(t)))
      for (const [field, tables] of pointersOf(table))
        for (const to of tables) {
          const id = String(valueAt(out.row ?? {}, field));
          const outs = (ops.get(`${to} ${id}`) ?? []).filter((o) => o.kind === 'out');
          if (outs.length > 0 && !copy.rows.get(to)?.has(id) && !outs.some((o) => o.after.has(touch)))
            return `${to} ${id} is gone, and ${key}, which stays, points at it`;
        }
  }
  return null;
}

function rowWrong(
  key: string,
  got: Row | undefined,
  was: Row | undefined,
  of: readonly Op[],
  pointed: readonly string[],
  named: ReadonlySet<string>,
): string | null {
  const outs = of.filter((o) => o.kind === 'out');
  const does = of.filter((o) => o.kind !== 'out');
  if (!got) {
    if (!was && !does.some((o) => o.kind === 'make')) return null;
    if (outs.length === 0) return `${key} is gone, and nobody took it out`;
    const unseen = does.find((d) => !outs.some((o) => o.after.has(d.step)));
    if (unseen) return `${key} is gone, and ${unseen.step} edited it unseen`;
    const needs = pointed.find((p) => !outs.some((o) => o.step === p || o.after.has(p)));
    return needs ? `${key} is gone, and ${needs} pointed at it unseen` : null;
  }
  if (!was && !does.some((o) => o.kind === 'make')) return `${key} is invented`;
  // A taking-out that no later act on the row knows of.
  const live = outs.filter((o) => !of.some((x) => x !== o && x.after.has(o.step)));
  const apart = live.filter((o) => does.some((d) => !o.after.has(d.step) && !d.after.has(o.step)));
  const held = live.filter((o) => pointed.some((p) => !o.after.has(p) && p !== o.step));
  if (live.some((o) => !apart.includes(o) && !held.includes(o)) && pointed.length === 0)
    return `${key} is back from the dead`;
  if (apart.length > 0 !== named.has(`${key} `))
    return `${key}: ${apart.length > 0 ? 'taken out and changed, and no conflict is named' : 'a conflict is named where there is none'}`;
  const fields = new Set([...Object.keys(got), ...does.flatMap((d) => [...d.fields.keys()])]);
  for (const field of fields) {
    if (field === 'deletedAt') continue;
    const sets = does.filter((d) => d.fields.has(field));
    const last = sets.filter((s) => !sets.some((x) => x !== s && x.after.has(s.step)));
    const values = last
      .map((s) => s.fields.get(field))
      .filter((x, i, l) => l.findIndex((y) => same(x, y)) === i);
    const value = valueAt(got, field);
    if (values.length > 1 !== named.has(`${key} ${field}`))
      return `${key} ${field}: ${values.length > 1 ? 'changed by two, and no conflict is named' : 'a conflict is named where there is none'}`;
    if (values.length > 0 && !values.some((x) => same(x, value)))
      return `${key} ${field} is ${JSON.stringify(value)}, which nobody who was last set it to`;
    if (values.length === 0 && was && !same(value, valueAt(was, field)) && typeof value !== 'object')
      return `${key} ${field} is ${JSON.stringify(value)}, and nobody set it`;
  }
  return null;
}

import type { CustodyEntry } from '../../record/custody';
import type { CaseRecord } from '../../record/record';
import type { Positions } from '../../time/solver/positions';
import type { TimeAxis } from '../sheet/time-axis';
import { emptyMarks, finish, put } from './lane-marks';
import type { Lane, Style } from './lanes';

/** A mark before it has its place on the axis; times in ms. */
interface Draft {
  row: number;
  id: string;
  t0: number;
  t1: number;
  solid0: number;
  solid1: number;
  lo: number;
  hi: number;
  style: Style;
  label: string;
}

/** One lane an item: its custodians as bars, and what nobody held as a break. */
export function custodyLanes(record: CaseRecord, positions: Positions, axis: TimeAxis): Lane[] {
  const events = record.events.length;
  const last = axis.stretches.at(-1)?.t1 ?? 0;
  const place = (m: number): { at: number; min: number; max: number } => ({
    at: positions.at[m] as number,
    min: positions.min[m] as number,
    max: positions.max[m] as number,
  });
  const byItem = new Map<string, { c: CustodyEntry; i: number }[]>();
  record.custody.forEach((c, i) => {
    const list = byItem.get(c.itemId);
    if (list) list.push({ c, i });
    else byItem.set(c.itemId, [{ c, i }]);
  });
  return record.items.flatMap((item) => {
    const chain = (byItem.get(item.id) ?? []).sort((a, b) => a.c.order - b.c.order);
    const drafts = chain.flatMap(({ c, i }, k): Draft[] => {
      const got = place(2 * (events + i) + 1);
      const gave = place(2 * (events + i));
      const next = chain[k + 1];
      const left = next ? place(2 * (events + next.i)) : null;
      const until =
        left && !Number.isNaN(left.at)
          ? left
          : next
            ? place(2 * (events + next.i) + 1)
            : { at: last, min: last, max: last };
      const out: Draft[] = [];
      if (!Number.isNaN(gave.at) && !Number.isNaN(got.at) && got.min - gave.max > 0)
        out.push({
          row: i,
          id: c.id,
          t0: gave.at,
          t1: got.at,
          solid0: gave.max,
          solid1: got.min,
          lo: gave.min,
          hi: got.max,
          style: { ink: 'finding', shape: 'bar', hatch: 'dots' },
          label: 'nobody',
        });
      if (!Number.isNaN(got.at) && !Number.isNaN(until.at) && c.receivedBy !== '')
        out.push({
          row: i,
          id: c.id,
          t0: got.at,
          t1: Math.max(got.at, until.at),
          solid0: got.max,
          solid1: until.min,
          lo: got.min,
          hi: Math.max(got.max, until.max),
          style: { ink: 'custody', shape: 'bar' },
          label: `${c.receivedBy}${c.seal ? `, seal ${c.seal}` : ''}`,
        });
      return out;
    });
    if (drafts.length === 0) return [];
    drafts.sort((a, b) => a.t0 - b.t0);
    const marks = emptyMarks(drafts.length);
    drafts.forEach((d, k) => {
      marks.row[k] = d.row;
      put(marks, axis, k, d.t0, d.t1, d.solid0, d.solid1, d.lo, d.hi);
    });
    const name = `Item ${item.number}${item.description ? `: ${item.description}` : ''}`;
    return [
      {
        id: `item ${item.id}`,
        group: 'custody' as const,
        name,
        sub: weights(chain.map((x) => x.c)),
        labelRows: 0,
        custody: true,
        ...finish(marks, drafts.length, true),
        styleOf: (k: number) => (drafts[k] as Draft).style,
        labelOf: (k: number) => (drafts[k] as Draft).label,
        rankOf: () => 1,
        idOf: (k: number) => (drafts[k] as Draft).id,
      },
    ];
  });
}

/** `12.4 g → 8.4 g`, from the first and last weight on the form. */
function weights(chain: readonly CustodyEntry[]): string {
  const all = chain.flatMap((c) => c.quantities.filter((q) => q.of !== 'count').slice(-1));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return `${chain.length} ${chain.length === 1 ? 'entry' : 'entries'}`;
  const text = (q: typeof first): string => `${q.value} ${q.unit}`;
  return first.value === last.value ? text(first) : `${text(first)} → ${text(last)}`;
}

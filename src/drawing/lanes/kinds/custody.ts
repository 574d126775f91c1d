import { byNumber, type CustodyEntry } from '../../../record/custody';
import { rowById } from '../../../record/rows';
import { bar, CUSTODY, type Ground, type LaneKind } from '../lane';
import { type Span, spanLane } from '../span-lane';

/** One lane an item: its custodians as bars, and what nobody held as a break. */
export const custody: LaneKind = {
  id: 'custody',
  group: CUSTODY,
  says: 'one lane an item: its custodians as bars, and what nobody held as a break',
  legend: [
    { key: 'custody', name: 'custody', swatch: bar('custody') },
    {
      key: 'break',
      name: 'custody break',
      swatch: (x, y) => [{ t: 'rect', x, y, w: 22, h: 12, fill: 'paper', stroke: 'finding', hatch: 'back' }],
    },
  ],
  lay: (ground, axis) => {
    const { record } = ground;
    const byItem = new Map<string, Held[]>();
    record.custody.forEach((c, i) => {
      const list = byItem.get(c.itemId);
      if (list) list.push({ c, i });
      else byItem.set(c.itemId, [{ c, i }]);
    });
    const last = axis.stretches.at(-1)?.t1 ?? 0;
    return [...record.items].sort(byNumber).flatMap((item) => {
      const chain = (byItem.get(item.id) ?? []).sort((a, b) => a.c.order - b.c.order);
      return spanLane(
        {
          id: `item ${item.id}`,
          group: CUSTODY,
          name: `Item ${item.number}${item.description ? `: ${item.description}` : ''}`,
          sub: weights(chain.map((x) => x.c)),
          hit: 'custody',
          labels: 0,
        },
        axis,
        spansOf(chain, ground, last),
      );
    });
  },
  details: ({ record }, id) => {
    const c = rowById(record.custody, id);
    if (!c) return null;
    return {
      title: 'Hand-over',
      says: `${c.releasedBy || 'nobody named'} to ${c.receivedBy || 'nobody named'}${c.seal ? `, seal ${c.seal}` : ''}`,
      facts: [['As written', `${c.releasedAt || '—'} / ${c.receivedAt || '—'}`]],
      goes: { to: `custody?at=${encodeURIComponent(id)}`, says: 'Edit under Custody' },
    };
  },
};

/** A hand-over, and its place in the record. */
interface Held {
  readonly c: CustodyEntry;
  readonly i: number;
}

/** Who held it from when to when, and the stretches between in which nobody did. @param last end of the sheet, ms */
function spansOf(chain: readonly Held[], { record, analysis }: Ground, last: number): Span[] {
  const { positions } = analysis;
  const first = 2 * record.events.length;
  const place = (m: number): { at: number; min: number; max: number } => ({
    at: positions.at[m] as number,
    min: positions.min[m] as number,
    max: positions.max[m] as number,
  });
  const released = (i: number) => place(first + 2 * i);
  const received = (i: number) => place(first + 2 * i + 1);
  return chain.flatMap(({ c, i }, k): Span[] => {
    const got = received(i);
    const gave = released(i);
    const next = chain[k + 1];
    const left = next ? released(next.i) : null;
    const until =
      left && !Number.isNaN(left.at) ? left : next ? received(next.i) : { at: last, min: last, max: last };
    const out: Span[] = [];
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
        style: { ink: 'finding', shape: 'bar', hatch: 'back', rim: 'finding', legend: 'break' },
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
        style: { ink: 'custody', shape: 'bar', legend: 'custody' },
        label: `${c.receivedBy}${c.seal ? `, seal ${c.seal}` : ''}`,
      });
    return out;
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

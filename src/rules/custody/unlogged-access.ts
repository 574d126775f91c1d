import type { CustodyEntry } from '../../record/custody';
import type { EventRow } from '../../record/event';
import type { Finding, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { itemName, lineOf, receivedAt, releasedAt } from './chain';

export const unloggedAccess: Rule = {
  id: 'unlogged-access',
  section: 'custody',
  name: 'Opened, and nobody wrote it down',
  finds: 'The locker or room of an item opened, by its access log, with no custody entry to match.',
  bounds: 'from the item’s arrival there to the opening',
  authorities: ['fre901', 'melendezDiaz'],
  answer: 'It was opened for another item in the same room.',
  settledBy: 'Whoever opened it, by the log, and what he took out.',
  run,
};

const plain = (s: string): string =>
  s
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Where an item lay from one entry to the next that takes it away. */
interface Stay {
  readonly entry: CustodyEntry;
  readonly next: CustodyEntry | null;
}

function run(context: RuleContext): Finding[] {
  const accesses = context.ofKind('access');
  if (accesses.length === 0) return [];
  // One scan of every entry for each access would be slow where there are thousands of both: only entries at that place matter.
  const byPlace = new Map<string, CustodyEntry[]>();
  for (const c of context.record.custody) if (c.place !== '') byPlace.set(plain(c.place), [...(byPlace.get(plain(c.place)) ?? []), c]);
  const found: Finding[] = [];
  for (const [item, chain] of context.chains) {
    chain.forEach((entry, i) => {
      if (entry.place === '' || entry.receivedAt === '') return;
      const stay: Stay = { entry, next: chain.slice(i + 1).find((e) => e.logId === entry.logId) ?? null };
      for (const a of accesses) {
        const f = ` ${plain(a.description)} `.includes(` ${plain(entry.place)} `) ? judge(context, item, stay, a, byPlace.get(plain(entry.place)) ?? []) : null;
        if (f) found.push(f);
      }
    });
  }
  return found;
}

function judge(context: RuleContext, item: string, { entry, next }: Stay, access: EventRow, at: readonly CustodyEntry[]): Finding | null {
  const { solved, record } = context;
  const slack = record.case.policies.handOver;
  const when = startOf(access);
  const since = solved.bounds(receivedAt(entry), when);
  if (since.max <= slack) return null;
  const left = next && next.releasedAt !== '' ? solved.bounds(when, releasedAt(next)) : null;
  if (left && left.max <= slack) return null;
  // An entry that may be of this opening: any item put in or taken out there about then.
  const matches = (m: { min: number; max: number }): 'surely' | 'maybe' | 'no' =>
    m.min >= -slack && m.max <= slack ? 'surely' : m.min <= slack && m.max >= -slack ? 'maybe' : 'no';
  let match: 'surely' | 'maybe' | 'no' = 'no';
  for (const c of [...at, ...(next ? [next] : [])]) {
    for (const [text, m] of [
      [c.receivedAt, receivedAt(c)],
      [c.releasedAt, releasedAt(c)],
    ] as const) {
      if (text === '' || !solved.placed(m)) continue;
      const b = matches(solved.bounds(m, when));
      if (b === 'surely') return null;
      if (b === 'maybe') match = 'maybe';
    }
  }
  const certain = since.min > slack && (left === null ? next === null : left.min > slack) && match === 'no';
  const status: Status = certain ? 'established' : 'arguable';
  return makeFinding('unlogged-access', `${entry.id} ${access.id}`, {
    status,
    title: `${itemName(context, item)}: opened, and nobody wrote it down`,
    bounds: { min: Math.max(0, since.min), max: since.max },
    measures: `from its arrival at ${entry.place} to the opening`,
    quantities: [{ from: receivedAt(entry), to: when, bounds: since }],
    span: { from: when, to: when },
    subjects: [entry.id, access.id],
    item,
    premises: [
      { says: `${itemName(context, item)} is put in ${entry.place}, ${lineOf(entry)}.`, row: entry.id },
      premise(access, `Opened by ${access.actor || 'somebody'}`),
      { says: match === 'no' ? 'No custody entry stands within the time that a hand-over takes.' : 'A custody entry may be of the same opening.', row: null },
      { says: 'A break in the chain usually goes to weight, not admissibility.', row: null },
    ],
    restsOn: reasonsFor(solved, [[receivedAt(entry), when]]),
  });
}

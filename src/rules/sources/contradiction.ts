import type { Edge, EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { type Bounds, roundLength } from '../../time/duration';
import { asPapersHave } from '../../time/grammar/as-papers-have';
import type { Contradiction } from '../../time/solver/contradiction';
import { type Reason, reasonKey } from '../../time/solver/reason';
import type { Finding } from '../finding';
import { makeFinding } from '../make-finding';
import type { Rule, RuleContext } from '../rule';
import { takenToBe } from './clock-off';

export const contradiction: Rule = {
  id: 'contradiction',
  section: 'sources',
  name: 'The record contradicts itself',
  finds: 'Entries that cannot all be true.',
  bounds: 'by how much they miss one another',
  settledBy:
    'How and when each clock was set, what both of them recorded, and the notes from which each entry was written.',
  answers: 'rounding, two clocks / the order is the same / the witness will reconcile',
  hole: true,
  ofSources: true,
  drawn: { onlyLabel: true },
  run: (context) => context.solved.contradictions.map((c) => describe(context, c)),
};

/** The row of an entry, where it has one. */
const rowOf = (r: Reason): string | null =>
  r.kind === 'reading' || r.kind === 'relation' || r.kind === 'sync' ? r.row : null;

/** A row that can be shown: an event, or a line of a form. */
const shownOf = (record: CaseRecord, row: string | null): string | null =>
  rowById(record.events, row) || rowById(record.custody, row) ? row : null;

function entrySays(record: CaseRecord, r: Reason): string {
  const row = rowOf(r);
  const e = rowById(record.events, row);
  if (e)
    return `${e.description || KINDS[e.kind].label} (${asPapersHave(e.start)}${e.end === '' ? '' : ` to ${asPapersHave(e.end)}`})`;
  const c = rowById(record.custody, row);
  if (c)
    return `${c.releasedBy || 'nobody'} to ${c.receivedBy || 'nobody'} (${c.releasedAt || '?'} to ${c.receivedAt || '?'})`;
  const relation = record.relations.find((x) => x.id === row);
  if (relation) return relation.says;
  const sync = record.syncPoints.find((x) => x.id === row);
  if (sync) return `Sync: ${sync.what}`;
  const clock = record.clocks.find((x) => 'row' in r && x.id === r.row);
  if ('says' in r) return r.says;
  return `The clock of ${clock?.name ?? 'a source'} ${clock?.offset ? offBy(clock.offset) : 'may be off'}`;
}

/** `may be off by up to 5 min`: one length where it is the same to both sides. */
const offBy = (offset: Bounds): string =>
  offset.min === -offset.max
    ? `may be off by up to ${roundLength(offset.max)}`
    : `is taken to be ${takenToBe(offset)}`;

/** The event whose own start and end are both in the clash: it ends before it begins. */
function endsFirst(record: CaseRecord, entries: readonly Reason[]): EventRow | undefined {
  const has = (row: string, edge: Edge): boolean =>
    entries.some((r) => r.kind === 'reading' && r.row === row && r.edge === edge);
  return record.events.find((e) => has(e.id, 'start') && has(e.id, 'end'));
}

function describe({ record }: RuleContext, c: Contradiction): Finding {
  const rows = [...new Set(c.entries.map(rowOf).filter((r): r is string => r !== null))];
  const events = rows.filter((r) => rowById(record.events, r));
  const turned = endsFirst(record, c.entries);
  const name = turned && (turned.description || KINDS[turned.kind].label);
  const members = c.entries.filter((r) => !(turned && r.kind === 'reading' && r.row === turned.id));
  const isEnd =
    turned && c.setAside.kind === 'reading' && c.setAside.row === turned.id && c.setAside.edge === 'end';
  const span =
    events.length > 1
      ? {
          from: { id: events[0] as string, edge: 'start' as const },
          to: { id: events[1] as string, edge: 'start' as const },
        }
      : null;
  return makeFinding('contradiction', [...c.entries].map(reasonKey).sort().join('|'), {
    status: 'established',
    title: 'The record contradicts itself',
    bounds: { min: c.by, max: c.by },
    measures: 'is the least by which these entries miss one another',
    span,
    subjects: rows,
    premises: [
      ...(turned
        ? [
            {
              says: `${name} ends (${asPapersHave(turned.end)}) before it begins (${asPapersHave(turned.start)})`,
              row: turned.id,
            },
          ]
        : []),
      ...members.map((r) => ({ says: entrySays(record, r), row: shownOf(record, rowOf(r)) })),
      {
        says: isEnd
          ? `Set aside: the end of ${name} (${asPapersHave(turned.end)})`
          : `Set aside, being trusted least: ${entrySays(record, c.setAside)}`,
        row: shownOf(record, rowOf(c.setAside)),
      },
    ],
  });
}

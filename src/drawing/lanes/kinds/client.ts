import { isDocumented } from '../../../record/client';
import { daySpan, daysSay, instantsOfDays } from '../day-span';
import { bar, type Ground, type LaneKind, type Style } from '../lane';
import { spanLane } from '../span-lane';

const CLIENT = { id: 'client', name: 'Client' };

/** The client’s days to years: treatment, screens, and what lasts. */
export const client: LaneKind = {
  id: 'client',
  group: CLIENT,
  says: 'treatment, screens, work, housing and what else the client does',
  tables: ['clientEntries'],
  legend: [
    { key: 'client', name: 'done, documented', swatch: bar('mission') },
    {
      key: 'client-open',
      name: 'undocumented, or ahead',
      swatch: (x, y) => [{ t: 'rect', x, y, w: 22, h: 12, fill: 'paper', stroke: 'mission', hatch: 'dots' }],
    },
    {
      key: 'client-lapse',
      name: 'lapse, missed or positive',
      swatch: (x, y) => [{ t: 'diamond', x: x + 11, y: y + 6, r: 6, fill: 'finding' }],
    },
  ],
  instants: (ground) =>
    instantsOfDays(
      ground,
      (ground.beside.clientEntries ?? []).flatMap((e) => [e.day, e.until]),
    ),
  lay: (ground, axis) =>
    LANES_OF.flatMap(([id, name, kinds]) =>
      spanLane(
        { id: `client ${id}`, group: CLIENT, name, sub: '', hit: 'row', labels: id === 'life' ? 1 : 0 },
        axis,
        (ground.beside.clientEntries ?? []).flatMap((e, i) =>
          kinds.includes(e.kind)
            ? daySpan(ground, i, e.id, [e.day, e.until], styleOf(e), e.what || e.who || e.kind)
            : [],
        ),
      ),
    ),
  details: ({ beside }, id) => {
    const e = beside.clientEntries?.find((x) => x.id === id);
    return e
      ? {
          title: e.kind.replace(/^./, (c) => c.toUpperCase()),
          says: [e.what, e.who].filter(Boolean).join(', '),
          facts: [
            ['Day', [daysSay(e.day), daysSay(e.until)].filter(Boolean).join(' to ')],
            ['What came of it', e.outcome || 'nobody says'],
            ['Document', isDocumented(e) ? e.document || 'a paper of the case' : 'undocumented'],
          ],
          goes: { to: `client?at=${encodeURIComponent(id)}`, says: 'Open under Client' },
        }
      : null;
  },
};

type Entry = NonNullable<Ground['beside']['clientEntries']>[number];
const LANES_OF: readonly (readonly [string, string, readonly Entry['kind'][]])[] = [
  ['treatment', 'Treatment', ['intake', 'session']],
  ['screens', 'Screens and lapses', ['screen', 'lapse']],
  ['life', 'Work, school, housing', ['work', 'school', 'housing', 'letter', 'life', 'other']],
];

function styleOf(e: Entry): Style {
  const bad = e.kind === 'lapse' || e.outcome === 'missed' || e.outcome === 'positive';
  if (bad) return { ink: 'finding', shape: 'diamond', legend: 'client-lapse' };
  const shape = e.until === '' ? 'dot' : 'bar';
  return isDocumented(e) && e.outcome !== 'planned'
    ? { ink: 'mission', shape, legend: 'client' }
    : { ink: 'mission', shape: 'bar', hatch: 'dots', rim: 'mission', legend: 'client-open' };
}

import type { CustodyEntry, Item } from '../../src/record/custody';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import { busyStop } from '../exhibits/busy-stop';
import { event, record, relation } from '../make';

export const CAMERAS = 8;
export const ITEMS = 25;
const two = (n: number): string => String(n).padStart(2, '0');
const at = (s: number): string =>
  `${two(14 + Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;

/** Made up: a stop of 216 entries by a log and eight cameras, and 25 items handed over six times in ten weeks. */
export function bigCase(): CaseRecord {
  const cameras = Array.from({ length: CAMERAS }, (_, k) => ({
    id: `cam${k}`,
    name: `Body camera ${k + 1} of the officers on the scene`,
    kind: 'camera' as const,
  }));
  const filmed = cameras.flatMap(({ id }, k) => [
    {
      ref: `${id}a`,
      kind: 'recording' as const,
      start: at(60 + k * 97),
      end: at(2400 + k * 211),
      sourceId: id,
    },
    {
      ref: `${id}b`,
      kind: 'muted' as const,
      start: at(900 + k * 151),
      end: at(1100 + k * 171),
      sourceId: id,
    },
    {
      ref: `${id}c`,
      kind: 'recording' as const,
      start: at(4000 + k * 37),
      end: at(6500 + k * 61),
      sourceId: id,
    },
  ]);
  const items: Item[] = Array.from({ length: ITEMS }, (_, k) => ({
    id: `i${k}`,
    caseId: 'c',
    number: String(k + 1),
    description: `bag ${k + 1}`,
    sampling: null,
  }));
  const hands = [
    'Officer A',
    'Evidence clerk',
    'Courier',
    'Laboratory',
    'Analyst',
    'Courier',
    'Evidence clerk',
  ];
  const custody = items.flatMap((item, k) =>
    Array.from({ length: 6 }, (_, i): Partial<CustodyEntry> & { id: string } => {
      const day = new Date(Date.UTC(2024, 2, 14 + i * 12 + (k % 5))).toISOString().slice(0, 10);
      return {
        id: `${item.id} ${i}`,
        itemId: item.id,
        releasedBy: hands[i] as string,
        releasedDate: day,
        releasedAt: `${two(9 + (k % 8))}:${two((k * 7) % 60)}`,
        receivedBy: hands[i + 1] as string,
        receivedDate: day,
        receivedAt: `${two(9 + (k % 8) + (i % 3))}:${two((k * 7) % 60)}`,
        releasedSigned: true,
        receivedSigned: i % 4 !== 3,
        seal: `S-${k}-${i}`,
      };
    }),
  );
  const turns = new Map<number, EventKind>([
    [140, 'dog-arrives'],
    [150, 'alert'],
    [160, 'search'],
  ]);
  const entries = busyStop(216 - filmed.length).events.map((e, i) => {
    const kind = turns.get(i);
    return kind ? { ...e, kind, end: '', description: kind } : e;
  });
  return record({
    sources: [{}, ...cameras],
    events: [...entries.map((e) => ({ ...e, ref: e.id })), ...filmed],
    custody,
    items,
  });
}

/** The same with a report that claims so many times which the log proves false, close to one another. */
export function withClaims(n: number): CaseRecord {
  const big = bigCase();
  const said = Array.from({ length: n }, (_, k) =>
    event({
      ref: `said${k}`,
      kind: 'dog-requested',
      clockId: 'watch',
      sourceId: 'report',
      start: `14:${two(k + 10)}`,
      description: `I asked for the dog, sentence ${k + 1}`,
    }),
  );
  return {
    ...big,
    clocks: [
      ...big.clocks,
      {
        ...(big.clocks[0] as CaseRecord['clocks'][number]),
        id: 'watch',
        name: 'watch',
        kind: 'person',
        reference: false,
      },
    ],
    sources: [
      ...big.sources,
      { ...(big.sources[0] as CaseRecord['sources'][number]), id: 'report', name: 'Report', kind: 'report' },
    ],
    events: [...big.events, ...said],
    relations: said.map((e, k) => relation(e.id, `e${k + 3}`, { says: `words that tie ${k}` })),
  };
}

import type { Item } from '../../src/record/custody';
import type { EventRow, SyncPoint } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { entry } from '../make';
import { random, syntheticRecord } from './synthetic';

const HANDS = ['Officer 1', 'Evidence room', 'Laboratory', 'Evidence room', 'Officer 2'];

const ACTS = [
  'records-check',
  'writing',
  'mission-questions',
  'off-mission-questions',
  'note',
  'note',
  'note',
] as const satisfies readonly EventRow['kind'][];

/** A tenth of the entries are of the case's largest stop, as where a body camera is transcribed whole; at most so many. */
const LARGEST = 16_000;

/**
 * A case as cases are: stops of 200 entries eight hours apart, one of them far larger, each with its mission, detours,
 * a dog, a search and an end, on five clocks of which two are cameras tied by sync points and one a watch; recordings that
 * cover them; and an item to every hundred entries, passed on from hand to hand under seals.
 */
export function caseRecord(n: number): CaseRecord {
  const next = random(5);
  const base = syntheticRecord(0, 5);
  const clocks = base.clocks.map((c, i) => ({
    ...c,
    kind: i === 4 ? ('person' as const) : c.kind,
    offset: null,
  }));
  const events: EventRow[] = [];
  const row = (t: number, kind: EventRow['kind'], more: Partial<EventRow> = {}): void => {
    const i = events.length;
    const at = new Date(Date.UTC(2024, 0, 1) + t * 1000);
    events.push({
      id: `e${String(i).padStart(8, '0')}`,
      caseId: base.case.id,
      logId: 'l',
      ref: `r${i}`,
      kind,
      clockId: `k${i % 5}`,
      zone: '',
      date: at.toISOString().slice(0, 10),
      start: at.toISOString().slice(11, 19),
      end: '',
      actor: `Officer ${i % 4}`,
      item: '',
      description: `Entry ${i}`,
      sourceId: `s${i % 8}`,
      page: '',
      line: i + 2,
      order: i,
      ...more,
    });
  };
  const text = (t: number): string => new Date(Date.UTC(2024, 0, 1) + t * 1000).toISOString().slice(11, 19);
  for (let stop = 0, t = 8 * 3600; events.length < n; stop++) {
    const size = stop === 1 ? Math.min(LARGEST, Math.ceil(n / 6)) : 200;
    const every = stop === 1 ? Math.max(1, Math.floor(36_000 / size)) : 20;
    const begins = t;
    row(t, 'seizure-begins', { clockId: 'k0' });
    for (let k = 0; k < size; k++) {
      t += 1 + Math.floor(next() * every);
      const kind = ACTS[Math.floor(next() * ACTS.length)] as EventRow['kind'];
      const ends = text(t + 20) > text(t) && next() < 0.7 ? text(t + 20) : '';
      row(t, kind, kind === 'note' ? {} : { end: ends });
      if (k === Math.floor(size / 2)) row(t + 1, 'warning-issued', { clockId: 'k1' });
      if (k === Math.floor(size / 2) + 9) row(t + 1, 'sniff', { clockId: 'k2' });
      if (k === Math.floor(size / 2) + 10) row(t + 2, 'alert', { clockId: 'k2' });
    }
    row(t + 5, 'search');
    row(t + 60, 'seizure-ends', { clockId: 'k0' });
    for (const k of [1, 2])
      row(begins - 60, 'recording', {
        clockId: `k${k}`,
        sourceId: `s${k}`,
        description: `Recording ${stop}`,
      });
    t += 8 * 3600;
  }
  const items: Item[] = Array.from({ length: Math.ceil(n / 100) }, (_, i) => ({
    id: `i${i}`,
    caseId: base.case.id,
    number: `${i + 1}`,
    description: 'a bag',
    sampling: null,
  }));
  const custody = items.flatMap((item, k) =>
    HANDS.slice(1).map((to, i) => {
      const at = 3600 * (9 + 30 * i) + 97 * k;
      const day = new Date(Date.UTC(2024, 0, 2) + at * 1000).toISOString().slice(0, 10);
      return entry(
        {
          id: `c${String(5 * k + i).padStart(8, '0')}`,
          caseId: base.case.id,
          itemId: item.id,
          clockId: 'k4',
          releasedBy: HANDS[i] as string,
          releasedDate: day,
          releasedAt: text(at),
          receivedBy: to,
          receivedDate: day,
          receivedAt: text(at + 60),
          seal: `S-${k}`,
          sealState: 'intact',
          sourceId: 's3',
        },
        i,
      );
    }),
  );
  return { ...base, clocks, events, items, custody, syncPoints: syncsOf(base.case.id) };
}

/** Two sync points a camera, a day apart. */
function syncsOf(caseId: string): SyncPoint[] {
  return ['k1', 'k2'].flatMap((clockB) =>
    ['2024-01-01', '2024-01-02'].map((day) => ({
      id: `y ${clockB} ${day}`,
      caseId,
      what: 'radio call',
      clockA: 'k0',
      dateA: day,
      readingA: '10:00:00',
      clockB,
      dateB: day,
      readingB: '10:00:07',
      sourceId: 's1',
      page: '',
    })),
  );
}

import { newCase } from '../../src/record/case';
import type { Clock } from '../../src/record/clock';
import type { EventRow } from '../../src/record/event';
import { type CaseRecord, emptyRecord } from '../../src/record/record';
import type { Source } from '../../src/record/source';

/** The same numbers in every run (mulberry32). */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

const SPANS: readonly EventRow['kind'][] = ['writing', 'records-check', 'mission-questions'];

/** A case of `n` events on `clocks` clocks and 8 sources over thirty days, a fifth of them spans, `relations` of them tied to the row before. */
export function syntheticRecord(n: number, clocks = 8, relations = 0): CaseRecord {
  const next = random(7);
  const caseId = 'bench';
  const clockRows: Clock[] = Array.from({ length: clocks }, (_, i) => ({
    id: `k${i}`,
    caseId,
    name: `Clock ${i}`,
    kind: i === 0 ? 'dispatch' : 'camera',
    zone: 'America/Chicago',
    reference: i === 0,
    offset: i % 3 === 1 ? { min: -43_000, max: -41_000, why: 'sync' } : null,
  }));
  const sources: Source[] = Array.from({ length: 8 }, (_, i) => ({
    id: `s${i}`,
    caseId,
    name: `Source ${i}`,
    kind: 'dispatch-log',
    exhibit: '',
    batesFrom: '',
    batesTo: '',
    file: '',
    sha256: '',
  }));
  const every = relations > 0 ? Math.max(1, Math.floor(n / relations)) : 0;
  const events: EventRow[] = [];
  for (let i = 0; i < n; i++) {
    const t = Math.floor((i / n) * 30 * 86_400 + next() * 20);
    const day = Math.min(29, Math.floor(t / 86_400));
    const s = t % 86_400;
    const span = next() < 0.2;
    const e = Math.min(86_399, s + Math.floor(next() * 600));
    const text = `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
    const tied = every > 0 && i > 0 && i % every === 0;
    events.push({
      id: `e${String(i).padStart(8, '0')}`,
      caseId,
      logId: 'l',
      ref: `r${i}`,
      kind: !span ? 'note' : i % 500 === 0 ? 'search' : (SPANS[i % 3] as EventRow['kind']),
      clockId: `k${i % clocks}`,
      zone: '',
      date: `2024-03-${two(day + 1)}`,
      start: tied ? `after @r${i - 1}` : text,
      end: span && !tied ? `${two(Math.floor(e / 3600))}:${two(Math.floor(e / 60) % 60)}:${two(e % 60)}` : '',
      actor: `Officer ${i % 5}`,
      item: '',
      description: `Entry ${i}`,
      sourceId: `s${i % 8}`,
      page: '',
      line: i + 2,
      order: i,
    });
  }
  return {
    ...emptyRecord(newCase(caseId, 'Bench', 'America/Chicago', 0)),
    clocks: clockRows,
    sources,
    events,
  };
}

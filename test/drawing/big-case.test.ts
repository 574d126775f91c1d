import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import type { CustodyEntry, Item } from '../../src/record/custody';
import type { CaseRecord } from '../../src/record/record';
import { busyStop } from '../exhibits/busy-stop';
import { record } from '../make';
import { expectLegible, texts } from './legible';

const CAMERAS = 8;
const ITEMS = 25;
const two = (n: number): string => String(n).padStart(2, '0');
const at = (s: number): string =>
  `${two(14 + Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;

/** Made up: a stop of 216 entries by a log and eight cameras, and 25 items handed over six times in ten weeks. */
function bigCase(): CaseRecord {
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
  const entries = busyStop(216 - filmed.length).events;
  return record({
    sources: [{}, ...cameras],
    events: [...entries.map((e) => ({ ...e, ref: e.id })), ...filmed],
    custody,
    items,
  });
}

describe('a case of 216 entries, 25 items, 8 cameras and 40 findings', () => {
  const r = bigCase();
  const analysis = analyze(r);
  const sheet = laySheet(r, analysis);
  it('is as large as that', () => {
    expect([r.events.length, r.items.length, r.sources.length - 1]).toEqual([216, ITEMS, CAMERAS]);
    expect(analysis.findings.length).toBeGreaterThanOrEqual(40);
  });
  it('leaves the stop at least half of the sheet, and every pause folded', () => {
    const own = sheet.axis.stretches.filter((s) => s.stop);
    expect(own.length).toBe(1);
    expect(own.reduce((w, s) => w + s.u1 - s.u0, 0) / sheet.axis.length).toBeGreaterThanOrEqual(0.5);
    expect(sheet.axis.stretches.length).toBeGreaterThan(5);
  });
  it.each([390, 850, 1280, 1440, 1920])(
    'has no label over another, over an edge or lost at %i px, at any zoom',
    (width) => {
      const { length } = sheet.axis;
      for (const share of [1, 0.6, 0.25, 0.08, 0.02])
        for (const from of [0, 0.2, 0.6]) {
          const [u0, u1] = [from * length, Math.min(1, from + share) * length];
          const scene = expectLegible(sheet, width, u0, u1);
          // What found no room of the findings is counted.
          const shown = scene.hits.filter((h) => h.kind === 'finding').length;
          const more = texts(scene).find((t) => /^\d+ more findings?$/.test(t.text));
          if (share === 1 && from === 0)
            expect(shown + Number(more?.text.split(' ')[0] ?? 0)).toBe(
              analysis.findings.filter((f) => f.span !== null && f.status !== 'foreclosed').length,
            );
        }
    },
  );
});

import { expect, it } from 'vitest';
import { addRecording, readOverlay } from '../../src/actions/footage';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { overlayPoint } from '../../src/media/marks';
import type { SyncPoint } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { dayText, widthText } from '../../src/words/moment';
import { record } from '../make';

/** Dispatch to the second, and a radio of which one call was marked; `marks` more on it. */
const made = (syncPoints: SyncPoint[] = [], marks = 0, date = '2024-03-14'): CaseRecord =>
  record({
    clocks: [{}, { id: 'radio', name: 'radio', kind: 'camera', zone: 'UTC', reference: false }],
    sources: [{}, { id: 'R', name: 'Radio', kind: 'camera' }],
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
      { ref: 'over', kind: 'arrest', start: '14:20:00' },
      {
        ref: 'rec',
        kind: 'recording',
        clockId: 'radio',
        sourceId: 'R',
        date,
        start: 'v 0:00',
        end: 'v 5:00',
      },
      { ref: 'sniff', kind: 'sniff', clockId: 'radio', sourceId: 'R', date, start: 'v 1:00', end: 'v 2:00' },
      { ref: 'alert', kind: 'alert', clockId: 'radio', sourceId: 'R', date, start: 'v 2:00' },
      ...Array.from({ length: marks }, (_, i) => ({
        ref: `m${i}`,
        kind: 'muted' as const,
        clockId: 'radio',
        sourceId: 'R',
        date,
        start: `v 0:${String(i % 60).padStart(2, '0')}.${i % 10}`,
        end: '',
      })),
    ],
    syncPoints,
  });

/** The marks of the radio's lane, and what the legend says. */
function drawn(r: CaseRecord) {
  const analysis = analyze(r);
  const sheet = laySheet(r, analysis);
  const lane = sheet.lanes.find((l) => l.name === 'Radio');
  const scene = layout(sheet, wholeView(sheet, 1200));
  const solid = [...Array(lane?.n ?? 0).keys()].filter(
    (k) => (lane?.solid1[k] as number) > (lane?.solid0[k] as number),
  );
  return { r, analysis, sheet, lane, scene, solid, view: { record: r, analysis } };
}

const tie: SyncPoint = {
  id: 't',
  caseId: 'c',
  what: 'heard on both',
  clockA: 'dispatch',
  dateA: '2024-03-14',
  readingA: '14:01:00',
  clockB: 'radio',
  dateB: '2024-03-14',
  readingB: 'v 1:00.000',
  sourceId: 'R',
  page: '',
};

it('a recording that nothing ties is an outline, by its counter only, and so is what is marked on it', () => {
  const { lane, scene, solid, view } = drawn(made());
  expect(lane?.sub).toBe('by its counter only');
  expect(solid).toEqual([]);
  expect(lane?.styleOf(0).untied).toBe(true);
  expect(scene.legend).toContain('untied');
  expect(scene.legend).not.toContain('order');
  const filled = scene.shapes.filter((s) => 'fill' in s && (s.fill === 'source' || s.fill === 'canine'));
  expect(filled).toEqual([]);
  expect(widthText(view, 'sniff')).toBe('by its counter only');
  expect(dayText(view, 'sniff')).toBe('2024-03-14');
});

it('no day is made up for it: where nobody wrote one there is none', () => {
  const { view } = drawn(made([], 0, ''));
  expect(dayText(view, 'rec')).toBe('');
});

it('tied, it is solid, and says by how much', () => {
  const { lane, scene, solid, view } = drawn(made([tie]));
  expect(lane?.sub).not.toBe('by its counter only');
  expect(solid).toHaveLength(1);
  expect(lane?.styleOf(0).untied).toBeUndefined();
  expect(scene.legend).not.toContain('untied');
  expect(widthText(view, 'sniff')).not.toMatch(/counter/);
});

it('so are very many marks of it, drawn as runs', () => {
  const { lane, scene } = drawn(made([], 300));
  expect(lane?.n).toBeGreaterThan(260);
  expect(scene.legend).toContain('untied');
  expect(scene.shapes.filter((s) => 'fill' in s && s.fill === 'source')).toEqual([]);
});

const MEDIA = {
  ...{ size: 1, duration: 300_000, video: '', audio: 'mp3', width: 0, height: 0, rotation: 0, frames: 0 },
  ...{ variable: false, made: '' },
};

it('a file that is opened makes no clock the reference; the overlay that is read first does', () => {
  const none = record({ clocks: [], sources: [] });
  const said = { name: 'Radio', clock: 'Radio', zone: '', date: '2024-03-14', actor: '' };
  const { act } = addRecording(none, 'radio.mp3', MEDIA, said);
  const clock = act.edits.find((e) => e.table === 'clocks')?.after;
  expect(clock).toMatchObject({ name: 'Radio', reference: false });
  const r = made();
  const alone = { ...r, clocks: r.clocks.filter((c) => c.id === 'radio') };
  const source = r.sources[1] as CaseRecord['sources'][number];
  const point = overlayPoint(alone, source, 1000, '19:00:00', '2024-03-14', false, () => 'p');
  const read = (of: CaseRecord) => readOverlay(of, source, point).edits.map((e) => [e.table, e.after]);
  expect(read(alone)).toEqual([
    ['syncPoints', point],
    ['clocks', { reference: true }],
  ]);
  expect(read(r)).toEqual([['syncPoints', point]]);
});

import { type Remote, wrap } from 'comlink';
import { DataSet } from 'vis-data/standalone';
import { Timeline } from 'vis-timeline/standalone';
import { type Analysis, analyze } from '../../src/analysis/analyze';
import { laySheet, type Sheet } from '../../src/drawing/lanes/lanes';
import { StripPainter } from '../../src/drawing/paint/canvas';
import { PALETTES } from '../../src/drawing/paint/palette';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import type { CaseRecord } from '../../src/record/record';
import { StoplineDb } from '../../src/store/database';
import { loadRecord } from '../../src/store/following';
import type { AnalysisApi } from '../../src/workers/analysis-worker';
import { inPieces } from '../../src/workers/record-in-pieces';
import { syntheticRecord } from './synthetic';

const canvas = document.getElementById('c') as HTMLCanvasElement;
const context = canvas.getContext('2d') as CanvasRenderingContext2D;
const shown = (): Promise<void> =>
  new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r())));

const strips = new StripPainter(canvas);
let sheet: Sheet;
let made: { record: CaseRecord; analysis: Analysis } | null = null;

function draw(u0: number, u1: number): void {
  const scene = layout(sheet, { ...wholeView(sheet, 1280), u0, u1 });
  strips.paint(scene, PALETTES.light, 1);
}

/** What the picture costs if it were nothing but rectangles: typed arrays, no labels, no lanes, no hit-testing. */
class ReferencePainter {
  private readonly x0: Float64Array;
  private readonly x1: Float64Array;
  private readonly lane: Uint8Array;
  constructor(n: number) {
    this.x0 = new Float64Array(n);
    this.x1 = new Float64Array(n);
    this.lane = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      this.x0[i] = i / n;
      this.x1[i] = i / n + (i % 5 === 0 ? 0.0002 : 0);
      this.lane[i] = i % 8;
    }
  }
  draw(a: number, b: number): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1280, 700);
    context.fillStyle = '#245a8d';
    const k = 1280 / (b - a);
    for (let i = 0; i < this.x0.length; i++) {
      const x = ((this.x0[i] as number) - a) * k;
      const w = Math.max(2, ((this.x1[i] as number) - (this.x0[i] as number)) * k);
      if (x + w < 0 || x > 1280) continue;
      context.fillRect(x, (this.lane[i] as number) * 80 + 20, w, 14);
    }
  }
}

/** Sixty steps of zooming in and panning; ms of each, to the frame after. */
async function steps(paint: (a: number, b: number) => void, length: number): Promise<number[]> {
  const out: number[] = [];
  for (let i = 0; i < 60; i++) {
    const w = length * (i < 30 ? 0.9 ** i : 0.9 ** (60 - i));
    const a = (length - w) * (0.3 + 0.4 * Math.sin(i / 5));
    const t = performance.now();
    paint(a, a + w);
    await shown();
    out.push(performance.now() - t);
  }
  return out.sort((x, y) => x - y);
}

const p95 = (sorted: number[]): number => sorted[Math.floor(sorted.length * 0.95)] as number;

const api = {
  async ours(n: number): Promise<{ first: number; p95: number; worst: number; compute: number }> {
    if (made?.record.events.length !== n) {
      const record = syntheticRecord(n);
      made = { record, analysis: analyze(record) };
    }
    await shown();
    const t = performance.now();
    sheet = laySheet(made.record, made.analysis);
    strips.forget();
    draw(0, sheet.axis.length);
    await shown();
    const first = performance.now() - t;
    const list = await steps(draw, sheet.axis.length);
    const c = performance.now();
    for (let i = 0; i < 10; i++) {
      strips.forget();
      draw(0, sheet.axis.length);
    }
    return { first, p95: p95(list), worst: list.at(-1) as number, compute: (performance.now() - c) / 10 };
  },
  async reference(n: number): Promise<{ first: number; p95: number; worst: number }> {
    canvas.height = 700;
    await shown();
    const t = performance.now();
    const painter = new ReferencePainter(n);
    painter.draw(0, 1);
    await shown();
    const first = performance.now() - t;
    const list = await steps((a, b) => painter.draw(a, b), 1);
    return { first, p95: p95(list), worst: list.at(-1) as number };
  },
  async vis(n: number): Promise<{ first: number; p95: number }> {
    const holder = document.getElementById('vis') as HTMLElement;
    holder.innerHTML = '';
    const record = syntheticRecord(n);
    const items = record.events.map((e, i) => {
      const start = Date.parse(`${e.date}T${e.start}Z`);
      return {
        id: i,
        group: i % 8,
        content: e.description,
        start,
        ...(e.end
          ? { end: Date.parse(`${e.date}T${e.end}Z`), type: 'range' as const }
          : { type: 'point' as const }),
      };
    });
    await shown();
    const t = performance.now();
    const timeline = new Timeline(
      holder,
      new DataSet(items),
      new DataSet(Array.from({ length: 8 }, (_, i) => ({ id: i, content: `Source ${i}` }))),
      {
        height: '700px',
        start: items[0]?.start ?? 0,
        end: items.at(-1)?.start ?? 1,
        showCurrentTime: false,
      },
    );
    await shown();
    const first = performance.now() - t;
    const [a, b] = [items[0]?.start ?? 0, items.at(-1)?.start ?? 1];
    const list: number[] = [];
    for (let i = 0; i < 8; i++) {
      const w = (b - a) * 0.9 ** i;
      const s = performance.now();
      timeline.setWindow(a + (b - a - w) / 2, a + (b - a - w) / 2 + w, { animation: false });
      await shown();
      list.push(performance.now() - s);
    }
    timeline.destroy();
    return { first, p95: p95(list.sort((x, y) => x - y)) };
  },
  async fill(n: number): Promise<void> {
    const db = new StoplineDb('bench');
    await db.delete();
    await db.open();
    const record = syntheticRecord(n);
    await db.cases.put(record.case);
    await db.clocks.bulkPut([...record.clocks]);
    await db.sources.bulkPut([...record.sources]);
    await db.events.bulkPut([...record.events]);
    db.close();
  },
  /** Raw `getAll` of the rows, and our opening to first paint: database, worker, sheet, canvas. */
  async open(): Promise<{ raw: number; ours: number; load: number; analysis: number }> {
    const idb = await new Promise<IDBDatabase>((resolve, reject) => {
      const q = indexedDB.open('bench');
      q.onsuccess = () => resolve(q.result);
      q.onerror = () => reject(q.error);
    });
    const t = performance.now();
    await new Promise((resolve) => {
      const q = idb.transaction('events').objectStore('events').getAll();
      q.onsuccess = () => resolve(q.result);
    });
    const raw = performance.now() - t;
    idb.close();
    const db = new StoplineDb('bench');
    const worker = new Worker(new URL('../../src/workers/analysis-worker.ts', import.meta.url), {
      type: 'module',
    });
    const remote: Remote<AnalysisApi> = wrap<AnalysisApi>(worker);
    await remote.open(0, syntheticRecord(10));
    const s = performance.now();
    const sending = inPieces({
      hold: (...piece) => remote.hold(...piece),
      open: (...rest) => remote.open(...rest),
      follow: (changes) => remote.follow(changes),
    });
    const at = await loadRecord(db, 'bench', sending.reading());
    if (!at) throw new Error('no case');
    const load = performance.now() - s;
    const analysis = await sending.open(at.record);
    if (!analysis) throw new Error('no analysis');
    const solved = performance.now() - s - load;
    sheet = laySheet(at.record, analysis);
    strips.forget();
    draw(0, sheet.axis.length);
    await shown();
    const ours = performance.now() - s;
    worker.terminate();
    db.close();
    return { raw, ours, load, analysis: solved };
  },
};

export type BenchApi = typeof api;
(window as unknown as { bench: BenchApi }).bench = api;

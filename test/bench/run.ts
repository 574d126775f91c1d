import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { analyze } from '../../src/analysis/analyze';
import { Session } from '../../src/analysis/session';
import { serve } from '../../src/cli/serve';
import { laySheet } from '../../src/drawing/lanes/lanes';
import type { EventRow } from '../../src/record/event';
import type { CaseRecord } from '../../src/record/record';
import { parseTime } from '../../src/time/grammar/parse';
import { resolveReading } from '../../src/time/grammar/resolve';
import { FLAGS, findChromium } from '../chromium';
import { hasFfmpeg } from '../media/making';
import { caseRecord } from './case-record';
import { printCsv } from './csv';
import { alignTracks, hashedInPage, longFile } from './footage';
import { loadedAt } from './loaded';
import { printOfficers } from './officers';
import type { BenchApi } from './page';
import { printPages } from './paper-pages';
import { printRecognised } from './recognised';
import { type Screened, screening } from './screening';
import { printSearch } from './searching';
import { syntheticRecord } from './synthetic';
import { longestTasks } from './tasks';

/** `npm run bench`: both sides of every ratio in one run; one line a figure, `name n ours reference ratio`, then a summary. */
const ROUNDS = 5;
const median = (list: number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] as number;
const lines: string[] = [];

function print(name: string, n: number, ours: number, reference: number | null, goal: string): void {
  const ratio = reference === null ? 'n/a' : (ours / reference).toFixed(3);
  const line = `${name.padEnd(40)} ${String(n).padStart(9)} ${ours.toFixed(1).padStart(10)} ${(reference === null ? '-' : reference.toFixed(1)).padStart(10)} ${ratio.padStart(8)}   ${goal}`;
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

function timed(work: () => void): number {
  const t = performance.now();
  work();
  return performance.now() - t;
}

process.stdout.write(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\nname, n, ours ms, reference ms, ratio, goal\n`,
);

/** Measured in a process of its own: what else was run here leaves caches that go while it is measured. */
function printMemory(n: number): void {
  const told = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'test/bench/memory.ts', String(n)],
    { encoding: 'utf8' },
  );
  const { ours, plain } = JSON.parse(told) as { ours: number; plain: number };
  print('memory, MB / the rows as plain objects', n, ours, plain, n === 100_000 ? 'at most 3' : '');
}

// ---- the engine, in Node
/** One pass that only parses the readings of a record and puts each on its day. */
function parseAll(record: CaseRecord): void {
  const given = { zone: 'America/Chicago', approximate: 300_000 };
  const read = (text: string, date: string): void => {
    if (text === '') return;
    const p = parseTime(text);
    if (p.ok && p.written.form === 'reading') resolveReading(p.written, { date, ...given });
  };
  for (const e of record.events) {
    read(e.start, e.date);
    read(e.end, e.date);
  }
  for (const c of record.custody) {
    read(c.releasedAt, c.releasedDate);
    read(c.receivedAt, c.receivedDate);
  }
}

/** Full analysis against the parsing pass, at three sizes, and how it grows from the first to the last. */
function printAnalysis(name: string, recordOf: (n: number) => CaseRecord, goal: string): void {
  const grown: [number, number][] = [];
  for (const n of [1000, 10_000, 100_000]) {
    const record = recordOf(n);
    parseAll(record);
    const [ours, reference] = [[] as number[], [] as number[]];
    for (let i = 0; i < ROUNDS; i++) {
      reference.push(timed(() => parseAll(record)));
      ours.push(timed(() => analyze(record)));
    }
    grown.push([n, median(ours)]);
    print(
      `full analysis, ${name} / parsing pass`,
      n,
      median(ours),
      median(reference),
      n === 100_000 ? goal : '',
    );
  }
  const [small, large] = [grown[0] as [number, number], grown[2] as [number, number]];
  const exponent = Math.log(large[1] / small[1]) / Math.log(large[0] / small[0]);
  process.stdout.write(
    `growth exponent of full analysis, ${name}, 1,000 to 100,000: ${exponent.toFixed(2)} (at most 1.1)\n`,
  );
}

/** What stands between an edit and its picture but the write: analysis and sheet anew, ms. A time is solved anew, words are not. */
function printEdit(n: number, what: string, edit: (e: EventRow, i: number) => EventRow): void {
  const session = new Session();
  session.open(syntheticRecord(n, 12, n / 10));
  const took: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const before = session.record?.events[5 + i];
    if (!before || !session.record) throw new Error('no entry to edit');
    const after = edit(before, i);
    took.push(
      timed(() => {
        session.follow([{ table: 'events', id: before.id, before, after }]);
        laySheet(session.record as CaseRecord, session.analysis());
      }),
    );
  }
  print(
    `an edit of ${what} to its sheet: solve, rules, lay`,
    n,
    median(took),
    null,
    n < 10_000 ? '' : `at most ${n < 100_000 ? 100 : 400}`,
  );
}

printAnalysis('plain', (n) => syntheticRecord(n, 12, n / 10), 'at most 5');
printAnalysis('stops and seals', caseRecord, 'at most 10');
for (const n of [300, 10_000, 100_000]) {
  printEdit(n, 'words', (e, i) => ({ ...e, description: `Edited ${i}` }));
  printEdit(n, 'a time', (e) => ({ ...e, start: `~${e.start}` }));
}
for (const n of [10_000, 100_000]) printMemory(n);

await printCsv(print);

// ---- an officer's other stops and words
printOfficers(print);

// ---- papers
await printPages(print);
await printRecognised(print);
printSearch(print);

// ---- thousands of cases from the command line
const screened = await screening();
const each = (s: Screened): number => s.ms / s.cases;
print(
  'a case screened on one core / read alone',
  screened.one.cases,
  each(screened.one),
  each(screened.alone),
  'at most 5',
);
print(
  'a case on two cores / on one',
  screened.two.cases,
  each(screened.two),
  each(screened.one),
  'at most 0.588',
);
print(
  'memory of screening, MB: many / a hundred',
  screened.many.cases,
  screened.many.memory,
  screened.few.memory,
  'about 1',
);

// ---- alignment by sound
const tracks = alignTracks(30);
print('two tracks aligned / one FFT there and back', 30, tracks.ours, tracks.reference, 'at most 3');
print('  its error at the ends, ms', 30, tracks.error, null, 'at most 10');

// ---- the picture and the database, in Chromium
const out = resolve('node_modules/.bench');
await build({
  configFile: false,
  root: resolve('test/bench'),
  base: './',
  logLevel: 'error',
  worker: { format: 'es' },
  build: { outDir: out, emptyOutDir: true, rollupOptions: { input: resolve('test/bench/page.html') } },
});
const { url, server } = await serve(out, 0);
const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
type Call = { [K in keyof BenchApi]: [K, ...Parameters<BenchApi[K]>] }[keyof BenchApi];

async function call<T>(page: Page, [name, ...args]: Call): Promise<T> {
  return page.evaluate(
    ([f, a]) =>
      (window as unknown as { bench: Record<string, (...x: unknown[]) => Promise<unknown>> }).bench[
        f as string
      ]?.(...(a as unknown[])),
    [name, args] as const,
  ) as Promise<T>;
}
async function fresh(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  await page.goto(`${url}page.html`);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

let tenThousand = Number.NaN;
for (const n of [1000, 10_000, 100_000]) {
  const page = await fresh();
  const ours: { first: number; p95: number; worst: number; compute: number }[] = [];
  const reference: { first: number; p95: number; worst: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    reference.push(await call(page, ['reference', n]));
    ours.push(await call(page, ['ours', n]));
  }
  const first = median(ours.map((o) => o.first));
  if (n === 10_000) tenThousand = median(ours.map((o) => o.p95));
  print(
    'first paint / reference painter',
    n,
    first,
    median(reference.map((r) => r.first)),
    n === 100_000 ? 'at most 2' : '',
  );
  print(
    'pan and zoom p95 / reference painter',
    n,
    median(ours.map((o) => o.p95)),
    median(reference.map((r) => r.p95)),
    n === 100_000 ? 'at most 1.0' : '',
  );
  print(
    'slowest step of the run / reference painter',
    n,
    median(ours.map((o) => o.worst)),
    median(reference.map((r) => r.worst)),
    '',
  );
  print('layout and paint of one frame, whole case', n, median(ours.map((o) => o.compute)), null, '');
  await page.close();
  const peer = await fresh();
  const limit = 90_000;
  const visOnce = call<{ first: number; p95: number }>(peer, ['vis', n]).catch(() => null);
  const result = await Promise.race([visOnce, new Promise<null>((r) => setTimeout(() => r(null), limit))]);
  if (result) {
    print('first paint / vis-timeline', n, first, result.first, n === 10_000 ? 'at most 0.01' : '');
    print('pan and zoom p95 / vis-timeline', n, median(ours.map((o) => o.p95)), result.p95, '');
  } else
    process.stdout.write(
      `first paint / vis-timeline ${n}: vis-timeline did not finish in ${limit / 1000} s\n`,
    );
  await peer.close({ runBeforeUnload: false }).catch(() => {});
}

const million = await fresh();
const huge: number[] = [];
for (let i = 0; i < ROUNDS; i++) {
  const round = await call<{ p95: number }>(million, ['ours', 1_000_000]).catch(() => null);
  if (!round) break;
  huge.push(round.p95);
}
if (huge.length === ROUNDS)
  print('pan and zoom p95, a million / our own 10,000', 1_000_000, median(huge), tenThousand, 'at most 1.5');
else process.stdout.write('pan and zoom of 1,000,000: the page did not bear it\n');
await million.close();

const page = await fresh();
await call(page, ['fill', 100_000]);
const opened: { raw: number; ours: number; load: number; analysis: number }[] = [];
for (let i = 0; i < ROUNDS; i++) opened.push(await call(page, ['open']));
print(
  'open a case to first paint / raw getAll',
  100_000,
  median(opened.map((o) => o.ours)),
  median(opened.map((o) => o.raw)),
  'at most 2',
);
process.stdout.write(
  `  of which reading ${median(opened.map((o) => o.load)).toFixed(0)} ms, analysis in the worker with both crossings ${median(opened.map((o) => o.analysis)).toFixed(0)} ms\n`,
);
// ---- what is loaded first: the app as built, each script as it goes over the wire
const appOut = resolve('node_modules/.bench-app');
await build({ logLevel: 'error', build: { outDir: appOut, emptyOutDir: true } });
const app = await serve(appOut, 0);
const scripts = await loadedAt(browser, app.url);
print('compressed scripts to Cases, kB', 0, scripts.cases, null, 'at most 250');
print('compressed scripts to the timeline, kB', 0, scripts.timeline, null, 'at most 400');
// ---- a file of two hours; its recordings are made by ffmpeg
if (hasFfmpeg) {
  const recorder = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const hashes = [];
  for (let i = 0; i < 5; i++) hashes.push(await hashedInPage(recorder, app.url));
  const [hashed, summed] = [median(hashes.map((h) => h.ours)), median(hashes.map((h) => h.theirs))];
  // With writing it into the case and drawing it, beside the player that opens the file; the hash alone is half of it.
  print('a recording’s frames to its hash on screen / sha256sum', 120, hashed, summed, '');
  const long = await longFile(recorder, app.url);
  await recorder.close();
  print('two hours of video: to open and step, s', 120, long.open, null, 'seconds');
  print('  to its waveform, s', 120, long.waveform, null, '');
  print('  to lay it on another by sound, s', 120, long.aligned, null, '');
  print('  jump to a frame, ms', 120, long.jump, null, '');
  print('  slowest of twelve jumps, ms', 120, long.slowestJump, null, '');
  print('  memory of the page at most, MB', 120, long.memory, null, 'at most 500');
  print('  of which before the file, MB', 120, long.before, null, '');
} else process.stdout.write('two hours of video: skipped, ffmpeg is missing\n');
// ---- how long anything that is done holds the page
for (const { what, longest } of await longestTasks(appOut, 100_000))
  print(`longest task, ms: ${what}`, 100_000, longest, null, 'at most 200');
app.server.close();
rmSync(appOut, { recursive: true, force: true });
await browser.close();
server.close();
rmSync(out, { recursive: true, force: true });
process.stdout.write(`\nSummary\n${lines.join('\n')}\n`);
process.exit(0);

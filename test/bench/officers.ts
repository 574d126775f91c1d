import Papa from 'papaparse';
import { Counter } from '../../src/officers/counting';
import { CsvStream } from '../../src/officers/csv-stream';
import { runsAgain } from '../../src/officers/words-again';

type Print = (name: string, n: number, ours: number, reference: number | null, goal: string) => void;

const two = (n: number): string => String(n).padStart(2, '0');
const HEAD = 'Stop ID,Officer,Start Time,End Time,District,Stop Type,Outcome,Canine,Searched,Contraband\n';
const MAPPING = {
  columns: {
    id: 0,
    officer: 1,
    start: 2,
    end: 3,
    district: 4,
    kind: 5,
    outcome: 6,
    dog: 7,
    search: 8,
    found: 9,
  },
  dateOrder: 'mdy',
  unit: 60_000,
} as const;
const CHOICE = { values: {}, hours: null, since: '', until: '', notThis: '', forgotten: 14_400_000 } as const;

/** Rows of a table of stops, a piece of text at a time, as a file gives them. */
function* pieces(n: number): Generator<string> {
  let text = HEAD;
  for (let i = 0; i < n; i++) {
    const [m, day] = [i % 1380, `2024-0${1 + (i % 9)}-${two(1 + (i % 28))}`];
    const e = m + 5 + ((i * 7) % 40);
    const at = (t: number): string => `${two(Math.floor(t / 60))}:${two(t % 60)}`;
    text += `${i},Officer ${i % 500},${day} ${at(m)}:${two(i % 60)},${day} ${at(e)}:${two((i * 3) % 60)},${i % 12},Traffic,Warning,No,No,No\n`;
    if (text.length < 1 << 20) continue;
    yield text;
    text = '';
  }
  yield text;
}

function count(texts: Iterable<string>): number {
  const counter = new Counter(MAPPING, CHOICE);
  const stream = new CsvStream(',', (cells, line) => line > 1 && counter.row(cells));
  for (const text of texts) stream.push(text);
  stream.end();
  return counter.counted().chosen;
}

const timed = (work: () => unknown): number => {
  const t = performance.now();
  work();
  return performance.now() - t;
};

/** ms of the quickest of so many rounds. */
const best = (rounds: number, work: () => unknown): number =>
  Math.min(...Array.from({ length: rounds }, () => timed(work)));

/** MB that the heap holds more while so many rows stream by than before. */
function held(n: number): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  function* watched(): Generator<string> {
    let k = 0;
    for (const text of pieces(n)) {
      yield text;
      if (k++ % 8 !== 0) continue;
      globalThis.gc?.();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
  }
  count(watched());
  return most / 1_048_576;
}

/** Stops counted as they stream by, against the CSV parser alone; and words used again against a plain pass over them. */
export function printOfficers(print: Print): void {
  const n = 1_000_000;
  // As a file gives them: flat, and not as they were put together.
  const texts = [...pieces(n)].map((t) => Buffer.from(t).toString('latin1'));
  const whole = Buffer.from(texts.join('')).toString('latin1');
  const [ours, parser] = [
    best(3, () => count(texts)),
    best(3, () => Papa.parse(whole, { step: () => undefined })),
  ];
  print('stops counted / the CSV parser alone', n, ours, parser, 'at most 1.5');
  print('heap while counting, MB / of a tenth', n, held(n), held(n / 10), 'flat: at most 1.5');
  let seed = 7;
  const draw = (k: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % k;
  };
  const reports = Array.from({ length: 200 }, (_, r) => ({
    id: `r${r}`,
    pages: [
      {
        number: 1,
        lines: Array.from({ length: 80 }, () =>
          Array.from({ length: 10 }, () => `word${draw(4000)}`).join(' '),
        ),
      },
    ],
  }));
  const pass = (): void => {
    const known = new Map<string, number>();
    for (const { pages } of reports)
      for (const { lines } of pages)
        for (const line of lines)
          for (const word of line.split(' '))
            known.set(word.toLowerCase(), (known.get(word.toLowerCase()) ?? 0) + 1);
  };
  print(
    'words used again / a plain pass',
    160_000,
    best(5, () => runsAgain(reports)),
    best(5, pass),
    'at most 5',
  );
}

import {
  clopperPearson,
  countOf,
  LEAST,
  percentDown,
  percentUp,
  quantile,
  standingAmong,
} from '../officers/stats';
import type { Benchmark } from '../record/benchmark';
import { type Bounds, printBounds } from '../time/duration';
import type { Exhibit } from './exhibit';
import { oneLine, printable } from './printable';
import type { TablePaper } from './table-paper';

/** Stops that were counted, as a figure or as the benchmark of a case holds them. */
export type StopsCounted = Pick<Benchmark, 'says' | 'measures' | 'lengths' | 'leftOut' | 'made'> & {
  readonly rates: readonly { readonly what: string; readonly n: number; readonly of: number }[];
};

/** What the summary of stop data is made of. */
export interface StopSummary {
  readonly officer: string;
  readonly counted: StopsCounted;
  /** This stop, ms; null where none is set against the others. */
  readonly stop: Bounds | null;
  readonly file: {
    readonly name: string;
    readonly rows: number;
    readonly size: number;
    readonly sha256: string;
  };
  readonly caption: Exhibit['caption'];
  readonly madeUp: boolean;
  readonly zone: string;
  readonly made: string;
  /** Words of a protective order in force; empty for none. */
  readonly stamp: string;
}

const whole = (n: number): string => n.toLocaleString('en-US');
const percent = (share: number, up: boolean): string =>
  `${(up ? Math.ceil(share * 1000) : Math.floor(share * 1000)) / 10}`;

/** A rate with its exact interval: `43 of 47 (91.4 %; 95 % interval 79.6 % to 97.7 %)`. */
export function rateSays(n: number, of: number): string {
  if (of < LEAST) return `${n} of ${of}; nothing is said of fewer than ${LEAST}`;
  const { min, max } = clopperPearson(n, of);
  return `${whole(n)} of ${whole(of)} (${Math.round((1000 * n) / of) / 10} %; 95 % interval ${percent(min, false)} % to ${percent(max, true)} %)`;
}

/** Rows of what the figure says, in words: how many, median, quartiles, and where this stop stands. */
export function figureRows({ lengths, measures }: StopsCounted, stop: Bounds | null): [string, string][] {
  const n = countOf(lengths);
  if (n < LEAST) return [['Other stops', `${n}: nothing is said of fewer than ${LEAST}`]];
  const at = (p: number): string => printBounds(quantile(lengths, p));
  const rows: [string, string][] = [
    ['Other stops', whole(n)],
    [
      'Measured',
      measures === 'stop'
        ? 'from the beginning of a stop to its end'
        : 'from the beginning of a stop to its paper',
    ],
    ['Median', at(0.5)],
    ['Lower quartile', at(0.25)],
    ['Upper quartile', at(0.75)],
  ];
  if (!stop) return rows;
  const { surely, maybe } = standingAmong(lengths, stop);
  const place =
    surely === maybe
      ? `longer than ${percentDown(surely, n)} % of the others (${whole(surely)} of ${whole(n)})`
      : `longer than at least ${percentDown(surely, n)} % and at most ${percentUp(maybe, n)} % of the others (${whole(surely)} to ${whole(maybe)} of ${whole(n)})`;
  return [...rows, ['This stop', printBounds(stop)], ['Its place', place]];
}

/** Stop data as a summary under Fed. R. Evid. 1006, with its underlying records: neutral, and with all that was left out. */
export function stopSummary(s: StopSummary): TablePaper {
  const { counted, file } = s;
  const n = countOf(counted.lengths);
  const figure = figureRows(counted, s.stop);
  const leftOut = counted.leftOut.map((l) => [printable(l.why), whole(l.n)]);
  const rates = counted.rates.map((r) => [printable(r.what), rateSays(r.n, r.of)]);
  const record = [oneLine(file.name, 200), whole(file.rows), whole(file.size), file.sha256];
  const lengths = counted.lengths.map((l) => [printBounds(l), String(l.n)]);
  const heads = {
    figure: ['Of the stops counted', ''],
    leftOut: ['Left out', 'Stops'],
    rates: ['Rate', 'Of those of which the table says yes or no'],
    record: ['Record', 'Rows', 'Bytes', 'sha-256'],
    lengths: ['Length, as written', 'Stops'],
  } as const;
  return {
    title: `Summary of Stop Data: ${oneLine(s.officer, 120)}`,
    caption: s.caption,
    madeUp: s.madeUp,
    zone: s.zone,
    made: s.made,
    stamp: oneLine(s.stamp),
    blocks: [
      {
        t: 'text',
        text: 'Offered under Fed. R. Evid. 1006 to prove the content of voluminous records. The record that it is drawn from is listed below and will be made available for examination or copying at a reasonable time and place.',
      },
      { t: 'text', text: `Benchmark: ${printable(counted.says)}.` },
      { t: 'table', shares: [0.42, 0.58], head: heads.figure, rows: figure },
      ...(n >= LEAST ? [{ t: 'picture' as const }] : []),
      { t: 'heading', level: 2, text: 'What was left out, and why' },
      leftOut.length === 0
        ? { t: 'text', text: 'Nothing: every stop of the benchmark is counted.' }
        : { t: 'table', shares: [0.78, 0.22], head: heads.leftOut, rows: leftOut },
      ...(rates.length === 0
        ? []
        : [
            { t: 'heading' as const, level: 2 as const, text: 'Rates' },
            { t: 'table' as const, shares: [0.34, 0.66], head: heads.rates, rows: rates },
          ]),
      { t: 'heading', level: 2, text: 'Underlying records' },
      { t: 'table', shares: [0.3, 0.12, 0.14, 0.44], head: heads.record, rows: [record] },
      {
        t: 'text',
        small: true,
        text: 'A length that is written to the minute may be anything within it; what is said holds whatever each truly was. Intervals of rates are exact (Clopper and Pearson).',
      },
    ],
    sheets: [
      {
        name: 'Figure',
        widths: [46, 80],
        head: heads.figure,
        rows: [['Benchmark', printable(counted.says)], ...figure],
      },
      { name: 'Left out', widths: [70, 14], head: heads.leftOut, rows: leftOut },
      { name: 'Rates', widths: [40, 70], head: heads.rates, rows: rates },
      { name: 'Lengths', widths: [50, 12], head: heads.lengths, rows: lengths },
      { name: 'Underlying records', widths: [50, 14, 16, 70], head: heads.record, rows: [record] },
    ],
  };
}

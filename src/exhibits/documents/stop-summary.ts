import { countOf, LEAST } from '../../officers/stats';
import { distributionScene } from '../distribution';
import { stampOf } from '../stamp';
import { type StopSummary, stopSummary } from '../stop-summary';
import { asTables } from './paper';

/** px: at the width of an upright page its letters are of eight points. */
const WIDE = 660;
const PICTURED =
  'How many of the other stops were of which length, with their median and this stop upon them. The table above has the figures.';

/** Stop data as a Rule 1006 summary with its underlying records, in Word, PDF and XLSX. */
export const stopData = asTables<StopSummary>({
  id: 'stop-data',
  name: 'Summary of stop data',
  says: 'an officer’s other stops: the benchmark, how many, median, quartiles, this stop’s place, what was left out',
  titleOf: ({ officer }) => `${officer} stop data`,
  paperOf: stopSummary,
  drawn: ({ counted, stop }) =>
    countOf(counted.lengths) >= LEAST
      ? { scene: distributionScene(counted.lengths, stop, '', WIDE), alt: PICTURED }
      : null,
  inputOf: ({ read: { record }, rows, made }) => {
    const [benchmark] = record.benchmarks;
    if (!benchmark) return null;
    const source = record.sources.find((s) => s.id === benchmark.sourceId);
    const { court, title, number, madeUp, zone } = record.case;
    return {
      officer: benchmark.officer,
      counted: { ...benchmark, rates: [] },
      stop: null,
      file: { name: source?.name ?? '', rows: benchmark.rows, size: 0, sha256: source?.sha256 ?? '' },
      caption: { court, parties: title, number },
      madeUp,
      zone,
      made,
      stamp: stampOf(rows.protectiveOrders ?? [], made),
    };
  },
});

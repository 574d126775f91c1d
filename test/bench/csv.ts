import Papa from 'papaparse';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import { newCase } from '../../src/record/case';
import { emptyRecord } from '../../src/record/record';
import { cpu, type Print, ratioOf } from './cpu';
import { syntheticRecord } from './synthetic';

const LINES = 100_000;
const ROUNDS = 9;

/** The bytes of a log to the drafts that a person reviews, beside the parser that gives its text as rows of cells. ms of processor time. */
export async function printCsv(print: Print): Promise<void> {
  const csv = `id,date,time,end,kind,actor,description\n${syntheticRecord(LINES)
    .events.map((e) => [e.ref, e.date, e.start, e.end, e.kind, e.actor, e.description].join(','))
    .join('\n')}\n`;
  const bytes = new TextEncoder().encode(csv);
  const ours = (): Promise<number> =>
    cpu(async () => {
      const [table] = await readTables(bytes, 'bench.csv');
      if (!table) throw new Error('no table');
      const mapping = { ...guessMapping(table), zone: 'America/Chicago' };
      let id = 0;
      const context = contextFor(emptyRecord(newCase('c', 'x', 'America/Chicago', 0)), '', () => `i${id++}`);
      const { events, refused } = layoutOf(mapping.layout).read(table, mapping, context);
      if (events.length + refused.length !== LINES)
        throw new Error(`${events.length} and ${refused.length} of ${LINES} lines`);
    });
  const { a, b } = await ratioOf(ROUNDS, ours, () => cpu(() => void Papa.parse(csv)));
  print('CSV to drafts / CSV parser alone', LINES, a, b, 'at most 3');
}

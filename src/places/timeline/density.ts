import type { Sheet } from '../../drawing/lanes/lanes';

/** Columns of the density picture. */
const COLUMNS = 240;

/** How much lies where on the whole sheet, column by column: 1 where most does. */
export function densityOf({ lanes, axis: { length } }: Sheet): number[] {
  const counts = new Float64Array(COLUMNS);
  for (const lane of lanes) {
    if (lane.group.id === 'sources') continue;
    for (let i = 0; i < lane.n; i++) {
      const a = Math.floor(((lane.u0[i] as number) / length) * COLUMNS);
      const b = Math.floor(((lane.u1[i] as number) / length) * COLUMNS);
      for (let c = Math.max(0, a); c <= Math.min(COLUMNS - 1, b); c++) counts[c] = (counts[c] as number) + 1;
    }
  }
  const most = Math.max(1, ...counts);
  return Array.from(counts, (n) => Math.sqrt(n / most));
}

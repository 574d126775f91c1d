import { statementsOf } from '../../time/grammar/written';
import type { TableRow } from '../formats/table';
import type { TimeCell } from './cell';

/** A row as a log has it: its id, its time and its end. */
export interface Pointing {
  readonly row: TableRow;
  readonly event: { readonly ref: string };
  readonly time: TimeCell;
  readonly end: TimeCell | null;
}

/** Whether a time counts from another row. */
const pointsAway = (cell: TimeCell): boolean =>
  !cell.plain && statementsOf(cell.written).some((s) => s.form !== 'reading' && s.form !== 'open');

/** The rows that a row names. */
const namedBy = (p: Pointing): string[] =>
  [p.time, p.end].flatMap((cell) =>
    cell === null || cell.plain
      ? []
      : statementsOf(cell.written).flatMap((s) => (s.form === 'tied' || s.form === 'ordered' ? [s.ref] : [])),
  );

/** Whether a time is so much after the row before it. */
const goesOn = (p: Pointing): boolean =>
  !p.time.plain && statementsOf(p.time.written).some((s) => s.form === 'after-previous');

/**
 * Takes out of `made` the rows that count from a row which is not there: one that is named and is none of this file or of the
 * case (`known`), or, for `+45s`, the row before where that was refused: it would count from another without a word. Then those
 * that count from these, each once, however long the chain is. @param refused lines of this file that were not taken
 */
export function takeOutLost<P extends Pointing>(
  made: P[],
  known: ReadonlySet<string>,
  refused: ReadonlySet<number>,
  refuse: (row: TableRow, why: string) => void,
): void {
  if (!made.some((m) => pointsAway(m.time) || (m.end !== null && pointsAway(m.end)))) return;
  const standing = new Map<string, number>();
  const naming = new Map<string, number[]>();
  const lost = new Uint8Array(made.length);
  const gone: number[] = [];
  const lose = (i: number, why: string): void => {
    if (lost[i]) return;
    lost[i] = 1;
    gone.push(i);
    refuse((made[i] as P).row, why);
  };
  for (const { event } of made) standing.set(event.ref, (standing.get(event.ref) ?? 0) + 1);
  const lines = Int32Array.from(refused).sort();
  let next = 0;
  for (const [i, m] of made.entries()) {
    let before = 0;
    for (; next < lines.length && (lines[next] as number) < m.row.line; next++)
      before = lines[next] as number;
    const names = namedBy(m);
    for (const ref of names) {
      const those = naming.get(ref);
      if (those) those.push(i);
      else naming.set(ref, [i]);
    }
    const missing = names.find((ref) => !standing.has(ref) && !known.has(ref));
    if (missing !== undefined) lose(i, notThere(missing));
    else if (goesOn(m) && before > 0) lose(i, notTaken(before));
    else if (goesOn(m) && i === 0)
      lose(i, 'a time such as +45s counts from the row before it, and there is none');
  }
  for (let i = gone.pop(); i !== undefined; i = gone.pop()) {
    const { event, row } = made[i] as P;
    const left = (standing.get(event.ref) ?? 0) - 1;
    standing.set(event.ref, left);
    if (left === 0 && !known.has(event.ref))
      for (const j of naming.get(event.ref) ?? []) lose(j, notThere(event.ref));
    const after = made[i + 1];
    if (after && goesOn(after)) lose(i + 1, notTaken(row.line));
  }
  let kept = 0;
  for (const [i, m] of made.entries()) if (!lost[i]) made[kept++] = m;
  made.length = kept;
}

const notThere = (ref: string): string => `@${ref} names no row of this file or of the case`;
const notTaken = (line: number): string =>
  `a time such as +45s counts from the row before it, and line ${line} was not taken`;

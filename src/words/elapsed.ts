import type { CaseRecord } from '../record/record';
import type { SinceSeizure } from '../stops/since-seizure';
import { type Bounds, printAtLeast, printAtMost } from '../time/duration';
import { momentNumber } from './moment';

/**
 * T+ since the seizure of its stop, both ends as the record proves them: `14 min 02 s`, `20 to 23 min`, `from 20 min`,
 * `2 min 40 s before`; `0` for the seizure; empty beyond two hours and where nothing bounds it.
 */
export function elapsedText(
  view: { readonly record: CaseRecord; readonly analysis: { readonly since: SinceSeizure } },
  id: string,
): string {
  const { zero, min, max } = view.analysis.since;
  const row = momentNumber(view.record, id) >> 1;
  if (row < 0 || zero[row] === -1) return '';
  return zero[row] === row ? '0' : sinceText({ min: min[row] as number, max: max[row] as number });
}

/** Bounds on a time since something, in ms, rounded outward as every length is (`SECONDS`); empty where there are none. */
export function sinceText({ min, max }: Bounds): string {
  if (!(min > Number.NEGATIVE_INFINITY) && !(max < Number.POSITIVE_INFINITY)) return '';
  // A second counted as written: less than one before is not before.
  const [least, most] = [
    min >= 0 ? length(printAtLeast(min)) : length(printAtMost(-min)),
    max >= 0 ? length(printAtMost(max)) : length(printAtLeast(-max)),
  ];
  const [early, late] = [min < 0 && least !== '0' ? `${least} before` : least, max < 0 && most !== '0'];
  if (!Number.isFinite(max)) return early === '0' ? '0 or later' : `from ${early}`;
  if (!Number.isFinite(min))
    return late ? `at least ${most} before` : most === '0' ? '0 or earlier' : `by ${most}`;
  if (late) return `${together(most, least)} before`;
  return early.endsWith('before')
    ? `${early} to ${most} after`.replace(' to 0 after', ' to 0')
    : together(early, most);
}

/** `20 to 23 min`, `14 min 02 s to 14 min 48 s`; one length where both are the same. */
function together(a: string, b: string): string {
  if (a === b) return a;
  const unit = / (s|min)$/.exec(b)?.[0] ?? '';
  return /^\d+ (s|min)$/.test(a) && /^\d+ (s|min)$/.test(b) && a.endsWith(unit)
    ? `${a.slice(0, -unit.length)} to ${b}`
    : `${a} to ${b}`;
}

/** A printed bound without the words before it: `23 min`, `2 min 51 s`, `0`. */
const length = (printed: string): string =>
  printed
    .replace(/^(at least|more than|at most|less than) /, '')
    .replace(/^0 s$/, '0')
    .replace(/ min 00 s$/, ' min')
    .replace(/ h 00 min$/, ' h');

import { DAY, HOUR, MINUTE, type Span, type Stamp, type Statement, type Written } from './written';

const two = (n: number): string => String(n).padStart(2, '0');

/** A time of day to the precision it was read with: `14:27`, `14:27:05`, `14:27:05.2`. */
export function printClock(ms: number, precision: number): string {
  const s = Math.floor(ms / 1000);
  const base = `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}`;
  if (precision >= 60_000) return base;
  return `${base}:${two(s % 60)}${fraction(ms, precision)}`;
}

function fraction(ms: number, precision: number): string {
  if (precision >= 1000) return '';
  const digits = precision >= 100 ? 1 : precision >= 10 ? 2 : 3;
  return `.${String(ms % 1000)
    .padStart(3, '0')
    .slice(0, digits)}`;
}

function printStamp(stamp: Stamp): string {
  if (stamp.clock === 'media') return `v ${printMedia(stamp.ms, stamp.precision)}`;
  // A space before an offset, since 00:00-05:00 could as well be a range.
  const zone = stamp.zone === null ? '' : stamp.zone === 'Z' ? 'Z' : ` ${stamp.zone}`;
  if (stamp.precision === DAY) return `${stamp.date}${zone}`;
  return `${stamp.date === null ? '' : `${stamp.date} `}${printClock(stamp.ms, stamp.precision)}${zone}`;
}

/** A media time: `3:15.2`, `1:03:15`. */
export function printMedia(ms: number, precision: number): string {
  const s = Math.floor(ms / 1000);
  const h = Math.floor(s / 3600);
  const m = Math.floor(s / 60) % 60;
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s % 60)}${fraction(ms, precision)}`;
}

/** A length in the unit it was written in: `4m45s`, `2.5m`, `2 1/2h`, `31d`. */
function printLength(ms: number, unit: number, days = false): string {
  if (days) return `${ms / DAY}d`;
  for (const [size, letter] of [
    [HOUR, 'h'],
    [MINUTE, 'm'],
    [1000, 's'],
  ] as const) {
    if (unit === size / 2) return `${Math.floor(ms / size)} 1/2${letter}`;
    const digits = [10, 100, 1000].findIndex((n) => unit * n === size);
    if (size > 1000 && digits >= 0) return `${(ms / size).toFixed(digits + 1)}${letter}`;
  }
  if (ms === 0) return unit >= HOUR ? '0h' : unit >= MINUTE ? '0m' : `0${fraction(0, unit)}s`;
  const h = Math.floor(ms / HOUR);
  const m = Math.floor(ms / MINUTE) % 60;
  const rest = ms % MINUTE;
  let out = h > 0 ? `${h}h` : '';
  if (m > 0 || (unit === MINUTE && out !== '')) out += `${m}m`;
  if (rest > 0 || unit < MINUTE) out += `${Math.floor(rest / 1000)}${fraction(rest, unit)}s`;
  return out;
}

const finest = (ms: number): number => (ms % MINUTE === 0 ? MINUTE : ms % 1000 === 0 ? 1000 : 1);

const printTolerance = (ms: number | null): string =>
  ms === null ? '' : ` +-${ms > 0 && ms % DAY === 0 ? `${ms / DAY}d` : printLength(ms, finest(ms))}`;

/** A distance without its sign. */
function printDistance(span: Span): string {
  const { style, from, to, unit, days } = span;
  const last = printLength(to, unit, days);
  switch (style) {
    case 'exact':
      return last;
    case 'or':
      return `${printLength(from, unit, days)} or ${last}`;
    case 'between':
      return `${printLength(from, unit, days)}..${last}`;
    default:
      return `${style} ${last}`;
  }
}

function printSpan(span: Span): string {
  const rough = span.about && span.tolerance === null ? 'about ' : '';
  return `${span.sign === 1 ? '+' : '-'}${rough}${printDistance(span)}${printTolerance(span.tolerance)}`;
}

const printRef = (w: { ref: string; edge: 'start' | 'end' }): string =>
  `@${w.ref}${w.edge === 'end' ? '.end' : ''}`;

/** What was understood, in the one spelling the app uses; parsing it again gives the same. */
export function printWritten(w: Written): string {
  return w.form === 'several' ? w.all.map(printStatement).join('; ') : printStatement(w);
}

function printStatement(w: Statement): string {
  switch (w.form) {
    case 'reading': {
      const body =
        w.to === null ? printStamp(w.from) : `between ${printStamp(w.from)} and ${printStamp(w.to)}`;
      return `${w.about && w.tolerance === null ? '~' : ''}${body}${printTolerance(w.tolerance)}`;
    }
    case 'open':
      return `${w.side} ${w.about && w.tolerance === null ? '~' : ''}${printStamp(w.stamp)}${printTolerance(w.tolerance)}`;
    case 'after-previous':
      return printSpan(w.span);
    case 'tied': {
      if (w.span?.style === 'within') {
        const { about, tolerance } = w.span;
        const rough = about && tolerance === null ? 'about ' : '';
        return `${rough}within ${printLength(w.span.to, w.span.unit, w.span.days)}${printTolerance(tolerance)} of ${printRef(w)}`;
      }
      return `${printRef(w)}${w.span === null ? '' : ` ${printSpan(w.span)}`}`;
    }
    case 'ordered':
      return `${w.side} ${printRef(w)}`;
  }
}

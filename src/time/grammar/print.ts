import type { Span, Stamp, Written } from './written';

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
  return `${stamp.date === null ? '' : `${stamp.date} `}${printClock(stamp.ms, stamp.precision)}${zone}`;
}

/** A media time: `3:15.2`, `1:03:15`. */
export function printMedia(ms: number, precision: number): string {
  const s = Math.floor(ms / 1000);
  const h = Math.floor(s / 3600);
  const m = Math.floor(s / 60) % 60;
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s % 60)}${fraction(ms, precision)}`;
}

function printLength(ms: number, unit: number): string {
  if (ms === 0) return unit >= 3_600_000 ? '0h' : unit >= 60_000 ? '0m' : `0${fraction(0, unit)}s`;
  const h = Math.floor(ms / 3_600_000);
  const m = Math.floor(ms / 60_000) % 60;
  const rest = ms % 60_000;
  let out = h > 0 ? `${h}h` : '';
  if (m > 0 || (unit === 60_000 && out !== '')) out += `${m}m`;
  if (rest > 0 || unit < 60_000) out += `${Math.floor(rest / 1000)}${fraction(rest, unit)}s`;
  return out;
}

function printSpan(span: Span): string {
  const sign = span.sign === 1 ? '+' : '-';
  if (span.style === 'exact') return `${sign}${printLength(span.from, span.unit)}`;
  const join = span.style === 'or' ? ' or ' : '..';
  return `${sign}${printLength(span.from, span.unit)}${join}${printLength(span.to, span.unit)}`;
}

/** What was understood, in the one spelling the app uses; parsing it again gives the same. */
export function printWritten(w: Written): string {
  switch (w.form) {
    case 'reading': {
      const body =
        w.to === null ? printStamp(w.from) : `between ${printStamp(w.from)} and ${printStamp(w.to)}`;
      const tolerance =
        w.tolerance === null
          ? ''
          : ` +-${printLength(w.tolerance, w.tolerance % 60_000 === 0 ? 60_000 : w.tolerance % 1000 === 0 ? 1000 : 1)}`;
      return `${w.about ? '~' : ''}${body}${tolerance}`;
    }
    case 'open':
      return `${w.side} ${printStamp(w.stamp)}`;
    case 'after-previous':
      return printSpan(w.span);
    case 'tied':
      return `@${w.ref}${w.edge === 'end' ? '.end' : ''}${w.span === null ? '' : ` ${printSpan(w.span)}`}`;
    case 'ordered':
      return `${w.side} @${w.ref}${w.edge === 'end' ? '.end' : ''}`;
  }
}

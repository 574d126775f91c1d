/** How a workbook shows its numbers: what a person saw in the cell, as far as it changes what the cell says. */
export type NumberFormat =
  | { readonly shows: 'number'; readonly before: string; readonly after: string; readonly percent: boolean }
  /** Digits in places: `0000`, `00":"00`. */
  | { readonly shows: 'digits'; readonly pattern: string }
  | { readonly shows: 'date'; readonly hours: boolean }
  | { readonly shows: 'time' }
  /** `[h]:mm`: hours that go on past 24. */
  | { readonly shows: 'elapsed' }
  /** `mm:ss`: minutes and seconds, no hour. */
  | { readonly shows: 'minutes' };

const PLAIN = { shows: 'number', before: '', after: '', percent: false } as const;
const DATE: NumberFormat = { shows: 'date', hours: false };

/** The formats that a workbook names by number alone. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { ...PLAIN, percent: true };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return DATE;
  if (id === 22) return { shows: 'date', hours: true };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35)) return { shows: 'time' };
  if (id === 45 || id === 47) return { shows: 'minutes' };
  return id === 46 ? { shows: 'elapsed' } : PLAIN;
}

const LITERAL = /"([^"]*)"|\\(.)|_.|\*./g;

/** What a format code (`mm/dd/yy`, `[h]:mm`, `0000`, `0.0" g"`) shows. */
export function formatOf(code: string): NumberFormat {
  if (code.length > 255) return PLAIN;
  const first = (code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? '').replace(/general/gi, '0');
  const bare = first.replace(LITERAL, '').replace(/\[(?:\$|[a-z]{3,}|color|[<>=])[^\]]*\]/gi, '');
  if (bare.trim() === '@' || bare.trim() === '') return PLAIN;
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { shows: 'elapsed' };
  const letters = bare.replace(/am\/pm|a\/p/gi, 'h');
  if (/[yde]/i.test(letters) && !/[0#?]/.test(letters.replace(/s\.0+/gi, 's')))
    return { shows: 'date', hours: /h/i.test(letters) };
  if (/h/i.test(letters)) return { shows: 'time' };
  if (/m/i.test(letters)) return /s/i.test(letters) ? { shows: 'minutes' } : DATE;
  if (/s/i.test(letters)) return { shows: 'minutes' };
  const digits = first.replace(/"([^"]*)"|\\(.)/g, (_, a?: string, b?: string) => a ?? b ?? '');
  if (/^0[0 :/.-]*0$/.test(digits) && !/^0+\.0+$/.test(digits)) return { shows: 'digits', pattern: digits };
  const [, before = '', after = ''] = /^([^0#?]*)[0#?][0#?.,]*(?:E[+-]0+)?([\s\S]*)$/.exec(digits) ?? [];
  const words = (s: string): string => (/[a-z]/i.test(s) ? s.replace(/[%[\]]/g, '') : '');
  return { shows: 'number', before: words(before), after: words(after), percent: /%/.test(bare) };
}

const DAY = 86_400_000;
/** Under this many days a serial is a length or a time of day, in both systems of days; no case is older than 1904. */
const FIRST_DAYS = 366;

/** The text of a number under its format, as the grammar of times and amounts reads it: `2024-03-14`, `14:27:05`, `24:00`, `0905`. */
export function shownNumber(value: number, format: NumberFormat, date1904: boolean): string {
  switch (format.shows) {
    case 'number': {
      const n = Number((format.percent ? value * 100 : value).toPrecision(15));
      return `${format.before}${n}${format.percent ? '%' : ''}${format.after}`.trim();
    }
    case 'digits':
      return digitsShown(value, format.pattern);
    case 'date':
    case 'time':
    case 'elapsed':
      return dayShown(value, format, date1904);
    case 'minutes': {
      if (value >= 1 || value < 0) return dayShown(value, { shows: 'time' }, date1904);
      const s = Math.round(value * 86_400);
      return `${Math.floor(s / 60)}:${two(s % 60)} (mm:ss)`;
    }
  }
}

function digitsShown(value: number, pattern: string): string {
  if (!Number.isInteger(value) || value < 0) return String(value);
  let left = String(value);
  let out = '';
  for (const c of [...pattern].reverse()) {
    if (c !== '0') {
      out = c + out;
      continue;
    }
    out = (left.at(-1) ?? '0') + out;
    left = left.slice(0, -1);
  }
  return left + out;
}

function dayShown(value: number, format: NumberFormat, date1904: boolean): string {
  if (value < 0 || value >= 2_958_466) return `no date (${value})`;
  // Fractions of a day miss the second by a hair; a tenth of a second is the finest a workbook shows.
  const ms = Math.round((value * DAY) / 100) * 100;
  if (value < FIRST_DAYS) {
    const clock = clockShown(ms);
    if (format.shows !== 'date') return clock;
    if (value < 1 && format.hours) return clock;
  }
  // Day 60 of the system of 1900 is a February 29 that never was.
  const days = Math.floor(ms / DAY);
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const iso = new Date(epoch + days * DAY).toISOString().slice(0, 10);
  const rest = ms % DAY;
  return rest === 0 && format.shows === 'date' && !format.hours ? iso : `${iso} ${clockShown(rest)}`;
}

/** `14:27`, `14:27:05`, `14:27:05.2`; hours go on past 24. */
function clockShown(ms: number): string {
  const s = Math.floor(ms / 1000);
  const tenth = Math.floor((ms % 1000) / 100);
  const base = `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}`;
  if (s % 60 === 0 && tenth === 0) return base;
  return `${base}:${two(s % 60)}${tenth > 0 ? `.${tenth}` : ''}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

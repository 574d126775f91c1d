import { parseTime } from './parse';
import { printClock } from './print';
import type { DateOrder } from './refusal';
import { DAY, HOUR, statementsOf, type WallStamp } from './written';

/** One row of a log, as written: its day (`2024-03-14`, or empty), its time, and its end where it has one. */
export interface LoggedTime {
  readonly date: string;
  readonly text: string;
  readonly end?: string;
}

/** What a row would hold instead of what it holds. */
export interface MovedTime {
  /** Its place in the rows given. */
  readonly row: number;
  readonly field: 'text' | 'end';
  /** The day of the row; empty where its row has none. */
  readonly date: string;
  /** The time, in a spelling that the grammar takes; an end on another day than its row begins with that day. */
  readonly text: string;
}

/** One way to put a log in order: a sentence, and what would change. */
export interface WayOn {
  readonly says: string;
  readonly changes: readonly MovedTime[];
}

/** A place at which the times of a log fall, or leave open which half of the day they mean. */
export interface Fall {
  /** The row, by its place, at which it shows. */
  readonly row: number;
  readonly why: string;
  /** What may be meant; none where the rows are merely out of order. That all stands as written is always one more. */
  readonly ways: readonly WayOn[];
}

/** A fall by less than this is a late entry, not a midnight. */
const LATE = 6 * HOUR;

interface Read {
  readonly row: number;
  readonly date: string;
  readonly text: string;
  readonly ms: number;
  readonly precision: number;
  readonly end: { readonly text: string; readonly ms: number } | null;
}

/**
 * Where the times of one log, in the order of its rows, fall: 23:59 and then 00:04 passed midnight, 12:55 and then 1:05 is
 * a clock of twelve hours. Nothing is moved here: each place comes with the ways in which it can be meant, to be asked.
 * Rows that name their own day or zone, counters, and times that hang on other rows say nothing of it and are passed over.
 * Two rows serve as well: an entry typed after another one.
 */
export function pastMidnight(rows: readonly LoggedTime[], order: DateOrder = null): readonly Fall[] {
  const read = rows.flatMap((r, row) => readOf(r, row, order));
  if (isTwelveHours(read)) return twelveHours(read);
  return [...midnights(read), ...read.flatMap(endOf)];
}

function readOf(r: LoggedTime, row: number, order: DateOrder): Read[] {
  const start = stampOf(r.text, order);
  if (!start) return [];
  const end = r.end === undefined || r.end === '' ? null : stampOf(r.end, order);
  return [
    {
      row,
      date: r.date,
      text: r.text,
      ms: start.ms,
      precision: start.precision,
      end: end ? { text: r.end as string, ms: end.ms } : null,
    },
  ];
}

/** The time of day of a plain reading without a day or a zone of its own; null for everything else. */
function stampOf(text: string, order: DateOrder): WallStamp | null {
  const parsed = parseTime(text, order);
  if (!parsed.ok) return null;
  const [w] = statementsOf(parsed.written);
  if (w?.form !== 'reading' || w.from.clock !== 'wall') return null;
  return w.from.date === null && w.from.zone === null && w.from.precision < DAY ? w.from : null;
}

const nextDay = (date: string, by: number): string =>
  date === '' ? '' : new Date(Date.parse(`${date}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);

/** Falls by the clock of 24 hours: each passes one midnight more. */
function midnights(read: readonly Read[]): Fall[] {
  const falls: { at: Read; before: Read; passed: number; rows: { r: Read; by: number }[] }[] = [];
  const late: Fall[] = [];
  let passed = 0;
  let last: Read | null = null;
  for (const r of read) {
    if (last && r.date !== last.date) {
      passed = 0;
      last = r;
      continue;
    }
    const drop: number = last ? last.ms - r.ms : 0;
    if (last && drop >= LATE) {
      passed++;
      falls.push({ at: r, before: last, passed, rows: [] });
    } else if (last && drop >= last.precision) {
      late.push(outOfOrder(r, last));
      if (passed > 0) falls.at(-1)?.rows.push({ r, by: passed });
      continue;
    } else if (last && passed > 0 && -drop > DAY - LATE) {
      // Entered late, and still of the day before that midnight.
      if (passed > 1) falls.at(-1)?.rows.push({ r, by: passed - 1 });
      late.push(outOfOrder(r, last));
      continue;
    }
    if (passed > 0) falls.at(-1)?.rows.push({ r, by: passed });
    last = r;
  }
  const found = falls.map(({ at, before, passed: by, rows }): Fall => {
    const day = nextDay(at.date, by);
    return {
      row: at.row,
      why: `${before.text} and then ${at.text}: the log passed midnight here, or is out of order`,
      ways: [
        {
          says:
            rows.length === 1
              ? `it passed midnight: this row is of ${day === '' ? 'the next day' : day}`
              : `it passed midnight: ${rows.length} rows from ${at.text} on are of ${day === '' ? 'the next day' : day}`,
          changes: rows.map(({ r, by: n }) => ({
            row: r.row,
            field: 'text' as const,
            date: nextDay(r.date, n),
            text: r.text,
          })),
        },
      ],
    };
  });
  return [...found, ...late].sort((a, b) => a.row - b.row);
}

const outOfOrder = (r: Read, before: Read): Fall => ({
  row: r.row,
  why: `${r.text} stands after ${before.text}: the row is out of order, or one of them is wrong`,
  ways: [],
});

/** An end that is earlier than its start, by more than a slip: it lies on the next day. */
function endOf(r: Read): Fall[] {
  if (!r.end || r.ms - r.end.ms < LATE) return [];
  const day = nextDay(r.date, 1);
  return [
    {
      row: r.row,
      why: `${r.text} ends at ${r.end.text}: it ran past midnight, or one of them is wrong`,
      ways:
        day === ''
          ? []
          : [
              {
                says: `it ran past midnight: it ends on ${day}`,
                changes: [{ row: r.row, field: 'end', date: r.date, text: `${day} ${r.end.text}` }],
              },
            ],
    },
  ];
}

/** A log in which no time is past 12:59, none before 1:00, none says am or pm, and none has a zero before it. */
function isTwelveHours(read: readonly Read[]): boolean {
  if (read.length < 2 || read.some((r) => r.ms < HOUR || r.ms >= 13 * HOUR)) return false;
  return !read.some((r) => /^\D*0\d|\d ?[ap]\.?(?: ?m\b)?\.?|hrs|hours|noon|\b\d{4}\b/i.test(r.text));
}

const HALF = 12 * HOUR;

/** A log by a clock of twelve hours, read on from its morning and on from its evening. */
function twelveHours(read: readonly Read[]): Fall[] {
  const fall = read.findIndex(
    (r, i) => i > 0 && (read[i - 1] as Read).ms - r.ms >= LATE && r.date === (read[i - 1] as Read).date,
  );
  const at = read[Math.max(0, fall)] as Read;
  const ways = [0, HALF].flatMap((first): WayOn[] => {
    const changes = unwound(read, first);
    if (changes.length === 0) return [];
    return [
      {
        says: `it is by a clock of twelve hours and begins in the ${first === 0 ? 'morning' : 'afternoon or evening'}: ${changes.length} ${changes.length === 1 ? 'row changes' : 'rows change'}`,
        changes,
      },
    ];
  });
  if (fall < 0 && ways.length === 0) return [];
  return [
    {
      row: at.row,
      why:
        fall < 0
          ? 'no time of this log is past 12:59 and none says am or pm: it may be by a clock of twelve hours'
          : `${(read[fall - 1] as Read).text} and then ${at.text}, and no time is past 12:59: the log is by a clock of twelve hours, or out of order`,
      ways,
    },
  ];
}

/** Where every row stands if the first is in that half of its day and the hands only go on; the rows that this changes. */
function unwound(read: readonly Read[], first: number): MovedTime[] {
  const changes: MovedTime[] = [];
  let [half, last, day] = [first, read[0]?.ms ?? 0, read[0]?.date ?? ''];
  last %= HALF;
  for (const r of read) {
    const dial = r.ms % HALF;
    if (r.date !== day) [half, day] = [dial < last ? (half + HALF) % DAY : half % DAY, r.date];
    else if (last - dial >= LATE) half += HALF;
    last = dial;
    const t = half + dial;
    const [date, text] = [nextDay(r.date, Math.floor(t / DAY)), printClock(t % DAY, r.precision)];
    if (t !== r.ms) changes.push({ row: r.row, field: 'text', date, text: rewritten(r.text, text) });
  }
  return changes;
}

/** The time of a text in other figures, its other words kept: `about 1:05` is `about 13:05`. */
const rewritten = (text: string, figures: string): string =>
  text.replace(/\d{1,2}(?:[:.h]\d{2}){1,2}(?:[.,]\d+)?|\d{3}/, () => figures);

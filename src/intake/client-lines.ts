import type { ClientEntry } from '../record/client';
import { readDays } from '../time/days';
import type { DateOrder } from '../time/grammar/refusal';
import type { CalendarDay } from './formats/calendar';
import type { Sheet } from './formats/table';

/** An entry of the client's as it is proposed: nothing is kept until a person takes it. */
export type ClientDraft = Omit<ClientEntry, 'id' | 'caseId'>;

/** A line that was not taken: which, as it stands, and why. */
interface Left {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface ClientDrafts {
  readonly drafts: readonly ClientDraft[];
  readonly refused: readonly Left[];
}

const KINDS: readonly (readonly [RegExp, ClientEntry['kind']])[] = [
  [/\b(relaps\w*|laps\w*|used again|slip(ped)?)\b/i, 'lapse'],
  [/\b(screens?|screening|ua|urinalys[ie]s|urine|drug tests?|breath ?tests?|breathalyzer|swab)\b/i, 'screen'],
  [/\b(intake|assessment|evaluation|admission|admitted|enrolled in treatment)\b/i, 'intake'],
  [/\b(sessions?|groups?|counsell?ing|therapy|meetings?|iop|treatment|appointments?|na|aa)\b/i, 'session'],
  [/\b(work|job|hired|employ\w*|shifts?|paychecks?|pay ?stubs?)\b/i, 'work'],
  [/\b(school|ged|college|class(es)?|course|training|enrolled|diploma)\b/i, 'school'],
  [/\b(housing|lease|apartment|moved in|sober living|shelter|rent)\b/i, 'housing'],
  [/\b(letters?|reference|certificate)\b/i, 'letter'],
];
const OUTCOMES: readonly (readonly [RegExp, ClientEntry['outcome']])[] = [
  [/\b(no[- ]?shows?|missed|absent|did not (attend|appear|show)|failed to (attend|appear))\b/i, 'missed'],
  [/\b(excused|cancell?ed|rescheduled)\b/i, 'excused'],
  [/\b(not (yet )?(back|resulted)|pending|sent (to|out)|awaiting)\b/i, 'pending'],
  [/\b(negative|neg|clean)\b/i, 'negative'],
  [/\b(positive|pos|dirty)\b/i, 'positive'],
  [/\b(kept|attended|present|completed|showed)\b/i, 'kept'],
  [/\b(planned|scheduled|upcoming|booked)\b/i, 'planned'],
];
const first = <T>(list: readonly (readonly [RegExp, T])[], text: string): T | null =>
  list.find(([words]) => words.test(text))?.[1] ?? null;

const BLANK: ClientDraft = {
  kind: 'other',
  day: '',
  until: '',
  what: '',
  who: '',
  outcome: '',
  screen: '',
  laboratory: '',
  document: '',
  paper: '',
  page: '',
  askedOf: '',
  askedOn: '',
  marked: false,
  uid: '',
  note: '',
};

/** Results belong to screens, and kept or missed to what is attended: other words of a line are no outcome. */
function outcomeOf(kind: ClientEntry['kind'], text: string): ClientEntry['outcome'] {
  const said = first(OUTCOMES, text);
  if (said === null) return '';
  const result = said === 'negative' || said === 'positive' || said === 'pending';
  if (kind === 'screen') return said === 'kept' ? '' : said;
  return kind === 'session' || kind === 'intake' ? (result ? '' : said) : '';
}

/** The longest day has so many words: `between March 3, 2026 and March 5, 2026`. */
const MOST_WORDS_OF_DAY = 8;

/**
 * Typed lines as entries: `2026-03-05 group session kept @ Clinic [attendance sheet p. 2]`. The day is the longest beginning of
 * the line that reads as one; a line without a day is refused, and nothing is guessed.
 */
export function readClientLines(text: string, order: DateOrder = null): ClientDrafts {
  const drafts: ClientDraft[] = [];
  const refused: Left[] = [];
  text.split(/\r\n?|\n/).forEach((raw, i) => {
    const line = raw.trim();
    if (line === '') return;
    const read = lineOf(line, order);
    if (typeof read === 'string') refused.push({ line: i + 1, text: line, why: read });
    else drafts.push(read);
  });
  return { drafts, refused };
}

function lineOf(line: string, order: DateOrder): ClientDraft | string {
  const document = /\[([^\]]*)\]/.exec(line)?.[1]?.trim() ?? '';
  const bare = line.replace(/\[[^\]]*\]/, ' ').trim();
  const words = bare.split(/(?<=[\s;:])\s*/);
  let why = '';
  for (let n = Math.min(MOST_WORDS_OF_DAY, words.length); n > 0; n--) {
    const head = words
      .slice(0, n)
      .join('')
      .replace(/[\s,;:–—-]+$/, '');
    const read = readDays(head, order);
    if (!read.ok) {
      if (why === '' || read.asks.length > 0 || /does not exist|comes after/.test(read.why)) why = read.why;
      continue;
    }
    const rest = words
      .slice(n)
      .join('')
      .replace(/^[\s,;:–—-]+/, '')
      .trim();
    const span = spanOf(head, order);
    const [what, who] = partsOf(rest);
    const kind = first(KINDS, rest) ?? 'other';
    return { ...BLANK, ...span, kind, what: what || rest, who, outcome: outcomeOf(kind, rest), document };
  }
  return `it begins with no day: ${why}`;
}

/** `2026-01-05 to 2026-03-01` is a length of time here, not a day that could be any of them. */
function spanOf(head: string, order: DateOrder): { day: string; until: string } {
  const two = /^(?:from )?(.+?) ?(?:\bto\b|\.\.|–|—|\bthrough\b) ?(.+)$/i.exec(head);
  if (two && readDays(two[1] as string, order).ok && readDays(two[2] as string, order).ok)
    return { day: sure(two[1] as string, order), until: sure(two[2] as string, order) };
  return { day: sure(head, order), until: '' };
}

/** A day as it is kept: as it was written, or, where its figures needed an order to be read, as that order reads it. */
function sure(text: string, order: DateOrder): string {
  const plain = text.trim();
  if (readDays(plain).ok) return plain;
  const read = readDays(plain, order);
  return read.ok ? new Date(read.days.min * 86_400_000).toISOString().slice(0, 10) : plain;
}

function partsOf(rest: string): [what: string, who: string] {
  const at = /^(.*?)\s*@\s*(.+)$/.exec(rest);
  return at ? [(at[1] as string).replace(/[\s,;]+$/, ''), (at[2] as string).trim()] : [rest, ''];
}

const COLUMNS: readonly (readonly [keyof ClientDraft, RegExp])[] = [
  ['until', /^(until|end|to|end date|last day|discharge)/i],
  ['day', /\b(date|day|when|start|from)\b/i],
  ['outcome', /\b(outcome|result|status|attendance|attended|kept)\b/i],
  ['kind', /\b(kind|type|category|service|activity)\b/i],
  ['laboratory', /\blab(oratory)?\b/i],
  ['screen', /\b(panel|specimen|test kind|substance)\b/i],
  ['document', /\b(document|proof|record|source|paper|exhibit)\b/i],
  ['page', /^(page|p\.)/i],
  ['who', /\b(who|provider|clinic|counsell?or|agency|employer|where|program|staff)\b/i],
  ['note', /\b(notes?|comments?|remarks?)\b/i],
  ['what', /\b(what|description|event|entry|details?|summary)\b/i],
];

/** What each column of a table means, by its head. */
function columnsOf(header: readonly string[]): Map<keyof ClientDraft, number> {
  const found = new Map<keyof ClientDraft, number>();
  header.forEach((head, i) => {
    const field = COLUMNS.find(([f, words]) => !found.has(f) && words.test(head.trim()))?.[0];
    if (field) found.set(field, i);
  });
  return found;
}

/**
 * The rows of a table as entries; those without a day are refused by their line. Figures such as 3/4/2026 are read in the order
 * that the other days of the column show, or asked.
 */
export function readClientTable(sheet: Sheet): ClientDrafts {
  const [head, ...rows] = sheet.rows;
  const columns = columnsOf(head?.cells ?? []);
  const dayColumn = columns.get('day');
  if (dayColumn === undefined)
    return {
      drafts: [],
      refused: [
        {
          line: head?.line ?? 1,
          text: (head?.cells ?? []).join(', '),
          why: 'no column of its head is a day: call one Date',
        },
      ],
    };
  const order = orderOf(rows.map((r) => r.cells[dayColumn] ?? ''));
  const drafts: ClientDraft[] = [];
  const refused: Left[] = [];
  for (const r of rows) {
    const cell = (f: keyof ClientDraft): string => (r.cells[columns.get(f) ?? -1] ?? '').trim();
    const [day, until] = [cell('day'), cell('until')];
    const bad = [day, ...(until === '' ? [] : [until])].map((t) => readDays(t, order)).find((x) => !x.ok);
    if (bad && !bad.ok) {
      refused.push({ line: r.line, text: r.cells.join(', '), why: bad.why });
      continue;
    }
    const words = [cell('kind'), cell('what'), cell('screen')].join(' ');
    const kind = first(KINDS, cell('kind')) ?? first(KINDS, words) ?? 'other';
    drafts.push({
      ...BLANK,
      day: sure(day, order),
      until: until === '' ? '' : sure(until, order),
      kind,
      what: cell('what') || cell('kind'),
      who: cell('who'),
      outcome: outcomeOf(kind, `${cell('outcome')} ${cell('outcome') === '' ? cell('what') : ''}`),
      screen: cell('screen'),
      laboratory: cell('laboratory'),
      document: cell('document'),
      page: cell('page').slice(0, 80),
      note: cell('note'),
    });
  }
  return { drafts, refused };
}

/** The order of day and month that the days of a column show; null where none shows it, or two speak against one another. */
function orderOf(days: readonly string[]): DateOrder {
  let [mdy, dmy] = [false, false];
  for (const d of days) {
    const m = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}$/.exec(d.trim());
    if (m && Number(m[1]) > 12) dmy = true;
    else if (m && Number(m[2]) > 12) mdy = true;
  }
  return mdy === dmy ? null : mdy ? 'mdy' : 'dmy';
}

/** Days of a calendar as entries: what lies ahead is planned, and nobody says of the rest whether it was kept. */
export const readClientCalendar = (days: readonly CalendarDay[]): ClientDrafts => ({
  drafts: days.map((d) => {
    const kind = first(KINDS, d.says) ?? 'other';
    return {
      ...BLANK,
      kind,
      day: d.day,
      until: d.until,
      what: d.says.slice(0, 20_000),
      who: d.where.slice(0, 20_000),
      outcome:
        kind === 'session' || kind === 'screen' || kind === 'intake' ? ('planned' as const) : ('' as const),
      note: d.more.slice(0, 2000),
      uid: d.uid.slice(0, 400),
    };
  }),
  refused: [],
});

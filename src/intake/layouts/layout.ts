import * as v from 'valibot';
import { EVENT_KINDS, type EventKind } from '../../record/vocabulary';
import type { Drafts, ImportContext } from '../drafts';
import type { Table } from '../formats/table';

/** One thing that a column can mean in a layout. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** Header words that mean it, in lower case, words apart by one space. */
  readonly names: readonly string[];
  readonly required?: boolean;
  /** It holds a date or a time: such columns alone tell the order of dates. */
  readonly when?: true;
  /** A long heading that begins with one of its names means it: “What, in words, if known”. */
  readonly opens?: true;
  /** What a second column of the same name means: the end, where the first is the beginning. */
  readonly again?: string;
}

const columnNumber = v.pipe(v.number(), v.integer(), v.minValue(-1));
const kind = v.picklist(EVENT_KINDS as [EventKind, ...EventKind[]]);

/** A pair of columns (or one) that holds a moment in a log with several of them a row; -1 where there is none. */
const MomentColumnSchema = v.object({ label: v.string(), date: columnNumber, time: columnNumber, kind });
export type MomentColumn = Readonly<v.InferOutput<typeof MomentColumnSchema>>;

/** What a person decides on the mapping screen; remembered for the next file with the same header. */
export const MappingSchema = v.object({
  layout: v.string(),
  /** Field id to column number; a field without a column is absent. */
  columns: v.record(v.string(), columnNumber),
  moments: v.array(MomentColumnSchema),
  /** Words of the kind column that are not in the vocabulary, and what they stand for. */
  kinds: v.record(v.string(), kind),
  dateOrder: v.nullable(v.picklist(['mdy', 'dmy'])),
  /** For rows that state none; the zone may stay empty (then it is an assumption), the day may not be guessed. */
  zone: v.string(),
  date: v.string(),
  clock: v.string(),
  source: v.string(),
  /** Answers to what the layout asked of this file, by the question's id; not remembered for the next. */
  answers: v.optional(v.record(v.string(), v.string()), {}),
});
type Mapped = v.InferOutput<typeof MappingSchema>;
export type Mapping = { readonly [K in keyof Mapped]: Readonly<Mapped[K]> };

/** One format of table. */
export interface Layout {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly fields: readonly Field[];
  /** How likely the table is of this layout, 0 to 1, by its header. */
  confidence(columns: Readonly<Record<string, number>>, moments: readonly MomentColumn[]): number;
  /** What the values of the columns say against the guess from their names: a column “From” may hold times. */
  fit?(
    columns: Readonly<Record<string, number>>,
    table: Pick<Table, 'header' | 'rows'>,
  ): Record<string, number>;
  read(table: Table, mapping: Mapping, context: ImportContext): Drafts;
}

/** `Occurence_Date` -> `occurence date`. */
export function plainHeader(header: string): string {
  let known = plained.get(header);
  if (known === undefined) {
    known = plainOf(header);
    if (plained.size < 20_000) plained.set(header, known);
  }
  return known;
}
const plained = new Map<string, string>();

function plainOf(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(?<=[a-z])['’](?=d\b)/g, '')
    .replace(/[^a-z0-9#]+/g, ' ')
    .replace(/\b(?:dttm|dtm|dt tm|dt|datetimestamp)\b/g, 'date time')
    .trim();
}

/** Units in a heading: “Net weight (oz)” is a net weight, “Time (UTC)” a time. */
const UNIT_WORDS =
  /\b((?:utc|gmt)(?: offset)?(?: \d{1,2}(?: \d\d)?)?|(?:eastern|central|mountain|pacific)(?: standard| daylight)?(?= time|$)|g|gm|grams?|kg|mg|oz|ounces?|lbs?|pounds?|gr|grains?|epoch|unix|zulu|local|[ecmp][sd]?t|(24|12) ?(h|hr|hrs|hour|hours)?|military|hh ?mm( ss)?|hhmm(ss)?|mm dd y+|m d y+|dd mm y+|d m y+|yyyy mm dd)\b/g;

/** A heading without what only says how its cells are written: “Time (24h)” is a time. */
export const bareHeader = (plain: string): string =>
  plain.replace(UNIT_WORDS, '').replace(/\s+/g, ' ').trim();

/** Whether a plain heading says in so many words that its column counts along a recording and holds no times of day: `Time on video`, `Clip position`. */
export const countsAlong = (plain: string): boolean => SURELY_COUNTER.test(plain);
const SURELY_COUNTER =
  /\b(?:time|mark|point|stamp|timestamp|minutes?|position|place|where) (?:on|in|into|of) (?:the )?(?:video|recording|clip|footage|tape|audio|film|media|file|dvd)\b|\b(?:video|clip|footage|tape|audio|media|player|playback) (?:time|position|counter|mark|timestamp)\b|\b(?:counter|time ?code|tc|run ?time|playback|elapsed)\b/;

/** Which column holds which field: whole names first, then names whose words all stand in the header; each column once. */
export function guessColumns(header: readonly string[], fields: readonly Field[]): Record<string, number> {
  let known = guessed.get(fields);
  if (!known) {
    known = new Map();
    guessed.set(fields, known);
  }
  const key = header.join('\u0000');
  let columns = known.get(key);
  if (!columns) {
    columns = columnsOf(header, fields);
    if (known.size < 1000) known.set(key, columns);
  }
  return { ...columns };
}

/** What was guessed for a header: an office has few kinds of files and many of each. */
const guessed = new WeakMap<readonly Field[], Map<string, Readonly<Record<string, number>>>>();

function columnsOf(header: readonly string[], fields: readonly Field[]): Record<string, number> {
  const plain = header.map(plainHeader);
  const columns: Record<string, number> = {};
  const taken = new Set(plain.flatMap((head, i) => (countsAlong(head) ? [i] : [])));
  const bare = plain.map(bareHeader);
  const take = (field: Field, match: (name: string, head: string) => boolean): void => {
    if (field.id in columns) return;
    for (const name of field.names) {
      const at = plain.findIndex((head, i) => !taken.has(i) && match(name, head));
      if (at < 0) continue;
      columns[field.id] = at;
      taken.add(at);
      return;
    }
  };
  for (const f of fields) take(f, (name, head) => name === head);
  for (const f of fields) take(f, (name, head) => name === bare[plain.indexOf(head)]);
  for (const f of fields) take(f, wordsIn);
  for (const f of fields)
    if (f.opens) take(f, (name, head) => head.startsWith(`${name} `) && head.split(' ').length >= 3);
  for (const f of fields) {
    const at = columns[f.id];
    if (f.again === undefined || at === undefined || f.again in columns) continue;
    const second = plain.findIndex((head, i) => i > at && !taken.has(i) && head === plain[at]);
    if (second < 0) continue;
    columns[f.again] = second;
    taken.add(second);
  }
  return columns;
}

/** Words of names and headings, split once. */
const words = new Map<string, readonly string[]>();

function wordsOf(text: string): readonly string[] {
  let found = words.get(text);
  if (!found) {
    found = text.split(' ');
    if (words.size < 20_000) words.set(text, found);
  }
  return found;
}

/** All words of the name, two at least, stand in the header; a header with a time in it is no date alone. */
export function wordsIn(name: string, head: string): boolean {
  if (!name.includes(' ') || head.length < name.length) return false;
  const [wanted, there] = [wordsOf(name), wordsOf(head)];
  if (wanted.includes('date') && !wanted.includes('time') && there.includes('time')) return false;
  return wanted.every((w) => there.includes(w));
}

/** What is remembered with a mapping: the header in order. */
export function layoutKey(table: Pick<Table, 'header'>): string {
  return table.header.map(plainHeader).join('|');
}

import { readBeside } from './beside';
import { normalize } from './normal';
import { printWritten } from './print';
import { readReading } from './reading';
import {
  attempt,
  type Choice,
  type DateOrder,
  type Given,
  type NotUnderstood,
  type Reading,
  Refusal,
  refuse,
} from './refusal';
import { readRelation } from './relation';
import type { Statement, Written } from './written';

export { readDate } from './date';
export type { Choice, DateOrder, Given, NotUnderstood } from './refusal';

/**
 * A text understood: `note` says what was cut from it. Or it is asked, where `asks` holds the meanings it can have; or
 * it is refused (`asks` is empty). `why` is a sentence for a person. It is never guessed.
 */
export type Parsed = { readonly ok: true; readonly written: Written; readonly note?: string } | NotUnderstood;

const PLAIN = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const FOUR = /^([01]\d|2[0-3])([0-5]\d)(?: ?hrs)?$/;

/** How many letters a time may have; more is prose. */
const MOST = 200;

/**
 * What a written time means, by the grammar of `README.md`. Parsing knows no day and no zone: see `resolve.ts`; what
 * `given` says of the row only makes asking sharper.
 * @param dateOrder in which order dates such as 3/4/2024 stand; null asks about those that can be read both ways
 */
export function parseTime(text: string, dateOrder: DateOrder = null, given: Given = {}): Parsed {
  const plain = PLAIN.exec(text) ?? (given.fresh ? null : FOUR.exec(text));
  if (plain) return { ok: true, written: quick(plain) };
  const found = read(normalize(text), { ...given, order: dateOrder, notes: [] });
  if (!(found instanceof Refusal)) return found;
  const asks = choicesOf(found, normalize(text), dateOrder, given, 0);
  return { ok: false, why: found.message, asks };
}

/** The commonest cells of all, `14:27`, `14:27:05` and `1427`, without the rest of the grammar. */
function quick(m: RegExpExecArray): Written {
  const ms = Number(m[1]) * 3_600_000 + Number(m[2]) * 60_000 + Number(m[3] ?? 0) * 1000;
  const precision = m[3] === undefined ? 60_000 : 1000;
  const from = { clock: 'wall' as const, date: null, ms, precision, zone: null };
  return { form: 'reading', from, to: null, about: false, tolerance: null };
}

function read(text: string, reading: Reading): (Parsed & { ok: true }) | Refusal {
  const all = attempt(() => statements(text, reading));
  if (all instanceof Refusal) return all;
  const [first] = all;
  const written: Written = all.length === 1 && first ? first : { form: 'several', all };
  return { ok: true, written, ...(reading.notes.length > 0 ? { note: reading.notes.join('; ') } : {}) };
}

const DITTO = /^(?:(?:same|as)(?: as)?(?: above)?|ditto|["',〃″]{1,2}|do)\.?$/;
const NONE =
  /^(?:unk(?:nown)?|n\/?[akr]|nk|none(?: (?:given|stated|recorded|listed|noted))?|tbd|pending|blank|illegible|not (?:known|recorded|stated|given|noted|listed|available|applicable|documented|logged)|no time.*|see (?:report|narrative|attached|notes?|log)|-+|\.+|\?+)\.?$/;

function statements(text: string, reading: Reading): readonly Statement[] {
  if (text === '') refuse('no time is written here');
  if (text.length > MOST) refuse('this is too long to be a time');
  if (DITTO.test(text)) return refuse(`“${text}” repeats another cell: write the time itself`);
  if (NONE.test(text)) return refuse(`“${text}” states no time`);
  return text
    .replace(/(\d:\d\d:\d\d);(?=\d\d$)/, '$1:')
    .split(';')
    .map((part) => part.trim())
    .filter((part, i, parts) => part !== '' || parts.length === 1 || i < parts.length - 1)
    .flatMap((part) => statement(part, reading));
}

const SIDE = `(?:after|before|by|no later than|no earlier than|not before|not after|since|prior to|until|at or after|at or before)`;
const TWO = new RegExp(`^(?:but |and )?(${SIDE} .*?)(?:, ?(?:and |but )?| and | but )(${SIDE} .*)$`);

function statement(text: string, reading: Reading): readonly Statement[] {
  if (text === '') return refuse('a statement is missing beside the “;”');
  const two = TWO.exec(text);
  if (two) return [...statement(two[1] as string, reading), ...statement(two[2] as string, reading)];
  const found = attempt(() => {
    if (isTimeAt(text, reading)) return [readReading(text.replace(/@ ?/, 'at '), reading)];
    return readRelation(text, reading) ?? [readBeside(text, reading) ?? readReading(text, reading)];
  });
  if (!(found instanceof Refusal)) return found;
  // What no part is named of is asked about the whole statement.
  throw found.part === null ? new Refusal(found.message, found.asks, text) : found;
}

/** `@1427` where no row has that id, `@ 1427 hrs`, `@14:27`: the sign means “at”. */
function isTimeAt(text: string, reading: Reading): boolean {
  const at = /^@(\d{3,4})$/.exec(text);
  if (at) return reading.isRow !== undefined && !reading.isRow(at[1] as string);
  return /^(?:[^@]* )?@ ?(?:\d{1,2}[:.h]\d\d|\d{1,4} ?(?:[ap]\b|[ap]\.?m|hrs|hours|h\b))|(?:^|[~ ])@ (?:\d|noon|midnight)/.test(
    text,
  );
}

/** The choices of a refusal as whole texts in the app's own spelling, each of which the grammar takes as it is. */
function choicesOf(
  refusal: Refusal,
  text: string,
  order: DateOrder,
  given: Given,
  depth: number,
): readonly Choice[] {
  const found: Choice[] = [];
  for (const { text: piece, says } of refusal.asks) {
    const part = refusal.part ?? text;
    const whole = normalize(text.includes(part) ? text.replace(part, () => piece) : piece);
    const result = read(whole, { ...given, order, notes: [] });
    const next =
      result instanceof Refusal
        ? depth < 3
          ? choicesOf(result, whole, order, given, depth + 1)
          : []
        : [{ text: printWritten(result.written), says }];
    for (const c of next) if (!found.some((x) => x.text === c.text)) found.push(c);
  }
  return found;
}

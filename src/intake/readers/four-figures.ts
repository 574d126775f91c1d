import type { Block } from './blocks';
import { kindOfRow } from './kinds';

const LEADS =
  /(?:\b(?:at|about|approximately|approx\.?|around|circa|between|from|until|till|by|before|after|since|prior to|past)|~|(?<![\w.])@(?=$))\s*$/i;
/** `Booked: 0209`: a label that asks for a time. */
const LABELLED =
  /\b(?:arriv\w*|book\w*|fingerprint\w*|released|received|photo\w*|prints?|magistrate|searched|dispatched|disp|cleared|clear|reported|occurred|on ?scene|en ?route|start\w*|end\w*|began|begun|finished|completed|departed|notified|requested|returned|opened|closed|in|out|from|to|hours?|call made|phone call|advised|entered|logged|seized|towed|hooked|called|triage\w*|seen|discharged?|admit\w*|collected|resulted|drawn|deployed|alert\w*|indicat\w*|sniff\w*|stopped|stop|arrest\w*|ran|run|transport\w*|miranda|advisement)\b[\w ]{0,16}[:=]\s*$/i;
/** `K-9 arrived 2241.` */
const CAME =
  /\b(?:[Aa]rrived|arrives|arriving|departed|ended|began|started|finished|concluded|[Aa]rrested|[Cc]uffed|[Bb]ooked|[Ss]earched|[Cc]leared)\s+$/;
/** `K9-4 o/s 2236,`, `Tow req 2310,`, `in custody 2311.` of notes in few words; at the end of a row it may be a unit. */
const NOTED =
  /\b(?:[Oo]\/[Ss]|[Ii]n custody|(?:[Kk]-?9|[Tt]ow|[Dd]og|EMS) (?:req(?:['’]d|uested)?|called))\s+$/;
const RUN_TO = /^\s*(?:[-–]|to|thru|until|till)\s*(?:[01]\d|2[0-3])[0-5]\d(?=[\s.,;)]|$)/;
/** What follows the number of a house. */
export const STREET =
  /^\s+(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b\.?\s+[A-Z]|^\s+(?:(?:block|blk|N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b\.?\s*)*(?:of\s+)?(?:[A-Z0-9][\w'.]*\s+){0,3}(?:St|Street|Rd|Road|Ave?|Avenue|Blvd|Boulevard|Hwy|Highway|Ct|Court|Dr|Drive|Ln|Lane|Sq|Square|Way|Pl|Place|Pkwy|Parkway|Ter|Terrace|Cir|Circle|Trail|Pike|Loop|block|blk|BLOCK)\b(?!\s*:)/;

/** Whether the words round four bare digits say that they are a time. */
export function bareIsTime(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(end);
  if (STREET.test(after)) return false;
  const year = /^(19[5-9]|20[0-4])/.test(text.slice(at, end));
  if (
    /(?:^|[.;]\s+|\n)\s*(?:[*•·▪o-]\s*)?$/.test(text.slice(0, at)) &&
    /^\s*(?:[-–:]|hrs|to \d{4}\b)/.test(after)
  )
    return true;
  if (/\d{1,2}[/-](?:\d{1,2}|[A-Za-z]{3})[/-]\d{2,4},?\s(?:at\s|@\s?)?$/.test(before))
    return !/^\s+(?:[A-Z][a-z]+\s){1,2}(?:Ave|St|Rd)/.test(after);
  if (
    /\btime\s*(?:of [a-z]+)?\s*[:=]?\s*$/i.test(before) ||
    (/\bnot\s+$/.test(before) && /(?:hours|hrs),?\s+not\s+$/.test(before))
  )
    return true;
  if (/^\s+on (?:the )?(?:\d{1,2}[/-]\d|\w+ \d)/.test(after)) return true;
  if (LABELLED.test(before)) return true;
  const alone = /^(?:\s*[.,;()]|\s*$|\s+(?:and|with)\b)/.test(after);
  if (
    (CAME.test(before) && (alone || RUN_TO.test(after))) ||
    (NOTED.test(before) && /^\s*[.,;(]/.test(after))
  )
    return true;
  if (!LEADS.test(before)) return false;
  // `at 2315 Example, who said`: a house, more likely than a time; only at the head of a sentence a name follows a time.
  if (
    /^\s+(?!(?:I|He|She|We|They|The|A|An|My|His|Her|K-?9|On|In|And|Miranda|CDT|CST|EDT|EST|MDT|MST|PDT|PST|UTC|Z|Ofc|Officer|Dep|Deputy|Tpr|Trooper|Sgt|Sergeant|Lt|Cpl|Det|Detective|Ptl|Patrolman|P\.O|R\/O|Dr|Mr|Ms|Mrs|Unit|EMS|Dispatch|Driver|Subj|Suspect|Passenger)\b)[A-Z][a-z]/.test(
      after,
    ) &&
    !/(?:^|[.!?]["”’)]?\s+)(?:At|By|About|Around)\s+$/.test(text.slice(0, at))
  )
    return false;
  return !year || /\bat\s*$/i.test(before);
}

/** Heads that ask for a time. */
export const TIME_LABEL =
  /^(?:check|round|pass|watch|obs(?:ervation)?|cell check|welfare check)s? ?#?\d{1,2}$|\b(?:started|completed|finished|time|hrs|hours|when|dispatched|disp|arrived|arr|cleared|clear|enroute|en route|occurred|reported|received|opened|closed|start|end|from|to|in|out|began|begun)\b/i;
/** `Tow company called 2255`: a cell of words that ask for a time, and four figures last. */
const TOLD_CELL =
  /^(?:time )?(?:[A-Za-z]+ ){0,3}(?:called|arrived|started|completed|ended|finished|began|begun|cleared|dispatched|notified|departed|requested|released|booked|received|searched|towed|found|set|denied|granted|signed|offered|read|given|drawn)(?: at)? \d{4}$/i;
const NO_TIME_LABEL =
  /\b(?:call|no\.?|number|location|address|unit|badge|beat|id|pin|code|item|case|phone|odometer|user|from \/ to|height|hgt|wgt|weight|value|courtroom)\b/i;

/** A row of a log: four figures, and words in capitals, a ten-code, a unit. */
const ROW =
  /^([01]\d|2[0-3])([0-5]\d)\s+(?:[A-Z*]{2}|10-\d{1,2}\b|\d{1,2}[A-Z]\d{1,3}\b|[A-Z]-[A-Z]{3}|K-?9\b|\d{1,2} (?:IN CUST|DETAINED|M\/|F\/)|[A-Z]\/[A-Z]\b)/;
/** A row of notes: four figures, or two times four, and any words. */
const NOTE = /^([01]\d|2[0-3])([0-5]\d)(?:\s?[-–]\s?\d{4})?\s*[-–:|,.]?\s+[A-Za-z"“‘'(*]/;
const HOUSE =
  /^\d{4}\s+(?:(?:[A-Z0-9]+\s){0,3}(?:ST|RD|AVE?|BLVD|DR|LN|CT)\b|(?:US |STATE |CO(?:UNTY)? )?HWY\b)/;
/** Words of a log that no street is called by, before the name of a street. */
const ACTS =
  /^\d{4}\s+(?:TRAFFIC|T-?STOP|TS|STOP|VEH\w*|SUSP\w*|ALARM|DISTURB\w*|ACCIDENT|MV[AC]|ASSIST|CHECK\w*|WELFARE|CALL|AT|ON|ARR\w*|ENRT|EN ROUTE|CLR|CLEAR\w*|FOOT|PURSUIT|BACKUP|10-\d+)\b/i;

/** `14 MAR 24 / 1544`: a day and four figures, and nothing else, in a cell. */
const DAY_BEFORE =
  /^(?:\d{1,2} ?[A-Za-z]{3,9}\.? ?(?:\d{2}|\d{4})|\d{1,2}[/-]\w{1,3}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|[A-Za-z]{3,9}\.? \d{1,2}, \d{4})(?:,? |\s?[/@-]\s?)\d{4}(?: ?(?:hrs|hours))?$/i;

/** Which rows of a paper begin with bare times: none, those that go on as a printout does, or every one. */
export type BareStarts = 'none' | 'coded' | 'all';

/**
 * Bare four digits at the head of rows are times when at least three rows begin so and they mostly rise; before any words,
 * when half of all rows begin so, every one rises, and some tell an act: a list of things counts, and rises too.
 */
export function bareStarts(blocks: readonly Block[]): BareStarts {
  const notes = minutesOf(blocks, NOTE);
  const some = blocks.filter((b) => /[A-Za-z]/.test(b.text)).length;
  if (
    notes.length >= 3 &&
    notes.length * 2 >= some &&
    risings(notes) === notes.length - 1 &&
    tellActs(blocks) * 4 >= notes.length
  )
    return 'all';
  const coded = minutesOf(blocks, ROW);
  return coded.length >= 3 && risings(coded) >= (coded.length - 1) * 0.6 ? 'coded' : 'none';
}

const minutesOf = (blocks: readonly Block[], row: RegExp): number[] =>
  blocks.flatMap((b) => {
    const m = row.exec(b.text);
    return m && !isHouse(b.text) ? [Number(m[1]) * 60 + Number(m[2])] : [];
  });

const tellActs = (blocks: readonly Block[]): number =>
  blocks.filter((b) => NOTE.test(b.text) && kindOfRow(b.text.replace(/^[\d\s–-]+/, '')) !== 'note').length;

const isHouse = (text: string): boolean =>
  (HOUSE.test(text) || STREET.test(text.slice(4))) && !ACTS.test(text);

/** How many do not fall. A fall of more than half a day is midnight. */
const risings = (minutes: readonly number[]): number =>
  minutes.filter((v, i) => i > 0 && (v >= (minutes[i - 1] as number) || (minutes[i - 1] as number) - v > 720))
    .length;

/** `Dispatched 2217   Enroute 2219   At Patient 2228`: words and four figures, cell by cell. */
const BOX = /^(?:times?: )?([A-Za-z][A-Za-z/.-]*(?: [A-Za-z/.-]+){0,3}):? ([01]\d|2[0-3])([0-5]\d)$/i;

/** Whether a cell is one of at least three such of a row, that go on from one to the next, and of which one asks for a time. */
function isBoxRow(b: Block, text: string): boolean {
  if (!BOX.test(text)) return false;
  const found = b.cells.flatMap((c) => {
    const m = BOX.exec(c.text);
    return m ? [{ label: m[1] as string, minute: Number(m[2]) * 60 + Number(m[3]) }] : [];
  });
  return (
    found.length >= 3 &&
    risings(found.map((f) => f.minute)) === found.length - 1 &&
    found.some((f) => TIME_LABEL.test(f.label)) &&
    !found.some((f) => NO_TIME_LABEL.test(f.label))
  );
}

/** Four bare digits that a form or a log gives as a time: they fill a box under such a label, or begin a row of the log. */
export function allowed(b: Block, at: number, end: number, bare: BareStarts): boolean {
  if (at === 0 && bare !== 'none' && (ROW.test(b.text) || (bare === 'all' && NOTE.test(b.text))))
    return !isHouse(b.text);
  const i = b.cells.findLastIndex((c) => c.at <= at);
  const cell = b.cells[i];
  const label = b.labels[i] ?? '';
  if (!cell || end > cell.at + cell.text.length) return false;
  if (end === cell.at + cell.text.length && (TOLD_CELL.test(cell.text) || isBoxRow(b, cell.text)))
    return true;
  const fills =
    cell.text.replace(/\d{1,2}[/-]\w{1,3}[/-]\d{2,4}\s*/, '').replace(/\s*(?:hrs|hours)$/i, '').length <=
    end - at + 1;
  const beside =
    DAY_BEFORE.test(cell.text) && end === cell.at + cell.text.replace(/\s*(?:hrs|hours)$/i, '').length;
  const range = /^\d{4}\s?(?:-|to)\s?\d{4}$/.test(cell.text);
  // `20 Nov 2023  0915` under DATE / TIME: two cells of one column.
  const day = b.cells[i - 1];
  if (label === '' && day && /^\d{4}$/.test(cell.text) && /\bdate\b.*\btime\b/i.test(b.labels[i - 1] ?? ''))
    return DAY_BEFORE.test(`${day.text} ${cell.text}`);
  return (
    (fills || beside || range) &&
    TIME_LABEL.test(label) &&
    !NO_TIME_LABEL.test(label.replace(/call (?:made|time|received)|best time to call/i, ''))
  );
}

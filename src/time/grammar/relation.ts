import { isDistance, readSpan } from './distance';
import { ask, type Reading, refuse } from './refusal';
import type { RowEdge, Statement } from './written';

const REF = String.raw`@([\w-]+)(?:\.(start|end))?`;
const ALONE = new RegExp(`^${REF}$`);
const OPENS = new RegExp(`^${REF} ?(.*)$`);
const SAME = new RegExp(
  `^(?:(?:at )?the same (?:time|moment) as|same (?:time|moment) as|simultaneous(?:ly)? with|as of|at|with|when|as) ${REF}$`,
);
const DURING = new RegExp(`^(?:during|while|throughout|in the course of) ${REF}$`);
const BETWEEN = new RegExp(`^between ${REF} and ${REF}$`);
const SOON = '(?:(?:shortly|just|right|immediately|soon|sometime|some time|moments|directly|promptly) )?';
const ORDERED = new RegExp(
  `^(?:(${SOON}after|upon|as soon as|since|from|no earlier than|not earlier than|not before|at or after|later than|following|>=?)|(${SOON}before|prior to|earlier than|by|no later than|not later than|nlt|until|till|not after|at or before|<=?)) ?${REF}$`,
);
const SPACED = new RegExp(
  `^(.+?) (?:(after|later than|past|following|from|since)|(before|prior to|ahead of|earlier than)|(of)) ${REF}$`,
);
const LATER = /^(.+?) (?:later|after that|thereafter|afterwards?)$/;

const edgeOf = (word: string | undefined): RowEdge => (word === 'end' ? 'end' : 'start');

/**
 * A statement that hangs on another row, or on the row before it; null where the text is none.
 * @throws Refusal
 */
export function readRelation(text: string, reading: Reading): readonly Statement[] | null {
  if (/^\+ ?(?!-)/.test(text)) return [{ form: 'after-previous', span: readSpan(text.slice(1), 1) }];
  if (/^- ?\d/.test(text) && isDistance(text.slice(1)))
    return refuse(
      `“${text}” would stand before the row before it: write ${text.slice(1).trim()} before @row`,
    );
  if (/^t ?\+ ?\d/.test(text))
    return refuse(`“${text}” counts from a start that is not named: write @stop +5m`);
  const later = LATER.exec(text);
  if (later && isDistance(later[1] as string))
    return [{ form: 'after-previous', span: readSpan(later[1] as string, 1) }];
  if (!text.includes('@')) return askRow(text, reading);
  return readRef(text);
}

/** `2 mins after stop`: a distance from what may be a row, whose sign is missing. Null where nothing of it is a distance. */
function askRow(text: string, reading: Reading): null {
  const m = /^(.+?) (after|before|prior to|from) (?:the )?([a-z][\w-]*)$/.exec(text);
  const [, distance = '', side = '', word = ''] = m ?? [];
  if (!m || !isDistance(distance) || /^(?:noon|midday|midnight)$/.test(word)) return null;
  if (reading.isRow !== undefined && !reading.isRow(word))
    return refuse(
      `“${word}” is no time and no row: write @ and the id of a row, as in ${distance} ${side} @id`,
    );
  return ask(text, `“${word}” is no time: is it the row of that id?`, [
    { text: `${distance} ${side} @${word}`, says: `counted from the row “${word}”` },
  ]);
}

function readRef(text: string): readonly Statement[] | null {
  const alone = ALONE.exec(text) ?? SAME.exec(text);
  if (alone) return [{ form: 'tied', ref: alone[1] as string, edge: edgeOf(alone[2]), span: null }];
  const during = DURING.exec(text);
  if (during) {
    const ref = during[1] as string;
    return [
      { form: 'ordered', side: 'after', ref, edge: 'start' },
      { form: 'ordered', side: 'before', ref, edge: 'end' },
    ];
  }
  const between = BETWEEN.exec(text);
  if (between)
    return [
      { form: 'ordered', side: 'after', ref: between[1] as string, edge: edgeOf(between[2]) },
      { form: 'ordered', side: 'before', ref: between[3] as string, edge: edgeOf(between[4]) },
    ];
  const ordered = ORDERED.exec(text);
  if (ordered)
    return [
      {
        form: 'ordered',
        side: ordered[1] === undefined ? 'before' : 'after',
        ref: ordered[3] as string,
        edge: edgeOf(ordered[4]),
      },
    ];
  const opens = OPENS.exec(text);
  if (opens) return [tied(opens[1] as string, edgeOf(opens[2]), opens[3] as string)];
  return spaced(text);
}

function tied(ref: string, edge: RowEdge, rest: string): Statement {
  const sign = rest[0];
  if (sign !== '+' && sign !== '-') {
    const span = rest.replace(/ (?:later|after|thereafter)$/, '');
    if (isDistance(span))
      return ask(rest, `after @${ref} a distance needs its sign`, [
        { text: `+${span}`, says: 'after it' },
        { text: `-${span}`, says: 'before it' },
      ]);
    return refuse(`after @${ref} write a distance such as +45s, or nothing`);
  }
  return { form: 'tied', ref, edge, span: readSpan(rest.slice(1), sign === '-' ? -1 : 1) };
}

/** `19 minutes after @stop`, `4m before @sniff`, `within 2 minutes of @stop`. */
function spaced(text: string): readonly Statement[] | null {
  const m = SPACED.exec(text);
  if (!m)
    return refuse(
      `“${text}” does not name a row: write @id, @id.start or @id.end, after @id or 4m before @id`,
    );
  const [, length, , before, of, ref, edge] = m as unknown as [
    string,
    string,
    string?,
    string?,
    string?,
    string?,
    string?,
  ];
  const span = readSpan(length, before === undefined ? 1 : -1);
  if (of === undefined) return [{ form: 'tied', ref: ref as string, edge: edgeOf(edge), span }];
  if (span.style !== 'up to')
    return ask(length.concat(' of'), `“${text}” does not say on which side`, [
      { text: `${length} after`, says: 'after it' },
      { text: `${length} before`, says: 'before it' },
    ]);
  return [{ form: 'tied', ref: ref as string, edge: edgeOf(edge), span: { ...span, style: 'within' } }];
}

import { parseTime, readDate } from '../../time/grammar/parse';
import type { Table } from '../formats/table';
import { plainHeader } from './layout';

/** So many rows tell what a column holds. */
const LOOKED_AT = 100;

/** Headings under which a log tells what happened, whatever else they say: `EVENTS`, `Key moment`, `Action taken`. */
const WHAT =
  /\b(what|events?|happen\w*|activit\w+|actions?|descri\w+|summar\w+|narrat\w+|occurr\w+|observ\w+|moments?|facts?|contents?|entr(?:y|ies)|log|scenes?|seen|heard|said|statements?|significance|remarks?|comments?|notes?|details?)\b/;
/** Headings under which it tells who acts. */
const WHO =
  /\b(who|whom|officers?|ofcs?|deput(?:y|ies)|troopers?|agents?|persons?|people|subjects?|speakers?|actors?|part(?:y|ies)|individuals?|witness(?:es)?|characters?)\b/;
/** Headings of what is no account of an act, however long its cells are. */
const NEITHER =
  /\b(address|location|place|street|city|county|beat|zone|plate|tag|vin|vehicle|veh|make|model|url|link|path|file\w*|hash|md5|sha\w*|serial|barcode|gps|lat\w*|long?\w*|device|camera|disposition|dispo|status|codes?|types?|class|categor\w+|phone|email|charges?|offenses?|statute|ids?|number|num|no|badge|dob|race|sex|gender|reason|title|source|page|exhibit|result)\b|#/;

interface Text {
  readonly at: number;
  readonly head: string;
  /** Letters of a cell on average. */
  readonly long: number;
}

/**
 * The columns of a log with what happened and who acts, where no name of a field is their heading: what happened is the longest
 * words under a heading that speaks of it, who the short ones. Where none is, all that is left is joined as the words of a row.
 */
export function withTexts(
  columns: Readonly<Record<string, number>>,
  { header, rows }: Pick<Table, 'header' | 'rows'>,
): Record<string, number> {
  const needs = {
    what: !['description', 'remarks', 'kind'].some((f) => f in columns),
    who: !('actor' in columns),
  };
  if (!needs.what && !needs.who) return { ...columns };
  const used = new Set(Object.values(columns));
  const texts: Text[] = [];
  for (const [at, heading] of header.entries()) {
    if (used.has(at)) continue;
    const head = plainHeader(heading);
    const values = rows.slice(0, LOOKED_AT).flatMap((r) => (r.cells[at] ?? '').trim() || []);
    const worded = values.filter((v) => /[a-z]{2}/i.test(v) && !isMoment(v));
    if (head === '' || values.length === 0 || worded.length < 0.6 * values.length) continue;
    texts.push({ at, head, long: worded.reduce((n, v) => n + v.length, 0) / worded.length });
  }
  const found: Record<string, number> = { ...columns };
  const who = needs.who
    ? texts.find((t) => WHO.test(t.head) && !WHAT.test(t.head) && t.long <= 40)
    : undefined;
  if (who) found['actor'] = who.at;
  const others = texts.filter((t) => t !== who && !NEITHER.test(t.head) && !WHO.test(t.head));
  const [what] = others.filter((t) => WHAT.test(t.head)).sort((a, b) => b.long - a.long);
  if (needs.what && what) found['description'] = what.at;
  return found;
}

/** What a person should check of it; empty where every heading is a name of its field. */
export function textsSay(
  table: Pick<Table, 'header' | 'rows'>,
  columns: Readonly<Record<string, number>>,
  named: Readonly<Record<string, number>>,
): string {
  const told = withTexts(named, table);
  const said = (
    [
      ['description', 'what happened'],
      ['actor', 'who acts'],
    ] as const
  ).flatMap(([field, says]) => {
    const at = columns[field];
    return at !== undefined && !(field in named) && told[field] === at
      ? `“${(table.header[at] ?? '').trim()}” is taken for ${says}`
      : [];
  });
  return said.length === 0 ? '' : `${said.join(', ')}: say so if it is not.`;
}

const isMoment = (v: string): boolean => /\d/.test(v) && (readDate(v, 'mdy').ok || parseTime(v, 'mdy').ok);

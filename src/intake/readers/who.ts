import type { Block } from './blocks';

const RANK =
  '(?:Ofc|Officer|Dep|Deputy|Tpr|Trooper|Sgt|Sergeant|Det|Detective|Ptl|Patrolman|P\\.O|Cpl|Corporal|Lt|Lieutenant|Capt|Captain|TFO|S\\/?A|Special Agent|Task Force Officer|Inv|Investigator|Agent)';
/** A person with a rank, as a sentence names one. */
export const NAME = `${RANK}\\.? (?:[A-Z]\\. )?[A-Z][\\w'-]*(?: [A-Z][a-z][\\w'-]*(?= (?:came|arriv|and|then|was|had|\\w+ed)\\b))?`;
/** Of which force somebody is: `KSP Trooper R. Dunn`. */
const FORCE =
  "(?:the |The )?(?:[A-Z]{2,6} |[A-Z][a-z]+ (?:PD|SO|County|Police(?: Department)?|Sheriff['’]s Office) )?";
/** What may stand before who did it: a day, a time. */
const LEAD =
  '^(?:\\W*\\d{4}\\W+)?(?:\\d{1,2}\\. )?(?:On [\\w ,/]{4,24}?,? )?(?:[Aa]t (?:approximately |about |around )?\\S+(?: [AaPp]\\.?[Mm]\\.?)?,? (?:hours,? |hrs\\.?,? )?)?';
const AUTHOR = new RegExp(
  `(?:(?<!\\b(?:requested|assisted|approved|reviewed|received|supervised|transported|driven|accompanied|arresting|assisting|backup|other|second|primary|requesting) )\\b(?:reporting officer|report by|supplement by|written by|author|handler|officer|deputy|trooper|(?:prepared|submitted|completed|signed|entered|typed|made) by|by(?=:)|(?<=^(?:\\d+\\. ?)?)by):?\\s*(${NAME}|[A-Z]\\. [A-Z][a-z]+)|\\b(${NAME})\\s*#?\\d{0,5}\\s*(?:reporting|\\d{1,2}\\/\\d{1,2}\\/\\d{2,4}))`,
  'i',
);

/** A field that names its author whole: `5. By: TFO Raymond Salas`. */
const ALONE = new RegExp(
  `^(?:\\d{1,2}\\.? )?(?:by|reporting officer|report by|written by|author|prepared by|officer): ?(${RANK}\\.? [A-Z][\\w.'-]*(?: [A-Z][\\w'-]*\\.?){0,3})(?:,? #?\\d+)?$`,
  'i',
);
/** `I, Cpl. Dana Reed, being first duly sworn`. */
const SWORN = new RegExp(`^I, (${RANK}\\.? [A-Z][\\w.'-]*(?: [A-Z][\\w'-]*){0,2}),`);
/** A line that names who else was there. */
const OTHERS =
  /\b(?:other|assisting|additional|backup|involved|present) (?:officer|unit|personnel|agent|member)s\b|\bwitness/i;

/** Who wrote a report: the field that names its author whole, else the first name that stands as one; empty where none does. */
export function authorOf(blocks: readonly Block[]): string {
  const those = [...blocks.slice(0, 8), ...blocks.slice(-4)].filter((b) => !OTHERS.test(b.text));
  for (const b of those)
    for (const cell of b.cells) {
      const whole = (ALONE.exec(cell.text.trim()) ?? SWORN.exec(cell.text.trim()))?.[1];
      if (whole) return whole.trim();
    }
  for (const b of those) {
    const m = AUTHOR.exec(b.text);
    if (m && !/^rights$/i.test(m[1] ?? m[2] ?? '')) return (m[1] ?? m[2] ?? '').trim();
  }
  return '';
}

/** Whom a paper names by rank, by their last names: later it may call them by these alone. */
export const namesIn = (blocks: readonly Block[]): ReadonlyMap<string, string> =>
  new Map(
    blocks
      .flatMap((b) => [...b.text.matchAll(new RegExp(`\\b${NAME}`, 'g'))])
      .map(([name]) => [name.split(' ').at(-1) ?? '', name] as const)
      .reverse(),
  );

/** Who did what a sentence tells: whom it names, else the author where it says I. @param known last names, and whose they are */
export function actorOf(
  text: string,
  author: string,
  known: ReadonlyMap<string, string> = new Map(),
): string {
  const opens = new RegExp(
    `${LEAD}${FORCE}(${NAME})(?= (?:and|\\w+ed|got|came|ran|gave|told|took|went|was|had)\\b)`,
  ).exec(text)?.[1];
  if (opens) return opens;
  const alone = new RegExp(
    `${LEAD}([A-Z][\\w'-]+)(?= (?:then )?(?:\\w+ed|got|came|ran|gave|told|took|went|had)\\b)`,
  ).exec(text)?.[1];
  if (alone && known.has(alone)) return known.get(alone) as string;
  if (
    /^(?:\W*\d{4}\W+|at \S+ hours,? )?(?:I|We|My)\b/i.test(text) ||
    /\bI (?:\w+ed|ran|told|gave|had|saw|made|spoke|met|went|took|began|read|wrote|found|heard)\b/.test(
      text,
    ) ||
    /\bthe undersigned\b/i.test(text)
  )
    return author;
  const named =
    new RegExp(`${LEAD}${FORCE}(${NAME}|R\\/Os?)`).exec(text)?.[1] ??
    new RegExp(`\\bby (${NAME})`).exec(text)?.[1];
  const by = known.get(/\b(?:was|were|been)\b[^.;]*\bby ([A-Z][\w'-]+)\b/.exec(text)?.[1] ?? '');
  if (by) return by;
  // Done by somebody of no rank that we know: it was not the author.
  const other = /\bby ((?:[A-Z][\w']+ ){0,2}[A-Z]\. [A-Z][\w'-]+)/.exec(text)?.[1];
  return named ?? other ?? author;
}

/** Who did what a passive tells: `had been searched by Dep. Orr`; empty where nobody is named. @param after what stands behind the act */
export const doerOf = (after: string): string =>
  new RegExp(`^[^.;]{0,60}?\\bby (${NAME})`).exec(after)?.[1] ?? '';

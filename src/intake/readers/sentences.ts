/** A sentence and where it begins in its text. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
}

const SHORT =
  /(?:\b(?:Ofcs?|Deps?|Tprs?|Sgts?|Lts?|Cpls?|Dets?|Ptl|Capt|Mr|Mrs|Ms|Dr|Jr|Sr|St|Rd|Ave|Blvd|Hwy|No|Co|Pct|approx|appx|hrs|min|sec|vs|v|ser|Inc|Dept|Apt|mi|lb|ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|P\.O|M|a\.m|p\.m|Crim|Loc|R|Transp|Test|[A-Z]))\.$/;

/** Words that say when, and nothing more. */
const WHEN =
  '(?:(?:on|at|by|from|between|until|till|to|and|or|around|about|approximately|shortly|just|right|before|after|sometime|later|the|that|same|next|following|day|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2}(?:, \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}:\\d{2}(?::\\d{2})?|\\d{1,4}|hours|hrs|[ap]\\.m\\.?),?\\s+){1,16}';
const HOURS = '\\d{1,2}(?::?\\d{2}(?::\\d{2})?)?\\s*(?:hrs|[ap]\\.m)\\.$';

/** `At 10:21 p.m.`, `From 7:20 p.m. until 7:27 p.m.`, `The next morning at 8:15 a.m.`: nothing is told yet, so the sentence goes on. */
const ONLY_A_TIME = new RegExp(
  `^\\s*(?:\\d{1,2}[.)]\\s+)?(?=(?:on|at|by|from|between|until|around|about|approximately|shortly|just|right|sometime|later|the|that)\\b)${WHEN}${HOURS}`,
  'i',
);

/** `…, and at approximately 2:52 p.m. Rex alerted`, `While searching, at 8:40 p.m. Roe found`: the time opens what follows. */
const AND_A_TIME =
  /(?:,\s+(?:and|but|then|and then)|^\s*(?:while|when|as|after|before|upon|once)\b[^,.]{0,120},)\s+(?:at|around|about|by)(?: about| approximately| around)?\s+\d{1,2}:?\d{2}\s*(?:hrs|[ap]\.m)\.$/i;

/** Sentences of a paragraph: a point ends one, unless it ends an abbreviation; bullets and inner times of a list open one. */
export function sentencesOf(text: string): readonly Sentence[] {
  if (text !== last.text) last = { text, sentences: cut(text) };
  return last.sentences;
}

/** The text that was asked of last: each time of a paragraph asks of the same one. */
let last: { readonly text: string; readonly sentences: readonly Sentence[] } = { text: '', sentences: [] };

/** What ends before a place in a text, as far as any of the patterns looks back. */
const before = (text: string, at: number): string => text.slice(Math.max(0, at - 40), at);

function cut(text: string): Sentence[] {
  const out: Sentence[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') out.push({ text: raw.trim(), at: from + lead });
    from = to;
  };
  for (const m of text.matchAll(/[.!?]["”’)]?\s+(?=["“(]?[A-Z0-9[])|\s(?=[*•·▪]\s)/g)) {
    const end = m.index + m[0].trimEnd().length;
    if (
      m[0].startsWith('.') &&
      SHORT.test(before(text, m.index + 1)) &&
      !endsHours(text, m.index) &&
      !endsPlace(text, m.index)
    )
      continue;
    const told = text.slice(from, m.index + 1);
    if (ONLY_A_TIME.test(told) || AND_A_TIME.test(told)) continue;
    push(m[0].trim() === '' ? m.index : end);
  }
  push(text.length);
  return out;
}

/** `at 2014 hrs. 2031 hrs P.O. Doe`, `10:30 p.m. The`: the abbreviation ends the sentence when a new one begins. */
const endsHours = (text: string, at: number): boolean =>
  /\b(?:hrs|[ap]\.m)$/i.test(before(text, at)) &&
  /^\.\s+(?:\d{4}\b|[A-Z][a-z]+\b(?! \d)|(?:An?|I) [a-z]|(?:At|Between|From|By|About|Around|Until|Approximately|On)\b|R\/O)/.test(
    text.slice(at, at + 80),
  );

/** `1200 E. Main St. The driver`: what ends a place or a measure ends the sentence where a word follows that only opens one, or a name and what it did. */
const endsPlace = (text: string, at: number): boolean =>
  /\b(?:St|Rd|Ave|Blvd|Hwy|Jr|Inc|Dept|min|sec|lb|ft|mi)$/.test(before(text, at)) &&
  /^\.\s+(?:(?:The|He|She|I|They|We|It|Upon|While|When|After|As|His|Her|At|This|There|A)\s+[a-z\d]|[A-Z][\w'-]+ (?:then )?(?:\w+ed|told|gave|ran|came|drove|took|said|had)\b)/.test(
    text.slice(at, at + 80),
  );

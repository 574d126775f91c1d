/** Who speaks, and the words, as a line of a transcript has them. */
export interface Said {
  readonly speaker: string;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
  zwnj: '',
  zwj: '',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** `&#39;`, `&#x2014;`, `&quot;` as the letters they stand for; what is none stays as it is. */
export const withoutEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });

/** Mark-up of captions: tags of a known name, times of karaoke, `{\an8}`. Anything else between < and > was said or heard. */
const TAGS =
  /<\/?(?:i|b|u|s|c|v|em|strong|lang|ruby|rt|font|span|p|br|div)(?:\.[^\s<>]*)?(?:\s[^<>]*)?\/?>/gi;
const KARAOKE = /<\d[\d:.]*>/g;
const STYLE = /\{\\[^{}]*\}/g;

/** The words of a piece of captions: without mark-up and entities, with single blanks. */
export const wordsOf = (text: string): string =>
  withoutEntities(
    text
      .replace(/<br\s*\/?>|\\N/gi, ' ')
      .replace(KARAOKE, '')
      .replace(STYLE, '')
      .replace(TAGS, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();

/** Words before a colon that name nobody. */
const NOBODY =
  /^(?:i|a|an|the|and|but|so|no|yes|yeah|ok|okay|well|look|listen|note|now|then|again|because|question is|answer is|here|there|this|that|what|who|why|how|when|where|which|like|remember|time|date|location|subject|re|example|warning|ps)$/i;
const NAME = String.raw`(?:\p{Lu}[\p{L}\p{N}._’'/#-]*|(?:of|the|de|la|van|von|del)\b|\d+|\(\p{Lu}[^()]{0,20}\))`;
const NAMED = new RegExp(
  String.raw`^(?:>>\s*)?(?:[-–—]\s+)?(${NAME}(?:[ ,]+${NAME}){0,4})(?::(?:\s+|$)|>\s+(?=\S))(.*)$`,
  'u',
);
const WHOLE_NAME = new RegExp(String.raw`^(?=\p{Lu})${NAME}(?:[ ,]+${NAME}){0,4}$`, 'u');
/** First words of sentences that a line may end after. */
const BEGINS =
  /^(?:stop|wait|right|sir|ma'am|sure|please|hey|hello|hi|go|come|get|don't|just|let|let's|we|you|he|she|they|it|is|are|do|did|can|my|if|in|on|at|to|for|all|not|or|i'm|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|around|about)\b/i;

/** Whether a whole text is written as a name: few words with capitals, `Kim Lee`, `S1`, `THE COURT`. */
export const isName = (text: string): boolean =>
  text.length <= 40 &&
  WHOLE_NAME.test(text) &&
  !/[.,]$/.test(text.replace(/\b(?:\p{Lu}|[JS]r|Mr|Ms|Dr)\.$/u, '')) &&
  !NOBODY.test(text) &&
  !BEGINS.test(text);

/** What a speaker is called in small letters as well: `speaker 1`, `unknown male`, `spk_0`. */
const ROLE =
  /^(?:speaker|spk|voice|channel|unknown|unidentified|male|female|officer|deputy|dispatch(?:er)?|caller|operator|inmate|called party|driver|passenger|witness|suspect|defendant|interviewer|interviewee)(?:[ _-]?(?:\d{1,2}|[a-d]|male|female|voice|speaker|officer|party|one|two|three))?$/i;
const SMALL = /^[\p{L}][\p{L}\p{N}_.’'-]*(?: [\p{L}\p{N}_.’'()-]+){0,2}$/u;

/** Whether a whole text may be what somebody is called, in letters of any size. */
export const isLabel = (text: string): boolean =>
  text.length <= 30 && SMALL.test(text) && !/[.,]$/.test(text) && !NOBODY.test(text) && !BEGINS.test(text);

/** A label before a colon in letters of any size; `sure` where it can only be a speaker's. Null where there is none. */
export function labelled(text: string): (Said & { readonly sure: boolean }) | null {
  const m = /^(?:>>\s*)?(?:[-–—]\s+)?([^:]{1,30}):(?:\s+|$)(.*)$/su.exec(text);
  const speaker = m?.[1] as string;
  return m && isLabel(speaker) ? { speaker, text: m[2] as string, sure: ROLE.test(speaker) } : null;
}

/** Names in small letters before the words of lines that name nobody: taken where each line has one, or where it can be nothing else. */
export function smallNames(texts: readonly string[]): ReadonlySet<string> {
  const all = texts.map(labelled);
  const each = texts.length > 1 && all.every((l) => l !== null);
  return new Set(all.flatMap((l) => (l && (each || l.sure) ? [l.speaker] : [])));
}

/** Lines that name nobody with the small names at their heads told apart: `ortiz: words`. */
export function withSmallNames<T extends Said>(lines: readonly T[]): T[] {
  const names = smallNames(lines.flatMap((l) => (l.speaker === '' ? [l.text] : [])));
  return lines.map((l) => {
    const said = l.speaker === '' ? labelled(l.text) : null;
    return said && names.has(said.speaker) && said.text !== ''
      ? { ...l, speaker: said.speaker, text: said.text }
      : l;
  });
}

/** A name before a dash, `Ortiz - words`; `numbered` where it can only be a speaker's, `S1 - words`. Null where there is none. */
export function dashed(text: string): (Said & { readonly numbered: boolean }) | null {
  const m = /^(?:>>\s*)?(\S.{0,39}?)\s+[-–—]\s+(\S.*)$/.exec(text);
  const speaker = m?.[1] as string;
  if (!m || !isName(speaker)) return null;
  return {
    speaker,
    text: m[2] as string,
    numbered: /^(?:S|SP|SPK|[MF]|Speaker|Voice) ?\d{1,2}$/i.test(speaker),
  };
}
/** A name in a column of its own, two blanks before the words, or in capitals before a sentence. Null where there is none. */
export function inColumn(text: string): Said | null {
  const m =
    /^(\S.{0,38}?[^\s.:])\s{2,}(\S.*)$/.exec(text) ??
    /^(\p{Lu}{2,}(?: \p{Lu}{2,}| \d{1,3}){0,3}) ((?:\p{Lu}\p{Ll}|I\b|\[|\().*)$/u.exec(text);
  return m && isName(m[1] as string) ? { speaker: m[1] as string, text: m[2] as string } : null;
}

const BRACKETED = /^(?:>>\s*)?\[([^\]]{1,60})\]:\s*(.*)$/;
const NUMBERED = /^\[((?:speaker|spk|channel|voice|agent|customer)[ _-]?\w{0,12})\]\s*(.*)$/i;
const QA = /^([QA])[.:]?\s{1,}(?=\S)(.*)$/;

/**
 * `[NAME]: text`, `NAME: text`, `>> Name: text`: who speaks, and the words. A sound in brackets, and a sentence with a colon in it,
 * name nobody and stay in the words.
 */
export function spokenBy(text: string): Said {
  const bracket = BRACKETED.exec(text) ?? NUMBERED.exec(text);
  if (bracket) return { speaker: (bracket[1] as string).trim(), text: bracket[2] as string };
  const name = NAMED.exec(text);
  if (name && (name[1] as string).length <= 50 && !NOBODY.test(name[1] as string))
    return { speaker: name[1] as string, text: name[2] as string };
  return { speaker: '', text };
}

/** As `spokenBy`, with `Q.` and `A.` of a court's paper. */
export function spokenInCourt(text: string): Said {
  const qa = QA.exec(text);
  return qa ? { speaker: qa[1] as string, text: qa[2] as string } : spokenBy(text);
}

/** Lines of one cue to its voices: one each for `<v Name>`, `NAME:`, `>>` or a dash at the head of a line. */
export function voicesOf(lines: readonly string[]): Said[] {
  const said: { speaker: string; text: string }[] = [];
  const put = (speaker: string, text: string, fresh: boolean): void => {
    const last = said.at(-1);
    if (text === '') return;
    if (!last || fresh) said.push({ speaker, text });
    else last.text = `${last.text} ${text}`;
  };
  const dashes = lines.filter((l) => /^\s*[-–—]\s*\S/.test(l)).length;
  const joined = lines.join('\n');
  if (/<v[\s.]/i.test(joined)) {
    for (const [, name, words] of joined.matchAll(
      /(?:<v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>|^|<\/v>)((?:(?!<v[\s.>]|<\/v>)[\s\S])*)/gi,
    ))
      put(withoutEntities(name ?? '').trim(), wordsOf(words as string), true);
    return said;
  }
  for (const line of lines) {
    const text = wordsOf(line);
    const { speaker, text: words } = spokenBy(text);
    if (speaker !== '') put(speaker, words, true);
    else if (/^>>/.test(text)) put('', text.replace(/^>+\s*/, ''), true);
    else put('', text, dashes > 1 && /^[-–—]/.test(text));
  }
  return said;
}

import { sentencesOf } from './sentences';

/** `Had he consented, the stop would have ended`, `would have been over by 2350 if`: it was not so. */
const SUPPOSED =
  /^\W*(?:(?:Had|Were|If|Should|But for)\b[^.;]*\b(?:would|could|might)\b)|\b(?:would|could|might) (?:not )?(?:have|be)\b[^.;]*\b(?:if|had)\b|\bif\b[^.;]*\b(?:would|could|might) (?:not )?have\b/i;
/** A question of the paper's own, in no quotation marks. */
const ASKED =
  /^\W*(?:\d{1,2}[.)] ?)?(?:Did|Was|Were|Is|Are|Do|Does|Has|Have|Had|When|What|Why|Who|How|Where|Could|Would)\b[^"“”]*\?\s*$/;
/** A word of another paper, or of this one, set right. */
const CORRECTED =
  /\b(?:should (?:read|say|state|be|reflect|have (?:read|said|been))|(?:is|are|was|were) (?:corrected|amended|changed) (?:to|from)|correct(?:ed)? (?:time|entry) (?:is|was|should)|(?:in error|incorrect(?:ly)?|mistakenly|erroneous(?:ly)?)\b)/i;

/** The sentence of a text in which a place stands. */
export const sentenceOver = (text: string, at: number): string =>
  sentencesOf(text).findLast((s) => s.at <= at)?.text ?? text;

/** What is told of what might have been. */
export const isSupposed = (sentence: string): boolean =>
  SUPPOSED.test(sentence.replace(/\b([ap])\.m\./gi, '$1m')) && !ASKED.test(sentence);

/** What is asked and not told. */
export const isAsked = (sentence: string): boolean => ASKED.test(sentence);

/** What sets another statement right: its times are of an act that is told elsewhere. */
export const isCorrection = (sentence: string): boolean => CORRECTED.test(sentence);

/** A row that changes what another row says: it tells no act of its own. `PER SGT 1105 CHANGE K9 ARRIVAL TO 22:35` */
export const isChange = (row: string): boolean =>
  /\b(?:chang|correct|amend|adjust|revis|updat)(?:e[ds]?|ing|ion)?\b[^.]{0,40}\b(?:to|from)\b[^.\d]{0,6}(?:\d{1,2}[ /-]\w{1,9}[ /-]\d{2,4},? |[a-z]{3,9}\.? \d{1,2},? \d{4},? |\d{4}-\d\d-\d\d[ T])?\d{1,2}:?\d{2}/i.test(
    row,
  );

/** Words of another, between quotation marks or behind `said that he had`: what they tell was before, or is yet to come. */
export function isReported(text: string, at: number): boolean {
  const from = text.lastIndexOf(sentenceOver(text, at).slice(0, 12), at);
  const before = text.slice(Math.max(0, from), at);
  return (
    (before.match(/["“”]/g) ?? []).length % 2 === 1 ||
    /\b(?:stat|sa(?:id|ys)|told|claim|relat|report|explain|admit|advis)\w*\b[^.;]{0,90}\b(?:had|he.d|she.d|they.d)\b/i.test(
      before,
    )
  );
}

const NOT =
  /\b(?:(?:did|do|does|has|have|had|was|were|is|am|are|could|would|will) not|(?:did|do|does|has|have|had|was|were|is|could|would|wo)n.t|never|without(?: first)?|neither|nor|nobody|no one)\s+(?:(?:yet|ever|been|being|be|again|then|actually|first|even|conduct|make|perform|a|an|the|any|his|her|him|immediately|under|placed|in)\s+)*$/i;

/** `no warrant had been issued`, `nothing illegal was found`: what did not come to be. */
const NONE =
  /\b(?:no (?:(?:further|other|such|search|written|valid|formal) )?|(?:nothing|none)(?: (?!(?:but|except)\b)\w+){0,3} (?:(?:was|were|is|had been|has been|being) )?(?:ever |yet |then )?|no \w+(?: \w+)? (?:was|were|is|had been|has been) (?:ever |yet |then )?)$/i;

/** Whether the words before an act say that it was not done: `was never arrested`. `Not ... until` says when it was. */
export const isDenied = (text: string, at: number, end: number): boolean =>
  (NOT.test(text.slice(Math.max(0, at - 60), at)) || NONE.test(text.slice(Math.max(0, at - 60), at))) &&
  !/^[^.;]*\buntil\b/i.test(text.slice(end));

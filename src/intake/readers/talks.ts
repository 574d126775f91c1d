import { sentenceOver } from './told-as-done';

/** A verb behind which somebody tells what was; `advised of his rights` and `was told to leave` tell nothing. */
const SAID =
  /\b(?:stat(?:ed|es|ing)|sa(?:id|ys|ying)|told|tells|advis(?:ed|es|ing)(?! of\b)|relat(?:ed|es|ing)|explain(?:ed|s|ing)|claim(?:ed|s|ing)|report(?:ed|s|ing)(?= (?:to me |to us )?(?:that|he|she|they|the|his|her)\b)|recall(?:ed|s|ing)|remember(?:ed|s|ing)|mention(?:ed|s|ing)|inform(?:ed|s|ing)(?! of\b)|confirm(?:ed|s|ing)|admit(?:ted|s|ting)|insist(?:ed|s|ing)|assert(?:ed|s|ing)|estimat(?:ed|es|ing)|indicat(?:ed|es|ing)(?= (?:to me |to us )?(?:that|he|she|they)\b))\b/gi;
/** Who tells of what is now: the author, and a dispatcher on the radio. `I was told that ...` is told by another. */
const OF_NOW =
  /\b(?:(?<!\b(?:what|as) )(?:I|we)(?: \w+ly| then| also| again| had| have)?|(?<!\b(?:I|we) )(?:was|were|been)(?: \w+ly| then| also)?|dispatch(?:er)?|communications|central|radio)\s+$/i;
const YET_TO_COME = /\b(?:would|will|could|should|to (?:be|come|meet|call|return|appear))\b/i;

/** What stands between a day, with its time, and who acts: `, at 1410 hours, Deputy X `. */
const WHO = String.raw`^[,\s]*(?:at (?:about |approximately |around )?[\d:]{3,8}\s?(?:[ap]\.?m\.?|hours|hrs\.?)?[,\s]*)?(?:(?!\w+(?:ed|ing)\b|I\b|we\b)[\w.'’#-]+,?\s+){0,7}`;
const TELLER = new RegExp(`${WHO}(?:(?:I|we) (?:was|were) )?$`, 'i');
/** A talk of its own, as the first thing that is told behind its day. */
const TALKED = new RegExp(
  String.raw`${WHO}(?:(?:(?:I|we) )?(?:(?:\w+ly|then|also|again|had) )*(?:spoke|talked|met) (?:to|with|by)|(?:(?:I|we) )?(?:(?:\w+ly|then|also|again|had) )*(?:re-?)?interviewed|(?:I|we) (?:(?:tele)?phoned|conducted an? (?:\w+ ){0,3}interview)|(?:was|were) (?:re-?)?interviewed|(?:called|(?:tele)?phoned) (?:me|us)\b|gave (?:me |us )?an? (?:\w+ ){0,2}statement)\b`,
  'i',
);
/** A talk that stands before its day: `During an interview on 2/25`. */
const TALK_ON =
  /\b(?:(?:I|we) (?:(?:\w+ly|then|also|again|had) )*(?:spoke|talked|met|interviewed)|(?:re-?)?interview(?:ed)?|conversation|phone call|statement)\b[^.;]*$/i;

const RECORDING = '(?:video|footage|recording|body[- ]?(?:worn )?cam(?:era)?|dash ?cam(?:era)?|bwc|audio)s?';
/** A recording that is looked at behind a day: `On 3/18 I reviewed Hall's video`. */
const REVIEWED = new RegExp(
  String.raw`${WHO}(?:I|we) (?:(?:\w+ly|then|also|again) )*(?:reviewed|watched|viewed|listened to|re-?watched|re-?viewed|examined)\b[^.;]*\b${RECORDING}\b`,
  'i',
);
const OF_RECORDING = new RegExp(String.raw`\b${RECORDING}\b[^.;]{0,30}\b(?:for|from|of|dated|on)\s+$`, 'i');
const SHOWN = new RegExp(String.raw`\b${RECORDING}\b[^.;]*\b(?:show|depict|captur|record)\w*\b`, 'i');
const SEEN = /\b(?:I|we) (?:can |could |then |also )*(?:see|saw|hear|heard|observed?|noted?)\b/i;

/** Where the words of another begin that stand before a place of a sentence; -1 where the place is in none. */
function saidBefore(sentence: string, at: number): number {
  for (const m of sentence.matchAll(SAID)) {
    const end = m.index + m[0].length;
    if (end > at) break;
    if (OF_NOW.test(sentence.slice(0, m.index)) || YET_TO_COME.test(sentence.slice(end, at))) continue;
    // `told me at 1410 that the dog …`: when he told it.
    const gap = sentence.slice(end, at);
    const when =
      /^(?: (?:me|us|him|her|them|this|so|as much))*,?(?: (?:at|on|about|around|approximately))*\s*$/i;
    if (
      when.test(gap) &&
      /^[^a-z]*(?:(?:[ap]\.?m\.?|hours|hrs)\b)?[\s,.]*(?:that\b|$)/i.test(sentence.slice(at))
    )
      continue;
    return m.index;
  }
  return -1;
}

const within = (text: string, at: number): { sentence: string; at: number } => {
  const sentence = sentenceOver(text, at);
  return { sentence, at: at - Math.max(0, text.lastIndexOf(sentence, at)) };
};

/** Whether a time stands in what another told of: `Fenn stated the dog did not alert at 2313`. */
export function isToldOf(text: string, at: number): boolean {
  const here = within(text, at);
  return saidBefore(here.sentence, here.at) >= 0;
}

/** Whether a day is that of a talk: `On 2/21 I spoke with Fenn`, `On 3/4 Deputy X advised me that`, `in an interview on 2/25 she said`. */
export function isOfTalk(text: string, at: number, end: number): boolean {
  const here = within(text, at);
  const said = saidBefore(here.sentence, here.sentence.length);
  if (said >= 0 && said < here.at) return false;
  const behind = here.at + end - at;
  return (
    TALK_ON.test(here.sentence.slice(0, here.at)) ||
    TALKED.test(here.sentence.slice(behind)) ||
    (said >= 0 && TELLER.test(here.sentence.slice(behind, said)))
  );
}

/** Whether a day is that on which a recording was looked at: `On 03/18 I reviewed Hall's body camera video`. */
export function isOfReview(text: string, at: number, end: number): boolean {
  const here = within(text, at);
  return REVIEWED.test(here.sentence.slice(here.at + end - at));
}

/** Whether a day is that of a recording: `video for 03/15`. */
export const isOfRecording = (text: string, at: number): boolean => OF_RECORDING.test(text.slice(0, at));

/** Whether a time stands in what a recording that is looked at shows: all but what its viewer did himself. */
export function isShown(text: string, at: number): boolean {
  const here = within(text, at);
  const before = here.sentence.slice(0, here.at);
  return !/\b(?:I|we)\b/i.test(here.sentence) || SEEN.test(here.sentence) || SHOWN.test(before);
}

/** What stands before the words of another in the sentence of a talk: what was done on its day; null where the sentence tells none. */
export function beforeTold(text: string, at: number, end: number): string | null {
  const { sentence } = within(text, at);
  const said = saidBefore(sentence, sentence.length);
  return said >= 0 && isOfTalk(text, at, end) ? sentence.slice(0, said) : null;
}

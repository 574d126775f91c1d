import { LENGTH, lengthOf } from './lengths';

/** An order or a distance that a sentence tells. `to`: what it is counted from. `distance` is empty for a bare order. */
export interface Relation {
  readonly to: 'previous' | 'stop' | 'self' | 'told';
  /** For `told`: the words of the act that it is counted from. */
  readonly from?: string;
  readonly distance: string;
  /** `about two minutes`. */
  readonly about: boolean;
  /** It is how long the act itself took. */
  readonly length: boolean;
  /** For such a length: where its words begin and end. */
  readonly stands?: readonly [number, number];
}

/** `two minutes after that`, `five minutes before.` */
const NOTHING_NAMED = /^\s*(?:$|[.,;)]|(?:that|this|which)\b)/i;
const THE_STOP =
  /^\s*(?:(?:i |we )?(?:initiat|mak|conduct|effect)\w+ )?(?:the |my |this |our |a |his )?(?:initial |traffic |vehicle |original )*stop\b/i;

/** The first relation that a sentence tells, or null. A day, a rule or a number of miles is none. */
export function relationIn(text: string): Relation | null {
  const told = countedFrom(text);
  if (told) return told;
  const done = DONE.exec(text);
  const spent = done && lengthOf(done[1] as string);
  if (spent?.text) return { to: 'previous', distance: `-${spent.text}`, about: spent.about, length: false };
  const lasted = LASTED.exec(text);
  const own = lasted && !A_SECOND_ONE.test(text.slice(lasted.index)) ? lengthOf(lasted[1] as string) : null;
  if (lasted && own?.text)
    return {
      to: /total/i.test(lasted[0]) ? 'stop' : 'self',
      distance: `+${own.text}`,
      about: own.about,
      length: true,
      stands: [lasted.index, lasted.index + lasted[0].length],
    };
  if (/\b(?:soon|shortly|right|just|immediately) after the stop\b/i.test(text))
    return { to: 'stop', distance: '', about: false, length: false };
  if (
    /\b(?:thereafter|shortly after|soon after|moments later|only after that|after that|afterwards|later that (?:evening|night|day|morning)|a short time later|after (?:he|she|it|[A-Z][\w-]*) (?:was|were|had)|and then|^then|, then)\b/i.test(
      text,
    )
  )
    return { to: 'previous', distance: '', about: false, length: false };
  return null;
}

const LATER = new RegExp(
  `${LENGTH}\\s+(later|afterwards?|after\\b|into (?:the|his|her|my) (?!video|clip|recording|footage)[a-z]+|ago|before|earlier)`,
  'i',
);
const DONE = new RegExp(`\\b(?:done|finished|been|waiting)\\b[^.]{0,40}\\bfor ${LENGTH}`, 'i');
const LASTED = new RegExp(
  `\\b(?:for|took|(?<!had )lasted|lasting|total(?: time)?(?: of)?(?: the)?(?: stop)?,?)\\s+(?:me |us )?${LENGTH}`,
  'i',
);
/** `called for a second unit`: it is counted, and lasts nothing. */
const A_SECOND_ONE = /^\w+ a second [a-z]/i;

/** `nine minutes and forty seconds later`, `half an hour after I returned his license`, `ten minutes into the stop`. */
function countedFrom(text: string): Relation | null {
  const later = LATER.exec(text);
  if (!later) return null;
  const [, words, how] = later as unknown as [string, string, string];
  const { text: all, about } = lengthOf(words);
  // “Less than a minute later” is told for its order; what it bounds is for a person to take.
  const far = /^(?:about )?(?:less than|up to)\b/.test(all) ? '' : all;
  const back = /ago|before|earlier/i.test(how);
  // `a few minutes before`: there is no order of that kind to propose.
  if (far === '' && back) return null;
  const said = { distance: far === '' ? '' : `${back ? '-' : '+'}${far}`, about, length: false };
  const behind = text.slice(later.index + later[0].length);
  const named = /^(?:after|before)$/i.test(how) && !NOTHING_NAMED.test(behind);
  const within = /^into \w+ (.+)/i.exec(how)?.[1];
  if (within && !/^(?:stop|detention|encounter)$/i.test(within)) return { to: 'told', from: within, ...said };
  if (within || (named && THE_STOP.test(behind))) return { to: 'stop', ...said };
  // What it is counted from is told in the words behind it, and not the act before.
  if (named) return { to: 'told', from: behind.split(/[,.;]/)[0] as string, ...said };
  return { to: 'previous', ...said };
}

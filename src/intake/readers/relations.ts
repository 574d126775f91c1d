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

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const N =
  '(?<![\\w-])(?:\\d{1,3}|(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?![\\w-]*[a-z]-)';
const UNIT = '(seconds?|secs?|minutes?|mins?|hours?|hrs?)';
const LENGTH = `(${N})(?:\\s*(?:or|to|-)\\s*(${N}))?\\s*${UNIT}`;
const value = (text: string): number =>
  /^\d+$/.test(text)
    ? Number(text)
    : text
        .toLowerCase()
        .split(/[- ]/)
        .reduce((sum, word) => sum + (NUMBERS[word] ?? Number.NaN), 0);

function distance(sign: string, m: readonly (string | undefined)[]): string {
  const unit =
    (m[3] as string)[0]?.toLowerCase() === 's' ? 's' : (m[3] as string)[0]?.toLowerCase() === 'h' ? 'h' : 'm';
  const first = value(m[1] as string);
  if (m[2] === undefined) return `${sign}${first}${unit}`;
  return `${sign}${first} or ${value(m[2])} ${unit === 'm' ? 'min' : unit}`;
}

const HEDGED = /\b(?:about|approximately|approx\.?|around|roughly|some)\b/i;
const ABOUT =
  /(?:\b(?:about|approximately|approx\.?|around|roughly|some|maybe|perhaps|nearly|almost)|~)\s*$/i;
const OR_SO = /\bor so\b/i;
/** `two minutes after that`, `five minutes before.` */
const NOTHING_NAMED = /^\s*(?:$|[.,;)]|(?:that|this|which)\b)/i;
const THE_STOP =
  /^\s*(?:(?:i |we )?(?:initiat|mak|conduct|effect)\w+ )?(?:the |my |this |our |a |his )?(?:initial |traffic |vehicle |original )*stop\b/i;

/** The first relation that a sentence tells, or null. A day, a rule or a number of miles is none. */
export function relationIn(text: string): Relation | null {
  const later = new RegExp(
    `(less than |under |within )?\\b${LENGTH}(?: or so)?\\s+(later|afterwards?|after\\b|into (?:the|his|her|my) (?!video|clip|recording|footage)[a-z]+|ago|before|earlier)`,
    'i',
  ).exec(text);
  if (later) {
    const [, less, a, b, unit, how] = later as unknown as string[];
    const parts = [undefined, a, b, unit];
    const about = ABOUT.test(text.slice(0, later.index + (less?.length ?? 0))) || OR_SO.test(later[0]);
    const far = distance(/ago|before|earlier/i.test(how as string) ? '-' : '+', parts);
    const behind = text.slice(later.index + later[0].length);
    const told = /^(?:after|before)$/i.test(how as string) && !NOTHING_NAMED.test(behind);
    if (less) return { to: 'previous', distance: '', about, length: false };
    const within = /^into \w+ (.+)/i.exec(how as string)?.[1];
    if (within && !/^(?:stop|detention|encounter)$/i.test(within))
      return { to: 'told', from: within, distance: far, about, length: false };
    if (within || (told && THE_STOP.test(behind))) return { to: 'stop', distance: far, about, length: false };
    // What it is counted from is told in the words behind it, and not the act before.
    if (told)
      return { to: 'told', from: behind.split(/[,.;]/)[0] as string, distance: far, about, length: false };
    return { to: 'previous', distance: far, about, length: false };
  }
  const done = new RegExp(
    `\\b(?:done|finished|been|waiting)\\b[^.]{0,40}\\bfor (?:about |approximately |some )?${LENGTH}`,
    'i',
  ).exec(text);
  if (done)
    return { to: 'previous', distance: distance('-', done), about: HEDGED.test(done[0]), length: false };
  const lasted = new RegExp(
    `\\b(?:for|took|(?<!had )lasted|lasting|total(?: time)?(?: of)?(?: the)?(?: stop)?,?)\\s+(?:me |us )?(?:about |approximately |approx\\.? |some |roughly )?${LENGTH}`,
    'i',
  ).exec(text);
  if (lasted)
    return {
      to: /total/i.test(lasted[0]) ? 'stop' : 'self',
      distance: distance('+', lasted),
      about: HEDGED.test(lasted[0]),
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

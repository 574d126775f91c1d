import type { Bracket } from '../record/case';
import type { Offer } from '../record/docket';

/** The moving parts of an offer, in the order in which they are read. */
export const PARTS = [
  ['count', 'Count and statute'],
  ['facts', 'Agreed facts'],
  ['range', 'Range or minimum'],
  ['recommendation', 'Recommendation'],
  ['conditions', 'Conditions'],
] as const satisfies readonly (readonly [keyof Offer, string])[];

/** A stretch of a text that carries weight at sentencing, or more than it seems. */
export interface Lit {
  /** Places of its first letter and of that after its last. */
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** Words that carry an enhancement where they stand in agreed facts; whether one applies is for the statute of the case. */
const HEAVY: readonly (readonly [RegExp, string])[] = [
  [
    /\bschool(?:[- ](?:zone|yard|grounds?|property|bus))?\b|\bplayground\b|\bpublic park\b|\bday ?care\b|\bchild care\b/gi,
    'a place that a statute may protect',
  ],
  [
    /\bin connection with\b|\bin furtherance of\b|\bduring and in relation to\b/gi,
    'ties a weapon or an act to the offense',
  ],
  [
    /\b(?:firearms?|guns?|pistols?|handguns?|rifles?|shotguns?|weapons?|ammunition|machine ?guns?|silencers?|knife|knives)\b/gi,
    'a weapon',
  ],
  [/\bwithin \d[\d,]* (?:feet|ft|yards)\b/gi, 'a distance that a statute may name'],
  [
    /\b(?:intent(?:ion)? to (?:distribute|deliver|sell)|possess(?:ed|ion)? with intent|distribut(?:e|ed|ion|ing)|deliver(?:ed|y|ing)|traffick(?:ed|ing)|sold|sale|selling)\b/gi,
    'intent or sale, beyond possession',
  ],
  [
    /\b(?:minors?|juveniles?|under (?:the age of )?(?:18|21|eighteen|twenty-one)|child(?:ren)?|pregnant)\b/gi,
    'a person that a statute may protect',
  ],
  [/\b(?:death|overdose|serious bodily injury)\b/gi, 'a result that a statute may name'],
  [
    /\b(?:organizer|leader|manager|supervisor|conspir(?:ed|acy|ator|ators)|joint(?:ly)? undertaken|relevant conduct)\b/gi,
    'a role, or conduct of others',
  ],
  [
    /\b(?:prior|previous(?:ly)?)(?: \w+){0,3} convict(?:ion|ions|ed)\b|\bcareer offender\b|\bhabitual\b|\bpersistent\b/gi,
    'a record before this case',
  ],
  [
    /\b(?:maintain(?:ed|ing)? (?:a|the) (?:premises|dwelling|house|place)|stash house)\b/gi,
    'premises kept for it',
  ],
  [
    /\b(?:methamphetamine \(actual\)|actual methamphetamine|\bice\b|fentanyl|purity|pure)\b/gi,
    'a kind or purity with a bracket of its own',
  ],
];

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:kg|kilos?|kilograms?)$/i, 1000],
  [/^(?:mg|milligrams?)$/i, 0.001],
  [/^(?:g|gr|grams?)$/i, 1],
  [/^(?:oz|ounces?)$/i, 28.349523125],
  [/^(?:lbs?|pounds?)$/i, 453.59237],
];
const AMOUNT =
  /(\d[\d,]*(?:\.\d+)?|\.\d+) ?-?(kg|kilos?|kilograms?|mg|milligrams?|grams?|gr|g|ounces?|oz|pounds?|lbs?)\b/gi;

/**
 * The words of agreed facts that carry an enhancement, in order and apart from one another; an amount with the bracket of the
 * case that it falls into. @param brackets of the charge, in g, lowest first
 */
export function litWords(text: string, brackets: readonly Bracket[]): Lit[] {
  const found: Lit[] = [];
  for (const m of text.matchAll(AMOUNT)) {
    const grams =
      Number((m[1] as string).replace(/,/g, '')) *
      (UNITS.find(([u]) => u.test(m[2] as string))?.[1] ?? Number.NaN);
    const bracket = [...brackets].sort((a, b) => a.over - b.over).findLast((b) => grams > b.over);
    const shown = `${grams >= 10 ? Math.round(grams).toLocaleString('en-US') : Number(grams.toPrecision(3))} g`;
    found.push({
      from: m.index,
      to: m.index + m[0].length,
      why: bracket
        ? `${shown}: over ${bracket.over.toLocaleString('en-US')} g, ${bracket.name}`
        : brackets.length > 0
          ? `${shown}: in no bracket of the case`
          : `${shown}: the brackets of the charge are not entered yet`,
    });
  }
  for (const [words, why] of HEAVY)
    for (const m of text.matchAll(words)) found.push({ from: m.index, to: m.index + m[0].length, why });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((l, i) => !found.slice(0, i).some((o) => o.to > l.from && o.from <= l.from));
}

/** A run of words of a text: the same as in the text before, or new in this one, or gone from it. */
export interface Run {
  readonly kind: 'same' | 'new' | 'gone';
  readonly text: string;
}

/** Texts of more words than this are compared whole. */
const MOST_WORDS = 1500;

/** What changed from one text to the next, word by word, by their longest common run of words. */
export function changedWords(before: string, after: string): Run[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const [a, b] = [before.match(/\S+\s*/g) ?? [], after.match(/\S+\s*/g) ?? []];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS)
    return runs([
      ['gone', before],
      ['new', after],
    ]);
  const plain = (w: string | undefined): string => (w ?? '').trim();
  const width = b.length + 1;
  const long = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      long[i * width + j] =
        plain(a[i]) === plain(b[j])
          ? (long[(i + 1) * width + j + 1] as number) + 1
          : Math.max(long[(i + 1) * width + j] as number, long[i * width + j + 1] as number);
  const out: [Run['kind'], string][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && plain(a[i]) === plain(b[j])) {
      out.push(['same', b[j] as string]);
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && (long[(i + 1) * width + j] as number) >= (long[i * width + j + 1] as number))
    )
      out.push(['gone', a[i++] as string]);
    else out.push(['new', b[j++] as string]);
  }
  return runs(out);
}

const runs = (words: readonly (readonly [Run['kind'], string])[]): Run[] =>
  words
    .filter(([, t]) => t !== '')
    .reduce<Run[]>((all, [kind, text]) => {
      const last = all.at(-1);
      if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text };
      else all.push({ kind, text });
      return all;
    }, []);

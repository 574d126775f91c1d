import type { EventKind } from '../../record/vocabulary';
import { WATCHED } from './watched-words';

const MAN =
  '(?:the )?(?:driver|drvr|dvr|drv|operator|subj(?:ect)?|susp(?:ect)?|def(?:endant)?|male|female|he|she|passenger|psgr)';
const CAR = '(?:(?:the|his|her) )?(?:veh(?:icle)?|car|truck|van|suv)';
const DOG = String.raw`(?:k-?9|canine|dog)(?:[- ]?\d{1,3})?`;
const SIDE = `(?:the )?(?:(?:front|rear|back|left|right|driver'?s?|drvr|pass(?:enger)?'?s?|psgr|trunk|side|door|seam|veh(?:icle)?|car|quarter|panel)[ /]?){1,5}`;
const ONE = String.raw`(?:\d|one|two|three)(?: ?x)?(?: (?:adult|m|f|male|female|subj(?:ect)?s?|susp(?:ect)?s?|[wbha]\/?[mf]))?`;
const DRUG = String.raw`(?:meth\w*|marijuana|marij|mj|cannabis|cocaine|crack|heroin|fentanyl|drugs|narcotics|contraband|gun|firearm|pistol|handgun|paraphernalia)`;

/** Whole lines of radio operators and officers, and what each tells; a line that says more is not among them. */
const LINES: readonly (readonly [string, EventKind])[] = [
  [
    `(?:${MAN} )?(?:refus(?:es|ed|ing)|declin(?:es|ed|ing)|den(?:ies|ied)|says no to|said no to)(?: (?:to |a |his |her )?(?:give )?(?:consent|search|consent to search|consent search|${CAR} search|search (?:of )?${CAR}|consent to search (?:of )?${CAR}))`,
    'consent-refused',
  ],
  [
    `(?:${MAN} )?(?:consents|consented|gave consent|gives consent)(?: to (?:a )?search(?: (?:of )?${CAR})?)?`,
    'consent-given',
  ],
  [String.raw`(?:pc|p\/c|probable cause) search(?:ing|ed)?(?: (?:of )?${CAR})?`, 'search'],
  [
    // A car is hit on its side as well: that is no dog's.
    `(?:(?:${DOG} )?(?:pos(?:itive)?|alert(?:ed|s)?)(?: (?:alert|hit|indication))?|${DOG} hit) (?:on|at|to) ${SIDE}`,
    'alert',
  ],
  [`(?:deploying|deploys|running) ${DOG}|${DOG} (?:deploying|deploys)(?: (?:on|around) ${CAR})?`, 'sniff'],
  [String.raw`${DOG} (?:unit )?(?:os|o\/s|onsc\w*|on ?site|here|arr|arvd|arrvd|10-97|97)`, 'dog-arrives'],
  [String.raw`(?:have )?${ONE} (?:in cust(?:ody)?|under arrest|u\/a)`, 'arrest'],
  [
    String.raw`(?:transporting |enroute w(?:\/|ith) ?)?${ONE} (?:to|enroute to|enrt) (?:the |county |city )?(?:jail|lock-?up|booking)(?: (?:sm|bm|em|start\w*|mileage|mi)\W*[\d.]+)?`,
    'transport',
  ],
  [
    String.raw`(?:(?:approx|abt|about|~) ?)?(?:\d+(?:\.\d+)? ?(?:g|gm|grams?|oz|ounces?|lbs?|kgs?|kilos?)?)? ?(?:of )?(?:(?:susp|suspected|poss|possible) )?${DRUG} (?:located|found|recovered|loc|recd)`,
    'found',
  ],
  [`(?:now |am |starting )?(?:searching|srching|srchg|srch'?g)(?: ${CAR})?(?: now)?`, 'search'],
  [
    String.raw`(?:nik|field test|presumptive(?: test)?|narco ?pouch)(?: test)? (?:is )?(?:pos(?:itive)?|neg(?:ative)?)(?: for \w+)?`,
    'field-test',
  ],
  [
    String.raw`(?:making |made )?contact (?:w\/ ?|with )(?:the )?(?:driver|drvr|dvr|drv|operator|occupants?)`,
    'approach',
  ],
  ['verbal warn(?:ing)?(?: (?:given|issued))?', 'warning-issued'],
  [String.raw`(?:search ?[-:–(] ?)(?:pat|pat-?down|frisk|terry)(?:[- ]?(?:down|search))?\)?`, 'frisk'],
  [String.raw`search ?[-:–(] ?(?:person|strip|body|pockets|booking|intake)(?: search)?\)?`, 'search-person'],
  [
    String.raw`search ?[-:–(] ?(?:cell|dorm|unit|records?|database|name|warrants?|bunk|pod|area|yard)\b.*`,
    'note',
  ],
  [String.raw`search inc(?:ident|\.)?(?: to)? arrest`, 'note'],
];

const KNOWN: readonly (readonly [RegExp, EventKind])[] = [...LINES, ...WATCHED].map(([line, kind]) => [
  new RegExp(`^(?:${line})$`, 'i'),
  kind,
]);

/** What a whole line of a radio log, or of a log of what is seen, tells in its own few words; null for any other. */
export function radioKind(text: string): EventKind | null {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[.!*]+$/, '')
    .trim();
  return plain.length > 80 ? null : (KNOWN.find(([line]) => line.test(plain))?.[1] ?? null);
}

import { saidInFigures } from './radio-time';

/**
 * Spellings that say what another one says, each put as the rest of the grammar has it. All in small letters, with single
 * blanks; nothing here chooses between two meanings.
 */

const WEEKDAY = String.raw`(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\.?`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const VIDEO = String.raw`(?:the |his |her )?(?:[\w'.#-]+ ){0,2}(?:video|recording|tape|clip|footage|bwc|film)`;

const two = (n: string | number): string => String(n).padStart(2, '0');

/** `14:27:05 -0500 CDT`, as programs in Go print it: the word behind says the same again, or something else. */
const SAME_ZONE: Readonly<Record<string, string>> = {
  utc: '+0000',
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
};

const HALVES = String.raw`(?= ?(?:[ap]\b|[ap]\.? ?m\b|in the (?:morning|afternoon|evening)|at night|o'?clock))`;
const ONES = 'one two three four five six seven eight nine'.split(' ');
const UPTO = [...ONES, ...'ten eleven twelve'.split(' ')];
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty'.split(' ');
const MINUTES: Readonly<Record<string, string>> = Object.fromEntries([
  ...TEENS.map((word, i) => [word, String(10 + i)]),
  ...TENS.flatMap((ten, t) => [
    [ten, String(20 + 10 * t)],
    ...ONES.map((one, i) => [`${ten} ${one}`, String(21 + 10 * t + i)]),
  ]),
  ...ONES.flatMap((one, i) => ['oh', 'o', 'zero'].map((oh) => [`${oh} ${one}`, `0${i + 1}`])),
]);
const HOUR_WORD = `(${UPTO.join('|')})`;
const MINUTE_WORD = `((?:${TENS.join('|')})(?:[- ](?:${ONES.join('|')}))?|${TEENS.join('|')}|(?:oh|o|zero)[- ](?:${ONES.join('|')}))`;

type Spelling = readonly [RegExp, string | ((...m: string[]) => string)];

const SPELLINGS: readonly Spelling[] = [
  [/^time ?:? ?(?=\d)|,? \(?military time\)?$/, ''],
  [/(?<=\b12(?::?00)? ?a\.?m\.?) \(midnight\)$/, ''],
  [/\b([ecmp])\.([sd])\.t\.?(?=$|[ )])/, '$1$2t'],
  [/(?<=\d) ?z (?:hrs|hours)$/, 'z'],
  // 14:27 UTC-0500 (CDT): the word behind says the same again.
  [
    /^(.*\d ?)(?:utc|gmt) ?([+-]\d\d):?(\d\d) \(([ecmp][sd]t)\)$/,
    (all, time, h, m, word) =>
      SAME_ZONE[word as string] === `${h}${m}` ? `${(time as string).trim()} ${h}:${m}` : (all as string),
  ],
  // The 14th day of March, 2024, as oaths and deeds write it.
  [
    new RegExp(String.raw`\b(?:this |the )?(\d{1,2})(?:st|nd|rd|th)?(?: day)? of (${MONTH}),? (\d{4})\b`),
    '$2 $1, $3',
  ],
  [/^at least (?=by )/, ''],
  [/^(?:by |at )?(?:the latest(?: by| at)?|latest(?: by| at)?) (?=\d)/, 'by '],
  [/^by (.*\d.*?),? at the (?:very )?latest$/, 'by $1'],
  [/^(from .*\d(?: ?(?:hrs|hours|[ap]\.?m\.?))?) on(?:ward)?$/, '$1'],
  [/^(?:subsequent to|following) (?=\d)/, 'after '],
  [/^in or (?=about |around )|^close to (?=\d)/, (all) => (all?.startsWith('close') ? 'about ' : '')],
  [/^(?:nearly|almost) (?=\d{1,2}:?\d\d)/, 'about '],
  [/^(.*\d)-?ish ([ap]\.? ?m\.?)$/, 'about $1 $2'],
  [/(?<=\d(?: ?(?:hrs|hours|[ap]\.?m\.?))?),? ?(?:\(ish\)|give or take)$/, ' approx'],
  // v 00:14:22:11 with its frames, v 3m12s, 3:15-3:40 into the video.
  [/^v (\d{1,2}:\d\d:\d\d)[:;]\d\d$/, 'v $1'],
  [/^v (?:(\d{1,2})h)?(\d{1,2})m(\d\d)s$/, (_, h, m, s) => `v ${h ? `${h}:${two(m as string)}` : m}:${s}`],
  [
    new RegExp(
      String.raw`^((?:\d{1,2}:)?\d{1,2}:\d\d) ?(-|to|or) ?((?:\d{1,2}:)?\d{1,2}:\d\d) (?:into|in|on|of) ${VIDEO}$`,
    ),
    'v $1 $2 v $3',
  ],
  [/^((?:\d{1,2}:)?\d{1,2}:\d\d) \((?:on )?(?:the )?(?:video|recording|footage|bwc counter)\)$/, 'v $1'],
  [/^\(([^()]*\d[^()]*)\)$|^\[([^[\]]*\d[^[\]]*)\]$/, (_, a, b) => (a ?? b) as string],
  // 3/14/2024 (Thu) 14:27: the name of the day goes before it, where it is checked.
  [
    new RegExp(String.raw`^(\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}),? (?:\((${WEEKDAY})\)|(${WEEKDAY}))(?=$|[ ,])`),
    (_, day, a, b) => `${a ?? b} ${day}`,
  ],
  [/^[•·▪◦‣●] ?(?=.*\d)/, ''],
  [/^the (?=\d{1,2}(?:st|nd|rd|th)\b)/, ''],
  [/^(?:anywhere|somewhere|any time|anytime) (?=(?:from|between|around|about) )/, ''],
  [
    /^(about |at )?(?:right|exactly|precisely|promptly)(?: at)? (?=\d)|,? (?:exactly|sharp|on the dot)$/,
    '$1',
  ],
  [/ \[([a-z]{1,4})\]$/, ' ($1)'],
  [/ \((local(?: time)?|lcl)\)$/, ' local'],
  [/ \((\+-[^()]*)\)$/, ' $1'],
  [/^within (.*?) of (?=[^@]*\d)([^@]+)$/, '$2 +-$1'],
  [/(?<=@[\w-]+(?:\.[a-z]+)?) plus (?=\d)/, ' +'],
  [/(?<=@[\w-]+(?:\.[a-z]+)?) minus (?=\d)/, ' -'],
  // 3/14/2024 / 1427, and the other way about: a day and a time with a stroke between them.
  [/^(\d{1,4}([-/.])\d{1,2}\2\d{2,4}) \/ (?=\d)/, '$1 '],
  [
    /^(\d{4}(?: ?hrs)?|\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?) \/ (\d{1,4}([-/.])\d{1,2}\3\d{2,4})$/,
    '$1 $2',
  ],
  // 1427-30 hrs, 2:27-30 pm: the second is minutes of the same hour.
  [
    /^(\d{1,2}:|\d\d)(\d\d) ?- ?([1-5]\d) ?(hrs|hours|[ap]\.? ?m\.?)$/,
    (all, hour, from, to, word) =>
      Number(to) > Number(from) ? `${hour}${from} ${word} - ${hour}${to} ${word}` : (all as string),
  ],
  // Two thirty p.m., three o'clock in the afternoon.
  [
    new RegExp(String.raw`\b${HOUR_WORD}[- ]${MINUTE_WORD}${HALVES}`),
    (_, h, m) => `${1 + UPTO.indexOf(h as string)}:${MINUTES[(m as string).replace('-', ' ')]}`,
  ],
  [new RegExp(String.raw`\b${HOUR_WORD}${HALVES}`), (_, h) => String(1 + UPTO.indexOf(h as string))],
  [
    new RegExp(
      String.raw`\b(?:(\d{1,2})|${MINUTE_WORD}|(five)) (?:minutes? )?(?:past|after) (\d{1,2})${HALVES}`,
    ),
    (all, figures, word, five, hour) => {
      const more = Number(figures ?? (five ? 5 : MINUTES[(word as string).replace('-', ' ')]));
      return more > 59 ? (all as string) : `${hour}:${two(more)}`;
    },
  ],
  // 20 to 3 pm: more than twelve are minutes; ten to three can be two hours, and is asked.
  [
    new RegExp(
      String.raw`^(about |around |at )?(\d{1,2}) (minutes? )?(?:to|till|'til|until|before|of) (\d{1,2})${HALVES}`,
    ),
    (all, rough, minutes, said, hour) => {
      const [m, h] = [Number(minutes), Number(hour) - 1];
      if ((m <= 12 && !said) || m > 59 || m < 1 || h < 1 || h > 10) return all as string;
      return `${rough ?? ''}${h}:${two(60 - m)}`;
    },
  ],
  // Thu Mar 14 2024 14:27:05 GMT-0500 (Central Daylight Time), as browsers print it.
  [
    /^(?:([a-z]{3}) )?([a-z]{3}) (\d{2}) (\d{4}) (\d\d:\d\d:\d\d) gmt ?([+-]\d{4})(?: \([^()]*\))?$/,
    (_, wd, mon, d, y, time, zone) => `${wd ? `${wd}, ` : ''}${d} ${mon} ${y} ${time} ${zone}`,
  ],
  [
    /(\d\d:\d\d:\d\d(?:\.\d+)?) ([+-]\d{4}) (utc|[ecmp][sd]t)$/,
    (all, time, zone, word) => (SAME_ZONE[word as string] === zone ? `${time} ${zone}` : (all as string)),
  ],
  // 2024-03-14 14:27:05-05, as PostgreSQL prints it.
  [/^(\d{4}-\d\d-\d\d[ t]\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)$/, '$1 $2:00'],
  // 2024-03-14_14-27-05 and 20240314_142705, as programs name files.
  [/^(\d{4}-?\d\d-?\d\d)[-_ t](\d\d)-(\d\d)-(\d\d)$/, '$1 $2:$3:$4'],
  [/^(\d{4})_(\d\d)_(\d\d)_(\d\d)_(\d\d)_(\d\d)$/, '$1-$2-$3 $4:$5:$6'],
  [/^(\d{4}-?\d\d-?\d\d)_(\d\d)[-_.:]?(\d\d)[-_.:]?(\d\d)$/, '$1 $2:$3:$4'],
  // 02:27:05:120PM, as SQL Server prints it: three figures are thousandths, two are frames.
  [/(\d\d:\d\d:\d\d):(\d{3})(?= ?[ap]m$|$)/, '$1.$2'],
  [/(?<=^|[ (])12(?::?00)? ?n(?:oon)?\.?$/, 'noon'],
  [/(?<=\d) ?(?:lt|l) ?(?:hrs|hours)?$/, 'l'],
  [/^(btw|b\/t) (?=.*\d.* (?:and|&) )/, 'between '],
  [/^([^@+]*\d[a-z. ]*?) ?(?:<?->|→|↔|\.{2,3}) ?(?=\d)/, '$1 - '],
  // March 14-15, 2024
  [
    new RegExp(
      String.raw`^(${MONTH}) (\d{1,2})(?:st|nd|rd|th)? ?(-|to|and|&|or) ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`,
    ),
    (_, month, a, word, b, y) => `${month} ${a}, ${y} ${word} ${month} ${b}, ${y}`,
  ],
  [
    new RegExp(
      String.raw`^(\d{1,2})(?:st|nd|rd|th)? ?(-|to|and|&|or) ?(\d{1,2})(?:st|nd|rd|th)? (${MONTH}),? (\d{4})$`,
    ),
    (_, a, word, b, month, y) => `${month} ${a}, ${y} ${word} ${month} ${b}, ${y}`,
  ],
  [/\bthe hours? of (?=\d)/, ''],
  [/^either (?=.* or )/, ''],
  [/(^|[ (])c\. ?(?=\d)/, '$1ca '],
  [/^est(?:imated)?\.? (?:time |at )?(?=\d)/, 'about '],
  [/,? ?\(?(?:estimated?|approximate)\)?$/, ' approx'],
  [/ \(est\.?\)$/, ' approx'],
  [/(?<=\d) h (?=\d\d(?: ?min)?$)|(?<=\d)h ?(?=\d\d ?min$)/, 'h'],
  [/(?<=\dh\d\d) ?min$/, ''],
  [/^(\d\d)h(\d\d)m(\d\d)s$/, '$1:$2:$3'],
  [
    /\b(?:an? )?(half|quarter|1\/2|1\/4) (past|after|to|of|till|before) (\d{1,2})(?= ?[ap]\b| ?[ap]\.?m| in the )/,
    (all, part, side, hour) => {
      const more = part === 'half' || part === '1/2' ? 30 : 15;
      if (/past|after/.test(side as string)) return `${hour}:${more}`;
      const h = Number(hour) - 1;
      // A quarter to noon or to midnight is in the other half of the day.
      return more === 30 || h < 1 || h > 10 ? (all as string) : `${h}:45`;
    },
  ],
  [/^((?:12|0?0|24)(?::?00)?) ?mn$/, '$1 midnight'],
  // The year behind the time: Thu Mar 14 2:27 PM 2024
  [
    new RegExp(String.raw`^((?:[a-z]{3,9},? )?${MONTH} \d{1,2}),? (\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?) (\d{4})$`),
    '$1, $3 $2',
  ],
  [/(?<=\d) ?o'?clock\b/, ''],
  // In the evening people count on to eleven; what they call three at night is the early morning.
  [
    /^((?:about |at |around )?(\d{1,2})(?::\d\d)?) at night$/,
    (all, time, hour) => {
      const h = Number(hour);
      return h >= 6 && h <= 11
        ? `${time} pm`
        : h === 12 || (h >= 1 && h <= 4)
          ? `${time} am`
          : (all as string);
    },
  ],
  [
    new RegExp(
      String.raw`^(about |approximately |around )?(?:at )?(?:(\d{1,2}) ?(?:hours?|hrs?|h),?(?: and)? ?)?(\d{1,3}) ?(?:minutes?|mins?|m),?(?: and)? ?(\d{1,2}) ?(?:seconds?|secs?|s) (?:into|in) ${VIDEO}$`,
    ),
    (_, rough, h, m, s) => `${rough ?? ''}v ${h ? `${h}:${two(m as string)}` : m}:${two(s as string)}`,
  ],
  [
    new RegExp(String.raw`^(?:(\d{1,4}) ?(?:seconds?|secs?|s) (?:into|in) ${VIDEO}|v (\d{1,4}) ?s)$`),
    (_, a, b) => {
      const s = Number(a ?? b);
      return `v ${Math.floor(s / 60)}:${two(s % 60)}`;
    },
  ],
  [
    new RegExp(
      String.raw`^(about |approximately |around )?(?:at )?(\d{1,3}) ?(?:minutes?|mins?) (?:into|in) ${VIDEO}$`,
    ),
    (_, rough, m) => `${rough ?? ''}between v ${m}:00 and v ${m}:59`,
  ],
  [new RegExp(String.raw`^(?:at )?(?:the )?([\d:.]+) (?:mark|point) (?:of|in|on) ${VIDEO}$`), 'v $1'],
];

/** The text as the grammar has it. */
export function plainSpelling(text: string): string {
  let plain = saidInFigures(text);
  for (const [pattern, by] of SPELLINGS)
    plain = typeof by === 'string' ? plain.replace(pattern, by) : plain.replace(pattern, by);
  return plain.trim();
}

/** No clock is sixteen hours off: 22:46-23:10 is a stretch. */
const ZONE = '(?:\\s?\\(?(Z|UTC|GMT|A?K?[ECMPH][SD]T|[+-](?:0\\d|1[0-4]):?(?:00|15|30|45))(?![\\w:])\\)?)?';
/** `2:27 pm`, `2:27 p.m.`, `2:27p`, `2:27 P` where nothing follows that it could be a word of. */
const MERIDIEM =
  '(?:(?:\\s?o.clock(?=\\s[ap]\\.?\\s?m\\b))?(?:(?=\\s?[ap]\\.?\\s?m\\b)|(?=[ap]\\b)|(?=\\s[ap](?:\\s*$|\\s{2,}|\\s*[-–|,;)])))\\s?([ap])(?:\\.?\\s?m\\b\\.?)?)?';
export const CLOCK = new RegExp(
  `(?<![\\d:./#$]|\\d[A-SU-Z]|(?<!\\d)[A-Z])(?<!(?<![A-Za-z]|\\d:\\d\\d)-)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})(?![\\dA-Y]))?)?(?![\\d:]|[./]\\d)${MERIDIEM}(?:\\s?(?:hours|hrs?|h)\\b\\.?)?${ZONE}`,
  'gi',
);
export const HOUR_ONLY = new RegExp(`(?<![\\d:.,/#$-])(\\d{1,2})\\s?([ap])\\.?\\s?m\\b\\.?${ZONE}`, 'gi');
export const MILITARY = new RegExp(
  `(?<![\\d:.,/#$])(?<!(?<!(?<![\\w-])[012]\\d[0-5]\\d)-)([012]\\d)([0-5]\\d)\\s?(?:hours|hrs|hour|hr|h)\\b\\.?${ZONE}`,
  'gi',
);
/** `2353:12`, as some dispatch systems print it. */
export const TO_THE_SECOND =
  /(?<![\w:.,/#$-])([01]\d|2[0-3])([0-5]\d):([0-5]\d)(?![\d:]|[./]\d)(?:\s?(?:hours|hrs?)\b\.?)?/g;
export const BARE =
  /(?<![\w:.,/#$])(?<!(?<!(?<![\w-])[012]\d[0-5]\d)-)([012]\d)([0-5]\d)(?!\w|:\d|[.,/]\d|\s?%|-\d{1,2}-\d{1,2}(?!\d))/g;
/** `20240314221405CD`: the time of a stamp, whose day `dates.ts` reads. */
export const STAMP =
  /(?<=(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[T _-]?)([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?!\d)(?:\s?(Z|[ECMP][SD])T?(?!\w))?/g;
/** `14-27-05` beside its day: alone it may be a day. */
export const DASHED =
  /(?<=(?<!\d)(?:\d{4}-\d{2}-\d{2}[T_]?|\d{1,2}\/\d{1,2}\/\d{2,4}) {0,2})([01]\d|2[0-3])-([0-5]\d)-([0-5]\d)(?![\d-])/g;
/** `Apr 02, `, `2 April `: what follows is a year. */
export const YEAR_OF_DAY =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? ?$/i;
/** `22h14`, as some write it. */
export const WITH_H = /(?<![\w:.])([01]?\d|2[0-3])h([0-5]\d)(?!\w)/gi;
export const WORDS = /\b(noon|midnight)\b/gi;
export const SPOKEN =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?: o.clock)? in the (morning|afternoon|evening)\b/gi;

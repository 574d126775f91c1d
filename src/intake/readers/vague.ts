import type { Doubtful } from './times';

/** Days and hours that must be counted or asked for: named, never filled in. */
export function vague(text: string): Doubtful[] {
  const shapes: readonly [RegExp, string][] = [
    [
      /\b(?:close of business|end of (?:the )?(?:day|business))(?: (?:on )?(?:today|tomorrow|mon|tues|wednes|thurs|fri|satur|sun)\w*)?/gi,
      'no clock time',
    ],
    [
      /\b(?:\w+|\d+) (?:court |business |calendar )?days (?:from|after|before|of) (?:today|the \w+|this \w+|receipt|service|date)/gi,
      'a day that must be counted',
    ],
    [
      /\bthe (?:morning|afternoon|evening|night) (?:of|before|after)\s+(?:the )?[\w/]+/gi,
      'a part of a day, no time of day',
    ],
    [
      /\b(?:before|after|by|around|about) \d{1,2}(?=[.,;)]|\s+(?:and|when|that|while)\b|\s*$)(?!\s*[ap]\.?m)/gi,
      'an hour without a.m. or p.m.',
    ],
    [
      /\[\s*(?:INSERT|ENTER|ADD|TIME|DATE|OFFICER|NAME|LOCATION)\b[^\]]*\]/gi,
      'a hole left by whoever drafted it',
    ],
  ];
  return shapes.flatMap(([shape, why]) =>
    [...text.matchAll(shape)].map((m) => ({ at: m.index, end: m.index + m[0].length, text: m[0], why })),
  );
}

/**
 * What an act is for, in the terms of Rodriguez v. United States: the business of the stop, something else (`off-mission`),
 * or what circuits disagree on (`open`).
 */
export type KindClass =
  | 'seizure'
  | 'mission'
  | 'completion'
  | 'off-mission'
  | 'open'
  | 'canine'
  | 'suspicion'
  | 'consent'
  | 'search'
  | 'arrest'
  | 'warrant'
  | 'coverage'
  | 'claim'
  | 'other';

/** A hint for the picture where a kind is to look other than its class. */
export type Look = 'second' | 'faint' | 'holes' | 'dot';

export interface KindInfo {
  /** A plain name for the screen. */
  readonly label: string;
  readonly class: KindClass;
  /** A span has a beginning and an end; the others are moments. */
  readonly span: boolean;
  /** Whether an entry of this kind that states no end may have gone on; a span that may not is then a moment. */
  readonly runsOn: boolean;
  /** One line: what the word means. */
  readonly means: string;
  /** Words that logs and reports use for it, in small letters. */
  readonly synonyms: readonly string[];
  readonly look?: Look;
  /** Whether an entry of this kind may stand in an exhibit of what happened; what does not say so stays in the office. */
  readonly leaves: boolean;
}

type More = Partial<Pick<KindInfo, 'runsOn' | 'look' | 'leaves'>>;

/** A kind of the office: a moment that no exhibit shows. @param synonyms words for it, with `|` between them */
export const hidden = (
  of: KindClass,
  label: string,
  means: string,
  synonyms = '',
  more: More = {},
): KindInfo => ({
  label,
  class: of,
  span: false,
  runsOn: false,
  means,
  synonyms: synonyms === '' ? [] : synonyms.split('|'),
  leaves: false,
  ...more,
});

/** A moment that may leave in an exhibit. */
export const moment = (
  of: KindClass,
  label: string,
  means: string,
  synonyms = '',
  more: More = {},
): KindInfo => hidden(of, label, means, synonyms, { leaves: true, ...more });

/** A span that may leave in an exhibit; without an end in the record it may have gone on. */
export const span = (
  of: KindClass,
  label: string,
  means: string,
  synonyms = '',
  more: More = {},
): KindInfo => ({
  ...moment(of, label, means, synonyms, { runsOn: true, ...more }),
  span: true,
});

/** A span that is a moment where the record states no end: it then adds no time. */
export const BRIEF = { runsOn: false };

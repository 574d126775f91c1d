import type { Offer } from '../../intake/readers/offers';
import type { CoverageProposal } from '../../intake/readers/reader';

type Listed = Exclude<Offer, { readonly what: 'entry' }>;

/** What a person puts right of a proposal, by field. */
export type OfferFields = Readonly<Record<string, string>>;

/** A field of the form: what it holds as the paper was understood. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly is: 'text' | 'day' | 'time' | 'choice';
  readonly value: string;
  /** For a time: the field of its day. */
  readonly day: string;
  readonly needed: boolean;
  readonly choices: { readonly value: string; readonly label: string }[];
}

/** What a span of coverage can be. */
export const COVERAGE: Readonly<Record<CoverageProposal['of'], string>> = {
  recording: 'Recording',
  buffer: 'Buffer',
  muted: 'Muted',
  'camera-off': 'Camera off',
  'trail-period': 'Period of the trail',
};

const CUSTODY = [
  ['item', 'Item', 'text', ''],
  ['releasedBy', 'Released by', 'text', ''],
  ['releasedDate', 'Date released', 'day', ''],
  ['releasedAt', 'Time released', 'time', 'releasedDate'],
  ['receivedBy', 'Received by', 'text', ''],
  ['receivedDate', 'Date received', 'day', ''],
  ['receivedAt', 'Time received', 'time', 'receivedDate'],
  ['purpose', 'Purpose', 'text', ''],
  ['place', 'Place', 'text', ''],
  ['seal', 'Seal', 'text', ''],
] as const;

const SPAN = [
  ['of', 'What it is', 'choice', ''],
  ['camera', 'Camera', 'text', ''],
  ['actor', 'Who', 'text', ''],
  ['date', 'Day it begins', 'day', ''],
  ['start', 'Begins', 'time', 'date'],
  ['endDate', 'Day it ends', 'day', ''],
  ['end', 'Ends', 'time', 'endDate'],
] as const;

const NEEDED: ReadonlySet<string> = new Set(['item', 'start']);

/** The fields of a proposal, in the order of a form. */
export function partsOf(offer: Listed): Part[] {
  const entry = offer.entry as unknown as Readonly<Record<string, unknown>>;
  return (offer.what === 'custody' ? CUSTODY : SPAN).map(([key, label, is, day]) => ({
    key,
    label,
    is,
    day: key === 'end' && entry['endDate'] === '' ? 'date' : day,
    value: typeof entry[key] === 'string' ? entry[key] : '',
    needed: NEEDED.has(key),
    choices: key === 'of' ? Object.entries(COVERAGE).map(([value, says]) => ({ value, label: says })) : [],
  }));
}

/** The proposal as a person put it right; a field that the form of the paper lacks stays absent where nothing was typed. */
export function corrected(offer: Listed, fields: OfferFields): Offer {
  const entry: Record<string, unknown> = { ...offer.entry };
  for (const [key, typed] of Object.entries(fields))
    if (key in entry || typed.trim() !== '') entry[key] = typed.trim();
  return { ...offer, entry } as unknown as Offer;
}

import type { Offer } from '../../intake/readers/offers';

/** What is typed: an entry of a proposal, or of words that were selected. */
export type Typing =
  | { readonly of: 'offer'; readonly offer: Offer }
  | {
      readonly of: 'words';
      readonly page: number;
      readonly quote: string;
      readonly lines: readonly [number, number];
    };

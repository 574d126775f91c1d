import type { Paper } from '../../papers/paper';
import type { EventKind } from '../../record/vocabulary';
import type { DateOrder } from '../../time/grammar/parse';

/** Where in the paper a proposal stands: the page, the words as they stand there, and the lines they are on. */
export interface Passage {
  readonly page: number;
  readonly quote: string;
  /** First and last line of the page, counted from 0. */
  readonly lines: readonly [number, number];
  /** Words of it with a figure that were read off a picture and are not certain; absent where there are none. */
  readonly unsure?: readonly string[];
}

/** An entry that a person may accept. Nothing of it is guessed: what the paper does not say is empty. */
export interface Proposal extends Passage {
  /** Names this proposal within its paper; relations of others refer to it. */
  readonly id: string;
  readonly kind: EventKind;
  /** Text of the grammar of times, without its day. */
  readonly start: string;
  readonly end: string;
  /** `@id +5m`, `after @id`: as the paper tells it. */
  readonly relation: string;
  /** The distance of its relation, or its length, is said to be about so. */
  readonly hedged?: true;
  readonly actor: string;
  /** `2024-03-15`, or empty. */
  readonly date: string;
  readonly endDate: string;
  /** The day does not stand at the time: it was carried down, or it is the next one. */
  readonly dayFrom: 'written' | 'carried' | 'concluded' | '';
  /** `paper`: when it was printed, typed, signed: true, but no event of the case. */
  readonly role: 'event' | 'paper';
  /** Another clock than the paper's own: the store's video, a watch. */
  readonly clock: string;
  /** May be taken with all that are certain: a printout's row, read whole. */
  readonly certain: boolean;
  /** What was understood, and by what. */
  readonly why: string;
}

export interface Weighed {
  readonly value: string;
  readonly unit: string;
}

/** A line of a custody form. Keys are those of the import of custody forms; a field that the form lacks is absent. */
export interface CustodyProposal extends Passage {
  readonly item: string;
  readonly [field: string]:
    | string
    | boolean
    | number
    | Weighed
    | readonly [number, number]
    | readonly string[]
    | undefined;
}

export interface CoverageProposal extends Passage {
  readonly of: 'recording' | 'buffer' | 'muted' | 'camera-off' | 'trail-period';
  readonly camera: string;
  readonly actor: string;
  readonly start: string;
  readonly end: string;
  readonly date: string;
  readonly endDate: string;
  readonly note: string;
}

/** What looks as if it said something, and was not understood. */
export interface Unread extends Passage {
  readonly why: string;
}

export interface Proposals {
  readonly entries: readonly Proposal[];
  readonly custody: readonly CustodyProposal[];
  readonly coverage: readonly CoverageProposal[];
  readonly unread: readonly Unread[];
  /** Sentences about the whole paper. */
  readonly says: readonly string[];
  /** What the paper says it was drafted from by a machine; empty where it does not. */
  readonly draftedFrom: string;
}

export interface ReadContext {
  readonly dateOrder: DateOrder;
}

/** One kind of paper. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  /** 0 to 1: how sure it is that the paper is of its kind, by its words and its shape, never by its name. */
  sure(paper: Paper): number;
  read(paper: Paper, context: ReadContext): Proposals;
}

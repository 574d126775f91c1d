import type { ExhibitPlan } from '../record/paper';

/** One frame of a recording as it leaves: the picture itself, and what stands in its margin, field by field. */
export interface Still {
  /** The frame as PNG, in its own pixels, nothing drawn upon it. */
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly cite: string;
  /** Frame, counter, overlay, case time with its bounds, file and hash: name and value. */
  readonly lines: readonly (readonly [string, string])[];
}

/** Stills on paper, under the caption of the case. */
export interface StillPages {
  readonly caption: ExhibitPlan['caption'];
  readonly madeUp: boolean;
  /** Words of a protective order on each page; empty for none. */
  readonly stamp: string;
  readonly stills: readonly Still[];
}

/** What each page of stills says of them. */
export const STILLS_SAY =
  'Single frames of the recordings named, in their own pixels; nothing was drawn on them. Times are given with the bounds that the record proves.';

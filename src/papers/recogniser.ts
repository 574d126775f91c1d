import type { Line, Word } from './paper';
import type { Drawn } from './pdf';

/** Reads the words off a picture; boxes in dots of it, each with its confidence. */
export interface Recogniser {
  words(picture: Drawn): Promise<readonly Word[]>;
  close(): Promise<void>;
}

/** Under this confidence (of 100) a word counts as unsure, and nothing in it as certain. */
export const UNSURE = 75;

/** Dots an inch at which pages are drawn for recognition. */
export const DPI = 200;

/** A line of somebody else's recognition, not looked at again here: it is shown, and nothing is read from it. */
export const isDistrusted = (line: Line): boolean =>
  line.how === 'recognised' && line.words.length > 0 && line.words.every((w) => w.confidence === 0);

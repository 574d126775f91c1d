import type { Line, Page, Word } from './paper';
import type { Drawn } from './pdf';

/** Reads the words off a picture; boxes in dots of it, each with its confidence. */
export interface Recogniser {
  words(picture: Drawn): Promise<readonly Word[]>;
  close(): Promise<void>;
}

/** Under this confidence (of 100) a word counts as unsure, and nothing in it as certain. */
export const UNSURE = 75;

/** Under this one a time is not proposed at all: it is named as unread. */
export const ILLEGIBLE = 45;

/** Dots an inch at which pages are drawn for recognition: at 200 the times of a coarse form are lost, at 300 they are there. */
export const DPI = 300;

/** A line of somebody else's recognition, not looked at again here: it is shown, and nothing is read from it. */
export const isDistrusted = (line: Line): boolean =>
  line.how === 'recognised' && line.words.length > 0 && line.words.every((w) => w.confidence === 0);

/** Pages whose words are still to be read off their picture. */
export const pagesLeft = (pages: readonly Page[]): Page[] => pages.filter((p) => p.lines.every(isDistrusted));

import type { KindClass } from './kind';
import { KINDS_OF_CASE } from './kinds-of-case';
import { KINDS_OF_SEARCH } from './kinds-of-search';
import { KINDS_OF_STOP } from './kinds-of-stop';

/**
 * The closed vocabulary of events. Everything the rules look for is one of these words; a log may use them, or words that
 * an entry lists as its synonyms, or be mapped to them on import. A kind says all of itself here.
 */
export const KINDS = { ...KINDS_OF_STOP, ...KINDS_OF_SEARCH, ...KINDS_OF_CASE };

export type EventKind = keyof typeof KINDS;

export const EVENT_KINDS = Object.keys(KINDS) as EventKind[];

/** What an act of this kind is for. */
export function classOf(kind: EventKind): KindClass {
  return KINDS[kind].class;
}

const plainWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[\s_/-]+/g, ' ');

const BY_WORD = new Map<string, EventKind>(
  EVENT_KINDS.flatMap((kind) => KINDS[kind].synonyms.map((s): [string, EventKind] => [plainWord(s), kind])),
);
// A kind's own word and its label come before any synonym.
for (const kind of EVENT_KINDS) BY_WORD.set(plainWord(KINDS[kind].label), kind);
for (const kind of EVENT_KINDS) BY_WORD.set(plainWord(kind), kind);

/** The kind that a word of a log stands for, however it is spaced or cased; null where only a person can say. */
export function kindNamed(word: string): EventKind | null {
  return BY_WORD.get(plainWord(word)) ?? null;
}

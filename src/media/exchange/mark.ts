import type { EventRow } from '../../record/event';
import { type EventKind, KINDS, kindNamed } from '../../record/vocabulary';
import { readCounter } from '../../time/grammar/counted';

/** A mark as it goes to another program and comes back: ms of the recording's counter; `to` null for a moment. */
export interface PlainMark {
  readonly kind: EventKind;
  readonly from: number;
  readonly to: number | null;
  readonly who: string;
  readonly what: string;
  /** The frames shown, where they are known. */
  readonly frame: number | null;
  readonly endFrame: number | null;
}

/** What a file of marks gives: the marks, and what of it is no mark, a sentence each. */
export interface MarksRead {
  readonly marks: readonly PlainMark[];
  readonly refused: readonly string[];
}

/** The marks of a recording, in order; rows without a place on its counter are none. */
export function plainMarks(rows: readonly EventRow[]): PlainMark[] {
  return rows
    .flatMap((e) => {
      const at = readCounter(e.start);
      if (!at || e.kind === 'recording') return [];
      return [
        {
          kind: e.kind,
          from: at.at,
          to: readCounter(e.end)?.at ?? at.to,
          who: e.actor,
          what: e.description,
          frame: e.filmed?.frame ?? null,
          endFrame: e.filmed?.endFrame ?? null,
        },
      ];
    })
    .sort((a, b) => a.from - b.from);
}

export const labelOf = (kind: EventKind): string => KINDS[kind].label;

/** The kind that a word stands for; a word that is none becomes a note, with the word before what it says. */
export function kindAndWords(word: string, what: string): { kind: EventKind; what: string } {
  const kind = kindNamed(word);
  if (kind !== null) return { kind, what };
  return { kind: 'note', what: [word.trim(), what].filter(Boolean).join(': ') };
}

/** What both programs keep of a text: no characters that XML has no place for. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

import { kindOfText } from '../intake/layouts/event-words';
import { kindOfRow } from '../intake/readers/kinds';
import type { EventKind } from '../record/vocabulary';

/** The kind that typed words name: by the vocabulary and its synonyms, or by a phrase of reports; a note where they name none. */
export const kindOfTyped = (text: string): EventKind =>
  text.trim() === '' ? 'note' : (kindOfText(text)?.kind ?? kindOfRow(text));

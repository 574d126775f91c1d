import type { CaseRecord } from '../record/record';

/** Entries from which on a place or an editor takes longer than a screen may stand still: it is made in slices then. */
const LONG = 5000;

export const isLong = (record: CaseRecord): boolean => record.events.length > LONG;

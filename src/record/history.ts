import * as v from 'valibot';
import { CountSchema, InstantSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

/** One thing that somebody did: who, when, and in words; its changes are kept beside it. */
export const HistorySchema = v.object({
  caseId: IdSchema,
  /** 1, 2, 3 ... within its case, without a gap. */
  seq: v.pipe(CountSchema, v.minValue(1)),
  at: InstantSchema,
  who: TextSchema,
  what: TextSchema,
  /** `file`: it came in from its file; `aside`: kept beside what is done, as what was watched. Neither is undone. */
  kind: v.picklist(['do', 'undo', 'redo', 'file', 'aside'] as const),
  /** For undo and redo: the entry that it turns back or does again. */
  of: v.nullable(CountSchema),
  rows: CountSchema,
  /** Links it to all before it (`chainHash`); absent in entries of before there was a chain. */
  hash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type HistoryEntry = v.InferOutput<typeof HistorySchema>;

/** What can be undone and redone next, told from the entries in order. */
export function undoState(entries: readonly Pick<HistoryEntry, 'seq' | 'kind' | 'of'>[]): {
  undo: number | null;
  redo: number | null;
} {
  const done: number[] = [];
  let undone: number[] = [];
  for (const e of entries) {
    if (e.kind === 'do') {
      done.push(e.seq);
      undone = [];
    } else if (e.kind === 'undo') {
      done.pop();
      undone.push(e.of as number);
    } else if (e.kind === 'redo') {
      undone.pop();
      done.push(e.of as number);
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}

import * as v from 'valibot';
import type { Decisions } from '../../intake/confirm';
import { type Mapping, MappingSchema } from '../../intake/layouts/layout';
import { EVENT_KINDS, type EventKind } from '../../record/vocabulary';

const line = v.pipe(v.number(), v.safeInteger());

/** What was said of a file's columns, questions and lines and is not in the case yet, as it is kept until it is. */
const BegunSchema = v.object({
  /** Line on which the header stands. */
  header: line,
  mapping: MappingSchema,
  left: v.array(line),
  kinds: v.array(v.tuple([line, v.picklist(EVENT_KINDS as [EventKind, ...EventKind[]])])),
  again: v.array(v.tuple([line, v.picklist(['skip', 'update', 'add'])])),
});
type Begun = v.InferOutput<typeof BegunSchema>;

/** As plain data. */
export const begun = (header: number, mapping: Mapping, { left, kinds, again }: Decisions): object => ({
  header,
  mapping,
  left: [...left],
  kinds: [...kinds],
  again: [...again],
});

/** A draft that was found; null where it is of another version of the app, and says nothing here. */
export function begunBefore(found: unknown): { readonly of: Begun; readonly decisions: Decisions } | null {
  const read = v.safeParse(BegunSchema, found);
  if (!read.success) return null;
  const { left, kinds, again } = read.output;
  return {
    of: read.output,
    decisions: { left: new Set(left), kinds: new Map(kinds), again: new Map(again) },
  };
}

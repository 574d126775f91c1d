import * as v from 'valibot';
import { BytesSchema, CountSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

const word = v.pipe(v.string(), v.maxLength(40));

/**
 * A paper of the discovery as it came: a file, or what lay in an archive or mail. Its pages and its bytes stand in tables of
 * their own (`store/papers.ts`), since they are large and never change; the history holds this row alone.
 */
export const PaperSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** Its name, with the path where it lay in an archive. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  /** The archive or mail it came in, by its name; empty where it came by itself. */
  packet: v.pipe(v.string(), v.maxLength(1000)),
  /** What its bytes are: `pdf`, `word`, `text`, `mail`, `archive`, `picture`, `table`, `media`, `unknown`. */
  kind: word,
  /** Whether it reads, and if not why: a state of `papers/paper.ts`. */
  state: word,
  /** Of the bytes as they came, lower-case hexadecimal; empty where they could not be had. */
  sha256: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
  /** Bytes. */
  size: BytesSchema,
  pages: CountSchema,
  /** Pages of which the words were recognized from a picture, on this machine. */
  recognised: CountSchema,
  /** Its bytes are in the case; where not, they stay on the disk, and it is known by its hash. */
  kept: v.boolean(),
  /** Sentences for the person: what was left out, what cannot be read, what to do. */
  says: v.array(TextSchema),
  /** The reader that took it for its kind; empty for none. */
  reader: word,
  /** What it says it was drafted from by a machine; empty where it does not. */
  draftedFrom: v.pipe(v.string(), v.maxLength(300)),
  /** The set it was handed over in, as a person calls it: `first production`. */
  production: TextSchema,
  batesFrom: TextSchema,
  batesTo: TextSchema,
  /** The clock that stamped its times, by name; empty for the one proposed. */
  clock: v.pipe(v.string(), v.maxLength(300)),
  /** Proposals that a person refused. */
  refused: v.array(v.pipe(v.string(), v.maxLength(200))),
});
export type PaperRow = v.InferOutput<typeof PaperSchema>;

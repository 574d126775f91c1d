import * as v from 'valibot';
import { CountSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

/** Where in a paper of the case something stands: its page, the lines (counted from 0) and the words as they stand there. */
export const PassageSchema = v.object({
  paper: IdSchema,
  /** Counted from 1. */
  page: CountSchema,
  /** First and last line of the page. */
  from: CountSchema,
  to: CountSchema,
  quote: TextSchema,
  /** Which proposal of that paper became this row; absent where a person marked the words. */
  proposal: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Words with a figure that were read off a picture with doubt; absent where there are none. */
  unsure: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(50))),
});
export type Passage = v.InferOutput<typeof PassageSchema>;

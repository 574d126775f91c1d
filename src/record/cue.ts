import * as v from 'valibot';
import { CountSchema, LengthSchema } from './bounds';
import { IdSchema, TextSchema } from './case';

/** One line of a recording's transcript: who says what, in ms of the recording's counter. */
export const CueSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The recording. */
  sourceId: IdSchema,
  from: LengthSchema,
  to: LengthSchema,
  speaker: TextSchema,
  text: TextSchema,
  /** Line of the imported file. */
  line: CountSchema,
});
export type Cue = v.InferOutput<typeof CueSchema>;

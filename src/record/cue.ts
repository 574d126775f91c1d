import * as v from 'valibot';
import { IdSchema, TextSchema } from './case';

const ms = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One line of a recording's transcript: who says what, in ms of the recording's counter. */
export const CueSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  /** The recording. */
  sourceId: IdSchema,
  from: ms,
  to: ms,
  speaker: TextSchema,
  text: TextSchema,
  /** Line of the imported file. */
  line: v.pipe(v.number(), v.integer()),
});
export type Cue = v.InferOutput<typeof CueSchema>;

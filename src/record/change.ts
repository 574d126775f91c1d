import * as v from 'valibot';
import { IdSchema } from './case';
import { TABLE_NAMES } from './tables';

/** One row before and after: null before where it was made, null after where it was taken out. */
export const ChangeSchema = v.object({
  table: v.picklist(TABLE_NAMES),
  id: IdSchema,
  before: v.nullable(v.looseObject({ id: IdSchema })),
  after: v.nullable(v.looseObject({ id: IdSchema })),
});
export type Change = v.InferOutput<typeof ChangeSchema>;

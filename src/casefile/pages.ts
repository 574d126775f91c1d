import * as v from 'valibot';

const length = v.pipe(v.number(), v.finite());

const WordSchema = v.object({
  text: v.string(),
  box: v.object({ x: length, y: length, w: length, h: length }),
  confidence: v.exactOptional(length),
});

/** Pages of a paper as `papers/` reads them: what comes out of a case file is looked at like anything else. */
export const PagesSchema = v.array(
  v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    width: length,
    height: length,
    turned: length,
    picture: v.boolean(),
    lines: v.array(
      v.object({
        text: v.string(),
        how: v.picklist(['text', 'recognised'] as const),
        words: v.array(WordSchema),
        cells: v.exactOptional(v.array(v.object({ from: length, x: length, end: length }))),
        torn: v.exactOptional(v.string()),
      }),
    ),
  }),
);

/**
 * A maker of ids that sort in the order in which they are made, so that rows come out of the database as they went in.
 * `now` in ms; the random part keeps two browsers apart.
 */
export function idMaker(
  now = Date.now(),
  random = crypto.getRandomValues(new Uint32Array(1))[0] as number,
): () => string {
  const prefix = `${now.toString(36).padStart(9, '0')}${random.toString(36).padStart(7, '0')}`;
  let n = 0;
  return () => `${prefix}-${(n++).toString(36).padStart(5, '0')}`;
}

/** The next id of this page. */
export const newId = idMaker();

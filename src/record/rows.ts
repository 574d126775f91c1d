type Rows = readonly { readonly id: string }[];

const places = new WeakMap<Rows, ReadonlyMap<string, number>>();

/** The place of each row of a table by its id. Worked out once a table: an edit makes a new one, none is changed in place. */
export function placesById(rows: Rows): ReadonlyMap<string, number> {
  let map = places.get(rows);
  if (!map) {
    const made = new Map<string, number>();
    for (let i = rows.length - 1; i >= 0; i--) made.set((rows[i] as Rows[number]).id, i);
    map = made;
    places.set(rows, map);
  }
  return map;
}

type Named = readonly { readonly id: string; readonly ref: string }[];

const refs = new WeakMap<Rows, ReadonlyMap<string, readonly number[]>>();

/** The places of the rows of each name that a log gives them; worked out once a table. */
export function placesByRef(rows: Named): ReadonlyMap<string, readonly number[]> {
  let map = refs.get(rows);
  if (!map) {
    const made = new Map<string, number[]>();
    rows.forEach(({ ref }, i) => {
      if (ref === '') return;
      const list = made.get(ref);
      if (list) list.push(i);
      else made.set(ref, [i]);
    });
    map = made;
    refs.set(rows, map);
  }
  return map;
}

/** Takes the places of `before` for those of a table in which rows were only replaced by rows of the same id and (`named`) name. */
export function keepPlaces(after: Rows, before: Rows, named: boolean): void {
  const map = places.get(before);
  if (map) places.set(after, map);
  const byRef = refs.get(before);
  if (byRef && named) refs.set(after, byRef);
}

/** The row of a table by its id, without looking through the table; none for null. */
export function rowById<T extends { readonly id: string }>(
  rows: readonly T[],
  id: string | null,
): T | undefined {
  const place = id === null ? undefined : placesById(rows).get(id);
  return place === undefined ? undefined : rows[place];
}

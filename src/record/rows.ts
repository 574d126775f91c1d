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

/** A name that one row has, as nearly all are, is kept as its place: a list each for 100,000 of them takes 6 MB. */
type Places = ReadonlyMap<string, number | readonly number[]>;
const refs = new WeakMap<Rows, Places>();

/** The places by the names that a log gives its rows; worked out once a table. */
function byRef(rows: Named): Places {
  let map = refs.get(rows);
  if (!map) {
    const made = new Map<string, number | number[]>();
    rows.forEach(({ ref }, i) => {
      if (ref === '') return;
      const known = made.get(ref);
      if (known === undefined) made.set(ref, i);
      else if (typeof known === 'number') made.set(ref, [known, i]);
      else known.push(i);
    });
    map = made;
    refs.set(rows, map);
  }
  return map;
}

/** Whether a row of the table has this name. */
export const isNamed = (rows: Named, ref: string): boolean => byRef(rows).has(ref);

/** The places of the rows of this name, in their order. */
export function placesNamed(rows: Named, ref: string): readonly number[] {
  const found = byRef(rows).get(ref) ?? [];
  return typeof found === 'number' ? [found] : found;
}

/** Takes the places of `before` for those of a table in which rows were only replaced by rows of the same id and (`named`) name. */
export function keepPlaces(after: Rows, before: Rows, named: boolean): void {
  const map = places.get(before);
  if (map) places.set(after, map);
  const names = refs.get(before);
  if (names && named) refs.set(after, names);
}

/** The row of a table by its id, without looking through the table; none for null. */
export function rowById<T extends { readonly id: string }>(
  rows: readonly T[],
  id: string | null,
): T | undefined {
  const place = id === null ? undefined : placesById(rows).get(id);
  return place === undefined ? undefined : rows[place];
}

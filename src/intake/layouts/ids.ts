/** A row that was taken, with its id and its line. */
interface WithId {
  readonly event: { readonly ref: string };
  readonly line: number;
}

/**
 * On which line of a table an id stands already. A log mostly counts its rows up: while each id is greater than the one before,
 * none stands twice, and nothing is looked up.
 */
export class Ids {
  private last = '';
  /** Null while each was greater than the one before it. */
  private lines: Map<string, number> | null = null;

  /** @param taken the rows so far, to which their reader adds */
  constructor(private readonly taken: readonly WithId[]) {}

  /** The line on which an id stands already; undefined where it is the first of its kind. */
  lineOf(id: string): number | undefined {
    if (!this.lines && isGreater(id, this.last)) {
      this.last = id;
      return undefined;
    }
    this.lines ??= new Map(this.taken.map((row) => [row.event.ref, row.line]));
    return this.lines.get(id);
  }

  /** Notes a row that was taken. */
  add(id: string, line: number): void {
    this.lines?.set(id, line);
  }
}

/** In an order in which `r9` comes before `r10`: by length, then by letters. */
const isGreater = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length);

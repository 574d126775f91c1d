import type { Analysis } from '../analysis/analyze';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';
import { FACT_TABLES, type FactTable, type Row } from '../record/tables';

/** Rows that are sent at once: copying 100,000 for another thread holds the page for a quarter of a second. */
const AT_ONCE = 4000;

/** How many rows of each table came in pieces. */
export type Counts = Partial<Record<FactTable, number>>;

/** What takes a record in pieces: rows to be held under a number, and the rest of the record, which opens the whole. */
interface Taker {
  hold(sending: number, table: FactTable, rows: readonly Row[]): Promise<void>;
  open(sending: number, rest: CaseRecord, held: Counts): Promise<Analysis | null>;
  follow(changes: readonly Change[]): Promise<Analysis | null>;
}

/** A record of which rows are sent: its number, how many were, and that they arrived. */
interface Sending {
  readonly n: number;
  readonly counts: Counts;
  readonly arrived: Promise<void>[];
}

/** The newest sending of this page: an older one that is still under way is given up. */
let newest = 0;

/** Sends records to be analyzed without holding the page: rows in pieces, and changes only after what they change. */
export function inPieces(to: Taker): {
  /** A record is about to be read: what hears of its rows sends them at once, and `open` sends those alone that did not come. */
  reading(): (table: FactTable, rows: readonly Row[]) => void;
  open(record: CaseRecord): Promise<Analysis | null>;
  follow(changes: readonly Change[]): Promise<Analysis | null>;
} {
  let ahead: Sending | null = null;
  let sent: Promise<unknown> = Promise.resolve();
  const begun = (): Sending => ({ n: ++newest, counts: {}, arrived: [] });
  const give = (s: Sending, table: FactTable, rows: readonly Row[]): Promise<void> => {
    s.counts[table] = (s.counts[table] ?? 0) + rows.length;
    return to.hold(s.n, table, rows);
  };
  const isOf = (s: Sending, record: CaseRecord): boolean =>
    s.n === newest && FACT_TABLES.every((t) => (s.counts[t] ?? record[t].length) === record[t].length);
  const send = async (record: CaseRecord): Promise<{ answer: Promise<Analysis | null> } | null> => {
    const s = ahead && isOf(ahead, record) ? ahead : begun();
    ahead = null;
    await Promise.all(s.arrived);
    const rest: Record<string, unknown> = { ...record };
    for (const table of FACT_TABLES) {
      const rows: readonly Row[] = record[table];
      if (rows.length <= AT_ONCE && !s.counts[table]) continue;
      rest[table] = [];
      for (let i = s.counts[table] ?? 0; i < rows.length; i += AT_ONCE) {
        await give(s, table, rows.slice(i, i + AT_ONCE));
        if (newest !== s.n) return null;
      }
    }
    if (newest !== s.n) return null;
    return { answer: to.open(s.n, rest as unknown as CaseRecord, s.counts) };
  };
  return {
    reading() {
      const s = begun();
      ahead = s;
      return (table, rows) => {
        if (newest !== s.n) return;
        const held = give(s, table, rows);
        // Who opens the record hears of it.
        held.catch(() => undefined);
        s.arrived.push(held);
      };
    },
    async open(record) {
      const sending = send(record);
      sent = sending.catch(() => undefined);
      return (await sending)?.answer ?? null;
    },
    async follow(changes) {
      await sent;
      return to.follow(changes);
    },
  };
}

/** What is held of a record that is being sent. */
export class Held {
  private sending = 0;
  private rows = new Map<FactTable, Row[]>();

  hold(sending: number, table: FactTable, rows: readonly Row[]): void {
    if (sending !== this.sending) this.rows = new Map();
    this.sending = sending;
    const held = this.rows.get(table) ?? [];
    for (const row of rows) held.push(row);
    this.rows.set(table, held);
  }

  /**
   * The whole record: the rest, with the rows that came before it.
   * @throws where not all came: who held them stopped, and was started anew
   */
  whole(sending: number, rest: CaseRecord, came: Counts = {}): CaseRecord {
    const rows = sending === this.sending ? this.rows : new Map<FactTable, Row[]>();
    this.rows = new Map();
    for (const table of FACT_TABLES)
      if ((rows.get(table)?.length ?? 0) !== (came[table] ?? 0))
        throw new Error('Not all rows of the case came to the part of the app that reads the record.');
    return { ...rest, ...Object.fromEntries(rows) } as CaseRecord;
  }
}

import type { Analysis } from '../analysis/analyze';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';
import { FACT_TABLES, type FactTable, type Row } from '../record/tables';

/** Rows that are sent at once: copying 100,000 for another thread holds the page for a quarter of a second. */
const AT_ONCE = 4000;

/** What takes a record in pieces: rows to be held under a number, and the rest of the record, which opens the whole. */
interface Taker {
  hold(sending: number, table: FactTable, rows: readonly Row[]): Promise<void>;
  open(sending: number, rest: CaseRecord): Promise<Analysis | null>;
  follow(changes: readonly Change[]): Promise<Analysis | null>;
}

/** The newest sending of this page: an older one that is still under way is given up. */
let newest = 0;

/** Sends records to be analyzed without holding the page: rows in pieces, and changes only after what they change. */
export function inPieces(to: Taker): {
  open(record: CaseRecord): Promise<Analysis | null>;
  follow(changes: readonly Change[]): Promise<Analysis | null>;
} {
  let sent: Promise<unknown> = Promise.resolve();
  const send = async (record: CaseRecord): Promise<{ answer: Promise<Analysis | null> } | null> => {
    const mine = ++newest;
    const rest: Record<string, unknown> = { ...record };
    for (const table of FACT_TABLES) {
      const rows: readonly Row[] = record[table];
      if (rows.length <= AT_ONCE) continue;
      rest[table] = [];
      for (let i = 0; i < rows.length; i += AT_ONCE) {
        await to.hold(mine, table, rows.slice(i, i + AT_ONCE));
        if (newest !== mine) return null;
      }
    }
    return { answer: to.open(mine, rest as unknown as CaseRecord) };
  };
  return {
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

  /** The whole record: the rest, with the rows that came before it. */
  whole(sending: number, rest: CaseRecord): CaseRecord {
    const rows = sending === this.sending ? this.rows : new Map<FactTable, Row[]>();
    this.rows = new Map();
    return { ...rest, ...Object.fromEntries(rows) } as CaseRecord;
  }
}

import type { CaseContent } from '../../src/casefile/content';
import { newCase } from '../../src/record/case';
import { chainHash } from '../../src/record/chain';
import { type Change, rowAfter } from '../../src/record/change';
import type { TableName } from '../../src/record/tables';
import { FACT_TABLES, PAPER_TABLES, WORK_TABLES } from '../../src/record/tables';
import { event } from '../make';

type Row = { id: string } & Record<string, unknown>;
export type Rows = Map<string, Row>;
const LISTS = [...FACT_TABLES, ...WORK_TABLES, ...PAPER_TABLES] as const;

/** A copy of a case as a person edits it: rows, and the chained history of how they came to be. */
export class Copy {
  rows: Map<TableName, Rows> = new Map([...LISTS, 'cases' as const].map((t) => [t, new Map()]));
  history: CaseContent['history'][number][] = [];

  constructor(private readonly who: string) {}

  static begun(): Copy {
    const c = new Copy('Ada');
    c.commit('Case created', [
      { table: 'cases', id: 'c', before: null, after: newCase('c', 'State v. Doe', 'America/Chicago', 1) },
    ]);
    return c;
  }

  /** The same case on another machine. */
  taken(who: string): Copy {
    const c = new Copy(who);
    c.rows = new Map([...this.rows].map(([t, r]) => [t, new Map(r)]));
    c.history = [...this.history];
    return c;
  }

  commit(what: string, changes: Change[]): void {
    for (const c of changes) {
      const rows = this.rows.get(c.table) as Rows;
      const row = rowAfter(rows.get(c.id) ?? null, c);
      if (row) rows.set(c.id, row as Row);
      else rows.delete(c.id);
    }
    const last = this.history.at(-1);
    const entry = {
      caseId: 'c',
      seq: this.history.length + 1,
      at: this.history.length * 1000,
      who: this.who,
      what,
      kind: 'do' as const,
      of: null,
      rows: changes.length,
      changes,
    };
    this.history.push({ ...entry, hash: chainHash(last?.hash ?? '', entry, changes) });
  }

  content(): CaseContent {
    const group = (tables: readonly TableName[]) =>
      Object.fromEntries(tables.map((t) => [t, [...(this.rows.get(t) as Rows).values()]]));
    return {
      case: [...(this.rows.get('cases') as Rows).values()][0] as unknown as CaseContent['case'],
      facts: group(FACT_TABLES) as unknown as CaseContent['facts'],
      work: group(WORK_TABLES) as unknown as CaseContent['work'],
      papers: group(PAPER_TABLES) as unknown as CaseContent['papers'],
      history: this.history,
    };
  }
}

/** One thing a person does at random: enters, changes or takes out an event, a source or a note; renames the case. */
export function edit(copy: Copy, draw: (n: number) => number, tag: string): void {
  const events = copy.rows.get('events') as Rows;
  const some = [...events.values()][draw(Math.max(1, events.size))];
  switch (draw(8)) {
    case 0:
    case 1:
    case 2: {
      const id = `${tag}-${copy.history.length}`;
      copy.commit('entered', [
        {
          table: 'events',
          id,
          before: null,
          after: event({ ref: id, start: `14:0${draw(10)}`, sourceId: `s${draw(3)}` }),
        },
      ]);
      return;
    }
    case 3:
    case 4: {
      if (!some) return;
      const field = ['start', 'description', 'actor', 'page'][draw(4)] as string;
      copy.commit('changed', [
        { table: 'events', id: some.id, before: some, after: { ...some, [field]: `14:1${draw(3)}` } },
      ]);
      return;
    }
    case 5:
      if (some) copy.commit('taken out', [{ table: 'events', id: some.id, before: some, after: null }]);
      return;
    case 6: {
      const id = `s${draw(3)}`;
      const before = (copy.rows.get('sources') as Rows).get(id) ?? null;
      const after =
        draw(3) === 0 && before
          ? null
          : {
              id,
              caseId: 'c',
              name: `Log ${draw(4)}`,
              kind: 'other',
              exhibit: `Ex. ${draw(3)}`,
              batesFrom: '',
              batesTo: '',
              file: '',
              sha256: '',
            };
      if (before || after) copy.commit('source', [{ table: 'sources', id, before, after }]);
      return;
    }
    default: {
      const before = (copy.rows.get('cases') as Rows).get('c') as Row;
      copy.commit('renamed', [
        {
          table: 'cases',
          id: 'c',
          before,
          after: { ...before, [['title', 'court', 'number'][draw(3)] as string]: `name ${draw(3)}` },
        },
      ]);
    }
  }
}

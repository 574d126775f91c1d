import { canonicalJson } from '../record/canonical';
import { chainFaults } from '../record/chain';
import { nameOf, type Row, TABLE_NAMES, TABLES } from '../record/tables';
import { type CaseContent, rowsIn } from './content';
import { replayed } from './merge';
import { rowToday } from './upgrades';

/** At most so many rows are named. */
const NAMED = 20;

/** Where a case does not hold together, in sentences; empty where it does: its chain of hashes, and its rows. */
export function caseFaults(content: CaseContent): string[] {
  const odd = rowFaults(content);
  const more = odd.length - NAMED;
  return [
    ...chainFaults(content.history),
    ...odd.slice(0, NAMED),
    ...(more > 0 ? [`And ${more} rows more.`] : []),
  ];
}

/** Rows that are not what the history replays to, one sentence each. A part of a case has no history, and is not asked. */
export function rowFaults(content: CaseContent): string[] {
  if (content.part) return [];
  const made = replayed(content.history);
  const odd: string[] = [];
  for (const table of TABLE_NAMES) {
    const rows = new Map(rowsIn(content, table).map((r) => [r.id, r]));
    // A copy of a case goes by another id than its history may say.
    const past =
      table === 'cases'
        ? [...(made.get(table)?.values() ?? [])].slice(-1)
        : [...(made.get(table)?.values() ?? [])];
    const byId = new Map(past.map((r) => [table === 'cases' ? content.case.id : r.id, r]));
    for (const id of new Set([...rows.keys(), ...byId.keys()])) {
      const [is, was] = [rows.get(id), byId.get(id)];
      const said = `${TABLES[table].one} (“${nameOf(table, (is ?? was) as Row)}”)`;
      if (!was) odd.push(`There is ${said} that no entry of the history made.`);
      else if (!is) odd.push(`There is no longer ${said} that the history made, and no entry took it out.`);
      else if (nameless(rowToday(table, was)) !== nameless(is))
        odd.push(`There is ${said} that is not what the history makes it.`);
    }
  }
  return odd;
}

/** A row without the id of its case, which is another in a copy. */
function nameless(row: Row): string {
  const { caseId: _, ...rest } = row;
  return canonicalJson('caseId' in row ? rest : { ...rest, id: '' });
}

import * as v from 'valibot';
import type { Officer, OfficerFact, OfficerFigure } from '../officers/rows';
import { added, type Edit } from '../record/change';
import { newId } from '../record/ids';
import { DemandSchema } from '../record/paper';
import type { CaseRecord } from '../record/record';
import type { Act } from './act';
import { clockNamed, sourceNamed } from './named';

/** A figure of other stops put into a case: from then on it is a fact with its source, which rules read and exhibits show. */
export function putBenchmark(record: CaseRecord, officer: string, figure: OfficerFigure): Act {
  const edits: Edit[] = [];
  const source = sourceNamed(record, `Stop data: ${figure.file.name}`.slice(0, 300), edits);
  const made = edits[0]?.after;
  if (made) edits[0] = added('sources', { ...source, file: figure.file.name, sha256: figure.file.sha256 });
  edits.push(
    added('benchmarks', {
      id: newId(),
      caseId: record.case.id,
      says: figure.says,
      officer,
      measures: figure.measures,
      lengths: [...figure.lengths],
      leftOut: [...figure.leftOut],
      sourceId: source.id,
      rows: figure.file.rows,
      made: figure.made,
    }),
  );
  return { caseId: record.case.id, says: `Benchmark put in: ${figure.says.slice(0, 100)}`, edits };
}

/** What an officer swore or a court found elsewhere, put into a case as an entry with its source and page. */
export function putFact(record: CaseRecord, officer: Officer, fact: OfficerFact): Act {
  const edits: Edit[] = [];
  const source = sourceNamed(record, fact.source.trim() || `About ${officer.name}`, edits);
  if (edits[0]?.after && fact.kind === 'sworn')
    edits[0] = added('sources', { ...source, kind: 'testimony', by: fact.who || officer.name });
  const clock =
    record.clocks.find((c) => c.reference) ?? record.clocks[0] ?? clockNamed(record, 'dispatch', edits);
  edits.push(
    added('events', {
      id: newId(),
      caseId: record.case.id,
      logId: '',
      ref: '',
      kind: fact.kind === 'sworn' ? 'testimony' : 'note',
      clockId: clock.id,
      zone: '',
      date: fact.day,
      start: fact.day === '' ? '' : 'between 00:00 and 23:59',
      end: '',
      actor: fact.who || officer.name,
      description: fact.says,
      item: '',
      sourceId: source.id,
      page: fact.page,
      line: null,
      order: record.events.length,
    }),
  );
  return { caseId: record.case.id, says: `Put in about ${officer.name}: ${fact.says.slice(0, 80)}`, edits };
}

/** What is asked of the other side for a thing known about an officer. */
export const askFor = (caseId: string, officer: Officer, fact: OfficerFact): Act => ({
  caseId,
  says: `Asked for about ${officer.name}`,
  edits: [
    added(
      'demands',
      v.parse(DemandSchema, {
        id: newId(),
        caseId,
        about: '',
        asks: `Everything on the credibility of ${officer.name} (Brady, Giglio), the following included: ${fact.says}`,
        why: '',
        mentioned: [fact.source, fact.page === '' ? '' : `at ${fact.page}`].filter(Boolean).join(' '),
        state: 'draft',
        sent: '',
        due: '',
        answer: '',
      }),
    ),
  ],
});

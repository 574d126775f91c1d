import type { Change } from '../../record/change';
import { newId } from '../../record/ids';
import { FACT_TABLES } from '../../record/tables';
import { createCase } from '../../store/commands';
import { db } from '../../store/open';
import { SAMPLES } from './sample-list';

const opening = new Map<string, Promise<string>>();

/** Opens a sample: makes its case where this browser does not have it, and gives the case's id. Asked twice, it is made once. */
export function openSample(id: string): Promise<string> {
  const known = opening.get(id);
  if (known) return known;
  const made = makeSample(id).finally(() => opening.delete(id));
  opening.set(id, made);
  return made;
}

async function makeSample(id: string): Promise<string> {
  const sample = SAMPLES.find((s) => s.id === id);
  if (!sample) throw new Error(`there is no sample ${id}`);
  const there = await db.cases.get(sample.id);
  if (there && there.deletedAt === null) return sample.id;
  const caseId = there ? `${sample.id}-${Date.now().toString(36)}` : sample.id;
  const { samplePlan, sampleRecord } = await import('./sample-record');
  const record = await sampleRecord(sample, caseId, Date.now(), shipped);
  const facts: Change[] = FACT_TABLES.flatMap((table) =>
    record[table].map((row) => ({ table, id: row.id, before: null, after: row })),
  );
  const plan = samplePlan(sample, record, newId());
  const exhibit: Change = { table: 'exhibits', id: plan.id, before: null, after: plan };
  // Opened twice at once, it is made once.
  await createCase(db, record.case, 'Sample opened', [...facts, exhibit]);
  return caseId;
}

/** The bytes of a file that ships with the app. @throws where it is not there */
async function shipped(file: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`samples/${file}`, document.baseURI));
  if (!response.ok) throw new Error(`The sample file ${file} is not part of this installation.`);
  return new Uint8Array(await response.arrayBuffer());
}

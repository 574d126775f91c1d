import { type Case, newCase } from '../../record/case';
import type { Change } from '../../record/change';
import type { Clock } from '../../record/clock';
import type { Sampling } from '../../record/custody';
import type { Relation } from '../../record/event';
import { idMaker } from '../../record/ids';
import { type CaseRecord, emptyRecord } from '../../record/record';
import { FACT_TABLES } from '../../record/tables';
import { createCase } from '../../store/commands';
import { db } from '../../store/open';

interface Sample {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly court: string;
  readonly zone: string;
  readonly madeUp: boolean;
  readonly what: string;
  readonly files: readonly string[];
  readonly offsets?: Readonly<Record<string, NonNullable<Clock['offset']>>>;
  readonly exhibits?: Readonly<Record<string, string>>;
  /** Item number to what was tested of it. */
  readonly sampling?: Readonly<Record<string, Sampling>>;
  readonly brackets?: Case['brackets'];
  readonly relations?: readonly {
    readonly from: string;
    readonly to: string;
    readonly min: number;
    readonly max: number;
    readonly says: string;
  }[];
}

/** The two samples, made from the same files and importers as any case. */
export const SAMPLES: readonly Sample[] = [
  {
    id: 'sample-rodriguez',
    title: 'Rodriguez v. United States',
    number: '575 U.S. 348 (2015)',
    court: 'facts as the Supreme Court states them; wording ours',
    zone: 'America/Chicago',
    madeUp: false,
    what: 'One officer, one dog, a warning at 12:27 or 12:28 and an alert seven or eight minutes later.',
    files: ['rodriguez-stop-log.csv'],
  },
  {
    id: 'sample-roadside',
    title: 'State v. Doe',
    number: 'No. 24-CR-118',
    court: 'made-up sample',
    zone: 'America/Chicago',
    madeUp: true,
    what: 'A rural stop: four clocks that disagree, a body camera that starts late, a sniff after the warning, and an evidence room log with a gap and a changed seal.',
    files: ['roadside-stop-log.csv', 'roadside-cameras.csv', 'roadside-custody.csv'],
    offsets: {
      report: {
        min: -60_000,
        max: 60_000,
        why: 'the officer’s watch was set by dispatch at roll call that day (Tr. 14)',
      },
    },
    exhibits: {
      'Dispatch log': 'Ex. 4',
      'Report of Officer A': 'Ex. 2',
      'Body camera A': 'Ex. 3',
      'Dash camera': 'Ex. 5',
      'Custody form': 'Ex. 7',
    },
    sampling: {
      '2': {
        units: 50,
        tested: 4,
        negative: 0,
        netTested: 1.2,
        plusMinus: 0.04,
        netClaimed: 15,
        spread: 0.02,
      },
    },
    brackets: [
      { name: 'over 5 g (made up)', over: 5 },
      { name: 'over 10 g (made up)', over: 10 },
    ],
    relations: [
      {
        from: 'sniff',
        to: 'repsniff',
        min: 0,
        max: 0,
        says: 'The report’s “dog deployed” and the sniff on camera are one and the same',
      },
    ],
  },
];

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
  const record = await sampleRecord(sample, caseId);
  const changes: Change[] = FACT_TABLES.flatMap((table) =>
    record[table].map((row) => ({ table, id: row.id, before: null, after: row })),
  );
  // Opened twice at once, it is made once.
  await createCase(db, record.case, 'Sample opened', changes);
  return caseId;
}

async function sampleRecord(sample: Sample, caseId: string): Promise<CaseRecord> {
  // The readers of tables are loaded when a sample is first made: Cases shows nothing of them.
  const [{ guessMapping, layoutOf, readTables }, { contextFor, withDrafts }] = await Promise.all([
    import('../../intake'),
    import('../../intake/assemble'),
  ]);
  const newId = idMaker(0, 0);
  let record = emptyRecord({
    ...newCase(caseId, sample.title, sample.zone, Date.now()),
    number: sample.number,
    court: sample.court,
    madeUp: sample.madeUp,
    brackets: sample.brackets ?? [],
  });
  for (const file of sample.files) {
    const response = await fetch(new URL(`samples/${file}`, document.baseURI));
    if (!response.ok) throw new Error(`The sample file ${file} is not part of this installation.`);
    for (const table of await readTables(new Uint8Array(await response.arrayBuffer()), file)) {
      const mapping = guessMapping(table);
      record = withDrafts(
        record,
        layoutOf(mapping.layout).read(table, mapping, contextFor(record, '', newId)),
      );
    }
  }
  const idOf = (ref: string): string => record.events.find((e) => e.ref === ref)?.id ?? '';
  const relations: Relation[] = (sample.relations ?? []).map((r) => ({
    id: newId(),
    caseId,
    fromId: idOf(r.from),
    fromEdge: 'start',
    toId: idOf(r.to),
    toEdge: 'start',
    min: r.min,
    max: r.max,
    says: r.says,
    sourceId: record.events.find((e) => e.ref === r.to)?.sourceId ?? '',
    page: '',
  }));
  return {
    ...record,
    clocks: record.clocks.map((c) => ({ ...c, offset: sample.offsets?.[c.name] ?? c.offset })),
    sources: record.sources.map((s) => ({ ...s, exhibit: s.exhibit || (sample.exhibits?.[s.name] ?? '') })),
    items: record.items.map((i) => ({ ...i, sampling: sample.sampling?.[i.number] ?? i.sampling })),
    relations,
  };
}

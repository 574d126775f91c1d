import { analyze } from '../../src/analysis/analyze';
import { writeCaseFile } from '../../src/casefile/case-file';
import { firstPlan } from '../../src/exhibits/exhibit';
import { newDemand } from '../../src/record/paper';
import type { CaseRecord } from '../../src/record/record';
import type { Rows, TableName } from '../../src/record/tables';
import { Copy } from '../casefile/copies';
import { bigCase } from '../drawing/big-case';
import { event, relation } from '../make';

const caseId = 'c';
const two = (n: number): string => String(n).padStart(2, '0');
const many = <T>(n: number, of: (k: number) => T): T[] => Array.from({ length: n }, (_, k) => of(k));

/** The big case with rows in every table that a place lists: so many of each that no window shows them all. */
export function wholeCase(): {
  record: CaseRecord;
  rows: { readonly [T in TableName]?: readonly Rows[T][] };
} {
  const big = bigCase();
  const camera = big.sources[1] as CaseRecord['sources'][number];
  const watch = {
    ...(big.clocks[0] as CaseRecord['clocks'][number]),
    id: 'watch',
    name: 'Watch of the officer',
  };
  const report = { ...camera, id: 'report', name: 'Report of Officer A', kind: 'report' as const };
  const film = {
    ...camera,
    id: 'film',
    name: 'Clip of the cover officer',
    file: 'film.mp4',
    media: {
      size: 1000,
      duration: 600_000,
      video: 'avc',
      audio: 'aac',
      width: 640,
      height: 360,
      rotation: 0,
      frames: 18_000,
      variable: false,
      made: '',
    },
  };
  const marks = many(60, (k) =>
    event(
      {
        ref: `mark${k}`,
        kind: 'observation',
        sourceId: 'film',
        start: `v ${Math.floor(k / 6)}:${two((k % 6) * 10)}.000`,
        description: `marked on the film ${k + 1}`,
      },
      k,
    ),
  );
  const said = many(12, (k) =>
    event(
      {
        ref: `said${k}`,
        kind: 'dog-requested',
        clockId: 'watch',
        sourceId: 'report',
        page: String(k + 1),
        start: `14:${two(k + 10)}`,
        description: `I asked for the dog, sentence ${k + 1}`,
      },
      k,
    ),
  );
  const record: CaseRecord = {
    ...big,
    case: { ...big.case, id: caseId, title: 'State v. Whole' },
    clocks: [...big.clocks, { ...watch, kind: 'person', reference: false }],
    sources: [...big.sources, report, film],
    events: [...big.events, ...said, ...marks],
    relations: said.slice(0, 3).map((e, k) => relation(e.id, `e${k + 3}`, { says: `words that tie ${k}` })),
    syncPoints: many(30, (k) => ({
      id: `s${k}`,
      caseId,
      clockA: 'dispatch',
      dateA: '2024-03-14',
      readingA: `14:${two(k + 2)}:10`,
      clockB: 'watch',
      dateB: '2024-03-14',
      readingB: `14:${two(k + 2)}:12`,
      what: `radio call ${k + 1}`,
      sourceId: 'log',
      page: '',
    })),
    cues: many(80, (k) => ({
      id: `cue${k}`,
      caseId,
      sourceId: 'film',
      from: k * 7000,
      to: k * 7000 + 5000,
      speaker: 'Officer A',
      text: `words that were spoken ${k + 1}`,
      line: k + 1,
    })),
    papers: many(40, (k) => ({
      id: `p${k}`,
      caseId,
      name: `Paper ${k + 1} of the packet.pdf`,
      packet: '',
      kind: 'pdf',
      state: 'read',
      sha256: '',
      size: 1000,
      pages: 2,
      recognised: 0,
      kept: false,
      says: [],
      reader: '',
      draftedFrom: '',
      production: `production ${1 + (k % 20)}`,
      batesFrom: '',
      batesTo: '',
      clock: '',
      refused: [],
    })),
  };
  const analysis = analyze(record);
  const paper = { paper: '', page: '' };
  const plan = {
    ...firstPlan(
      { record, analysis },
      'x',
      { says: 'DEFENDANT’S EXHIBIT', mark: 'A', colour: 'blue' },
      new Map(),
    ),
    sentences: many(60, (k) => ({ row: '', text: `Sentence ${k + 1} of the statement of facts.`, was: '' })),
  };
  const { case: own, ...facts } = record;
  return {
    record,
    rows: {
      cases: [own],
      ...(facts as object),
      demands: many(40, (k) =>
        newDemand({ id: `d${k}`, caseId, asks: `The record asked for number ${k + 1}`, why: `reason ${k}` }),
      ),
      productions: many(20, (k) => ({
        id: `pr${k}`,
        caseId,
        name: `production ${k + 1}`,
        day: `2024-04-${two(k + 1)}`,
        packet: '',
        letter: `handed over in batch ${k + 1}`,
        batesFrom: '',
        batesTo: '',
        ...paper,
      })),
      protectiveOrders: many(3, (k) => ({
        id: `po${k}`,
        caseId,
        name: `protective order ${k + 1}`,
        entered: '2024-04-02',
        covers: `what order ${k + 1} covers`,
        who: 'counsel',
        until: '',
        destroyBy: '',
        stamp: '',
        ...paper,
      })),
      dates: many(40, (k) => ({
        id: `dt${k}`,
        caseId,
        kind: 'hearing',
        title: `hearing number ${k + 1}`,
        day: `20${two(20 + (k % 10))}-0${1 + (k % 9)}-11`,
        hour: '',
        where: '',
        state: '',
        met: '',
        calendar: '',
        uid: '',
        note: '',
        ...paper,
      })),
      offers: many(6, (k) => ({
        id: `o${k}`,
        caseId,
        name: `offer ${k + 1}`,
        by: '',
        made: `2024-05-0${k + 1}`,
        told: '',
        ends: '',
        endsAt: '',
        answer: '',
        answered: '',
        count: `count of offer ${k + 1}`,
        facts: '',
        range: '',
        recommendation: '',
        conditions: '',
        note: '',
        ...paper,
      })),
      dayClocks: many(4, (k) => ({
        id: `dc${k}`,
        caseId,
        name: `days counted ${k + 1}`,
        what: '',
        starts: '2024-04-01',
        startCounts: false,
        stops: '',
        limit: 70,
        authority: '',
        note: '',
        ...paper,
      })),
      exclusions: many(4, (k) => ({
        id: `ex${k}`,
        caseId,
        clock: `dc${k}`,
        from: '2024-04-10',
        to: '2024-04-12',
        firstCounts: true,
        lastCounts: true,
        reason: `stretch left out ${k + 1}`,
        authority: '',
        ...paper,
      })),
      clientEntries: many(90, (k) => ({
        id: `ce${k}`,
        caseId,
        kind: 'session',
        day: `2024-0${1 + (k % 9)}-${two(1 + (k % 28))}`,
        until: '',
        what: `session number ${k + 1}`,
        who: 'the clinic',
        outcome: 'kept',
        screen: '',
        laboratory: '',
        document: '',
        ...paper,
        askedOf: '',
        askedOn: '',
        marked: false,
        uid: '',
        note: '',
      })),
      exhibits: [plan],
    },
  };
}

/** Its case file. */
export async function wholeCaseFile(): Promise<Buffer> {
  const copy = Copy.begun();
  copy.commit(
    'Typed',
    Object.entries(wholeCase().rows).flatMap(([table, rows]) =>
      rows.map((row) => ({
        table: table as 'events',
        id: row.id,
        before: (copy.rows.get(table as TableName)?.get(row.id) ?? null) as never,
        after: row as never,
      })),
    ),
  );
  return Buffer.from(await writeCaseFile(copy.content()));
}

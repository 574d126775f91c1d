import { analyze } from '../../analysis/analyze';
import { firstPlan } from '../../exhibits/exhibit';
import { STICKERS } from '../../exhibits/stickers';
import { guessMapping, layoutOf, readTables } from '../../intake';
import { contextFor, withDrafts } from '../../intake/assemble';
import { markRow, overlayPoint } from '../../media/marks';
import { newCase } from '../../record/case';
import type { Relation } from '../../record/event';
import { idMaker } from '../../record/ids';
import type { ExhibitPlan, HearingStep } from '../../record/paper';
import { type CaseRecord, emptyRecord } from '../../record/record';
import { ruleOf } from '../../rules';
import type { Sample } from './sample-list';

/**
 * The record of a sample, made from its files by the importers of any case, with what a person would have added: offsets,
 * exhibit numbers, relations, and the marks on its clip. @param bytesOf the bytes of one of its files
 */
export async function sampleRecord(
  sample: Sample,
  caseId: string,
  now: number,
  bytesOf: (file: string) => Promise<Uint8Array>,
): Promise<CaseRecord> {
  const newId = idMaker(0, 0);
  let record = emptyRecord({
    ...newCase(caseId, sample.title, sample.zone, now),
    number: sample.number,
    court: sample.court,
    madeUp: sample.madeUp,
    brackets: sample.brackets ?? [],
  });
  for (const file of sample.files) {
    for (const table of await readTables(await bytesOf(file), file)) {
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
  record = {
    ...record,
    clocks: record.clocks.map((c) => ({ ...c, offset: sample.offsets?.[c.name] ?? c.offset })),
    sources: record.sources.map((s) => ({ ...s, exhibit: s.exhibit || (sample.exhibits?.[s.name] ?? '') })),
    items: record.items.map((i) => ({ ...i, sampling: sample.sampling?.[i.number] ?? i.sampling })),
    relations,
  };
  return withClip(sample, record, newId);
}

/** The record with the sample's clip as the file of its source, tied by its overlay, and what is marked on it. */
function withClip(sample: Sample, record: CaseRecord, newId: () => string): CaseRecord {
  const { clip } = sample;
  const of = record.sources.find((s) => s.name === clip?.source);
  if (!clip || !of) return record;
  const source = { ...of, file: clip.file, sha256: clip.sha256, media: clip.media };
  const { ms, shows, date } = clip.overlay;
  return {
    ...record,
    sources: record.sources.map((s) => (s.id === of.id ? source : s)),
    syncPoints: [...record.syncPoints, overlayPoint(record, source, ms, shows, date, true, newId)],
    events: [...record.events, ...clip.marks.map((m) => markRow(record, source, m, newId))],
  };
}

/** How many findings of each section a sample's hearing goes through, the strongest first. */
const SHOWN = [
  ['stop', 2],
  ['sources', 1],
  ['custody', 1],
] as const;

/** The exhibit that a sample comes with, and its hearing: one minute, the stop, the findings that matter, the clip, the whole. */
export function samplePlan(sample: Sample, record: CaseRecord, id: string): ExhibitPlan {
  const analysis = analyze(record);
  const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
  const plan = firstPlan({ record, analysis }, id, sticker, new Map());
  const findings = SHOWN.flatMap(([section, most]) =>
    analysis.findings
      .filter((f) => ruleOf(f.rule).section === section && plan.findings.includes(f.key))
      .slice(0, most)
      .map((f): HearingStep => ({ show: 'finding', id: f.key, at: null })),
  );
  const filmed = record.sources.find((s) => s.name === sample.clip?.source);
  const clip: HearingStep[] =
    sample.clip && filmed
      ? [{ show: 'footage', id: filmed.id, at: sample.clip.shown[0], to: sample.clip.shown[1] }]
      : [];
  return {
    ...plan,
    steps: [
      { show: 'minute', id: '', at: null },
      { show: 'stop', id: '', at: null },
      ...findings,
      ...clip,
      { show: 'whole', id: '', at: null },
    ],
  };
}

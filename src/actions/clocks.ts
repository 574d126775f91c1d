import { added, changed, type Edit, removed } from '../record/change';
import type { Clock } from '../record/clock';
import type { Relation, SyncPoint } from '../record/event';
import { newId } from '../record/ids';
import type { CaseRecord } from '../record/record';
import { type Act, formEdit, type Typed } from './act';
import { sourceNamed } from './named';

/** Makes one clock the reference, and all others none. */
export const makeReference = (record: CaseRecord, of: Clock): Act => ({
  caseId: of.caseId,
  says: `Reference clock: ${of.name}`,
  edits: record.clocks
    .filter((c) => c.reference !== (c.id === of.id))
    .map((c) => changed('clocks', c, { reference: c.id === of.id })),
});

/** What the form of a clock holds: the offset (s) as how far it runs ahead, empty for not known. */
export interface ClockFields {
  readonly name: string;
  readonly kind: Clock['kind'];
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** A clock as its form shows it. */
export const clockFields = (c: Clock): ClockFields => ({
  name: c.name,
  kind: c.kind,
  zone: c.zone,
  from: c.offset ? String(-c.offset.max / 1000) : '',
  to: c.offset ? String(-c.offset.min / 1000) : '',
  why: c.offset?.why ?? '',
});

const clockRow = (f: ClockFields): Partial<Clock> => ({
  name: f.name.trim(),
  kind: f.kind,
  zone: f.zone.trim(),
  offset:
    f.from.trim() === '' && f.to.trim() === ''
      ? null
      : {
          min: Math.round(-Number(f.to) * 1000) + 0,
          max: Math.round(-Number(f.from) * 1000) + 0,
          why: f.why.trim(),
        },
});

export const changeClock = (clock: Clock, form: Typed<ClockFields>): Act => ({
  caseId: clock.caseId,
  says: `Clock: ${form.fields.name.trim()}`,
  edits: [formEdit('clocks', clock, form, clockRow)],
});

/** How far a clock is off, tried out by hand. @param offset ms */
export const setOffset = (clock: Clock, offset: NonNullable<Clock['offset']>): Act => ({
  caseId: clock.caseId,
  says: `Clock: ${clock.name} set by hand`,
  edits: [changed('clocks', clock, { offset })],
});

/** What the form of a sync point holds. */
export interface SyncFields
  extends Pick<
    SyncPoint,
    'what' | 'clockA' | 'dateA' | 'readingA' | 'clockB' | 'dateB' | 'readingB' | 'page'
  > {
  /** The name of its source. */
  readonly source: string;
}

/** A sync point typed anew (`point` null) or changed. */
export function saveSyncPoint(record: CaseRecord, point: SyncPoint | null, form: Typed<SyncFields>): Act {
  const edits: Edit[] = [];
  const { fields, seen } = form;
  const kept = point && fields.source === seen.source ? point.sourceId : null;
  const sourceId = kept ?? sourceNamed(record, fields.source, edits).id;
  const row = ({ source: _, ...f }: SyncFields): Omit<SyncPoint, 'id' | 'caseId' | 'sourceId'> => ({
    ...f,
    what: f.what.trim(),
    readingA: f.readingA.trim(),
    readingB: f.readingB.trim(),
    page: f.page.trim(),
  });
  edits.push(
    point
      ? formEdit('syncPoints', point, form, (f) => ({
          ...row(f),
          sourceId: f === fields ? sourceId : point.sourceId,
        }))
      : added('syncPoints', { ...row(fields), sourceId, id: newId(), caseId: record.case.id }),
  );
  const says = `Sync point ${point ? 'changed' : 'added'}: ${fields.what.trim()}`;
  return { caseId: record.case.id, says, edits };
}

/** Sync points that were read or heard, put in. */
export const addSyncPoints = (caseId: string, says: string, points: readonly SyncPoint[]): Act => ({
  caseId,
  says,
  edits: points.map((p) => added('syncPoints', p)),
});

export const removeSyncPoint = (point: SyncPoint): Act => ({
  caseId: point.caseId,
  says: `Sync point taken out: ${point.what}`,
  edits: [removed('syncPoints', point)],
});

export const addRelation = (relation: Omit<Relation, 'id'>, says: string): Act => ({
  caseId: relation.caseId,
  says,
  edits: [added('relations', { ...relation, id: newId() })],
});

export const removeRelation = (relation: Relation): Act => ({
  caseId: relation.caseId,
  says: 'Relation taken out',
  edits: [removed('relations', relation)],
});

import type { Clock } from '../record/clock';
import type { CustodyEntry, Item } from '../record/custody';
import type { EventRow } from '../record/event';
import type { Source } from '../record/source';
import type { Finding } from '../rules/finding';
import { mayStand } from './never';

/**
 * Rows as they leave: every field is named here, so that a field which is added to a row stays in the office until somebody
 * writes it down below. Work product has tables of its own and no way here.
 */
export const leavingEvent = (e: EventRow): EventRow => ({
  id: e.id,
  caseId: 'exhibit',
  logId: '',
  ref: '',
  kind: e.kind,
  clockId: e.clockId,
  zone: e.zone,
  date: e.date,
  start: e.start,
  end: e.end,
  actor: e.actor,
  description: e.description,
  item: e.item,
  sourceId: e.sourceId,
  page: e.page,
  line: e.line,
  order: e.order,
  ...doubtOf(e),
  ...(e.filmed
    ? { filmed: { frame: e.filmed.frame, endFrame: e.filmed.endFrame, overlay: e.filmed.overlay } }
    : {}),
});

/** Of the page of a row only this leaves: which figures were read off a picture with doubt. */
function doubtOf({ passage }: Pick<EventRow, 'passage'>): Pick<EventRow, 'passage'> {
  const unsure = passage?.unsure ?? [];
  if (unsure.length === 0) return {};
  return { passage: { paper: 'exhibit', page: 0, from: 0, to: 0, quote: '', unsure: [...unsure] } };
}

export const leavingHandOver = (c: CustodyEntry): CustodyEntry => ({
  id: c.id,
  caseId: 'exhibit',
  logId: '',
  ref: '',
  itemId: c.itemId,
  clockId: c.clockId,
  zone: c.zone,
  releasedBy: c.releasedBy,
  releasedDate: c.releasedDate,
  releasedAt: c.releasedAt,
  receivedBy: c.receivedBy,
  receivedDate: c.receivedDate,
  receivedAt: c.receivedAt,
  releasedSigned: c.releasedSigned,
  receivedSigned: c.receivedSigned,
  purpose: c.purpose,
  place: c.place,
  seal: c.seal,
  sealState: c.sealState,
  hash: c.hash,
  photo: '',
  quantities: c.quantities.map((q) => ({ of: q.of, value: q.value, unit: q.unit, plusMinus: q.plusMinus })),
  note: '',
  sourceId: c.sourceId,
  page: c.page,
  line: c.line,
  order: c.order,
  ...doubtOf(c),
});

export const leavingItem = (i: Item): Item => ({
  id: i.id,
  caseId: 'exhibit',
  number: i.number,
  description: i.description,
  sampling: null,
});

export const leavingSource = (s: Source): Source => ({
  id: s.id,
  caseId: 'exhibit',
  name: s.name,
  kind: s.kind,
  exhibit: s.exhibit,
  batesFrom: s.batesFrom,
  batesTo: s.batesTo,
  file: s.file,
  sha256: s.sha256,
  ...(s.follows === undefined ? {} : { follows: s.follows }),
});

/** Why a clock is thought to be off stands in the proofs that rest on it, and nowhere else. */
export const leavingClock = (c: Clock): Clock => ({
  id: c.id,
  caseId: 'exhibit',
  name: c.name,
  kind: c.kind,
  zone: c.zone,
  reference: c.reference,
  offset: c.offset && { min: c.offset.min, max: c.offset.max, why: '' },
});

/** What a picture draws of a finding; what is printed of it is chosen apart. */
export const leavingFinding = (f: Finding): Finding => ({
  key: f.key,
  rule: f.rule,
  status: f.status,
  standing: f.standing,
  title: f.title,
  bounds: f.bounds,
  measures: f.measures,
  quantities: f.quantities,
  span: f.span,
  subjects: f.subjects,
  item: f.item,
  premises: f.premises.filter((p) => p.side !== 'state' && mayStand(p.says)),
  restsOn: [],
});

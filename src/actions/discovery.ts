import { itemsOf, numbersWithDashes } from '../intake/layouts/custody-words';
import type { Offer } from '../intake/readers/offers';
import type { CoverageProposal, CustodyProposal, Proposal } from '../intake/readers/reader';
import { added, changed, type Edit, kept, removed } from '../record/change';
import { type Clock, guessClockKind } from '../record/clock';
import type { CustodyEntry, Quantity } from '../record/custody';
import type { PaperRow } from '../record/discovery';
import type { EventRow } from '../record/event';
import { newId } from '../record/ids';
import type { Passage } from '../record/passage';
import type { CaseRecord } from '../record/record';
import { guessSourceKind, type Source, type SourceKind } from '../record/source';
import type { Act } from './act';
import { itemNumbered } from './custody';
import { clockNamed } from './named';

export const changePaper = (seen: PaperRow, patch: Partial<PaperRow>, says: string): Act => ({
  caseId: seen.caseId,
  says: `${says}: ${shortName(seen)}`,
  edits: [changed('papers', seen, patch)],
});

/** A paper taken out of the case; what was accepted from it stays. */
export const removePaper = (paper: PaperRow): Act => ({
  caseId: paper.caseId,
  says: `Paper taken out: ${shortName(paper)}`,
  edits: [removed('papers', paper)],
});

/** Refused proposals stay where they are, and are not asked again. */
export const refuseOffer = (paper: PaperRow, key: string): Act =>
  changePaper(paper, { refused: [...paper.refused, key] }, 'Proposal refused');

/** The name of a paper without the folders of its archive. */
export const shortName = (paper: Pick<PaperRow, 'name'>): string =>
  paper.name.split(/[/\\]/).at(-1) || paper.name;

const SOURCES: Readonly<Record<string, SourceKind>> = {
  custody: 'form',
  laboratory: 'report',
  trail: 'access-log',
  access: 'access-log',
  letter: 'other',
  narrative: 'report',
};

/** The clock that is proposed for the times of a paper. */
export function clockFor(record: CaseRecord, paper: PaperRow): string {
  if (paper.clock !== '') return paper.clock;
  if (paper.reader === 'log') return record.clocks.find((c) => c.kind === 'dispatch')?.name ?? 'Dispatch';
  if (paper.reader === 'custody') return 'Evidence form';
  return shortName(paper).replace(/\.[a-z0-9]{2,5}$/i, '');
}

const CLOCKS: Readonly<Record<string, Clock['kind']>> = {
  narrative: 'person',
  letter: 'person',
  custody: 'person',
  laboratory: 'laboratory',
  trail: 'camera',
  access: 'keypad',
};

/** What of the record came out of a paper, by the proposal that it was; several rows where a line named several items. */
export function acceptedOf(record: CaseRecord, paper: string): Map<string, (EventRow | CustodyEntry)[]> {
  const out = new Map<string, (EventRow | CustodyEntry)[]>();
  for (const row of [...record.events, ...record.custody]) {
    const p = row.passage;
    if (p?.paper !== paper || p.proposal === undefined) continue;
    out.set(p.proposal, [...(out.get(p.proposal) ?? []), row]);
  }
  return out;
}

/** The source that a paper is: of its hash, or else a new one, named after it. */
export function sourceOf(record: CaseRecord, paper: PaperRow, edits: Edit[]): Source {
  const known = record.sources.find((s) => s.sha256 !== '' && s.sha256 === paper.sha256);
  if (known) return known;
  const short = shortName(paper).slice(0, 300);
  const taken = record.sources.some((s) => s.name.toLowerCase() === short.toLowerCase());
  const camera = record.sources.find((s) => paper.draftedFrom !== '' && s.name === paper.draftedFrom);
  const row: Source = {
    id: newId(),
    caseId: record.case.id,
    name: taken ? `${short.slice(0, 280)} (${paper.sha256.slice(0, 8)})` : short,
    kind: paper.reader === 'log' ? logKind(short) : (SOURCES[paper.reader] ?? guessSourceKind(short)),
    exhibit: '',
    batesFrom: paper.batesFrom,
    batesTo: paper.batesTo,
    file: paper.name,
    sha256: paper.sha256,
    ...(paper.draftedFrom === '' ? {} : { draftedFrom: camera?.id ?? 'a program' }),
  };
  edits.push(kept('sources', undefined, row));
  return row;
}

const logKind = (name: string): SourceKind => {
  const kind = guessSourceKind(name);
  return kind === 'other' ? 'dispatch-log' : kind;
};

export const passageOf = (paper: PaperRow, offer: Omit<Offer, 'what' | 'entry'>): Passage => ({
  paper: paper.id,
  page: offer.page,
  from: offer.lines[0],
  to: offer.lines[1],
  quote: offer.quote.slice(0, 20_000),
  proposal: offer.key,
  ...(offer.unsure ? { unsure: offer.unsure.slice(0, 50).map((w) => w.slice(0, 200)) } : {}),
});

/** Words of a time or a day that were read off a picture with doubt: a person compares them before they are accepted. */
const doubted = (offer: Offer): readonly string[] =>
  (offer.unsure ?? []).filter((w) => /\d[:/.;,-]\d|\d{4}|\d\d?[ap]m/i.test(w));

/** Ids of proposals that others of the paper count from: the rows made of them need a name. */
export const namedIn = (all: readonly Offer[]): ReadonlySet<string> =>
  new Set(
    all.flatMap((o) =>
      o.what === 'entry'
        ? [...`${o.entry.relation} ${o.entry.end}`.matchAll(/@([\w-]+)/g)].map((m) => m[1] as string)
        : [],
    ),
  );

export interface Accepted {
  /** Null where nothing could be accepted. */
  readonly act: Act | null;
  /** What was left, and what to do about it. */
  readonly left: readonly { readonly offer: Offer; readonly why: string }[];
}

/**
 * Proposals of a paper accepted as one step.
 * @param all every proposal of the paper: one may count from another @param clock by name; it is made where the case has none
 * @param compared a person compared them with the page: what was read off a picture with doubt is accepted too
 */
export function acceptOffers(
  record: CaseRecord,
  paper: PaperRow,
  offers: readonly Offer[],
  all: readonly Offer[],
  clock: string,
  compared = false,
): Accepted {
  const edits: Edit[] = [];
  const made: Edit[] = [];
  const left: { offer: Offer; why: string }[] = [];
  const accepted = acceptedOf(record, paper.id);
  const byId = new Map(all.flatMap((o) => (o.what === 'entry' ? [[o.entry.id, o] as const] : [])));
  const named = namedIn(all);
  const there = new Set([
    ...accepted.keys(),
    ...offers.filter((o) => compared || doubted(o).length === 0).map((o) => o.key),
  ]);
  const isThere = (id: string): boolean => there.has(byId.get(id)?.key ?? '');
  // What cannot be accepted takes along what is told by its order after it.
  for (let before = -1; before !== there.size; ) {
    before = there.size;
    for (const o of offers)
      if (o.what === 'entry' && typeof entryTimes(o.entry, isThere) === 'string') there.delete(o.key);
  }
  const dashed = numbersWithDashes(all.flatMap((o) => (o.what === 'custody' ? [o.entry.item] : [])));
  const items = new Map<string, string>();
  const itemId = (number: string): string => {
    const known = items.get(number.toLowerCase());
    if (known) return known;
    const { id } = itemNumbered(record, number, edits);
    items.set(number.toLowerCase(), id);
    return id;
  };
  const source = sourceOf(record, paper, edits);
  const clocks = new Map<string, string>();
  const clockId = (name: string): string => {
    const known = clocks.get(name);
    if (known) return known;
    const kind = name === clock ? CLOCKS[paper.reader] : undefined;
    const row = clockNamed(record, name, edits, { kind: kind ?? guessClockKind(name) });
    clocks.set(name, row.id);
    return row.id;
  };
  const base = (o: Offer) => ({
    id: newId(),
    caseId: record.case.id,
    logId: paper.id,
    zone: '',
    sourceId: source.id,
    page: String(o.page),
    line: null,
    order: o.page * 10_000 + o.lines[0],
    passage: passageOf(paper, o),
  });
  for (const o of offers) {
    if (accepted.has(o.key)) continue;
    const [word] = doubted(o);
    if (word !== undefined && !compared) {
      left.push({
        offer: o,
        why: `“${word}” was recognized from a picture and is not certain: press E, compare it with the page, and save it.`,
      });
      continue;
    }
    if (o.what === 'custody') {
      const rows = custodyRows(o.entry, itemsOf(o.entry.item, dashed).map(itemId)).map((r) => ({
        ...base(o),
        clockId: clockId(clock),
        ...r,
      }));
      if (rows.length === 0) left.push({ offer: o, why: 'It names no item: enter it in Custody.' });
      made.push(...rows.map((r) => added('custody', r)));
      continue;
    }
    const when = o.what === 'entry' ? entryTimes(o.entry, isThere) : spanTimes(o.entry);
    if (typeof when === 'string') {
      left.push({ offer: o, why: when });
      continue;
    }
    const entry = o.what === 'entry' ? o.entry : null;
    const row: EventRow = {
      ...base(o),
      ref: entry && named.has(entry.id) ? entry.id : '',
      clockId: clockId(entry?.clock || clock),
      kind: entry ? entry.kind : kindOf(o.entry as CoverageProposal),
      actor: o.entry.actor,
      description: (entry ? o.quote : coverageSays(o.entry as CoverageProposal)).slice(0, 20_000),
      item: '',
      ...when,
    };
    made.push(added('events', row));
  }
  const n = made.length;
  const says =
    n === 1
      ? `Accepted from ${shortName(paper)}: ${offers[0]?.quote.slice(0, 60)}`
      : `${n} entries accepted from ${shortName(paper)}`;
  return { act: n === 0 ? null : { caseId: record.case.id, says, edits: [...edits, ...made] }, left };
}

/** The times of an entry as the record writes them; a sentence where it has none yet. */
export function entryTimes(
  entry: Proposal,
  isThere: (id: string) => boolean,
): Pick<EventRow, 'date' | 'start' | 'end'> | string {
  const to = [...entry.relation.matchAll(/@([\w-]+)/g)].map((m) => m[1] as string);
  const told = entry.relation !== '' && to.every(isThere);
  const about = (text: string): string =>
    entry.hedged ? text.replace(/(@[\w-]+ [+-])(?=\d)/, '$1about ') : text;
  const start = [entry.start, told ? about(entry.relation) : ''].filter((t) => t !== '').join('; ');
  const end =
    entry.end !== '' && entry.endDate !== '' && entry.endDate !== entry.date
      ? `${entry.endDate} ${entry.end}`
      : about(entry.end);
  if (start !== '') return { date: entry.date, start, end };
  if (entry.relation !== '')
    return 'It is told only by its order after another that is not in the case: accept that one first, or press E and give it a time.';
  if (entry.date !== '') return { date: entry.date, start: 'between 00:00 and 23:59', end: '' };
  return 'It has no time and no day: press E and give it one.';
}

function spanTimes(span: CoverageProposal): Pick<EventRow, 'date' | 'start' | 'end'> | string {
  if (span.start === '') return 'Its beginning is not told: enter it by hand.';
  const end =
    span.end !== '' && span.endDate !== '' && span.endDate !== span.date
      ? `${span.endDate} ${span.end}`
      : span.end;
  return { date: span.date, start: span.start, end };
}

const kindOf = (span: CoverageProposal): EventRow['kind'] => (span.of === 'trail-period' ? 'note' : span.of);
const COVERS = {
  recording: 'recording',
  buffer: 'buffer',
  muted: 'muted',
  'camera-off': 'off',
  'trail-period': 'the period that its trail covers',
} as const;
const coverageSays = (span: CoverageProposal): string =>
  `${span.camera === '' ? 'Camera' : `Camera ${span.camera}`}: ${COVERS[span.of]}${span.note === '' ? '' : ` (${span.note})`}`;

type CustodyFields = Omit<
  CustodyEntry,
  'id' | 'caseId' | 'logId' | 'zone' | 'sourceId' | 'page' | 'line' | 'order' | 'passage' | 'clockId'
>;

/** A line of a form as hand-overs, one an item; what the form lacks is empty. */
function custodyRows(line: CustodyProposal, itemIds: readonly string[]): CustodyFields[] {
  const text = (key: string): string => (typeof line[key] === 'string' ? (line[key] as string) : '');
  const flag = (key: string): boolean | null =>
    typeof line[key] === 'boolean' ? (line[key] as boolean) : null;
  const seal = text('sealState');
  return itemIds.map((itemId) => ({
    ref: '',
    itemId,
    releasedBy: text('releasedBy'),
    releasedDate: text('releasedDate'),
    releasedAt: text('releasedAt'),
    receivedBy: text('receivedBy'),
    receivedDate: text('receivedDate'),
    receivedAt: text('receivedAt'),
    releasedSigned: flag('releasedSigned'),
    receivedSigned: flag('receivedSigned'),
    purpose: 'purpose' in line ? text('purpose') : null,
    place: text('place'),
    seal: text('seal'),
    sealState: seal === 'intact' || seal === 'broken' ? seal : '',
    hash: '',
    photo: '',
    quantities: quantities(line),
    note: text('note'),
  }));
}

function quantities(line: CustodyProposal): Quantity[] {
  return (['gross', 'net', 'count'] as const).flatMap((of): Quantity[] => {
    const given = line[of];
    const weighed =
      typeof given === 'object' && given !== null && 'value' in given
        ? given
        : { value: String(given ?? ''), unit: '' };
    const value = Number(weighed.value.replace(/,/g, ''));
    return weighed.value === '' || !Number.isFinite(value) || value < 0
      ? []
      : [{ of, value, unit: weighed.unit.slice(0, 20), plusMinus: null }];
  });
}

import { describe, expect, it } from 'vitest';
import { fresh, type Typed } from '../../src/actions/act';
import { changeCase, impeach, pin, switchAssumption } from '../../src/actions/case';
import { changeClock, clockFields, makeReference, saveSyncPoint } from '../../src/actions/clocks';
import {
  changeItem,
  filledBy,
  handOverFields,
  itemFields,
  saveHandOver,
  weighedOf,
} from '../../src/actions/custody';
import { type EntryFields, enterAnswer, moveEnd, removeEntries, saveEntry } from '../../src/actions/entries';
import { keepNote, planFinding } from '../../src/actions/findings';
import { addRecording, beginTurn } from '../../src/actions/footage';
import { acceptDrafts } from '../../src/actions/intake';
import { applyChanges } from '../../src/record/apply';
import type { Clock } from '../../src/record/clock';
import type { Item } from '../../src/record/custody';
import { newDemand } from '../../src/record/paper';
import type { CaseRecord } from '../../src/record/record';
import type { Source } from '../../src/record/source';
import { event, record } from '../make';

const clock = (id: string, more: Partial<Clock> = {}): Clock => ({
  id,
  caseId: 'c',
  name: id,
  kind: 'machine',
  zone: 'UTC',
  reference: false,
  offset: null,
  ...more,
});
const source = (id: string): Source => ({
  id,
  caseId: 'c',
  name: id,
  kind: 'other',
  exhibit: '',
  batesFrom: '',
  batesTo: '',
  file: '',
  sha256: '',
});
const base = (more: Partial<CaseRecord> = {}): CaseRecord => ({
  ...record({}),
  clocks: [clock('cad', { reference: true }), clock('cam')],
  sources: [source('CAD log'), source('Report')],
  events: [
    event({
      ref: 'a',
      start: '14:00',
      clockId: 'cad',
      sourceId: 'CAD log',
      actor: 'Ortiz',
      description: 'Alert ',
    }),
  ],
  ...more,
});
const row = (r: CaseRecord) => r.events[0] as CaseRecord['events'][number];
const entry = (r: CaseRecord): EntryFields => {
  const e = row(r);
  const { start, end, date, kind, actor, description, page, ref } = e;
  return { start, end, date, kind, actor, description, page, ref, clock: 'cad', source: 'CAD log' };
};
/** A form over a row, with these fields typed. */
const typing = <F>(now: F, patch: Partial<F>, seen: Partial<F> = {}): Typed<F> => ({
  now,
  seen: { ...now, ...seen },
  fields: { ...now, ...patch },
});

describe('an entry', () => {
  it('names the fields that were touched, and no others', () => {
    const r = base();
    const { edits } = saveEntry(r, row(r), typing(entry(r), { start: '14:05' }));
    expect(edits).toEqual([
      { table: 'events', id: 'a', before: { start: '14:00' }, after: { start: '14:05' } },
    ]);
    // Spaces that the form trims are no edit.
    expect(saveEntry(r, row(r), typing(entry(r), {})).edits).toEqual([
      { table: 'events', id: 'a', before: {}, after: {} },
    ]);
  });
  it('says what a field was when its typing began, whatever another tab made of it since', () => {
    const r = base();
    const form = typing(entry(r), { description: 'Alert by the dog' }, { description: 'as it was' });
    expect(saveEntry(r, row(r), form).edits[0]).toMatchObject({
      before: { description: 'as it was' },
      after: { description: 'Alert by the dog' },
    });
  });
  it('that is new makes its source and clock where the case has none, by whatever letters', () => {
    const r = base();
    const known = saveEntry(r, null, fresh({ ...entry(r), source: ' cad LOG', clock: 'CAD' })).edits;
    expect(known.map((e) => e.table)).toEqual(['events']);
    expect(known[0]?.after).toMatchObject({ sourceId: 'CAD log', clockId: 'cad', order: 1 });
    const made = saveEntry(r, null, fresh({ ...entry(r), source: 'Radio', clock: 'watch' })).edits;
    expect(made.map((e) => e.table)).toEqual(['clocks', 'sources', 'events']);
    expect(made[2]?.after).toMatchObject({ clockId: made[0]?.id, sourceId: made[1]?.id });
  });
  it('is moved, taken out, and answers a demand', () => {
    const r = base();
    expect(moveEnd(row(r), 'end', '14:09').edits[0]?.after).toEqual({ end: '14:09' });
    expect(removeEntries(r, r.events)).toMatchObject({
      says: 'Entry taken out: Alert ',
      edits: [{ after: null }],
    });
    // What counts from a row that goes is not to count from another: it names the one that is missing.
    const rows = ['14:00', '+45s', '+2 min; before @a', '14:09', '+1 min'].map((start, i) =>
      event({ ref: 'abcde'[i] as string, start, order: i }),
    );
    const left = applyChanges(
      { ...r, events: rows },
      removeEntries({ ...r, events: rows }, rows.slice(0, 2)).edits,
    );
    expect(left.events.map((e) => e.start)).toEqual(['@b +2m; before @a', '14:09', '+1 min']);
    const demand = newDemand({ id: 'd', caseId: 'c', asks: 'The log', state: 'sent', answer: 'none' });
    const answered = applyChanges(r, enterAnswer(r, demand, '2024-06-01').edits).events;
    expect(answered.filter((e) => e.id !== 'a')).toMatchObject([
      { date: '2024-06-01', actor: 'the State', description: 'Asked for “The log”, the State answers: none' },
    ]);
    const federal = { ...r, case: { ...r.case, title: 'United States v. R.' } };
    const theirs = applyChanges(federal, enterAnswer(federal, demand, '2024-06-01').edits);
    expect(theirs.events.filter((e) => e.id !== 'a')).toMatchObject([
      { actor: 'the government', description: 'Asked for “The log”, the government answers: none' },
    ]);
    expect(theirs.sources.map((s) => s.name)).toContain('Answers of the government');
  });
});

describe('clocks, custody, footage, the case', () => {
  it('a form of a clock edits its offset as one field, and keeps what was not typed', () => {
    const c = clock('cam', { offset: { min: -2000, max: -1000, why: 'seen' } });
    expect(changeClock(c, typing(clockFields(c), { zone: 'UTC ' })).edits[0]?.after).toEqual({});
    expect(changeClock(c, typing(clockFields(c), { from: '', to: '', why: '' })).edits[0]?.after).toEqual({
      offset: null,
    });
    expect(makeReference(base(), clock('cam')).edits.map((e) => e.after)).toEqual([
      { reference: false },
      { reference: true },
    ]);
  });
  it('a sync point keeps its source where that was not typed', () => {
    const r = base();
    const point = {
      id: 's',
      caseId: 'c',
      what: 'slam',
      clockA: 'cad',
      dateA: '',
      readingA: '1',
      clockB: 'cam',
      dateB: '',
      readingB: '2',
      sourceId: 'gone',
      page: '',
    };
    const { id: _, caseId: _c, sourceId: _s, ...rest } = point;
    const form = typing({ ...rest, source: '' }, { readingB: '3' });
    expect(saveSyncPoint(r, point, form).edits).toEqual([
      { table: 'syncPoints', id: 's', before: { readingB: '2' }, after: { readingB: '3' } },
    ]);
  });
  it('a hand-over typed of an item that there is not makes the item once', () => {
    const r = base();
    const form = fresh({ ...handOverFields(r, null), item: '7', releasedBy: 'Ortiz', source: 'Form' });
    const { edits } = saveHandOver(r, null, form, undefined);
    expect(edits.map((e) => e.table)).toEqual(['items', 'clocks', 'sources', 'custody']);
    expect(edits[3]?.after).toMatchObject({
      itemId: edits[0]?.id,
      clockId: edits[1]?.id,
      sourceId: edits[2]?.id,
    });
    const item: Item = { id: 'i', caseId: 'c', number: '7', description: '', sampling: null };
    expect(changeItem(item, typing(itemFields(item), { units: 10, tested: 2 })).edits[0]?.after).toEqual({
      sampling: { units: 10, tested: 2, negative: 0, netTested: null, plusMinus: null, netClaimed: null },
    });
  });
  it('a recording of a known name is that source; a turn ends the one before it', () => {
    const r = base();
    const media = {
      size: 1,
      duration: 1000,
      video: '',
      audio: '',
      width: 0,
      height: 0,
      rotation: 0,
      frames: 0,
      variable: false,
      made: '',
    };
    const said = { name: 'report', clock: 'cam', zone: '', date: '2024-03-14', actor: '' };
    const { act, source: id } = addRecording(r, 'x.mp4', media, said);
    expect(id).toBe('Report');
    expect(act.edits.map((e) => [e.table, e.before !== null])).toEqual([
      ['sources', true],
      ['events', false],
    ]);
    const open = {
      id: 'q',
      caseId: 'c',
      sourceId: 'Report',
      from: 5,
      to: 5,
      speaker: 'A',
      text: '',
      line: 0,
    };
    expect(beginTurn(source('Report'), [open], 900, 'B').edits[0]).toMatchObject({
      id: 'q',
      before: { to: 5 },
      after: { to: 900 },
    });
  });
  it('what is switched, pinned or typed of a case touches nothing else of it', () => {
    const { case: of } = base();
    expect(switchAssumption(of, 'cam', false).edits[0]).toMatchObject({
      before: { trust: { off: [] } },
      after: { trust: { off: ['cam'] } },
    });
    const pinned = { ...of, trust: { ...of.trust, pinned: ['a'] } };
    expect(impeach(pinned, 'a').edits[0]?.after).toEqual({ trust: { impeached: ['a'], pinned: [] } });
    expect(pin(pinned, 'a').edits[0]?.after).toEqual({ trust: { pinned: [] } });
    const { title, number, court, zone, choices, brackets, policies } = of;
    const now = { title, number, court, zone, choices, brackets, policies };
    const { edits } = changeCase(
      of,
      typing(now, { court: 'D. Neb.', policies: { ...policies, dayFrom: 5 } }),
    );
    expect(edits.map((e) => e.after)).toEqual([{ court: 'D. Neb.' }, { policies: { dayFrom: 5 } }]);
  });
  it('plans, notes and drafts look for the row that may be there', () => {
    expect(planFinding('c', 'f', undefined, { plan: 'hold' }).edits[0]).toMatchObject({
      before: null,
      after: { about: 'f', plan: 'hold' },
      found: { by: ['about'], was: { plan: 'undecided' }, to: { plan: 'hold' } },
    });
    expect(keepNote('c', 'f', undefined, 'x', 1).edits[0]?.found).toEqual({
      by: ['about'],
      was: { text: '' },
      to: { text: 'x' },
    });
    const drafts = {
      clocks: [clock('k')],
      changedClocks: [clock('cam', { zone: 'Z' })],
      changedSources: [],
      sources: [source('s')],
      items: [],
      events: [],
      custody: [],
      refused: [],
      notices: [],
    };
    const { edits } = acceptDrafts(base(), drafts as never, 'a.csv');
    expect(edits.map((e) => [e.table, e.found?.by.join() ?? ''])).toEqual([
      ['clocks', ''],
      ['clocks', 'name'],
      ['sources', 'name'],
    ]);
    expect(edits[0]?.after).toEqual({ zone: 'Z' });
  });
});

describe('weights of single units', () => {
  const list = '0.52, 0.49 g\n0.50;0,51\t.48';
  it('give the net weight and the spread between units', () => {
    const w = weighedOf(list);
    expect(w).toEqual({ ok: true, count: 5, net: 2.5, spread: 0.015811 });
    expect(weighedOf('0.52,0.49,0.50,0.51,0.48')).toEqual(w);
    expect(weighedOf(' \n')).toBeNull();
  });
  it('are refused by name, and where one of them shows no spread', () => {
    expect(weighedOf('0.52 about 0.5')).toEqual({ ok: false, why: '“about” is no weight: write 0.52' });
    expect(weighedOf('0.52 0')).toMatchObject({ ok: false });
    expect(weighedOf('0.52')).toMatchObject({ ok: false });
  });
  it('fill the form only where there is one for each unit that tested positive', () => {
    const w = weighedOf(list);
    const fields = itemFields({ id: 'i', caseId: 'c', number: '1', description: '', sampling: null });
    if (!w) throw new Error('no weights');
    expect(filledBy(w, fields)).toEqual({ tested: 5, netTested: 2.5, spread: 0.015811 });
    expect(filledBy(w, { ...fields, tested: 6, negative: 1 })).toEqual({
      tested: 6,
      netTested: 2.5,
      spread: 0.015811,
    });
    expect(filledBy(w, { ...fields, tested: 8 })).toBeNull();
  });
});

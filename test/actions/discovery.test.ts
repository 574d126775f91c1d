import { describe, expect, it } from 'vitest';
import { acceptedOf, acceptOffers, clockFor, refuseOffer, removePaper } from '../../src/actions/discovery';
import { addPapers, openedFor, paperCame } from '../../src/actions/papers-in';
import { understand } from '../../src/intake/readers';
import { type Offer, offersOf } from '../../src/intake/readers/offers';
import type { Proposals } from '../../src/intake/readers/reader';
import { textPages } from '../../src/papers/text';
import { corrected, partsOf } from '../../src/places/papers/offer-fields';
import { applyChanges } from '../../src/record/apply';
import { newCase } from '../../src/record/case';
import type { PaperRow } from '../../src/record/discovery';
import { emptyRecord } from '../../src/record/record';
import { resolve } from '../../src/record/resolve';
import { parseTime } from '../../src/time/grammar/parse';
import { citeOf } from '../../src/words/cite';

type Listed = Exclude<Offer, { readonly what: 'entry' }>;
const PAPER: PaperRow = {
  id: 'p',
  caseId: 'c',
  name: 'packet/cad.txt',
  packet: 'packet.zip',
  kind: 'text',
  state: 'reads',
  sha256: 'a'.repeat(64),
  size: 100,
  pages: 1,
  recognised: 0,
  kept: true,
  says: [],
  reader: 'log',
  draftedFrom: '',
  production: '',
  batesFrom: '',
  batesTo: '',
  clock: '',
  refused: [],
};
const record = emptyRecord(newCase('c', 'State v. Doe', 'America/Chicago', 1));

const nothing: Proposals = { entries: [], custody: [], coverage: [], unread: [], says: [], draftedFrom: '' };
const entry = (id: string, over: object) => ({
  id,
  page: 1,
  quote: `words of ${id}`,
  lines: [Number(id.slice(1)), Number(id.slice(1))] as const,
  kind: 'note' as const,
  start: '',
  end: '',
  relation: '',
  actor: '',
  date: '2024-03-15',
  endDate: '',
  dayFrom: 'written' as const,
  role: 'event' as const,
  clock: '',
  certain: true,
  why: '',
  ...over,
});

describe('a line of custody or a span of coverage', () => {
  it('is put right before it is accepted: times, days, who and item; it keeps its passage and is that proposal', () => {
    const line = {
      page: 1,
      quote: '1-2 03/16/2024 O0:25 Ofc. A. Doe Temp locker 12',
      lines: [2, 2] as const,
      unsure: ['03/16/2024'],
      item: '1-2',
      releasedBy: 'Ofc. A. Doe',
      releasedDate: '2024-03-16',
      releasedAt: '',
      receivedBy: 'Temp locker 12',
      receivedDate: '2024-03-16',
      receivedAt: '',
    };
    const span = {
      page: 1,
      quote: '02:17:21Z Recording started',
      lines: [3, 3] as const,
      of: 'recording' as const,
      camera: '',
      actor: '',
      start: '02:17:21Z',
      end: '',
      date: '2024-03-16',
      endDate: '',
      note: '',
    };
    const offers = offersOf({ ...nothing, custody: [line], coverage: [span] }, textPages('a\nb\nc\nd'));
    const [hand, film] = offers as [Listed, Listed];
    expect(
      partsOf(hand)
        .map((p) => [p.key, p.value])
        .slice(0, 4),
    ).toEqual([
      ['item', '1-2'],
      ['releasedBy', 'Ofc. A. Doe'],
      ['releasedDate', '2024-03-16'],
      ['releasedAt', ''],
    ]);
    const right = corrected(hand, { item: '1', releasedAt: ' 00:25 ', receivedBy: 'Locker 12', purpose: '' });
    const off = corrected(film, { of: 'muted', end: '02:44:50Z', actor: 'Doe' });
    expect(acceptOffers(record, PAPER, [right], offers, 'Evidence form').left).toHaveLength(1);
    const { act, left } = acceptOffers(record, PAPER, [right, off], offers, 'Evidence form', true);
    expect(left).toEqual([]);
    const after = applyChanges(record, resolve(act?.edits ?? [], new Map()).changes);
    expect(after.items.map((i) => i.number)).toEqual(['1']);
    expect(after.custody).toMatchObject([
      {
        releasedAt: '00:25',
        receivedBy: 'Locker 12',
        receivedAt: '',
        purpose: null,
        passage: { proposal: hand.key, unsure: ['03/16/2024'] },
      },
    ]);
    expect(after.events).toMatchObject([
      { kind: 'muted', start: '02:17:21Z', end: '02:44:50Z', actor: 'Doe' },
    ]);
    expect([...acceptedOf(after, 'p').keys()].sort()).toEqual([hand.key, film.key].sort());
  });
});

describe('proposals of a paper', () => {
  it('told at about so far from another are entered as about so far', () => {
    const first = entry('p1', { start: '22:14' });
    const alert = entry('p2', { relation: '@p1 +4m', date: '', hedged: true });
    const offers = offersOf({ ...nothing, entries: [first, alert] }, textPages('a\nb\nc'));
    const { act, left } = acceptOffers(record, PAPER, offers, offers, 'Dispatch');
    expect(left).toEqual([]);
    const made = applyChanges(record, resolve(act?.edits ?? [], new Map()).changes);
    expect(made.events.map((e) => e.start)).toEqual(['22:14', '@p1 +about 4m']);
    expect(parseTime('@p1 +about 4m').ok).toBe(true);
  });

  it('with a time in doubt are not accepted before a person compared it, nor what counts from them; the cite says so', () => {
    const doubtful = entry('p1', { start: '22:14', unsure: ['22:14'] });
    const after = entry('p2', { relation: 'after @p1', date: '' });
    const unit = entry('p3', { start: '22:20', unsure: ['3R22'] });
    const offers = offersOf({ ...nothing, entries: [doubtful, after, unit] }, textPages('a\nb\nc\nd'));
    const { act, left } = acceptOffers(record, PAPER, offers, offers, 'Dispatch');
    expect(left.map((l) => [l.offer.quote, l.why.slice(0, 60)])).toEqual([
      ['words of p1', '“22:14” was recognized from a picture and is not certain: pr'],
      ['words of p2', 'It is told only by its order after another that is not in th'],
    ]);
    const made = applyChanges(record, resolve(act?.edits ?? [], new Map()).changes);
    const [row] = made.events;
    if (!row) throw new Error('nothing was accepted');
    expect(row.passage?.unsure).toEqual(['3R22']);
    // Whatever rests on this row cites it so: the record, a finding and its proof.
    expect(citeOf(row, made.sources[0])).toBe('cad.txt at 1 (recognized with doubt: “3R22”)');
  });

  it('become entries that keep their passage, and are taken back by undoing the step', () => {
    const pages = textPages(
      'DISPATCH CAD INCIDENT DETAIL\n03/15/2024 14:03:05 3A22 ENROUTE\n03/15/2024 14:09:11 3A22 ON SCENE\n',
    );
    const paper = {
      file: 'cad.txt',
      sha256: '',
      bytes: 1,
      kind: 'text',
      state: 'reads',
      pages,
      members: [],
      says: [],
    } as const;
    const got = understand(paper, { dateOrder: 'mdy' });
    const offers = offersOf(got ?? nothing, pages);
    expect(offers.filter((o) => o.certain)).toHaveLength(2);
    const { act, left } = acceptOffers(
      record,
      PAPER,
      offers.filter((o) => o.certain),
      offers,
      clockFor(record, PAPER),
    );
    expect(left).toEqual([]);
    const { changes } = resolve(act?.edits ?? [], new Map());
    const after = applyChanges(record, changes);
    expect(after.events.map((e) => [e.date, e.start, e.page, e.passage?.quote])).toEqual([
      ['2024-03-15', '14:03:05', '1', '03/15/2024 14:03:05 3A22 ENROUTE'],
      ['2024-03-15', '14:09:11', '1', '03/15/2024 14:09:11 3A22 ON SCENE'],
    ]);
    expect(after.sources.map((s) => [s.name, s.kind, s.sha256])).toEqual([
      ['cad.txt', 'dispatch-log', PAPER.sha256],
    ]);
    expect(after.clocks.map((c) => [c.name, c.kind])).toEqual([['Dispatch', 'dispatch']]);
    expect([...acceptedOf(after, 'p').keys()]).toEqual(offers.filter((o) => o.certain).map((o) => o.key));
    // The same again makes nothing.
    expect(
      acceptOffers(
        after,
        PAPER,
        offers.filter((o) => o.certain),
        offers,
        'Dispatch',
      ).act,
    ).toBeNull();
  });

  it('told by an order alone wait for the one that they count from', () => {
    const all = offersOf(
      {
        ...nothing,
        entries: [
          entry('p1', { start: '14:03' }),
          entry('p2', { relation: 'after @p1', date: '' }),
          entry('p3', { relation: '@p2 +5m', start: '14:20', date: '' }),
          entry('p4', { date: '' }),
          entry('p5', { relation: 'after @p4', date: '' }),
        ],
      },
      [],
    );
    const one = acceptOffers(record, PAPER, [all[1] as never], all, 'Report');
    expect(one.act).toBeNull();
    expect(one.left[0]?.why).toMatch(/accept that one first/);
    const both = acceptOffers(record, PAPER, all, all, 'Report');
    const events = both.act?.edits.filter((e) => e.table === 'events').map((e) => e.after) ?? [];
    expect(events.map((e) => [e?.['ref'], e?.['start']])).toEqual([
      ['p1', '14:03'],
      ['p2', 'after @p1'],
      ['', '14:20; @p2 +5m'],
    ]);
    // One without any time, and one that is told only after it.
    expect(both.left.map((l) => l.offer.key)).toEqual([all[3]?.key, all[4]?.key]);
  });

  it('of a custody form become one hand-over an item; an absent field is empty, and nothing is guessed', () => {
    const line = {
      page: 1,
      quote: '1, 2 Ofc. Poe Locker',
      lines: [4, 4] as const,
      item: '1, 2',
      releasedBy: 'Ofc. Poe',
      receivedBy: 'Locker',
      releasedDate: '2024-03-15',
      gross: { value: '1,042.5', unit: 'g' },
      releasedSigned: false,
    };
    const all = offersOf({ ...nothing, custody: [line] }, []);
    const { act } = acceptOffers(record, PAPER, all, all, 'Evidence form');
    const rows = act?.edits.filter((e) => e.table === 'custody').map((e) => e.after) ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      releasedBy: 'Ofc. Poe',
      receivedAt: '',
      purpose: null,
      releasedSigned: false,
      receivedSigned: null,
      quantities: [{ of: 'gross', value: 1042.5, unit: 'g', plusMinus: null }],
    });
  });

  it('are known again by their place and words when the paper is read once more', () => {
    const twice = {
      ...nothing,
      entries: [entry('p1', { start: '14:03' }), { ...entry('p1', { start: '14:03' }), id: 'p2' }],
    };
    const [a, b] = offersOf(twice, []);
    expect(a?.key).not.toBe(b?.key);
    expect(offersOf(twice, []).map((o) => o.key)).toEqual([a?.key, b?.key]);
    expect(refuseOffer(PAPER, a?.key ?? '').edits[0]?.after).toEqual({ refused: [a?.key] });
  });

  it('of a picture are never certain; rows of a trail that tells its spans are notes', () => {
    const word = { text: '14:03', box: { x: 0, y: 0, w: 1, h: 1 }, confidence: 96 };
    const line = { text: '14:03', words: [word], how: 'recognised' as const };
    const page = { number: 1, width: 1, height: 1, turned: 0, picture: true, lines: [line, line] };
    const started = entry('p1', { start: '14:03', kind: 'recording' as const });
    const [alone] = offersOf({ ...nothing, entries: [started] }, [page]);
    expect([alone?.certain, alone?.entry]).toMatchObject([false, { kind: 'recording' }]);
    const span = {
      page: 1,
      quote: '14:03',
      lines: [1, 1] as const,
      of: 'muted' as const,
      camera: 'X6',
      actor: '',
      start: '14:03',
      end: '14:09',
      date: '2024-03-15',
      endDate: '',
      note: '',
    };
    const both = offersOf({ ...nothing, entries: [started], coverage: [span] }, []);
    const { act } = acceptOffers(record, PAPER, both, both, 'camera');
    const made = act?.edits
      .filter((e) => e.table === 'events')
      .map((e) => [e.after?.['kind'], e.after?.['description']]);
    expect(made).toEqual([
      ['note', 'words of p1'],
      ['muted', 'Camera X6: muted'],
    ]);
  });

  it('come in as one step', () => {
    expect(removePaper(PAPER).edits[0]?.after).toBeNull();
    const edits = [PAPER, { ...PAPER, id: 'q', name: 'packet/b.txt' }].flatMap(
      (p) => paperCame([], undefined, p).edits,
    );
    expect(addPapers('c', 'packet.zip', edits).says).toBe('2 papers came in: packet.zip');
  });
});

describe('a file that comes in beside papers that are there', () => {
  const later = (over: Partial<PaperRow>): PaperRow => ({ ...PAPER, id: 'new', ...over });
  /** The papers after it came, and under which id its pages stand. */
  function came(papers: readonly PaperRow[], first: PaperRow | undefined, row: PaperRow) {
    const { id, edits } = paperCame(papers, first, row);
    const now = new Map(papers.map((p) => [p.id, p as never]));
    const { conflicts } = resolve(edits, new Map([['papers', now]]));
    expect(conflicts).toEqual([]);
    return { id, rows: [...now.values()] as PaperRow[] };
  }

  it('is listed anew in another packet, naming its first; dropped once more it is nothing new', () => {
    const row = later({ packet: 'second.zip', state: 'again', pages: 0 });
    const { id, rows } = came([PAPER], PAPER, row);
    expect(id).toBeNull();
    expect(rows.map((p) => [p.packet, p.state, p.pages])).toEqual([
      ['packet.zip', 'reads', 1],
      ['second.zip', 'again', 1],
    ]);
    expect(rows[1]?.says.join()).toContain('packet/cad.txt in packet.zip');
    expect(came(rows, PAPER, row).rows).toEqual(rows);
    expect(came([PAPER], PAPER, later({ packet: '', state: 'again' })).rows).toEqual([PAPER]);
    // It is opened where it was read.
    expect(openedFor(rows, rows[1]?.id)).toBe(rows[0]);
    expect(openedFor(rows, 'p')).toBe(rows[0]);
  });

  it('whose pages are gone has them again under its own row, whatever it came in, and asks nobody', () => {
    const mine = { ...PAPER, refused: ['k'], batesFrom: 'A 1' };
    const alone = came([mine], undefined, later({ packet: '' }));
    expect(alone).toEqual({ id: 'p', rows: [mine] });
    expect(came([mine], undefined, later({}))).toEqual({ id: 'p', rows: [mine] });
    const other = came([mine], undefined, later({ packet: 'second.zip' }));
    expect([other.id, other.rows.map((p) => p.state)]).toEqual(['p', ['reads', 'again']]);
  });

  it('becomes the paper itself where the one that it repeated was taken out', () => {
    const left = { ...PAPER, id: 'twin', packet: 'second.zip', state: 'again', kept: false, reader: '' };
    const { id, rows } = came([left], undefined, later({ packet: 'second.zip' }));
    expect(id).toBe('twin');
    expect(rows).toEqual([{ ...left, state: 'reads', kept: true, reader: 'log' }]);
  });

  it('of no known bytes is never taken for another', () => {
    const odd = { ...PAPER, sha256: '', state: 'broken' };
    expect(came([odd], undefined, { ...odd, id: 'new', packet: 'b.zip' }).id).toBe('new');
  });
});

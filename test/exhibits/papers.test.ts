import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { demandCandidates } from '../../src/analysis/demands';
import { mentionedIn } from '../../src/exhibits/cites';
import { type Exhibit, exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { custodySummaryOf } from '../../src/exhibits/formats/custody-summary';
import { letterOf } from '../../src/exhibits/formats/letter';
import { oneFileOf } from '../../src/exhibits/formats/one-file';
import { slidesOf } from '../../src/exhibits/formats/slides';
import { xlsxOf } from '../../src/exhibits/formats/tables';
import { wordOf } from '../../src/exhibits/formats/word';
import { mayStand, NEVER } from '../../src/exhibits/never';
import { asOffered, type Block, PAPERS, paperOf } from '../../src/exhibits/papers';
import { STICKERS } from '../../src/exhibits/stickers';
import { boundDemands, boundFindings, type Withheld, withheldOf } from '../../src/exhibits/withheld';
import { recordFromFiles } from '../../src/intake/assemble';
import { type ExhibitPlan, newDemand } from '../../src/record/paper';
import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';
import { bytesWithin } from './decompressed';

const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
const NOTHING: Withheld = new Map();

const exhibit = (r: CaseRecord, over: Partial<ExhibitPlan> = {}, withheld = NOTHING): Exhibit => {
  const read = { record: r, analysis: analyze(r) };
  return exhibitOf(read, { ...firstPlan(read, 'x', sticker, NOTHING), ...over }, '2026-11-25', withheld);
};

const roadside = async (): Promise<CaseRecord> => {
  const names = ['roadside-stop-log.csv', 'roadside-cameras.csv', 'roadside-custody.csv'];
  const read = await Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(`public/samples/${name}`)) })),
  );
  return (await recordFromFiles(read, 'America/Chicago')).record;
};

/** Every word of a paper, in its order. */
const textOf = (e: Exhibit, kind: (typeof PAPERS)[number]): string =>
  paperOf(e, kind)
    .blocks.flatMap((b: Block): string[] => {
      if (b.t === 'picture') return [];
      if (b.t === 'table') return [...b.head, ...b.rows.flat()];
      if (b.t === 'proof') return [...b.lines];
      if (b.t === 'law') return [`${b.cite}: ${b.says}`];
      return [b.t === 'numbered' ? `${b.text} ${b.cite}` : b.text];
    })
    .join('\n');
const officeText = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((b) => new TextDecoder().decode(b).replace(/<[^>]+>/g, ' '))
    .join('\n');

/** The same, a line a paragraph or cell. */
const paragraphsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(
      ([name]) => /document|sheet|sharedStrings|slides\/slide|notesSlide/.test(name) && name.endsWith('.xml'),
    )
    .map(([, b]) =>
      new TextDecoder()
        .decode(b)
        .replace(/<\/(w:p|a:p|si|is|c)>/g, '\n')
        .replace(/<[^>]+>/g, ''),
    )
    .join('\n');

describe('three papers', () => {
  it('the summary is neutral, the statement has sentences, the argument findings and law', async () => {
    const e = exhibit(await roadside());
    const [summary, statement, argument] = PAPERS.map((kind) => textOf(e, kind)) as [string, string, string];
    expect(e.findings.length).toBeGreaterThan(5);
    for (const f of e.findings) {
      expect(argument).toContain(`${f.letter}. ${f.title}`);
      expect(summary).not.toContain(`${f.letter}. ${f.title}`);
      expect(statement).not.toContain(`${f.letter}. ${f.title}`);
    }
    expect(argument).toContain('Rodriguez v. United States');
    for (const text of [summary, statement]) expect(text).not.toMatch(/ U\.S\. \d|F\.\dth/);
    expect(statement).toContain('Respectfully submitted');
    expect(statement).toContain('I certify');
    expect(summary).not.toContain('Respectfully');
    expect(summary).toContain('Index of underlying records');
  });

  it('none of them holds a sentence that may stand in no paper, whatever findings are chosen', async () => {
    const r = await roadside();
    const all = analyze(r).findings.map((f) => f.key);
    for (const forum of ['', 'federal', 'state'] as const) {
      const of = { ...r, case: { ...r.case, choices: { ...r.case.choices, forum } } };
      const e = exhibit(of, { findings: all });
      const texts = [
        ...PAPERS.map((kind) => textOf(e, kind)),
        new TextDecoder().decode(oneFileOf(e)).replace(/<style>.*?<\/style>/s, ''),
        paragraphsOf(await custodySummaryOf(e)),
        paragraphsOf(await xlsxOf(e)),
        paragraphsOf(await slidesOf(e)),
      ];
      for (const text of texts.slice(-3)) expect(text).toContain('Released by');
      for (const text of texts)
        for (const line of text.split('\n'))
          expect(NEVER.filter((n) => n.test(line.replace(/<[^>]+>/g, ' '))).map(String), line).toEqual([]);
    }
  });

  it('knows the sentences that the rules say beside a finding', () => {
    const said = [
      'In the record, for the State: Observation',
      'The prosecution will point to this; whether it suffices is for the court.',
      'A break in the chain usually goes to weight, not admissibility.',
      'Loss alone is no violation without bad faith.',
      'Good faith saved the evidence.',
      'Drug questions prolonged it; precedent of the day saved the evidence.',
      'The evidence stayed in as isolated negligence.',
      'Verify every authority before filing.',
      'This is no legal advice.',
      'From memory; not yet read',
      'It came after. That it came of this is for the defense to show; what broke the link, for the prosecution.',
    ];
    expect(said.filter(mayStand)).toEqual([]);
    expect(mayStand('The officer asked for a dog at 14:09:12.')).toBe(true);
  });

  it('the argument states each authority once, and names it where it is meant again', async () => {
    const r = await roadside();
    const e = exhibit(r, { findings: analyze(r).findings.map((f) => f.key) });
    const text = textOf(e, 'argument');
    const all = e.findings.flatMap((f) => f.authorities);
    expect(all.length).toBeGreaterThan(2 * new Set(all.map((a) => a.cite)).size);
    for (const a of all) expect(text.split(`${a.cite}: ${a.holding}`), a.cite).toHaveLength(2);
    // Of two findings on the chain the second names the law of the first by its letter.
    const [first, again] = e.findings.filter((f) => f.authorities.some((a) => a.short === 'Rule 901'));
    expect(
      text.split('\n').filter((l) => l.startsWith(`As under ${first?.letter}: `) && l.includes('Rule 901'))
        .length,
    ).toBeGreaterThan(0);
    expect((again?.letter ?? '') > (first?.letter ?? 'Z')).toBe(true);
  });

  it('cites the end of an entry where it ends', async () => {
    const text = textOf(exhibit(await roadside()), 'argument');
    expect(text).toMatch(
      /The end of “Body camera A records no sound” at 19:16:48[^\n]*at 19:16:48 \(UTC, its clock\)/,
    );
    expect(text).not.toMatch(/The end of “[^”]*” at 19:16:48[^\n]*at 19:13:36/);
  });

  it('law against us that binds stands in it only where she chose it', async () => {
    const r = await roadside();
    const all = analyze(r).findings.map((f) => f.key);
    expect(textOf(exhibit(r, { findings: all }), 'argument')).not.toMatch(/contrary|Youngblood/);
    const met = textOf(exhibit(r, { findings: all, meets: ['youngblood'] }), 'argument');
    expect(met).toContain('Arizona v. Youngblood');
    expect(met).not.toContain('Strieff');
  });

  it('a statement keeps her sentences, their order and her words, and says where the record changed', async () => {
    const r = await roadside();
    const first = exhibit(r).stated.filter((s) => s.row !== '');
    const [a, b] = [first[3], first[4]] as [(typeof first)[0], (typeof first)[0]];
    const sentences = [
      { row: '', text: 'The stop', was: '' },
      { row: b.row, text: b.text, was: b.text },
      { row: a.row, text: 'Officer A pulled Mr. Doe over.', was: a.text },
    ];
    const e = exhibit(r, { sentences });
    expect(e.stated.map((s) => s.text)).toEqual(['The stop', b.text, 'Officer A pulled Mr. Doe over.']);
    expect(e.stated.map((s) => s.changed)).toEqual(['', '', '']);
    const later = exhibit(
      { ...r, events: r.events.map((x) => (x.id === a.row ? { ...x, start: '14:04:30' } : x)) },
      { sentences },
    );
    expect(later.stated[2]?.text).toBe('Officer A pulled Mr. Doe over.');
    expect(later.stated[2]?.changed).toContain('14:04:30');
  });

  it('offered as a summary, what is made of it argues nothing either', async () => {
    const e = exhibit(await roadside(), { use: 'summary' });
    const html = new TextDecoder().decode(oneFileOf(asOffered(e)));
    expect(e.findings.filter((f) => html.includes(`. ${f.title}`))).toEqual([]);
    expect(asOffered(exhibit(await roadside())).findings.length).toBeGreaterThan(0);
  });
});

describe('papers say what papers say', () => {
  it('times as written stand first, hand-overs as the form has them, and no cite is a line that we typed', async () => {
    const r = await roadside();
    const e = exhibit(r, { findings: analyze(r).findings.map((f) => f.key) });
    const summary = textOf(e, 'summary');
    expect(summary).toContain('Officer A, 2024-03-14 20:10');
    expect(summary).not.toContain('20:05:00');
    const sniff = e.facts.find((f) => f.what.startsWith('Dog led'));
    expect([sniff?.written, sniff?.clock]).toEqual([
      '19:23:54 to 19:25:20 (UTC)',
      '14:23:11–14:23:13 to 14:24:37–14:24:39',
    ]);
    expect(sniff?.cite).toBe('Body camera A at 19:23:54 (UTC, its clock)');
    const claim = e.facts.find((f) => f.what.includes('dog deployed'));
    // The width beside it is ours, not the report's.
    expect([claim?.written, claim?.claim]).toEqual(['about 14:15', true]);
    expect(textOf(e, 'statement')).toContain(
      'Report of Officer A claims, at about 14:15: dog deployed while the warning was being written.',
    );
    expect(textOf(e, 'statement')).toContain(
      'From 19:23:54 to 19:25:20 (UTC) (14:23:11–14:23:13 to 14:24:37–14:24:39 local time) by the body camera A clock, Officer B: Dog led around the car.',
    );
    expect(textOf(e, 'statement')).toContain(
      'Between 14:18:12 and 14:18:58 by the dispatch clock, Officer A: Warning printed',
    );
    for (const kind of PAPERS) {
      // "line 12" of the dispatch log is its own; a line of our table is cited by nobody.
      expect(textOf(e, kind)).not.toMatch(/(, line \d|^line \d|at line \d+ of|\.csv)/m);
      expect(textOf(e, kind)).not.toMatch(/(camera A|Custody form|Dash camera) (at )?line/);
    }
    expect(e.underlying.every((u) => u.file === '')).toBe(true);
  });

  it('a time that no paper writes is that of the whole record, and what that means is said once', () => {
    const r = record({
      events: [
        { ref: 'a', kind: 'seizure-begins', start: '14:00', description: 'Car stopped' },
        { ref: 'b', start: 'after @a', end: '14:10', description: 'Questions' },
        { ref: 'c', kind: 'alert', start: '14:20', description: 'Dog alerts' },
        { ref: 'd', start: 'after @c', description: 'Car searched' },
      ],
    });
    const lines = textOf(exhibit(r), 'statement').split('\n');
    expect(lines.slice(1, 6)).toEqual([
      'At 14:00 by the dispatch clock, officer A: Car stopped. Dispatch log, line 2',
      'From between 14:00:00 and 14:10:59 to 14:10 by the whole record, officer A: Questions. Dispatch log, line 3',
      'At 14:20 by the dispatch clock, officer A: Dog alerts. Dispatch log, line 4',
      'Not before 14:20:00 by the whole record, officer A: Car searched. Dispatch log, line 5',
      'Times written to the second are counted as written; each stands for the whole of its second. Where a time is given “by the whole record,” no paper writes it: it is all that these records together allow.',
    ]);
    const plain = record({
      events: [
        { ref: 'a', start: '14:00', description: 'Car stopped' },
        { ref: 'z', start: '19:05:10Z', description: 'Mute on' },
      ],
    });
    // A stamp of another zone has local time beside it.
    expect(textOf(exhibit(plain), 'statement')).toContain(
      'At 19:05:10Z (14:05:10 local time) by the dispatch clock, officer A: Mute on.',
    );
    expect(textOf(exhibit(plain), 'statement')).not.toContain('whole record');
  });

  it('a report that footage refutes is printed as claiming what it claims, with what footage shows', () => {
    const r = record({
      sources: [
        { id: 'cam', kind: 'camera', name: 'Body camera' },
        { id: 'report', kind: 'report', name: 'Report', file: 'report.pdf', sha256: 'a'.repeat(64) },
      ],
      events: [
        { ref: 'filmed', kind: 'sniff', start: '14:23:11', sourceId: 'cam' },
        {
          ref: 'said',
          kind: 'note',
          start: '14:15',
          sourceId: 'report',
          page: '3',
          description: 'dog deployed',
        },
      ],
      relations: [
        {
          id: 'same',
          caseId: 'c',
          fromId: 'filmed',
          fromEdge: 'start',
          toId: 'said',
          toEdge: 'start',
          min: 0,
          max: 0,
          says: 'one sniff',
          sourceId: 'cam',
          page: '',
        },
      ],
    });
    const e = exhibit(r, { findings: [] });
    const said = e.facts.find((f) => f.id === 'said');
    expect(said?.written).toBe('14:15');
    expect(said?.doubt).toMatch(/footage shows 14:23:11/);
    expect(textOf(e, 'statement')).toMatch(
      /Report claims, at 14:15.*: dog deployed\. .*footage shows 14:23:11/,
    );
    // Its own file is the record, and is in the index with its hash.
    expect(e.underlying.map((u) => u.file)).toContain('report.pdf');
  });

  it('cites a line where the file is the record itself', () => {
    const r = record({
      sources: [{ id: 'cad', kind: 'dispatch-log', name: 'CAD export.csv', file: 'CAD export.csv' }],
      events: [{ ref: 'a', kind: 'seizure-begins', start: '14:00:00', sourceId: 'cad', line: 7 }],
    });
    expect(exhibit(r).facts[0]?.cite).toBe('CAD export.csv, line 7');
  });

  it('numbers agree: where a headline is not what is proved below it, the paper says how it comes of that', async () => {
    const r = await roadside();
    const e = exhibit(r);
    const off = e.findings.find((f) => f.title === 'Time spent off the mission');
    expect(off?.reconciles).toMatch(/less than the span proved below/);
    const held = e.findings.find((f) => f.title === 'Held beyond the mission');
    expect([held?.bounds, held?.reconciles]).toEqual([
      'at least 6 min 12 s, at most 8 min 00 s from “warning issued” to “alert”',
      '',
    ]);
  });
});

describe('the plan binds', () => {
  const plans = (over: { about: string; plan?: 'hold' | 'letter'; dismissed?: string }[]): Withheld =>
    withheldOf(
      over.map((o, i) => ({
        id: `p${i}`,
        caseId: 'c',
        plan: 'undecided' as const,
        by: '',
        strength: '' as const,
        dismissed: '',
        order: 0,
        ...o,
      })),
    );

  it('what is on hold or dismissed is in nothing unless it is taken in by name', async () => {
    const r = await roadside();
    const read = { record: r, analysis: analyze(r) };
    const [held, dropped, free] = read.analysis.findings.slice(0, 3).map((f) => f.key) as [
      string,
      string,
      string,
    ];
    const withheld = plans([
      { about: held, plan: 'hold' },
      { about: dropped, dismissed: 'why: CANARY-7f3a91' },
      { about: free, plan: 'letter' },
    ]);
    expect(firstPlan(read, 'x', sticker, withheld).findings).not.toContain(held);
    const e = exhibit(r, {}, withheld);
    expect(e.findings.map((f) => f.key)).not.toContain(held);
    expect(e.findings.map((f) => f.key)).not.toContain(dropped);
    expect(e.findings.map((f) => f.key)).toContain(free);
    expect(e.read.analysis.findings.map((f) => f.key)).not.toContain(held);
    for (const bytes of [oneFileOf(e), await wordOf(e, paperOf(e, 'argument'), [])])
      for (const b of await bytesWithin(bytes)) expect(Buffer.from(b).includes('CANARY')).toBe(false);
    const named = exhibit(r, { despite: [held] }, withheld);
    expect(named.findings.map((f) => f.key)).toContain(held);
    expect(boundFindings({ findings: [held, dropped, free], despite: [held] }, withheld)).toEqual({
      shown: [held, free],
      keptBack: [dropped],
      despite: [held],
    });
  });

  it('nor is a demand that came of it in the letter', async () => {
    const demand = (about: string, asks: string, despite?: boolean) =>
      newDemand({
        id: asks,
        caseId: 'c',
        about,
        asks,
        why: 'Loss alone is no violation without bad faith. The camera was off.',
        mentioned: 'Dash camera, line 3',
        ...(despite === undefined ? {} : { despite }),
      });
    const withheld = plans([{ about: 'held', plan: 'hold' }]);
    const demands = [demand('held', 'secret'), demand('', 'plain'), demand('held', 'named', true)];
    const bound = boundDemands(demands, withheld);
    expect(bound.map((d) => d.asks)).toEqual(['plain', 'named']);
    const letter = officeText(
      await letterOf({
        caption: { court: '', parties: 'United States v. R.', number: '' },
        madeUp: false,
        made: '2026-11-25',
        otherSide: 'the government',
        demands: bound,
      }),
    );
    expect(letter).toContain('attorney for the government');
    expect(letter).toContain('The camera was off.');
    expect(letter).not.toMatch(/bad faith|line 3/);
  });

  it('a letter of all that the record calls for argues nothing for the State and names no line that we typed', async () => {
    const r = await roadside();
    const asked = demandCandidates(r, analyze(r));
    expect(asked.map((c) => c.why).join('\n')).toMatch(/may explain it[\s\S]*line \d: /);
    const demands = asked.map((c, i) => newDemand({ id: `${i}`, caseId: 'c', ...c }));
    const caption = { court: '', parties: 'State v. Doe', number: '' };
    const letter = paragraphsOf(
      await letterOf({ caption, madeUp: false, made: '2026-11-25', otherSide: 'the State', demands }),
    ).split('\n');
    expect(letter.join('\n')).toContain('The entry (Evidence clerk to Laboratory, 2024-03-18 09:10) has no');
    expect(letter.filter((l) => /may explain it|may not cover/.test(l))).toEqual([]);
    expect(letter.filter((l) => /(?<!Dispatch log at )\blines? \d/.test(l))).toEqual([]);
    const mentions = letter.filter((l) => l.includes('Where it is mentioned'));
    expect(mentions.length).toBeGreaterThan(8);
    for (const m of mentions) {
      const named = m.replace(/.*Where it is mentioned: /, '').split('; ');
      expect(named, m).toEqual([...new Set(named)]);
    }
    const named = 'Ex. 7, line 4; Ex. 7, line 6; Dispatch log at line 9';
    expect(mentionedIn(named)).toBe('Ex. 7; Dispatch log at line 9');
  });

  it('“no custody” leaves no custody, whatever finding was chosen', async () => {
    const r = await roadside();
    const all = analyze(r).findings.map((f) => f.key);
    const e = exhibit(r, { items: [], findings: all });
    expect(e.custody).toEqual([]);
    expect(e.read.record.custody).toEqual([]);
    expect(e.read.record.items).toEqual([]);
    const texts = [...PAPERS.map((kind) => textOf(e, kind)), new TextDecoder().decode(oneFileOf(e))];
    for (const text of texts) expect(text).not.toMatch(/Evidence clerk|S-100|Custody form|Laboratory/);
  });
});

describe('rows leave field by field', () => {
  it('a field that nobody named stays in the office, in every byte', async () => {
    const r = await roadside();
    const CANARY = 'CANARY-7f3a91';
    const laced = <T extends object>(rows: readonly T[]): T[] => rows.map((x) => ({ ...x, someday: CANARY }));
    const e = exhibit({
      ...r,
      case: { ...r.case, ...{ someday: CANARY } },
      events: laced(r.events),
      // One that explains a finding on its line stands there on the screen, and leaves as little.
      custody: laced(
        r.custody.map((c) => ({ ...c, note: `${CANARY} handed over, weighed and stored`, photo: CANARY })),
      ),
      items: laced(r.items),
      sources: laced(r.sources),
      clocks: laced(r.clocks),
    });
    expect(JSON.stringify(e)).not.toContain(CANARY);
    for (const bytes of [oneFileOf(e), await wordOf(e, paperOf(e, 'summary'), [])])
      for (const b of await bytesWithin(bytes)) expect(Buffer.from(b).includes(CANARY)).toBe(false);
  });
});

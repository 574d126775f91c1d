import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { textWidth } from '../../src/drawing/scene/scene';
import { changedSinceExport, linesOf } from '../../src/exhibits/changed-since-export';
import { chosenPart } from '../../src/exhibits/chosen';
import { type Exhibit, exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { custodySummaryOf } from '../../src/exhibits/formats/custody-summary';
import { letterOf } from '../../src/exhibits/formats/letter';
import { oneFileHash, oneFileOf } from '../../src/exhibits/formats/one-file';
import { pdfOf } from '../../src/exhibits/formats/pdf';
import { bates } from '../../src/exhibits/formats/pdf-paper';
import { withDensity } from '../../src/exhibits/formats/png';
import { slidesOf } from '../../src/exhibits/formats/slides';
import { csvOf, xlsxOf } from '../../src/exhibits/formats/tables';
import { wordOf } from '../../src/exhibits/formats/word';
import { mayStand } from '../../src/exhibits/never';
import { paperOf } from '../../src/exhibits/papers';
import { paperScene, sceneOf, sheetOf, stretchOf } from '../../src/exhibits/picture';
import { fileName, oneLine, printable } from '../../src/exhibits/printable';
import { nextMark, STICKERS } from '../../src/exhibits/stickers';
import { recordFromFiles } from '../../src/intake/assemble';
import type { ExhibitPlan } from '../../src/record/paper';
import type { CaseRecord } from '../../src/record/record';
import { printBounds } from '../../src/time/duration';
import { record } from '../make';
import { busyStop } from './busy-stop';
import { bytesWithin } from './decompressed';

const bytesOf = (path: string): Promise<Uint8Array> => readFile(path).then((b) => new Uint8Array(b));
const fonts = async () => ({
  regular: await bytesOf('node_modules/@fontsource/public-sans/files/public-sans-latin-400-normal.woff'),
  bold: await bytesOf('node_modules/@fontsource/public-sans/files/public-sans-latin-700-normal.woff'),
  wide: await bytesOf('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  wideBold: await bytesOf('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
});
const files = async (...names: string[]): Promise<CaseRecord> => {
  const read = await Promise.all(
    names.map(async (name) => ({ name, bytes: await bytesOf(`public/samples/${name}`) })),
  );
  return (await recordFromFiles(read, 'America/Chicago')).record;
};
const roadside = (): Promise<CaseRecord> =>
  files('roadside-stop-log.csv', 'roadside-cameras.csv', 'roadside-custody.csv');
const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
const NOTHING = new Map();
const exhibit = (r: CaseRecord, over: Partial<ExhibitPlan> = {}): Exhibit => {
  const read = { record: r, analysis: analyze(r) };
  return exhibitOf(read, { ...firstPlan(read, 'x', sticker, NOTHING), ...over }, '2026-11-25', NOTHING);
};
const words = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([n]) => n.endsWith('.xml'))
    .map(([, b]) => new TextDecoder().decode(b).replace(/<[^>]+>/g, ''))
    .join('\n')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const every = async (e: Exhibit): Promise<Record<string, Uint8Array>> => ({
  summary: await wordOf(e, paperOf(e, 'summary'), []),
  statement: await wordOf(e, paperOf(e, 'statement'), []),
  argument: await wordOf(e, paperOf(e, 'argument'), []),
  pdf: await pdfOf(e, paperOf(e, 'summary'), await fonts()),
  statementPdf: await pdfOf(e, paperOf(e, 'statement'), await fonts()),
  argumentPdf: await pdfOf(e, paperOf(e, 'argument'), await fonts()),
  slides: await slidesOf(e),
  html: oneFileOf(e),
  csv: csvOf(e),
  xlsx: await xlsxOf(e),
  custody: await custodySummaryOf(e),
});

let roadsideMade: Promise<Record<string, Uint8Array>> | null = null;
/** Every document of the roadside stop as it is first planned, made once for all that look at them. */
const ofRoadside = (): Promise<Record<string, Uint8Array>> => {
  roadsideMade ??= roadside().then((r) => every(exhibit(r)));
  return roadsideMade;
};

describe('an exhibit', () => {
  it('states every time, bound and cite as the analysis gives it', async () => {
    const r = await roadside();
    const analysis = analyze(r);
    const e = exhibit(r);
    expect(e.facts).toHaveLength(r.events.length);
    for (const f of e.findings) {
      const of = analysis.findings.find((x) => x.key === f.key);
      if (of?.bounds && f.bounds !== '') expect(f.bounds).toContain(printBounds(of.bounds));
    }
    const made = await ofRoadside();
    const [summary, statement, argument, slides, html] = [
      words(made['summary'] as Uint8Array),
      words(made['statement'] as Uint8Array),
      words(made['argument'] as Uint8Array),
      words(made['slides'] as Uint8Array),
      new TextDecoder().decode(made['html']),
    ];
    for (const f of e.facts) {
      expect(summary).toContain(f.clock);
      expect(summary).toContain(f.written);
      for (const text of [summary, statement]) expect(text).toContain(f.cite);
      expect(html).toContain(f.clock);
    }
    for (const f of e.findings) {
      const bounds = f.bounds.slice(1);
      for (const text of [argument, html, slides]) expect(text).toContain(bounds);
      if (bounds !== '') expect(summary).not.toContain(bounds);
      for (const p of f.proofs) expect(argument).toContain(p.concludes);
    }
  });

  it('narrowed, keeps the bounds of the whole record, and every row its findings rest on', async () => {
    const r = await roadside();
    const read = { record: r, analysis: analyze(r) };
    const [finding] = read.analysis.findings;
    const part = chosenPart(read, { stop: '', from: 0, to: 1, items: [], findings: [finding?.key ?? ''] });
    expect(part.record.events.length).toBeGreaterThan(0);
    expect(part.record.events.length).toBeLessThan(r.events.length);
    part.record.events.forEach((e, i) => {
      const k = r.events.findIndex((x) => x.id === e.id);
      for (const edge of [0, 1])
        expect(part.analysis.positions.min[2 * i + edge]).toBe(read.analysis.positions.min[2 * k + edge]);
    });
    expect(part.analysis.findings.map((f) => f.key)).toEqual([finding?.key]);
    expect(part.record.case.trust).toEqual({ order: [], pinned: [], impeached: [], off: [] });
  });

  it('narrowed to what a paper bears, still says that the entry set aside cannot be true', () => {
    const r = record({
      sources: [{ id: 'log' }, { id: 'report', kind: 'report', name: 'Report' }],
      events: [
        { ref: 'logged', kind: 'alert', start: '14:05:00' },
        { ref: 'seen', kind: 'alert', start: '14:25:00', sourceId: 'report' },
      ],
      relations: [
        {
          id: 'same',
          caseId: 'c',
          fromId: 'logged',
          fromEdge: 'start',
          toId: 'seen',
          toEdge: 'start',
          min: 0,
          max: 0,
          says: 'one alert',
          sourceId: 'log',
          page: '',
        },
      ],
    });
    // The relation itself never stands in an exhibit; what it makes untrue does.
    const e = exhibit(r, { findings: [] });
    expect(e.facts.map((f) => [f.id, f.doubt === ''])).toEqual([
      ['logged', true],
      ['seen', false],
    ]);
    expect(e.facts[1]?.doubt).toMatch(/^cannot be true/);
  });

  it('leaves out what the office keeps: offers, deadlines, treatment', () => {
    const r = record({
      events: [
        { ref: 'a', kind: 'seizure-begins', start: '14:00:00' },
        { ref: 'b', kind: 'offer', start: '15:00', description: 'plead to count two' },
        { ref: 'c', kind: 'treatment', start: '16:00', description: 'intake at the clinic' },
      ],
    });
    const e = exhibit(r);
    expect(e.facts.map((f) => f.what)).toEqual(['a']);
  });

  it('says line by line what changed since it was handed over', async () => {
    const r = await roadside();
    const e = exhibit(r);
    const handed = { at: 1, ...linesOf(e) };
    expect(changedSinceExport(handed, e)).toEqual([]);
    const later = exhibit({
      ...r,
      events: r.events.map((x) =>
        x.description === 'Canine unit asked for' ? { ...x, start: '14:09:30' } : x,
      ),
    });
    expect(changedSinceExport(handed, later).join('\n')).toMatch(
      /Entry changed: was “.*14:09:12.*”, is “.*14:09:30/,
    );
  });

  it('as one file is the same bytes each time, and names its script by its hash', async () => {
    const r = await roadside();
    const [a, b] = [oneFileOf(exhibit(r)), oneFileOf(exhibit(r))];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
    expect(oneFileHash(exhibit(r))).toMatch(/^[0-9a-f]{64}$/);
    const html = new TextDecoder().decode(a);
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const digest = Buffer.from(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script)),
    ).toString('base64');
    expect(html).toContain(`'sha256-${digest}'`);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it('draws one look at a finding with the lanes that are near it', async () => {
    const e = exhibit(await roadside());
    const sheet = sheetOf(e);
    for (const f of e.findings.filter((x) => e.read.analysis.findings.find((y) => y.key === x.key)?.span)) {
      const [a, b] = stretchOf(sheet, { show: 'finding', id: f.key });
      expect(b).toBeGreaterThan(a);
      expect(sceneOf(e, { show: 'finding', id: f.key }, 900).height).toBeLessThanOrEqual(
        sceneOf(e, { show: 'whole', id: '' }, 900).height,
      );
    }
  });
});

/** What a hostile or unlucky record may hold. */
const HOSTILE = [
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202egnp.exe',
  'naïve Łódź Привет 東京 😀',
  '\ud800 half',
  ']]>',
  'a'.repeat(10_000),
];

describe('hostile and unlucky text', () => {
  const hostile = (): CaseRecord => {
    const base = record({
      events: HOSTILE.map((text, i) => ({
        ref: `r${i}`,
        kind: i === 0 ? ('seizure-begins' as const) : ('note' as const),
        start: `14:${String(i).padStart(2, '0')}:00`,
        description: text,
        actor: text,
        page: text,
      })),
      custody: HOSTILE.slice(0, 5).map((text, i) => ({
        id: `c${i}`,
        releasedBy: text,
        receivedBy: text,
        releasedAt: `15:0${i}`,
        receivedAt: `15:0${i}`,
        seal: text,
        purpose: text,
      })),
    });
    return {
      ...base,
      case: {
        ...base.case,
        title: HOSTILE[5] as string,
        number: HOSTILE[0] as string,
        court: HOSTILE[6] as string,
      },
    };
  };
  it('passes through every export safe and legible', async () => {
    const e = exhibit(hostile(), { title: HOSTILE.slice(0, 8).join(' ') });
    const made = await every(e);
    const html = new TextDecoder().decode(made['html']);
    expect(html).not.toMatch(/<script>alert|<img|\u202e/);
    expect(html).toContain('&lt;script&gt;alert(1)');
    for (const kind of ['summary', 'statement', 'argument', 'slides', 'custody', 'xlsx'] as const) {
      for (const [name, b] of Object.entries(unzipSync(made[kind] as Uint8Array))) {
        if (!name.endsWith('.xml')) continue;
        const xml = new TextDecoder('utf-8', { fatal: true }).decode(b);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
        expect(xml, `${kind} ${name}`).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
        expect(xml, `${kind} ${name}`).not.toContain('<script>');
      }
    }
    expect(words(made['summary'] as Uint8Array)).toContain('Привет 東京 😀');
    expect(words(made['summary'] as Uint8Array)).toContain('10,000 letters in the record');
    expect(
      Buffer.from(made['pdf'] as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
  it('never makes a cell that a spreadsheet takes for a formula', async () => {
    const e = exhibit(hostile());
    const csv = new TextDecoder().decode(csvOf(e));
    for (const cell of csv.replace(/^\ufeff/, '').split(/\r\n|,/))
      expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/);
    // Split at semicolons or tabs, `x;=1+1` would be one: each field is quoted.
    expect(csv.replace(/^\ufeff/, '').replace(/"(?:[^"]|"")*"/g, '')).toMatch(/^[,\r\n]*$/);
    const sheets = await readExcel(Buffer.from(await xlsxOf(e)));
    expect(JSON.stringify(sheets)).toContain('=1+1');
    const parts = unzipSync(await xlsxOf(e));
    for (const [name, b] of Object.entries(parts))
      if (/worksheets/.test(name)) expect(new TextDecoder().decode(b)).not.toMatch(/<f[ >]/);
  });
  it('is cut to what anybody reads, and says so; names of files are names on every disk', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 3000 }), (letters) => {
        // Halves of characters among them.
        const text = String.fromCodePoint(...letters);
        const shown = printable(text);
        expect(shown.length).toBeLessThan(1000);
        expect(shown.isWellFormed()).toBe(true);
        expect(oneLine(text)).not.toMatch(/\n/);
        expect(fileName(text, 'docx')).toMatch(/^[^\\/:*?"<>|\s.]+\.docx$/);
      }),
    );
    expect(fileName('con', 'pdf')).toBe('exhibit-con.pdf');
  });
});

describe('a certificate of service', () => {
  it('is of the court: the clerk’s system in *United States v.*, counsel for the State elsewhere', () => {
    const of = (title: string) => {
      const r = record({});
      return exhibit({ ...r, case: { ...r.case, title } }).certificate;
    };
    expect(of('United States v. R.')).toMatch(/electronic filing system/);
    expect(of('State v. R.')).toMatch(/counsel for the State/);
  });
});

describe('an empty case', () => {
  it('becomes every document, and each says that there is nothing', async () => {
    const e = exhibit(record({}));
    const made = await every(e);
    expect(words(made['summary'] as Uint8Array)).toContain('holds no entries');
    expect(new TextDecoder().decode(made['html'])).toContain('holds no entries');
    expect(words(made['custody'] as Uint8Array)).toContain('No item of evidence');
    expect(
      words(
        await letterOf({
          caption: e.caption,
          madeUp: false,
          made: '2026-11-25',
          otherSide: 'the State',
          demands: [],
        }),
      ),
    ).toContain('Nothing is asked for yet');
  });
});

describe('a busy case', () => {
  it('of 300 events and 40 findings becomes Word, PDF and slides; no two labels lie on one another', async () => {
    const r = busyStop(300);
    const read = { record: r, analysis: analyze(r) };
    const findings = read.analysis.findings.slice(0, 40).map((f) => f.key);
    expect(findings.length).toBe(40);
    const e = exhibitOf(read, { ...firstPlan(read, 'x', sticker, NOTHING), findings }, '2026-11-25', NOTHING);
    expect(e.facts.length).toBe(300);
    const made = await every(e);
    expect(words(made['argument'] as Uint8Array)).toContain('AN. ');
    expect((made['pdf'] as Uint8Array).length).toBeGreaterThan(50_000);
    for (const width of [960, 1240, 1530]) {
      const texts = paperScene(e, { show: 'whole', id: '' }, width).shapes.flatMap((s) =>
        s.t === 'text' && !s.turned ? [s] : [],
      );
      const boxes = texts.map((s) => {
        const w = textWidth(s.text, s.size, s.bold) * 0.9;
        const x = s.anchor === 'middle' ? s.x - w / 2 : s.anchor === 'end' ? s.x - w : s.x;
        return { x, y: s.y - s.size * 0.7, w, h: s.size * 0.7, text: s.text };
      });
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          // Called for what is wrong alone: a call a pair costs more than the drawing.
          if (a.x < b.x + b.w - 1 && b.x < a.x + a.w - 1 && a.y < b.y + b.h - 1 && b.y < a.y + a.h - 1)
            expect.fail(`“${a.text}” lies on “${b.text}” at ${width}`);
        }
      }
    }
  });
});

describe('small things', () => {
  it('counts marks and Bates numbers on', () => {
    expect(['A', 'Z', 'AZ', 'ZZ', '9', 'DX-9', 'J-099'].map(nextMark)).toEqual([
      'B',
      'AA',
      'BA',
      'AAA',
      '10',
      'DX-10',
      'J-100',
    ]);
    expect([bates('DOE000120', 2), bates('DOE999', 1), bates('none', 3)]).toEqual([
      'DOE000122',
      'DOE1000',
      'none',
    ]);
  });
  it('says in a PNG how large it is, with a checksum that holds', () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const out = Buffer.from(withDensity(png, 300));
    const at = out.indexOf('pHYs');
    expect(out.readUInt32BE(at + 4)).toBe(11811);
    // The checksum of this chunk as any PNG writer gives it for 11811 pixels to the metre.
    expect(out.subarray(at + 13, at + 17).toString('hex')).toBe('78a53f76');
  });
  it('bears nothing but facts when its parts are looked at byte by byte', async () => {
    for (const bytes of Object.values(await ofRoadside()))
      for (const b of await bytesWithin(bytes)) expect(Buffer.from(b).includes('impeached')).toBe(false);
  });
});

describe('what reminds the drafter', () => {
  it.each([
    'Line 4 of “log.csv” could not be read, and may tell it: look at the paper.',
    'Lines 4, 6 of the form could not be read, and may explain it: look at the paper.',
    'The package was opened or tested in between: ask how much was consumed.',
    'No uncertainty of the scales is stated: ask for their calibration.',
  ])('stands in no paper: %s', (says) => {
    expect(mayStand(says)).toBe(false);
  });
});

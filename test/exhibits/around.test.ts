import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BLANK_CLIENT } from '../../src/actions/client';
import { BLANK_ORDER } from '../../src/actions/demands';
import { BLANK_CLOCK, BLANK_DATE, BLANK_EXCLUSION, BLANK_OFFER } from '../../src/actions/docket';
import { analyze } from '../../src/analysis/analyze';
import { documentTools } from '../../src/cli/document-tools';
import type { WholeCase } from '../../src/exhibits/document';
import { DOCUMENTS } from '../../src/exhibits/documents';
import { leafAsPdf } from '../../src/exhibits/documents/packet';
import { stillsPdf, stillsWord } from '../../src/exhibits/documents/stills';
import type { Leaf } from '../../src/exhibits/leaf';
import { leftBeside, packetOf } from '../../src/exhibits/packet';
import { packetLeaf } from '../../src/exhibits/packet-leaf';
import type { ClientEntry } from '../../src/record/client';
import { newDemand } from '../../src/record/paper';
import { dateOf, dayNumber } from '../../src/time/days';
import { record, relation } from '../make';
import { bytesWithin } from './decompressed';

const CANARY = 'CANARYx';
const tools = documentTools(() => {});

/** Every text field of a row bears the canary, its name after it; days, kinds and ids stay what they must be. */
function laced<T extends object>(row: T, kept: readonly string[]): T {
  return Object.fromEntries(
    Object.entries(row).map(([k, x]) => [
      k,
      typeof x === 'string' && !kept.includes(k) ? `${CANARY}${k}` : x,
    ]),
  ) as T;
}

const KEPT = [
  'id',
  'caseId',
  'kind',
  'outcome',
  'answer',
  'state',
  'hour',
  'endsAt',
  'clock',
  'paper',
  'uid',
];
const DAYS = [
  'day',
  'until',
  'made',
  'told',
  'ends',
  'answered',
  'met',
  'starts',
  'stops',
  'from',
  'to',
  'askedOn',
];
const client = (over: Partial<ClientEntry>): ClientEntry => ({
  ...laced({ ...BLANK_CLIENT, id: 'e', caseId: 'c' }, [...KEPT, ...DAYS]),
  day: '2026-03-05',
  ...over,
});

const r = record({
  events: [
    { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
    { ref: 'over', kind: 'warning-issued', start: '14:08:00' },
    { ref: 'dog', kind: 'alert', start: '14:20:00' },
  ],
});
const claimed = {
  ...record({
    sources: [{}, { id: 'rep', name: 'Report of Marsh', kind: 'report', by: 'Marsh' }],
    events: [
      { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
      { ref: 'over', kind: 'warning-issued', start: '14:08:00' },
      { ref: 'dog', kind: 'alert', start: '14:20:00' },
      { ref: 'c', kind: 'alert', start: '14:05', sourceId: 'rep', page: '2', description: 'The dog alerted' },
    ],
    relations: [relation('c', 'dog')],
  }),
  benchmarks: [
    {
      id: 'b',
      caseId: 'c',
      officer: 'Marsh',
      says: 'officer Marsh, all districts',
      measures: 'stop' as const,
      lengths: [{ min: 600_000, max: 660_000, n: 40 }],
      leftOut: [{ why: 'no end', n: 3 }],
      rows: 43,
      made: '2026-05-01',
      sourceId: '',
    },
  ],
};
const caption = { court: '', parties: 'State v. Doe', number: '' };
const PNG = new Uint8Array(readFileSync('test/pictures/timeline.png'));
const LEAF: Leaf = {
  title: 'Leaf',
  caption,
  madeUp: false,
  made: '2026-06-01',
  zone: 'UTC',
  stamp: '',
  parts: Array.from({ length: 60 }, (_, i) => ({ t: 'text' as const, text: `Line ${i}.` })),
};
const row = { id: 'x', caseId: 'c' };
const whole = (clientEntries: readonly ClientEntry[]): WholeCase => ({
  read: { record: r, analysis: analyze(r) },
  rows: {
    clientEntries,
    offers: [laced({ ...BLANK_OFFER, ...row }, KEPT)],
    dates: [laced({ ...BLANK_DATE, ...row }, KEPT)],
    dayClocks: [laced({ ...BLANK_CLOCK, ...row }, KEPT)],
    exclusions: [laced({ ...BLANK_EXCLUSION, ...row }, KEPT)],
  },
  made: '2026-06-01',
});

/** All texts of a document: its bytes unpacked, and of a PDF what a reader of PDFs finds in it. */
async function textsOf(bytes: Uint8Array, ending: string): Promise<string> {
  const plain = (await bytesWithin(bytes)).map((b) => Buffer.from(b).toString('latin1')).join('\n');
  const read =
    ending === 'pdf' ? spawnSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' }).stdout : '';
  return `${plain}\n${read ?? ''}`;
}

describe('what is the attorney’s own of Docket and Client', () => {
  it('stands in no document, whatever its fields hold; of the client only what was marked, in the packet', async () => {
    const entries = [
      client({ id: 'a' }),
      client({ id: 'b', marked: true, kind: 'screen', outcome: 'negative' }),
    ];
    let [made, packets] = [0, 0];
    for (const kind of DOCUMENTS) {
      const input = kind.inputOf(whole(entries));
      if (input === null) continue;
      const text = await textsOf(await kind.write(input, tools), kind.ending);
      made++;
      const found = new Set([...text.matchAll(/CANARYx(\w+)/g)].map((m) => m[1]));
      if (kind.id.startsWith('packet')) {
        packets++;
        // What the packet bears by its fields, and nothing that is private: no note, nobody asked.
        expect([...found].sort(), kind.id).toEqual([
          'document',
          'laboratory',
          'page',
          'screen',
          'what',
          'who',
        ]);
        expect(text.match(/CANARYxwhat/g)?.length, kind.id).toBe(1);
      } else expect([...found], kind.id).toEqual([]);
    }
    expect(packets).toBe(2);
    expect(made).toBeGreaterThan(10);
  }, 60_000);

  it('no packet is made where nothing is marked', () => {
    const kinds = DOCUMENTS.filter((d) => d.id.startsWith('packet'));
    expect(kinds.map((k) => k.inputOf(whole([client({})])))).toEqual([null, null]);
  });
});

describe('a protective order in force', () => {
  it('is on everything of the case that leaves, and on nothing once it is over', async () => {
    const order = (until: string) => ({ ...BLANK_ORDER, ...row, name: 'Order', stamp: 'STAMPED-Q7', until });
    const of = (until: string): WholeCase => ({
      ...whole([client({ marked: true })]),
      read: { record: claimed, analysis: analyze(claimed) },
      rows: {
        clientEntries: [client({ marked: true })],
        demands: [newDemand({ ...row, asks: 'The log', sent: '2026-05-01' })],
        protectiveOrders: [order(until)],
      },
    });
    let stamped = 0;
    for (const kind of DOCUMENTS) {
      // A PNG has no words; frames are taken where a recording is open.
      if (kind.id === 'png') continue;
      const input = kind.inputOf(of(''));
      if (input === null) continue;
      stamped++;
      expect(await textsOf(await kind.write(input, tools), kind.ending), kind.id).toContain('STAMPED-Q7');
      const after = kind.inputOf(of('2026-05-31'));
      expect(JSON.stringify(after), kind.id).not.toContain('"stamp":"STAMPED-Q7"');
    }
    expect(stamped).toBe(DOCUMENTS.length - 3);
    const still = { png: PNG, width: 1200, height: 600, cite: 'Ex. 3 at 00:01', lines: [] };
    const pages = { caption, madeUp: false, stamp: 'STAMPED-Q7', stills: [still, still, still] };
    for (const kind of [stillsWord, stillsPdf]) {
      const text = await textsOf(await kind.write({ pages, day: '2026-06-01' }, tools), kind.ending);
      expect(text, kind.id).toContain('STAMPED-Q7');
      // Of two pages each bears it.
      if (kind.ending === 'pdf') expect(text.match(/STAMPED-Q7/g)).toHaveLength(2);
    }
  }, 60_000);

  it('is printed to its last word, however long, and nothing else stands on it', async () => {
    const stamp = [...Array(30).keys()].map((n) => `word${n}`).join(' ');
    const leaf = { ...LEAF, stamp };
    const text = spawnSync('pdftotext', ['-layout', '-', '-'], {
      input: await leafAsPdf(leaf, tools),
      encoding: 'utf8',
    }).stdout;
    const pages = text.split('\f').filter((p) => p.trim() !== '');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toMatch(/word0 [\s\S]*word29\b/);
      expect(page).not.toContain('…');
    }
  });
});

describe('the packet', () => {
  const start = dayNumber('2026-03-01');
  const on = (n: number): string => dateOf(start + n - 1);
  const sessions = Array.from({ length: 18 }, (_, i) => ({
    ...BLANK_CLIENT,
    id: `s${i}`,
    caseId: 'c',
    day: on(1 + 5 * i),
    outcome: 'kept' as const,
    document: i === 12 ? '' : 'attendance sheet',
    marked: true,
  }));
  const of = { court: '', title: 'State v. Doe', number: '', madeUp: false, zone: 'UTC' };
  const text = (list: ClientEntry[]): string =>
    JSON.stringify(packetLeaf(packetOf(of, list, [], '2026-06-01')));

  it('counts 17 of 18 sessions and says which is undocumented', () => {
    const said = text(sessions);
    expect(said).toContain('17 of 18 sessions kept.');
    expect(said).toContain('Said to be kept, and undocumented: Apr 30, 2026');
  });

  it('says on the screen what a count of chosen entries leaves out', () => {
    const list = [...sessions, { ...sessions[0], id: 'm', outcome: 'missed', marked: false } as ClientEntry];
    expect(leftBeside(list)).toEqual([
      expect.stringMatching(/1 of the session entries is not marked, 1 of them positive or missed/),
    ]);
    expect(leftBeside(sessions)).toEqual([]);
  });

  it('names the paper of the case and its page', () => {
    const leaf = packetLeaf(
      packetOf(
        of,
        [{ ...sessions[0], document: '', paper: 'p', page: 'p. 3' } as ClientEntry],
        [{ id: 'p', name: 'a/sheet.pdf' }],
        '2026-06-01',
      ),
    );
    expect(JSON.stringify(leaf)).toContain('sheet.pdf, p. 3');
  });
});

import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { analyze } from '../../src/analysis/analyze';
import { historyLog } from '../../src/app/history-log';
import { writeCaseFile } from '../../src/casefile/case-file';
import type { CaseContent } from '../../src/casefile/content';
import { VERSION } from '../../src/casefile/upgrades';
import { caseFaults } from '../../src/casefile/whole';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Parts of a case file by a hand that can compute hashes: manifest and seal hold. */
function sealed(parts: Record<string, Uint8Array>): Uint8Array {
  const files = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, hash(bytes)]));
  const manifest = strToU8(JSON.stringify({ format: 'stopline', version: VERSION, files }));
  const zip = zipSync({ ...parts, 'manifest.json': manifest });
  const seal = strToU8(`stopline sha-256 ${'0'.repeat(64)}`);
  zip[zip.length - 2] = seal.length;
  return new Uint8Array(Buffer.concat([zip, strToU8(`stopline sha-256 ${hash(zip)}`)]));
}

type Fields = Record<string, unknown>;
const CASE = 'case';
const row = (id: string, more: Fields): Fields => ({ id, caseId: CASE, ...more });
const own = { sourceId: 's', page: '' };
const relation = (more: Fields): Fields =>
  row('x', {
    fromId: 'row-5',
    fromEdge: 'start',
    toId: 'row-5',
    toEdge: 'end',
    min: 0,
    max: null,
    says: 'later',
    ...own,
    ...more,
  });
const clock = (more: Fields): Fields =>
  row('x', { name: 'Other', kind: 'camera', zone: '', reference: false, offset: null, ...more });
const event = (more: Fields): Fields =>
  row('x', {
    ...{
      logId: 'l',
      ref: 'x',
      kind: 'note',
      clockId: 'row-2',
      zone: '',
      date: '2024-03-14',
      start: '14:27',
      end: '',
    },
    ...{ actor: '', description: 'one more', item: '', line: null, order: 9, ...own, ...more },
  });
const custody = (more: Fields): Fields =>
  row('x', {
    ...{
      logId: 'f',
      ref: 'x',
      itemId: 'i',
      clockId: 'row-2',
      zone: '',
      releasedBy: 'A',
      releasedDate: '2024-03-14',
    },
    ...{
      releasedAt: '15:00',
      receivedBy: 'B',
      receivedDate: '2024-03-14',
      receivedAt: '15:05',
      releasedSigned: null,
    },
    ...{
      receivedSigned: null,
      purpose: null,
      place: '',
      seal: '',
      quantities: [],
      note: '',
      line: null,
      order: 1,
    },
    ...own,
    ...more,
  });
const cue = (more: Fields): Fields =>
  row('x', { sourceId: 's', from: 0, to: 1, speaker: '', text: 'so', line: 1, ...more });
const media = {
  size: 1,
  duration: 1,
  video: '',
  audio: '',
  width: 1,
  height: 1,
  rotation: 0,
  frames: 1,
  variable: false,
  made: '',
};
const source = (more: Fields): Fields =>
  row('x', {
    name: 'Film',
    kind: 'camera',
    exhibit: '',
    batesFrom: '',
    batesTo: '',
    file: '',
    sha256: '',
    media: { ...media, ...more },
  });

/** What must come of a forgery: refused with a sentence that names where, or read and every reckoning on it holds. */
export type Fate = 'refused' | 'harmless';
type Forgery = readonly [name: string, fate: Fate, bytes: Uint8Array];

/** Case files that a hostile hand altered and sealed anew, from a good one of today. */
export function forgeries(good: Uint8Array): readonly Forgery[] {
  const { 'manifest.json': _, ...whole } = unzipSync(good);
  const text = (part: string): string => strFromU8(whole[part] as Uint8Array);
  const raw = (part: string, to: string): Uint8Array => sealed({ ...whole, [part]: strToU8(to) });
  const rows = (part: string): Fields[] => JSON.parse(text(part)) as Fields[];
  const list = (part: string, to: Fields[]): Uint8Array => raw(part, JSON.stringify(to));
  const more = (part: string, one: Fields): Uint8Array => list(part, [...rows(part), one]);
  const of = JSON.parse(text('case.json')) as Fields;
  const policies = of['policies'] as Fields;
  const headed = (over: Fields): Uint8Array => raw('case.json', JSON.stringify({ ...of, ...over }));
  const told = (over: Fields): Uint8Array =>
    list(
      'history.json',
      rows('history.json').map((h, i) => (i === 0 ? { ...h, ...over } : h)),
    );
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['an interval of 9e15 ms', more('facts/relations.json', relation({ min: 9e15 }))],
    ['an interval of 1e300 ms', more('facts/relations.json', relation({ max: 1e300 }))],
    [
      'an interval without end',
      raw('facts/relations.json', JSON.stringify([relation({ max: 7 })]).replace('"max":7', '"max":1e999')),
    ],
    ['a case in a zone of Mars', headed({ zone: 'Mars/Phobos' })],
    ['a case without a zone', headed({ zone: '' })],
    ['a clock in a zone of Mars', more('facts/clocks.json', clock({ zone: 'Mars/Phobos' }))],
    ['an entry in a zone of Mars', more('facts/events.json', event({ zone: 'Mars/Phobos' }))],
    ['a hand-over in a zone of Mars', more('facts/custody.json', custody({ zone: 'Mars/Phobos' }))],
    ['an offset of 9e15 ms', more('facts/clocks.json', clock({ offset: { min: -9e15, max: 0, why: '' } }))],
    [
      'an offset that ends before it begins',
      more('facts/clocks.json', clock({ offset: { min: 2, max: 1, why: '' } })),
    ],
    ['a silence of 9e15 ms', headed({ policies: { ...policies, unaccounted: 9e15 } })],
    ['a drift of all the time', headed({ policies: { ...policies, drift: 1e6 } })],
    ['a case made in 1e300', headed({ createdAt: 1e300 })],
    ['a case binned in 1e300', headed({ deletedAt: -1e300 })],
    ['a bracket over 1e300 g', headed({ brackets: [{ name: 'much', over: 1e300 }] })],
    ['a step at 1e300', told({ at: 1e300 })],
    ['a step of 1e300 rows', told({ rows: 1e300 })],
    ['a step that turns back 1e300', told({ of: 1e300 })],
    ['a note at 1e300', more('work-product/notes.json', row('x', { about: '', text: 'so', at: 1e300 }))],
    [
      'a theory at -1e300',
      more('work-product/theories.json', row('x', { title: '', text: 'so', at: -1e300 })),
    ],
    ['a line of a transcript at 9e15 ms', more('facts/cues.json', cue({ from: 9e15 }))],
    ['a line before the first', more('facts/cues.json', cue({ line: -1 }))],
    ['an entry on line 1e300', more('facts/events.json', event({ line: 1e300 }))],
    ['an entry at place 1e300', more('facts/events.json', event({ order: 1e300 }))],
    [
      'an entry on a frame of 1e300',
      more('facts/events.json', event({ filmed: { frame: 1e300, endFrame: null, overlay: '' } })),
    ],
    ['an entry on February 31', more('facts/events.json', event({ date: '2024-02-31' }))],
    ['an entry in the year 9999', more('facts/events.json', event({ date: '9999-12-31' }))],
    ['an entry of 20,001 letters', more('facts/events.json', event({ description: 'x'.repeat(20_001) }))],
    ['an entry of no kind', more('facts/events.json', event({ kind: 'spell' }))],
    ['a recording of 9e15 ms', more('facts/sources.json', source({ duration: 9e15 }))],
    ['a recording of 1e300 frames', more('facts/sources.json', source({ frames: 1e300 }))],
    [
      'a weight of 1e300',
      more(
        'facts/custody.json',
        custody({ quantities: [{ of: 'net', value: 1e300, unit: 'g', plusMinus: null }] }),
      ),
    ],
    [
      'an exhibit from 9e15',
      list(
        'papers/exhibits.json',
        rows('papers/exhibits.json').map((x) => ({ ...x, from: 9e15 })),
      ),
    ],
    [
      'an exhibit handed over in 1e300',
      list(
        'papers/exhibits.json',
        rows('papers/exhibits.json').map((x) => ({ ...x, exported: { at: 1e300, facts: {}, findings: {} } })),
      ),
    ],
    [
      'two rows of one id',
      list('facts/clocks.json', [...rows('facts/clocks.json'), ...rows('facts/clocks.json').slice(0, 1)]),
    ],
    ['a row of another case', more('facts/clocks.json', clock({ caseId: 'z' }))],
    [
      'a history with a gap',
      list(
        'history.json',
        rows('history.json').map((h, i) => (i === 0 ? h : { ...h, seq: i + 3 })),
      ),
    ],
    ['a history of another case', told({ caseId: 'z' })],
    [
      'a table taken out',
      sealed(Object.fromEntries(Object.entries(whole).filter(([k]) => k !== 'facts/events.json'))),
    ],
    ['a case as deep as a well', raw('case.json', deep)],
    ['a row as deep as a well', raw('facts/events.json', `[{"id":"x","caseId":"${CASE}","filmed":${deep}}]`)],
    [
      'a change as deep as a well',
      raw('history.json', text('history.json').replace('"before":null', `"before":{"x":${deep}}`)),
    ],
    ['a prototype', raw('case.json', text('case.json').replace('{', '{"__proto__":{"polluted":true},'))],
    ['a row that is a number', raw('facts/events.json', '[1]')],
    ['a table that is a case', raw('facts/events.json', text('case.json'))],
  ];
  const harmless: readonly (readonly [string, Uint8Array])[] = [
    [
      'a prototype in escapes',
      raw(
        'history.json',
        text('history.json').replace('"before":null', '"before":{"\\u005f_proto__":{"polluted":true}}'),
      ),
    ],
    ['one id in two tables', more('facts/sources.json', { ...source({}), id: 'row-2' })],
    [
      'an entry on a clock that is nowhere',
      more('facts/events.json', event({ clockId: 'nowhere', sourceId: 'nowhere' })),
    ],
    [
      'a relation between rows that are nowhere',
      more('facts/relations.json', relation({ fromId: 'a', toId: 'b' })),
    ],
    ['a relation of thirty years', more('facts/relations.json', relation({ min: 1e12, max: null }))],
    ['two clocks of reference', more('facts/clocks.json', clock({ reference: true }))],
    ['an entry after itself', more('facts/events.json', event({ start: '@x +5m', end: '@x' }))],
    ['a time of ten thousand signs', more('facts/events.json', event({ start: '@x+'.repeat(3000) }))],
    ['a time in a zone of Mars', more('facts/events.json', event({ start: '14:27 Mars/Phobos' }))],
    [
      'a hand-over of nothing',
      more('facts/custody.json', custody({ releasedAt: '', receivedAt: '', receivedBy: '' })),
    ],
    [
      'a history that makes what no door lets in',
      told({ changes: [{ table: 'relations', id: 'r', before: null, after: relation({ min: 9e15 }) }] }),
    ],
    ['a history that only turns back', told({ kind: 'undo', of: null })],
    ['an author of formulas', told({ who: '=HYPERLINK("http://x")', what: '<script>x</script>' })],
    ['a part that nobody asked for', sealed({ ...whole, '../../etc/passwd': strToU8('x') })],
  ];
  return [
    ...refused.map(([name, bytes]): Forgery => [name, 'refused', bytes]),
    ...harmless.map(([name, bytes]): Forgery => [name, 'harmless', bytes]),
  ];
}

/** Whatever the app reckons with a case: it must come through. @throws where one does not */
export async function reckon(content: CaseContent): Promise<void> {
  analyze({ case: content.case, ...content.facts });
  caseFaults(content);
  historyLog(content);
  await writeCaseFile(content);
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { documentTools } from '../../src/cli/document-tools';
import type { Planned, WholeCase } from '../../src/exhibits/document';
import { DOCUMENTS, OF_EXHIBIT } from '../../src/exhibits/documents';
import { NEVER } from '../../src/exhibits/never';
import { SAMPLES } from '../../src/places/cases/sample-list';
import { samplePlan, sampleRecord } from '../../src/places/cases/sample-record';
import type { Benchmark } from '../../src/record/benchmark';
import { newDemand } from '../../src/record/paper';
import type { CaseRecord } from '../../src/record/record';
import { wholeCase } from '../browser/whole-case';

/** Pictures are not read here, and take longest to draw: any will do. */
const PICTURE = {
  bytes: new Uint8Array(readFileSync('test/pictures/timeline.png')),
  width: 1200,
  height: 600,
};
const tools = { ...documentTools(() => {}), picture: async () => PICTURE };
const hasPdftotext = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** What is read in a document, a paragraph or a cell each; of a PDF all in one, since its lines are broken anywhere. */
function read(bytes: Uint8Array, ending: string): string[] {
  if (ending === 'png') return [];
  if (ending === 'pdf')
    return [flat(spawnSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout)];
  if (/^(docx|pptx|xlsx)$/.test(ending))
    return Object.entries(unzipSync(bytes))
      .filter(([name]) =>
        /document|footnotes|header|footer|sheet|sharedStrings|slides\/slide|notesSlide/.test(name),
      )
      .filter(([name]) => name.endsWith('.xml'))
      .flatMap(([, b]) => new TextDecoder().decode(b).split(/<\/(?:w:p|a:p|si|is|c)>/))
      .map((p) => flat(p.replace(/<[^>]+>/g, '')));
  return new TextDecoder()
    .decode(bytes)
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .split('\n')
    .map((l) => flat(l.replace(/<[^>]+>/g, ' ')));
}

/** What no document says, beside the sentences of `NEVER`. */
const NOR: readonly (readonly [what: string, says: RegExp])[] = [
  ['a negative time', /(?<![\d\w])[−-]\d+(\.\d+)? ?(d|h|min|ms|s)\b/],
  ['a least that says nothing', /at least 0 (s|min)\b/],
  ['a line of a table that we typed', /roadside-[a-z-]+\.csv|rodriguez[a-z-]*\.csv/i],
  ['the grammar of our own fields', /\+-\s*\d|”(\.end)? [+−-]\s*~?\d|@[a-z]+[ .]/],
  ['an offset, by the name it has inside', /\bThe offset of\b/],
  [
    'a time with its owner where an act has its doer',
    /, by (police|dispatch|dash camera|body camera A)(,|:)/,
  ],
  ['a time that is said to be written nowhere', /no paper writes and the record places/],
  ['a line of a recording', /[Cc]amera( A)?\)?,? (at )?line \d/],
  ['one length twice', /at least ([\dhmins ]+?), at most \1(?![\d ]*(h|min|s)\b)/],
  ['a status by the name it has inside', /\b(foreclosed|arguable)\b/i],
  ['a word that no American court writes', /\b(licen[c]e|colour|favour(able|ably)?|judgement)\b/i],
];

async function cases(): Promise<(WholeCase & { name: string })[]> {
  const of = (name: string, record: CaseRecord, rows: WholeCase['rows']) => ({
    name,
    read: { record, analysis: analyze(record) },
    rows,
    made: '2026-11-27',
  });
  const bytesOf = async (file: string): Promise<Uint8Array> =>
    new Uint8Array(readFileSync(`public/samples/${file}`));
  const samples = await Promise.all(
    SAMPLES.map(async (s) => {
      const record = await sampleRecord(s, s.id, 0, bytesOf);
      const demand = newDemand({
        id: 'd',
        caseId: s.id,
        asks: 'The log of the camera',
        why: 'Loss alone is no violation without bad faith. The camera was off.',
      });
      return of(s.id, record, { exhibits: [samplePlan(s, record, 'x')], demands: [demand] });
    }),
  );
  const { record, rows } = wholeCase();
  const marked = (rows.clientEntries ?? []).map((e) => ({ ...e, marked: true }));
  const benchmark: Benchmark = {
    id: 'b',
    caseId: record.case.id,
    officer: 'Marsh',
    says: 'officer Marsh, all districts',
    measures: 'stop',
    lengths: [{ min: 600_000, max: 660_000, n: 40 }],
    leftOut: [{ why: 'no end', n: 3 }],
    rows: 43,
    made: '2026-05-01',
    sourceId: '',
  };
  const all = { ...record, benchmarks: [benchmark] };
  return [...samples, of('the whole case', all, { ...rows, clientEntries: marked })];
}

describe.skipIf(!hasPdftotext)('every document (needs pdftotext)', () => {
  it('holds no sentence that may stand in no paper, no negative time, no file of ours, no word from inside', async () => {
    const made = new Set<string>();
    const wrong: string[] = [];
    for (const of of await cases()) {
      const all = of.read.analysis.findings.map((f) => f.key);
      for (const kind of DOCUMENTS) {
        const input = kind.inputOf(of);
        if (input === null) continue;
        // Whatever findings are chosen: all of them.
        const whole = OF_EXHIBIT.some((k) => k.id === kind.id)
          ? { ...(input as Planned), plan: { ...(input as Planned).plan, findings: all } }
          : input;
        const lines = read(await kind.write(whole, tools), kind.ending);
        made.add(kind.id);
        if (kind.ending !== 'png')
          expect(lines.join('').length, `${of.name}, ${kind.id}`).toBeGreaterThan(40);
        for (const line of lines) {
          for (const never of NEVER) {
            const m = never.exec(line);
            if (m)
              wrong.push(`${of.name}, ${kind.id}: “${line.slice(Math.max(0, m.index - 60), m.index + 80)}”`);
          }
          for (const [what, says] of NOR) {
            const m = says.exec(line);
            if (m)
              wrong.push(
                `${of.name}, ${kind.id}: ${what}: “${line.slice(Math.max(0, m.index - 60), m.index + 80)}”`,
              );
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    // Stills are taken where a recording is open, and bear the margin alone.
    expect(DOCUMENTS.map((d) => d.id).filter((id) => !made.has(id))).toEqual(['stills-word', 'stills-pdf']);
  }, 240_000);
});

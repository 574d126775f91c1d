import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/intake/transcripts/transcript';
import { isShared, shared } from '../shared';

const read = (text: string) => readTranscript(new TextEncoder().encode(text), 't.txt');
const said = (text: string) =>
  read(text).cues.map((c) => `${c.from}-${c.to} ${c.speaker ? `${c.speaker}: ` : ''}${c.text}`);
const platform = (name: string) => readTranscript(shared(`transcripts/${name}.vtt`), `${name}.vtt`);

describe('WebVTT as others write it', () => {
  it('signature alone, settings, regions and style sheets are no words', () => {
    expect(said('WEBVTT')).toEqual([]);
    expect(
      said(
        'WEBVTT - of a camera\n\nREGION\nid:low width:40%\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody says this\n\nfirst\n00:01.000 --> 00:02.500 region:low align:start line:0%\nStep out.\n\n00:00:03.000 --> 00:00:04.000\nNow.',
      ),
    ).toEqual(['1000-2500 Step out.', '3000-4000 Now.']);
  });
  it('a time that is too long, and an end before its beginning, are named by line', () => {
    const t = read('WEBVTT\n\n00:01.000 --> 00:60.500\nlost?\n\n00:05.000 --> 00:04.000\nbackwards\n');
    expect(t.refused.map((r) => r.line)).toContain(3);
    expect(t.cues.every((c) => c.to >= c.from)).toBe(true);
  });
});

describe.skipIf(!isShared('transcripts'))('WebVTT, by the files of the Web Platform Tests', () => {
  it.each([
    ['arrows', 6],
    ['header-space', 1],
    ['header-timings', 1],
    ['newlines', 4],
    ['regions-old', 2],
    ['settings-align', 13],
    ['settings-multiple', 2],
    ['settings-region', 9],
    ['settings-vertical', 8],
    ['signature-no-newline', 0],
    ['signature-space', 0],
    ['signature-tab', 0],
    ['stylesheets', 2],
    ['timings-eof', 0],
    ['timings-negative', 4],
    ['timings-too-long', 2],
  ])('%s: %i lines', (name, count) => {
    const t = platform(name);
    expect(t.format).toBe('WebVTT');
    expect(t.cues.filter((c) => c.text.startsWith('text') || c.text.startsWith('invalid'))).toHaveLength(
      count,
    );
  });
  it('keeps what is good of white space, and refuses a vertical tab by its line', () => {
    const t = platform('whitespace-chars');
    expect(t.cues.map((c) => c.text)).toEqual(['text0', 'text1', 'text2']);
    expect(t.refused[0]?.line).toBe(16);
  });
  it('names every time that is too long', () => {
    expect(platform('timings-too-long').refused.map((r) => r.line)).toEqual(
      Array.from({ length: 13 }, (_, i) => 6 + 3 * i),
    );
  });
  it('says of lines that end before they begin, and keeps them', () => {
    expect(platform('timings-negative').refused).toHaveLength(3);
    expect(platform('timings-negative').cues.every((c) => c.to >= c.from)).toBe(true);
  });
  it('takes the voice from its tag and leaves mark-up out', () => {
    expect(
      said('WEBVTT\n\n00:01.000 --> 00:02.500\n<v.loud Officer Ortiz>Step <i>out</i> &amp; wait</v>\n'),
    ).toEqual(['1000-2500 Officer Ortiz: Step out & wait']);
  });
});

describe('the other forms', () => {
  it('SRT with commas, points, missing numbers and no blank lines', () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,500\r\nOrtiz: Licence, please.\r\n\r\n00:00:03.000 --> 00:00:04.000\r\nand registration\r\n3\r\n00:00:05,5 --> 00:00:06,000\r\n[DRIVER]: Here.\r\n';
    expect(said(srt)).toEqual([
      '1000-2500 Ortiz: Licence, please.',
      '3000-4000 and registration',
      '5500-6000 DRIVER: Here.',
    ]);
  });
  it('SRT with a broken line keeps the rest and names it', () => {
    const t = read(
      '1\n00:00:01,000 --> 00:00:02,500\na\n\n2\n00:00:xx,000 --> 00:00:04,000\nb\n\n3\n00:00:05,000 --> 00:00:06,000\nc\n',
    );
    expect(t.cues.map((c) => c.text)).toEqual(['a', 'c']);
    expect(t.refused).toEqual([{ line: 6, why: expect.stringMatching(/before the arrow/) }]);
  });
  it('plain text with times in brackets, hours, and lines that go on', () => {
    expect(
      said(
        '[03:15] Ortiz: Any drugs in the car?\nanything at all?\n[03:19] Driver: No.\n[1:02:00.5] Ortiz: Wait here.\n',
      ),
    ).toEqual([
      '195000-199000 Ortiz: Any drugs in the car? anything at all?',
      '199000-3720500 Driver: No.',
      '3720500-3725500 Ortiz: Wait here.',
    ]);
    expect(read('no time at all\n[00:01] x\n').refused).toEqual([
      { line: 1, why: expect.stringMatching(/no time/) },
    ]);
    expect(read('[00:05] a\n[00:01] b\n').refused[0]?.why).toMatch(/earlier/);
  });
  it('JSON of words, flat or in segments, grouped by speaker and pause', () => {
    const words = [
      { word: 'Step', start: 1, end: 1.2, speaker: 'Ortiz' },
      { word: 'out', start: 1.2, end: 1.4, speaker: 'Ortiz', confidence: 0.9 },
      { word: '.', start: 1.4, end: 1.4, speaker: 'Ortiz' },
      { word: 'Why?', time: '2.0', duration: 0.5, speaker: 1 },
      { word: 'x' },
      { word: 'Because', start: 9, end: 9.5, speaker: 1 },
    ];
    const expected = [
      '1000-1400 Ortiz: Step out.',
      '2000-2500 Speaker 1: Why? x',
      '9000-9500 Speaker 1: Because',
    ];
    expect(said(JSON.stringify(words))).toEqual(expected);
    expect(read(JSON.stringify(words)).refused).toEqual([
      { line: 5, why: 'word 5, “x”: it holds no time; it is kept in its line, its time unknown' },
    ]);
    expect(
      said(
        JSON.stringify({
          results: { segments: [{ speaker: 'Ortiz', words: [{ text: 'Hi', start: 0, end: 1 }] }] },
        }),
      ),
    ).toEqual(['0-1000 Ortiz: Hi']);
    expect(read('{"words": [').refused[0]?.why).toMatch(/cut short/);
    expect(read('{"a": 1}').refused[0]?.why).toMatch(/no words/);
  });
  it('never throws, hangs or gives a line that runs backwards, whatever the text', () => {
    const piece = fc.constantFrom(
      '00:00:01,000',
      ' --> ',
      '00:00:02.000',
      '\n',
      '\n\n',
      'WEBVTT',
      '[00:01]',
      'Ortiz: ',
      '{',
      '[',
      '"word"',
      ':',
      '1',
      ',',
      '}',
      ']',
      'x',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        for (const c of read(`${parts.join('')}\n`).cues) expect(c.from).toBeLessThanOrEqual(c.to);
      }),
      { numRuns: 2000 },
    );
  });
});

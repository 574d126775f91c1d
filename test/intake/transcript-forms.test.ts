import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/intake/transcripts/transcript';
import { isShared, shared } from '../shared';

const readBytes = (bytes: Uint8Array, name: string) => readTranscript(bytes, name);
const read = (text: string, name = 't.txt') => readBytes(new TextEncoder().encode(text), name);
const line = (c: { from: number; to: number; speaker: string; text: string }) =>
  `${c.from}-${c.to} ${c.speaker ? `${c.speaker}: ` : ''}${c.text}`;
const said = (text: string) => read(text).cues.map(line);
const fixture = (name: string) =>
  readBytes(new Uint8Array(readFileSync(`test/fixtures/transcripts/${name}`)), name);
const lines = (name: string) => fixture(name).cues.map(line);

describe('faults that users of other tools reported', () => {
  it.each([
    [
      'blank-inside.srt',
      ['1000-4000 Hands where I can see them and do not reach for that', '5000-7000 Yes sir'],
    ],
    ['blank-after-time.srt', ['1000-4000 Hands where I can see them', '5000-7000 Yes sir']],
    ['space-sep.srt', ['1000-4000 Step out', '5000-7000 Why']],
    ['channels.json', ['1000-1800 Channel 1: where are you', '2500-3200 Channel 2: at home']],
    ['nowordsecond.json', ['3000-3600 Step out.', '6000-7000 What for?']],
    [
      'two-voices.vtt',
      ['5000-9000 Ash: Did you take it?', '5000-9000 Cole: No.', '10000-12000 Ash: You can go.'],
    ],
    [
      'inaud.srt',
      [
        '1000-2000 [gunshot]',
        '3000-4000 (siren)',
        '5000-6000 [crosstalk] I said no',
        '7000-8000 ASH: [inaudible] the bag',
      ],
    ],
    ['lt.srt', ['1000-4000 it was < 5 grams or maybe > 4, write that']],
    [
      'clock-said.txt',
      [
        '195000-200000 Ash: when did you leave',
        '200000-220000 Cole: I left the house at about 10:45 and came straight here',
        '220000-225000 Ash: okay',
      ],
    ],
    ['hour1.vtt', ['3556403-3613283 Get the dog', '3853283-3963283 He is here']],
    ['nan.json', ['0-900 step out']],
    ['google2.json', ['1300-2000 step out']],
    ['nullend.json', ['0-2500 step out', '2500-7500 why']],
    ['numerals.json', ['1000-4000 I clocked you at 94 in a 55.']],
    ['entities.vtt', ['5000-9000 O\'Dell: I don\'t consent "at all" — no']],
  ])('%s', (name, expected) => {
    expect(lines(name)).toEqual(expected);
  });
  it('a word without a time and a number that is none are named', () => {
    expect(fixture('numerals.json').refused.map((r) => r.why)).toEqual([
      expect.stringMatching(/“94”: it holds no time/),
      expect.stringMatching(/“55\.”/),
    ]);
    expect(fixture('nan.json').notices.join(' ')).toMatch(/NaN/);
  });
  it('angle brackets and known tags', () => {
    expect(
      said('1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>well</i> <inaudible> <font color="#f00">no</font>\n'),
    ).toEqual(['1000-2000 well <inaudible> no']);
  });
  it('two voices by name, by dash and by >> in one cue of SRT', () => {
    expect(
      said(
        '1\n00:00:01,000 --> 00:00:02,000\nASH: Did you take it?\nCOLE: No.\n\n2\n00:00:03,000 --> 00:00:04,000\n- Sure?\n- Yes.\n\n3\n00:00:05,000 --> 00:00:06,000\n>> Stop there.\n>> Why?\n',
      ),
    ).toEqual([
      '1000-2000 ASH: Did you take it?',
      '1000-2000 COLE: No.',
      '3000-4000 - Sure?',
      '3000-4000 - Yes.',
      '5000-6000 Stop there.',
      '5000-6000 Why?',
    ]);
  });
  it('words that a blank line cuts off in WebVTT are named', () => {
    const t = read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nHands up\n\nand do not reach\n\n00:03.000 --> 00:04.000\nYes\n',
    );
    expect(t.cues).toHaveLength(2);
    expect(t.refused).toEqual([{ line: 6, why: expect.stringMatching(/“and do not reach”/) }]);
  });
  it('a sentence with a colon names nobody', () => {
    expect(said('[00:01] I told him: stop\n[00:02] Look: no\n[00:03] Ash: ok')).toEqual([
      '1000-2000 I told him: stop',
      '2000-3000 Look: no',
      '3000-8000 Ash: ok',
    ]);
  });
});

describe('text as people and programs export it', () => {
  const spoken = ['3000-65000 Ash: Step out.', '65000-70000 Speaker 2: Why? Tell me.'];
  it.each([
    ['Otter', 'Ash  0:03\nStep out.\n\nSpeaker 2  1:05\nWhy?\nTell me.\n\nTranscribed by https://otter.ai\n'],
    ['Rev', 'Ash (00:03):\nStep out.\n\nSpeaker 2 (01:05):\nWhy? Tell me.\n'],
    ['Temi', 'Ash: [00:03] Step out.\n\nSpeaker 2: [01:05] Why? Tell me.\n'],
    ['times alone', '00:00:03\nAsh: Step out.\n\n00:01:05\nSpeaker 2: Why? Tell me.\n'],
    ['brackets', '[00:00:03.000] Ash: Step out.\n[00:01:05.000] Speaker 2: Why?\nTell me.\n'],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual(spoken);
  });
  it('whisper on a console, Premiere, SBV, SubStation, a table', () => {
    expect(said('[00:01.000 --> 00:02.000]  Step out.\n[00:03.000 --> 00:04.000]  Why?\n')).toEqual([
      '1000-2000 Step out.',
      '3000-4000 Why?',
    ]);
    const premiere = read(
      '00;00;01;00 - 00;00;02;12\nSpeaker 1\nStep out.\n\n00;00;03;10 - 00;00;04;00\nSpeaker 2\nWhy?\n',
    );
    expect(premiere.cues.map(line)).toEqual(['1000-3000 Speaker 1: Step out.', '3000-5000 Speaker 2: Why?']);
    expect(premiere.notices.join()).toMatch(/frames/);
    expect(said('0:00:01.000,0:00:02.000\nStep out.\n\n0:00:03.000,0:00:04.000\nWhy?\n')).toEqual([
      '1000-2000 Step out.',
      '3000-4000 Why?',
    ]);
    expect(
      said(
        '[Script Info]\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Ash,0,0,0,,Step, please,\\Nout.\n',
      ),
    ).toEqual(['1000-2000 Ash: Step, please, out.']);
    expect(said('start\tend\ttext\n1000\t2000\tStep out.\n3000\t4000\tWhy?\n')).toEqual([
      '1000-2000 Step out.',
      '3000-4000 Why?',
    ]);
    expect(
      said('Speaker Name,Start Time,End Time,Text\nAsh,00:00:01.000,00:00:02.000,"Step, please"\n'),
    ).toEqual(['1000-2000 Ash: Step, please']);
  });
  it('a court’s page: line numbers, Q. and A., and voices without a time of their own', () => {
    const t = read(
      ' 1  [00:00:03]\n 2  Q.  Did he step out?\n 3  A.  He did.\n 4      At once.\n 5  [00:00:10]\n 6  THE COURT:  We stop here.\n',
    );
    expect(t.cues.map(line)).toEqual([
      '3000-10000 Q: Did he step out?',
      '3000-10000 A: He did. At once.',
      '10000-15000 THE COURT: We stop here.',
    ]);
    expect(t.refused.map((r) => r.line)).toEqual([3]);
  });
  it('no transcript: said in a sentence', () => {
    expect(read('Dear counsel,\nplease find attached\n').refused[0]?.why).toMatch(
      /no time stands before any line/,
    );
    expect(() => read('<html><body>x</body></html>')).toThrow(/web page/);
    expect(() => read('BEGIN:VCALENDAR\n')).toThrow(/calendar/);
    expect(() => read('{0}{25}Step out')).toThrow(/frames/);
  });
});

describe.skipIf(!isShared('papers/public/transcripts'))('public transcripts', () => {
  const of = (name: string) => readBytes(shared(`papers/public/transcripts/${name}`), name);
  const first = (name: string): string => line(of(name).cues[0] as never);
  it('is each read whole', () => {
    expect(of('amazon-words.json').cues.map((c) => `${c.speaker} ${c.text}`)).toEqual([
      'spk_0 one',
      'spk_1 of the',
      'spk_0 worst',
    ]);
    expect(first('autoedit2.json')).toMatch(/^13050-\d+ Unnamed Speaker: There is a day\. About ten years/);
    expect(first('google.json')).toMatch(/^12900-\d+ there was a day about 10 years/);
    expect(first('ibm.json')).toMatch(/^13040-\d+ Speaker 1: there is a day about ten years/);
    expect(first('kaldi-words.json')).toMatch(/^13020-\d+ There is a day\. About ten years/);
    expect(first('speechmatics.json')).toMatch(/^13050-\d+ F4: There was a day about 10 years/);
    expect(of('premiere.ttml.xml').cues.map(line)[2]).toBe(
      '16280-19580 friend to hold a baby dinosaur robot upside down.',
    );
    expect(of('kaldi-speakers.json').refused[0]?.why).toMatch(/no words/);
  });
  it('captions whose words light up are one line each', () => {
    const t = readBytes(shared('papers/public/captions/karaoke.srt'), 'karaoke.srt');
    expect(t.cues[0]?.text).toBe('the unit came to the corner and the driver turned left then.');
    expect(t.cues.length).toBeLessThan(8);
    expect(t.notices.join()).toMatch(/light up/);
    expect(readBytes(shared('papers/public/captions/words.vtt'), 'words.vtt').cues[0]?.text).toBe(
      'the unit came to the corner and the driver turned left then.',
    );
  });
  it('Amazon’s Word file and its JSON tell the same lines at the same times', () => {
    const word = readBytes(shared('papers/public/aws-transcribe/example-call.docx'), 'example-call.docx');
    const made = readBytes(shared('papers/public/aws-transcribe/example-call.json'), 'example-call.json');
    expect(made.cues[0]).toMatchObject({ from: 40, speaker: 'AGENT' });
    const starts = JSON.parse(
      new TextDecoder().decode(shared('papers/public/aws-transcribe/example-call.json')),
    ).Transcript as { BeginOffsetMillis: number }[];
    expect(word.cues.map((c) => c.from)).toEqual(
      starts.map((s) => Math.floor(s.BeginOffsetMillis / 10) * 10),
    );
    expect(word.cues[1]).toMatchObject({
      speaker: 'Customer',
      text: "Hi um Okay so I was at fisherman's terminal.",
    });
  });
});

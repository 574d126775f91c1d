import { describe, expect, it } from 'vitest';
import { against, lateCounter } from '../../src/intake/transcripts/check';
import { readTranscript } from '../../src/intake/transcripts/transcript';

const read = (text: string, file = 't.txt') => readTranscript(new TextEncoder().encode(text), file);
const said = (text: string) => read(text).cues.map((c) => `${c.from}-${c.to} ${c.speaker}: ${c.text}`);
const refused = (text: string) => read(text).refused.map((r) => `${r.line} ${r.why}`);
const notices = (text: string) => read(text).notices.join(' ');

describe('times of XML', () => {
  const tt = (head: string, p: string) =>
    said(`<tt xmlns="http://www.w3.org/ns/ttml" ${head}><body><div>${p}</div></body></tt>`)[0];
  it.each([
    // Media time: seconds are seconds, frames are counted within them.
    ['frameRate="25"', 'begin="01:02:03:05" end="01:02:04:00"', '3723200-3724000'],
    ['frameRate="25"', 'begin="75f" end="100f"', '3000-4000'],
    ['frameRate="30" frameRateMultiplier="1000 1001"', 'begin="00:00:01:15" end="00:00:02:00"', '1501-2000'],
    // Numbers of frames: an hour of them runs 3.6 s longer where none is dropped, and an hour where they are.
    [
      'timeBase="smpte" frameRate="30" frameRateMultiplier="1000 1001"',
      'begin="01:00:00:00" end="01:00:00:15"',
      '3603600-3604101',
    ],
    [
      'timeBase="smpte" frameRate="30" frameRateMultiplier="1000:1001" dropMode="dropNTSC"',
      'begin="01:00:00;00" end="01:00:00;15"',
      '3599996-3600497',
    ],
    [
      'timeBase="smpte" frameRate="30" frameRateMultiplier="1000 1001" dropMode="dropNTSC"',
      'begin="00:11:00;02" end="00:11:01;00"',
      '660059-660994',
    ],
    ['timeBase="smpte" frameRate="25"', 'begin="00:01:02.10" end="00:01:03.00"', '62400-63000'],
    ['', 'begin="00:01:02.10" end="00:01:03.00"', '62100-63000'],
    ['', 'begin="1.5s" dur="500ms"', '1500-2000'],
    ['', 'begin="1m" end="0.02h"', '60000-72000'],
    ['', 'begin="1000ms"', '1000-6000'],
    ['', 'begin="1s" end="nonsense"', '1000-6000'],
  ])('%s %s', (head, p, expected) => {
    expect(tt(head, `<p ${p}>Ortiz: Now.</p>`)).toBe(`${expected} Ortiz: Now.`);
  });
  it('what cannot be read is named with its words and its line, and nothing that says nothing is a line', () => {
    const text =
      '<tt xmlns="http://www.w3.org/ns/ttml"><body>\n<p begin="00:00:01:05">No rate.</p>\n<p begin="3t">No ticks.</p>\n<p>None.</p>\n<p begin="1s"> </p>\n<p begin="2s">Yes.</p></body></tt>';
    expect(said(text)).toEqual(['2000-7000 : Yes.']);
    expect(refused(text)).toEqual([
      '2 “No rate.”: its time cannot be read',
      '3 “No ticks.”: its time cannot be read',
      '4 “None.”: its time cannot be read',
    ]);
    expect(refused('<tt xmlns="http://www.w3.org/ns/ttml"><body></body></tt>')[0]).toMatch(
      /no words with times/,
    );
  });
  it('agents by name, YouTube’s two forms, its entities twice', () => {
    expect(
      said(
        '<tt><head><ttm:agent xml:id="a1"><ttm:name type="full">Ortiz</ttm:name></ttm:agent></head><body><p begin="1s" end="2s" ttm:agent="a1">Now.</p><p begin="3s" end="4s" ttm:agent="a9">Why?</p></body></tt>',
      ),
    ).toEqual(['1000-2000 Ortiz: Now.', '3000-4000 : Why?']);
    expect(said('<transcript><text start="1.5" dur="2">I don&amp;#39;t</text></transcript>')).toEqual([
      "1500-3500 : I don't",
    ]);
    expect(said('<timedtext><body><p t="1500" d="2000">So.</p></body></timedtext>')).toEqual([
      '1500-3500 : So.',
    ]);
  });
});

describe('tables', () => {
  it.each([
    [
      'seconds and a length',
      'start,duration,text\n1.5,2,Now.\n5,1,Why?\n',
      ['1500-3500 : Now.', '5000-6000 : Why?'],
    ],
    [
      'thousandths by their head',
      'start (ms),end (ms),text\n10,90,Now.\n100,140,Why?\n',
      ['10-90 : Now.', '100-140 : Why?'],
    ],
    [
      'whole seconds stay seconds',
      'start,end,text\n1,3,Now.\n5,9,Why?\n',
      ['1000-3000 : Now.', '5000-9000 : Why?'],
    ],
    [
      'thousandths by their gaps',
      'start,end,text\n1000,3000,Now.\n5000,9000,Why?\n',
      ['1000-3000 : Now.', '5000-9000 : Why?'],
    ],
    [
      'a range in one cell',
      'time,text\n0:01 - 0:02,Now.\n0:05 - 0:06,Why?\n',
      ['1000-2000 : Now.', '5000-6000 : Why?'],
    ],
    ['an end before its beginning', 'start,end,text\n0:05,0:01,Now.\n', ['5000-5000 : Now.']],
    ['rows out of order', 'start,text\n0:05,Why?\n0:01,Now.\n', ['1000-5000 : Now.', '5000-10000 : Why?']],
    [
      'two at one time',
      'start,text\n0:01,Now.\n0:01,Why?\n0:03,So.\n',
      ['1000-3000 : Now.', '1000-3000 : Why?', '3000-8000 : So.'],
    ],
    [
      'who speaks before a colon, where no column says it',
      'start,text\n0:01,Ortiz: Now.\n0:03,Doe: Why?\n',
      ['1000-3000 Ortiz: Now.', '3000-8000 Doe: Why?'],
    ],
    [
      'blank rows and blank words',
      'start,text\n0:01,Now.\n,\n0:02,\n0:03,Why?\n',
      ['1000-3000 : Now.', '3000-8000 : Why?'],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });
  it('tells its unit where it was found out, and a row without a time with its words', () => {
    expect(notices('start,end,text\n1000,3000,Now.\n5000,9000,Why?\n')).toMatch(/thousandths/);
    expect(notices('start,end,text\n1,3,Now.\n5,9,Why?\n')).toBe('');
    expect(refused('start,text\n0:01,Now.\nlater,Why?\n')).toEqual([
      '3 “later” is no time of a counter; not taken: “Why?”',
    ]);
    expect(refused('start,text\nlater,Why?\n').join()).toMatch(/no row of this table holds a time and words/);
    expect(notices('start,end,text\n00:00:01:05,00:00:02:05,Now.\n')).toMatch(/count frames/);
  });
});

describe('lines of text', () => {
  it('YouTube’s times in words are no words that were said', () => {
    expect(
      said('1:02:03\n1 hour, 2 minutes, 3 seconds\nNow.\n1:02:09\n1 hour, 2 minutes, 9 seconds\nWhy?\n'),
    ).toEqual(['3723000-3729000 : Now.', '3729000-3734000 : Why?']);
    expect(said('0:05\n5 minutes\nNow.\n0:09\nWhy?\n')[0]).toBe('5000-9000 : 5 minutes Now.');
  });
  it('Amazon’s page writes hundredths without their zero, and says so', () => {
    const page = (head: string) => read(`${head}\n[0:11.4] Ortiz: Now.\n[0:12.40] Doe: Why?\n`);
    expect(page('Amazon Transcribe').cues.map((c) => c.from)).toEqual([11_040, 12_400]);
    expect(page('Amazon Transcribe').notices.join()).toMatch(/hundredths/);
    expect(page('Another').cues.map((c) => c.from)).toEqual([11_400, 12_400]);
    expect(page('Another').notices).toEqual([]);
  });
  it('a paper of many lines with hardly a time before one is no transcript; a long one with enough is', () => {
    const lines = (n: number, times: number) =>
      Array.from({ length: n }, (_, i) => `${i < times ? `0:0${i} ` : ''}Words of line ${i}`).join('\n');
    expect(refused(lines(60, 1)).join()).toMatch(/only 1 of 60 lines begin with a time/);
    expect(read(lines(60, 2)).cues.length).toBeGreaterThan(0);
    expect(read(lines(40, 1)).cues.length).toBeGreaterThan(0);
  });
  it('a time that was said stays in the words: out of order, earlier than the line before, or where all others are named', () => {
    for (const at of ['10:45', '0:01'])
      expect(said(`0:02 Ortiz: We met at\n${at} in the yard.\n0:09 Doe: So.\n`)).toEqual([
        `2000-9000 Ortiz: We met at ${at} in the yard.`,
        '9000-14000 Doe: So.',
      ]);
    expect(said('0:02 Ortiz: At\n0:05 sharp.\n0:09 Doe: So.\n0:11 Ortiz: Yes.\n')[0]).toBe(
      '2000-9000 Ortiz: At 0:05 sharp.',
    );
    expect(said('0:02 at\n0:05 sharp\n0:09 so\n')).toHaveLength(3);
  });
  it('two that go back in time are both kept, and told', () => {
    expect(refused('[0:05] Now.\n[0:03] Why?\n')).toEqual([
      '2 this line is earlier than the one before it; both are kept',
    ]);
    expect(said('[0:05] Now.\n[0:03] Why?\n')).toEqual(['3000-5000 : Why?', '5000-10000 : Now.']);
  });
  it('a line without a time stands at the one before it where another speaks, and says so', () => {
    expect(said('0:01 Ortiz: Now.\nDoe: Why?\n0:05 Ortiz: So.\n')).toEqual([
      '1000-5000 Ortiz: Now.',
      '1000-5000 Doe: Why?',
      '5000-10000 Ortiz: So.',
    ]);
    expect(refused('0:01 Ortiz: Now.\nDoe: Why?\n0:05 Ortiz: So.\n')).toEqual([
      '2 Doe has no time of their own here: the line stands at the time before it',
    ]);
  });
  it('turns in one line are told apart where a name stands behind each time, and only there', () => {
    expect(said('[0:01] Ortiz: Now. [0:03] and [0:04] so. [0:05] Doe: Why?\n')).toEqual([
      '1000-5000 Ortiz: Now. [0:03] and [0:04] so.',
      '5000-10000 Doe: Why?',
    ]);
  });
  it('two times before the words are a range only where every line has both, in order and of one make', () => {
    expect(said('00:00:01 00:00:02 Now.\n00:00:03 00:00:04 Why?\n')).toEqual([
      '1000-2000 : Now.',
      '3000-4000 : Why?',
    ]);
    expect(said('00:00:01 00:00:02 Now.\n00:00:03 Why?\n')[0]).toMatch(/: 00:00:02 Now\.$/);
    expect(said('00:00:05 00:00:02 Now.\n00:00:07 00:00:04 Why?\n')[0]).toMatch(/: 00:00:02 Now\.$/);
    expect(said('0:01 0:02 Now.\n0:03 0:04 Why?\n')[0]).toMatch(/: 0:02 Now\.$/);
  });
  it('a label in small letters is one where each line has it; a mark of a list is not said', () => {
    expect(said('0:01 ortiz: Now.\n0:03 Why: so.\n0:05 nothing\n')[0]).toBe('1000-3000 : ortiz: Now.');
    expect(said('* 0:01 Ortiz: Now.\n* 0:03 Doe: Why?\n')).toEqual([
      '1000-3000 Ortiz: Now.',
      '3000-8000 Doe: Why?',
    ]);
    expect(said('0:01 well: i left\n0:03 so: i left\n')).toEqual([
      '1000-3000 : well: i left',
      '3000-8000 : so: i left',
    ]);
  });
  it('numbers of lines are taken out of a short page where each is the next, and stay where they are not', () => {
    expect(said('7  0:01  Q.  Now?\n8  0:03  A.  Yes.\n')).toEqual([
      '1000-3000 Q: Now?',
      '3000-8000 A: Yes.',
    ]);
    expect(read('7  0:01  Q.  Now?\n9  0:03  A.  Yes.\n').cues.map((c) => c.text)).not.toEqual([
      'Now?',
      'Yes.',
    ]);
  });
});

describe('whether it fits the recording', () => {
  const at = (from: number) => ({ from, to: from + 500, speaker: '', text: 'no', line: 1 });
  it('a line at the very end of it is past it, one before is not', () => {
    expect(against([at(59_999)], 60_000)).toEqual([]);
    expect(against([at(60_000)], 60_000)).toHaveLength(1);
    expect(against([at(60_000)], 0)).toEqual([]);
    expect(against([], 60_000)).toEqual([]);
    expect(against([at(100), at(3_723_000)], 61_000)[0]).toBe(
      '1 of 2 lines begin after the recording ends (0:01:01); the last at 1:02:03. It may be the transcript of a longer recording, or of several joined.',
    );
    // Editors count from one o’clock; what reaches further than the recording is long does not fit so either.
    expect(against([at(3_600_000), at(3_660_000)], 60_000)[0]).toMatch(/begin at 1:00:00/);
    expect(against([at(3_600_000), at(3_660_001)], 60_000)[0]).toMatch(/of the day/);
    expect(against([at(60_000)], 30_000)[0]).toMatch(/of the day/);
  });
  it('a counter that begins four hours in or later is asked about, by its first line', () => {
    expect(lateCounter([at(14_400_000 - 1)])).toEqual([]);
    expect(lateCounter([])).toEqual([]);
    expect(lateCounter([at(50_000_000), at(14_400_000)])[0]).toMatch(/^Its first line stands at 4:00:00\./);
    expect(lateCounter([at(50_000_000), at(1000)])).toEqual([]);
  });
});

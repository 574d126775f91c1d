import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/intake/transcripts/transcript';

const read = (text: string) => readTranscript(new TextEncoder().encode(text), 't.txt');
const said = (text: string) => read(text).cues.map((c) => `${c.from} ${c.speaker}: ${c.text}`);
/** Why a file is refused whole; '' where anything of it is taken. */
const why = (text: string) => {
  const t = read(text);
  return t.cues.length > 0 ? '' : t.refused.map((r) => r.why).join(' ');
};
const TWO = ['1000 Ortiz: Step out of the car.', '3000 Doe: Why?'];
const S = ['1000 S1: Step out of the car.', '3000 S2: Why?'];

describe('turns of speech: who speaks is never left in the words', () => {
  it.each([
    ['name and time, one blank', 'Ortiz 0:01\nStep out of the car.\n\nDoe 0:03\nWhy?\n'],
    ['time, dash, name over the words', '0:01 - Ortiz\nStep out of the car.\n\n0:03 - Doe\nWhy?\n'],
    ['name, dash, time over the words', 'Ortiz - 0:01\nStep out of the car.\n\nDoe - 0:03\nWhy?\n'],
    ['a long dash', 'Ortiz — 00:01\nStep out of the car.\n\nDoe — 00:03\nWhy?\n'],
    ['name after a bracket', '[00:00:01] Ortiz\nStep out of the car.\n\n[00:00:03] Doe\nWhy?\n'],
    ['time over name over words', '0:01\nOrtiz\nStep out of the car.\n\n0:03\nDoe\nWhy?\n'],
    ['name over time over words', 'Ortiz\n0:01\nStep out of the car.\n\nDoe\n0:03\nWhy?\n'],
    ['a name in brackets, a counter', '[Ortiz] 00:00:01\nStep out of the car.\n\n[Doe] 00:00:03\nWhy?\n'],
    ['a dash after the name', '[00:00:01] Ortiz - Step out of the car.\n[00:00:03] Doe - Why?\n'],
    ['Markdown, name first', '**Ortiz:** [00:00:01] Step out of the car.\n\n**Doe:** [00:00:03] Why?\n'],
    ['Markdown, time first', '[00:00:01] **Ortiz:** Step out of the car.\n\n[00:00:03] **Doe:** Why?\n'],
    ['Markdown over the words', '**Ortiz** (00:01)\nStep out of the car.\n\n__Doe__ (00:03)\nWhy?\n'],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual(TWO);
    expect(read(text).refused).toEqual([]);
  });
  it.each([
    ['time, name, dash', '00:00:01 S1 - Step out of the car.\n00:00:03 S2 - Why?\n'],
    ['under the time', '[00:00:01]\nS1 - Step out of the car.\n[00:00:03]\nS2 - Why?\n'],
    ['name, time, words', 'S1 00:00:01 Step out of the car.\nS2 00:00:03 Why?\n'],
    ['name, time, words by tabs', 'S1\t00:00:01\tStep out of the car.\nS2\t00:00:03\tWhy?\n'],
  ])('numbered speakers: %s', (_, text) => {
    expect(said(text)).toEqual(S);
    expect(read(text).refused).toEqual([]);
  });
  it('longer ones, with words of several lines and a dash that was said', () => {
    expect(
      said(
        'Ortiz\n0:01\nStep out - now.\nAll of you.\n\nDoe\n0:03\nWhy?\n\nOrtiz\n0:05\nBecause I said so.\n\nKim Lee\n0:09\nNo.\n',
      ),
    ).toEqual([
      '1000 Ortiz: Step out - now. All of you.',
      '3000 Doe: Why?',
      '5000 Ortiz: Because I said so.',
      '9000 Kim Lee: No.',
    ]);
    expect(said('0:01 S1 - Because - I said so.\nS2 - No.\nWe stay - here.\n0:09 S2 - Yes.\n')).toEqual([
      '1000 S1: Because - I said so.',
      '1000 S2: No. We stay - here.',
      '9000 S2: Yes.',
    ]);
  });
  it('words that only look like a name stay words', () => {
    expect(said('0:01 Okay\ngo on\n0:03 Stop\nit now\n')).toEqual([
      '1000 : Okay go on',
      '3000 : Stop it now',
    ]);
    expect(said('0:01\nYes\nI did.\n\n0:03\nNo\nYou did not.\n')).toEqual([
      '1000 : Yes I did.',
      '3000 : No You did not.',
    ]);
    expect(said('0:01 Wait - what did you say?\n0:03 I said no.\n')).toEqual([
      '1000 : Wait - what did you say?',
      '3000 : I said no.',
    ]);
    expect(said('[0:01] Ortiz: we met on\nMonday 10:45\n[0:09] Doe: Yes.\n')).toEqual([
      '1000 Ortiz: we met on Monday 10:45',
      '9000 Doe: Yes.',
    ]);
    expect(why('We met twice.\nMonday 10:45\nThat was all.\nHe left.\n')).not.toBe('');
  });
});

describe('further makers: phone calls of a jail, recorders, pages of evidence', () => {
  it.each([
    [
      'name, range over the words',
      'Ortiz: 00:00:01 - 00:00:02\nStep out of the car.\nDoe: 00:00:03 - 00:00:04\nWhy?\n',
    ],
    [
      'name, range in brackets',
      'Ortiz [00:00:01 - 00:00:02]\nStep out of the car.\n\nDoe [00:00:03 - 00:00:04]\nWhy?\n',
    ],
    [
      'name, range, words',
      'Ortiz (00:00:01 --> 00:00:02): Step out of the car.\nDoe (00:00:03 --> 00:00:04): Why?\n',
    ],
  ])('%s: both ends are read', (_, text) => {
    expect(said(text)).toEqual(TWO);
    expect(read(text).cues.map((c) => c.to)).toEqual([2000, 4000]);
  });
  it.each([
    ['a name before >', '00:00:01 Ortiz> Step out of the car.\n00:00:03 Doe> Why?\n'],
    ['columns by blanks', '00:01  Ortiz  Step out of the car.\n00:03  Doe  Why?\n'],
    ['braces', '{00:01} Ortiz: Step out of the car.\n{00:03} Doe: Why?\n'],
    ['capitals', '[00:00:01.00] ORTIZ  Step out of the car.\n[00:00:03.00] DOE  Why?\n'],
  ])('%s', (_, text) => {
    expect(said(text).map((l) => l.replace('ORTIZ', 'Ortiz').replace('DOE', 'Doe'))).toEqual(TWO);
    expect(read(text).refused).toEqual([]);
  });
  it('a page of evidence: names over times without blank lines, and feet of pages', () => {
    const t = read(
      'Evidence ID: 12345\nPage 1 of 2\nSpeaker 1\n00:00:01\nStep out of the car.\nSpeaker 2\n00:00:03\nWhy\nme\nSpeaker 1\n00:00:07\nSo.\nPage 2 of 2\nSpeaker 2\n00:00:09\nNo.\n',
    );
    expect(t.cues.map((c) => `${c.from} ${c.speaker}: ${c.text}`)).toEqual([
      '1000 Speaker 1: Step out of the car.',
      '3000 Speaker 2: Why me',
      '7000 Speaker 1: So.',
      '9000 Speaker 2: No.',
    ]);
    expect(t.refused.map((r) => r.line)).toEqual([1]);
  });
  it('a dash before a name over the words: small letters under it are words all the same', () => {
    expect(said('[00:00:01.0] - Officer Ortiz\nstep out\n\n[00:00:03.0] - Jane\nwhy\n')).toEqual([
      '1000 Officer Ortiz: step out',
      '3000 Jane: why',
    ]);
  });
  it('a table of a recorder: times of the day', () => {
    expect(
      why(
        'Channel,Start Time,Duration,Text\n911-01,03/14/2024 14:04:10,00:00:05,what is it\nTAC1,03/14/2024 14:04:15,00:00:02,go\n',
      ),
    ).toMatch(/times of the day/);
    expect(why('Start Time,Channel,Text\n2:04:10 PM,TAC1,go\n')).toMatch(/times of the day/);
  });
  it('times of the day are asked about, and keep the time between them', () => {
    for (const text of [
      '14:04:10 TAC1: Unit 12 go\n14:04:17 TAC1: Copy\n',
      'Start Time,Channel,Text\n14:04:10,TAC1,Unit 12 go\n14:04:17,TAC1,Copy\n',
    ]) {
      const t = read(text);
      expect(t.cues).toEqual([]);
      expect(t.refused[0]?.why).toMatch(/times of the day .*“14:04:10”.*say what the counter shows/);
      expect(t.day?.map((c) => `${c.from}-${c.to} ${c.speaker}: ${c.text}`)).toEqual([
        expect.stringMatching(/^50650000-5065[57]000 TAC1: Unit 12 go$/),
        '50657000-50662000 TAC1: Copy',
      ]);
    }
    expect(read('1:00:01 Ortiz: Step out.\n').day).toBeUndefined();
    expect(read('04:00:00 Ortiz: Step out.\n').day).toHaveLength(1);
    expect(read('03:59:59 Ortiz: Step out.\n').cues).toHaveLength(1);
    // Editors count frames from ten o'clock.
    expect(read('10:00:00:00 Ortiz: Step out.\n').notices.join()).toMatch(/first line stands at 10:00:00/);
  });
  it('times of the day go on past midnight, and a range ends there', () => {
    const t = read('23:59:50 - 00:00:02 TAC1: Unit 12 go\n00:00:05 - 00:00:09 TAC1: Copy\n');
    expect(t.day?.map((c) => [c.from, c.to])).toEqual([
      [86_390_000, 86_402_000],
      [86_405_000, 86_409_000],
    ]);
  });
  it('minutes and seconds with room for the words are a counter', () => {
    const log = (step: number) =>
      Array.from(
        { length: 4 },
        (_, i) => `04:${10 + i * step} TAC1: ten words of which all are said in one breath here`,
      );
    expect(read(log(3).join('\n')).cues).toHaveLength(4);
    expect(why(log(0).join('\n'))).toMatch(/times of the day/);
    expect(why(log(1).join('\n'))).toMatch(/times of the day/);
  });
  it('seconds in letters', () => {
    expect(why('1m 5s Ortiz: Step out.\n1m 9s Doe: Why?\n')).toMatch(/2 lines begin with a time in letters/);
  });
});

describe('courts, 911 and jails: more ways of their pages', () => {
  it('a sound alone after a counter keeps its time', () => {
    expect(
      said(
        '00:00 DISPATCHER: 911.\n00:04 CALLER: Help.\n00:09 [crying]\n00:12 DISPATCHER: At 22:39 you said?\n',
      ),
    ).toEqual([
      '0 DISPATCHER: 911.',
      '4000 CALLER: Help.',
      '9000 : [crying]',
      '12000 DISPATCHER: At 22:39 you said?',
    ]);
  });
  it('numbers of lines after a time', () => {
    expect(
      said(
        '00:00:01  1   Q.  Did he step out?\n00:00:05  2   A.  He did.\n          3       At once.\n00:00:09  4   MS. ROY:  Objection.\n',
      ),
    ).toEqual(['1000 Q: Did he step out?', '5000 A: He did. At once.', '9000 MS. ROY: Objection.']);
    expect(said('00:00:01  Q.  Did he?\n00:00:05  A.  He did.\n')).toEqual([
      '1000 Q: Did he?',
      '5000 A: He did.',
    ]);
  });
  it('a report is no transcript', () => {
    expect(
      why('Report of Officer Lee\n\nArrival 22:39\nDeployment 22:46\nI arrived at Sample Road.\n'),
    ).toMatch(/^2 lines end with a time/);
    expect(why('Report\nArrival\t22:39\nI arrived at Sample Road.\nI left.\nAll was well.\n')).toMatch(
      /within 1 line/,
    );
  });
  it('a form with times in its cells is no transcript', () => {
    expect(
      why('K9\nOn scene\t22:39\nDeployment\t22:46 to 22:48\nResult\tAlert\nI arrived at 2239.\nI left.\n'),
    ).toMatch(/2 lines/);
  });
  it('both times of a line in brackets', () => {
    const t = read('[00:00:01] Ortiz: Step out of the car. [00:00:02]\n[00:00:03] Doe: Why? [00:00:04]\n');
    expect(t.cues.map((c) => `${c.from}-${c.to} ${c.speaker}: ${c.text}`)).toEqual([
      '1000-2000 Ortiz: Step out of the car.',
      '3000-4000 Doe: Why?',
    ]);
    expect(said('[0:01] Ortiz: Step out.\n[0:03] Doe: I left at (10:45)\n')[1]).toBe(
      '3000 Doe: I left at (10:45)',
    );
  });
  it('a name with a colon over its first time', () => {
    const t = read('Officer Ortiz:\n(00:01)\nStep out.\n(00:02)\nNow.\nMr. Doe:\n(00:03)\nWhy?\n');
    expect(t.cues.map((c) => `${c.from} ${c.speaker}: ${c.text}`)).toEqual([
      '1000 Officer Ortiz: Step out.',
      '2000 : Now.',
      '3000 Mr. Doe: Why?',
    ]);
    expect(t.refused).toEqual([]);
  });
  it('capitals before the words, one blank', () => {
    expect(said('[00:01] ORTIZ Step out.\n[00:03] DOE I did.\n')).toEqual([
      '1000 ORTIZ: Step out.',
      '3000 DOE: I did.',
    ]);
    expect(said('[00:01] ORTIZ Step out.\n[00:03] why\n')[0]).toBe('1000 : ORTIZ Step out.');
  });
  it('a time said after capitals stays in the words, name and all', () => {
    const t = read('Ortiz 0:01\nWe met on\nGood Friday 10:45\nthere.\n\nDoe 0:03\nWhy?\n\nOrtiz 0:05\nSo.\n');
    expect(t.cues[0]?.text).toBe('We met on Good Friday 10:45 there.');
    expect(t.refused[0]?.why).toMatch(/10:45.*words said/);
  });
  it('JSON that keeps names apart by spkid', () => {
    const speakers = [{ spkid: 'spk1', name: 'Ortiz' }];
    const segments = [
      {
        speaker: 'spk1',
        words: [
          { text: 'Step', start: 1, end: 1.3 },
          { text: 'out.', start: 1.3, end: 2 },
        ],
      },
    ];
    expect(said(JSON.stringify({ speakers, segments }))).toEqual(['1000 Ortiz: Step out.']);
  });
  it('a table of a jail: offset and party', () => {
    expect(said('Time Offset,Party,Text\n0:01,Ortiz,Step out of the car.\n0:03,Doe,Why?\n')).toEqual(TWO);
  });
  it('lines of JSON whose words carry no times, the best of several readings', () => {
    const series = [
      {
        startTimeMs: 1000,
        stopTimeMs: 1500,
        words: [
          { word: 'Step', bestPath: true },
          { word: 'Stop', bestPath: false },
        ],
        speakerId: 'a',
      },
      {
        startTimeMs: 3000,
        stopTimeMs: 3500,
        words: [
          { word: 'Why', bestPath: true },
          { word: 'me?', bestPath: true },
        ],
        speakerId: 'b',
      },
    ];
    expect(said(JSON.stringify({ series }))).toEqual(['1000 a: Step', '3000 b: Why me?']);
  });
});

describe('times that are no counter of a recording are refused in a true sentence', () => {
  it.each([
    ['Zoom chat', '14:04:10 From Ortiz : Step out.\n14:04:12 From Doe to Everyone : Why?\n'],
    [
      'Zoom chat, tab',
      '14:04:10\t From Ortiz to Everyone: Step out.\n14:04:12\t From Doe to Everyone: Why?\n',
    ],
    [
      'Zoom chat, words under it',
      '14:04:10\t From  Ortiz  to  Everyone:\n\tStep out.\n14:05:00 From Doe to Ortiz(Direct Message):\n\tWhy?\n',
    ],
    [
      'Zoom chat with dates',
      '2026-01-02 14:04:10 From Ortiz to Everyone:\n\tStep out.\n2026-01-02 14:04:12 From Doe to Everyone:\n\tWhy?\n',
    ],
    ['Zoom captions', '[Ortiz] 14:04:10\nStep out.\n\n[Doe] 14:04:12\nWhy?\n'],
    ['morning or afternoon', '2:04:10 PM Ortiz: Step out.\n2:04:12 PM Doe: Why?\n'],
    ['in brackets', '[2:04:10 p.m.] Ortiz: Step out.\n[2:04:12 p.m.] Doe: Why?\n'],
    [
      'a date and a time',
      '01/02/2026 14:04:10 Dispatch: Go ahead.\n01/02/2026 14:04:12 Unit 12: On scene.\n',
    ],
    [
      'a date in brackets',
      '[2026-01-02T14:04:10Z] Dispatch: Go ahead.\n[2026-01-02T14:04:12Z] Unit 12: There.\n',
    ],
  ])('%s: of the day', (_, text) => {
    expect(why(text)).toMatch(/times of the day/);
  });
  it('at the ends of lines, within lines, pages and lines, none at all', () => {
    for (const text of [
      'Ortiz: Step out. [00:00:01]\nDoe: Why? [00:00:03]\n',
      'Step out. 00:00:01\nWhy? 00:00:03\n',
      'Ortiz: Step out. (00:01)\n\nDoe: Why? (00:03)\n',
    ])
      expect(why(text)).toMatch(/2 lines end with a time/);
    expect(why('| 00:01 | Ortiz | Step out. |\n| 00:03 | Doe | Why? |\n')).toMatch(/within 2 lines/);
    const page = Array.from({ length: 9 }, (_, i) => `12:0${i + 1} ${i % 2 ? 'A.' : 'Q.'} So it was.`);
    expect(why(page.join('\n'))).toMatch(/page and line/);
    expect(why('Dear counsel,\nplease find attached\n')).toMatch(/no time stands before any line/);
  });
  it('one spoken time of the day refuses nothing', () => {
    expect(
      said('[0:01] Ortiz: I left at\n2:04:10 PM sharp.\n[0:09] Doe: Yes.\n[0:11] Ortiz: So.\n'),
    ).toHaveLength(3);
  });
});

describe('what only looks like one of these forms', () => {
  it.each([
    [
      'a line each second is no page',
      Array.from({ length: 8 }, (_, i) => `0:0${i + 1} word ${i}`).join('\n'),
      8,
    ],
    ['a name in one turn of two', '0:01 Nobody - he was gone.\n0:03 then we left.\n', 2],
    ['lines cut in two', '0:01 Nobody\nmoved then.\n0:03 Ortiz\nran.\n', 2],
    ['lines without stops', '0:01 Nobody\nMoved\n0:03 Ortiz\nRan\n', 2],
    ['a first word of a sentence', '0:01 Stop\nGet out.\n0:03 Wait\nI will.\n', 2],
    ['an end before the beginning', '[0:05] Ortiz said [0:01]\n[0:09] Doe said [0:02]\n', 2],
  ])('%s', (_, text, count) => {
    const { cues } = read(text);
    expect(cues).toHaveLength(count);
    expect(cues.map((c) => c.speaker).join('')).toBe('');
  });
  it('a report with a time at the end of two of its many lines', () => {
    expect(
      why('We came at 10:45\nand left at 10:50\nto the car.\nAll was well.\nHe ran.\nI wrote it.\n'),
    ).toMatch(/within 2 lines/);
  });
});

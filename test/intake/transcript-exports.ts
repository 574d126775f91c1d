const j = (v: unknown): string => JSON.stringify(v);
/** Bytes of UTF-16 with their mark, as Windows programs save “Unicode text”. */
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer);
const utf16Big = (text: string): Uint8Array => {
  const little = utf16(text);
  return little.map((_, i) => little[i ^ 1] as number);
};

/** What must come of a form: its lines whole, `from-to who: words`, or the sentence of a refusal. */
export type Expected = readonly string[] | RegExp;
export type Form = readonly [name: string, given: string | Uint8Array, expected: Expected];

const A = '1000-3000 Ortiz: Step out of the car.';
const TWO: readonly string[] = [A, '3000-8000 Doe: Why?'];
const ENDS: readonly string[] = ['1000-2200 Ortiz: Step out of the car.', '3000-3500 Doe: Why?'];

/** Forms with the oddities that exports have, typed by us as their makers' programs write them. */
export const EXPORTS: readonly Form[] = [
  // Subtitles.
  [
    'srt, BOM, CRLF, no last line end',
    '\uFEFF1\r\n00:00:01,000 --> 00:00:02,200\r\nOrtiz: Step out\r\nof the car.\r\n\r\n2\r\n00:00:03,000 --> 00:00:03,500\r\nDoe: Why?',
    ENDS,
  ],
  [
    'srt, UTF-16',
    utf16(
      '1\r\n00:00:01,000 --> 00:00:02,200\r\nOrtiz: Step out of the car.\r\n\r\n2\r\n00:00:03,000 --> 00:00:03,500\r\nDoe: Why?\r\n',
    ),
    ENDS,
  ],
  [
    'vtt, UTF-16 big end first',
    utf16Big(
      'WEBVTT\n\n00:01.000 --> 00:02.200\nOrtiz: Step out of the car.\n\n00:03.000 --> 00:03.500\nDoe: Why?\n',
    ),
    ENDS,
  ],
  [
    'srt, hours over 24',
    '1\n25:00:01,000 --> 25:00:02,200\nOrtiz: Step out of the car.\n\n2\n25:00:03,000 --> 25:00:03,500\nDoe: Why?\n',
    ['90001000-90002200 Ortiz: Step out of the car.', '90003000-90003500 Doe: Why?'],
  ],
  [
    'srt, frames with semicolons',
    '1\n00:00:01;00 --> 00:00:02;06\nOrtiz: Step out of the car.\n\n2\n00:00:03;00 --> 00:00:03;15\nDoe: Why?\n',
    ['1000-3000 Ortiz: Step out of the car.', '3000-4000 Doe: Why?'],
  ],
  [
    'srt, frames with colons',
    '1\n00:00:01:00 --> 00:00:02:06\nOrtiz: Step out of the car.\n\n2\n00:00:03:00 --> 00:00:03:15\nDoe: Why?\n',
    ['1000-3000 Ortiz: Step out of the car.', '3000-4000 Doe: Why?'],
  ],
  [
    'srt, place of the caption after the times',
    '1\n00:00:01,000 --> 00:00:02,200 X1:100 X2:200 Y1:10 Y2:20\nOrtiz: Step out of the car.\n\n2\n00:00:03,000 --> 00:00:03,500 X1:1 X2:2 Y1:1 Y2:2\nDoe: Why?\n',
    ENDS,
  ],
  [
    'vtt, notes, styles, regions, names of cues',
    'WEBVTT - Body 3\nKind: captions\nLanguage: en\n\nNOTE confidence 0.9\n\nSTYLE\n::cue { color: white }\n\nREGION\nid:fred\n\na-1\n00:00:01.000 --> 00:00:02.200 align:start line:0\n<v.loud Ortiz>Step out of the <i>car</i>.</v>\n\na-2\n00:00:03.000 --> 00:00:03.500\n<v Doe>Why?\n',
    ENDS,
  ],
  [
    'vtt of Teams, names of cues and dashes in them',
    'WEBVTT\n\n3f1c7a2e-1111-2222-3333-444455556666/15-0\n00:00:01.000 --> 00:00:02.200\n<v Ortiz, Ana (PD)>Step out of the car.</v>\n\n3f1c7a2e-1111-2222-3333-444455556666/17-1\n00:00:03.000 --> 00:00:03.500\n<v Doe>Why?</v>\n',
    ['1000-2200 Ortiz, Ana (PD): Step out of the car.', '3000-3500 Doe: Why?'],
  ],
  [
    'vtt, entities and marks of direction',
    'WEBVTT\n\n00:01.000 --> 00:02.200\n\u202AOrtiz: Step out of the car.\u202C\n\n00:03.000 --> 00:03.500\n&rlm;Doe: Why&#63;&lrm;\n',
    ENDS,
  ],
  [
    'sbv, two lines a cue',
    '0:00:01.000,0:00:02.200\nOrtiz: Step out\nof the car.\n\n0:00:03.000,0:00:03.500\nDoe: Why?\n',
    ENDS,
  ],
  [
    'lrc with ends by empty lines',
    '[ar:x]\n[length:00:05]\n[00:01.00]Ortiz: Step out of the car.\n[00:02.20]\n[00:03.00]Doe: Why?\n[00:03.50]\n',
    ENDS,
  ],
  [
    'ssa',
    '[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.20,Default,Ortiz,0,0,0,,{\\i1}Step out\\Nof the car.\nDialogue: 0,0:00:03.00,0:00:03.50,Default,Doe,0,0,0,,Why?\nComment: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,a note\n',
    ENDS,
  ],
  [
    'itt, frames at 23.976',
    '<?xml version="1.0" encoding="UTF-8"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:timeBase="smpte" ttp:frameRate="24" ttp:frameRateMultiplier="999 1000" ttp:dropMode="nonDrop"><body><div><p begin="00:00:01:00" end="00:00:02:00">Ortiz: Step out<br/>of the car.</p><p begin="00:00:03:00" end="00:00:03:12">Doe: Why?</p></div></body></tt>',
    ['1001-2002 Ortiz: Step out of the car.', '3003-3504 Doe: Why?'],
  ],
  [
    'dfxp with styles and a semicolon for dropped frames',
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="dropNTSC"><head><styling><style xml:id="s"/></styling></head><body><div><p begin="00:00:01;00" end="00:00:02;06">Ortiz: Step out <span>of the car.</span></p><p begin="00:00:03;00" end="00:00:03;15">Doe: Why?</p></div></body></tt>',
    ['1001-2202 Ortiz: Step out of the car.', '3003-3504 Doe: Why?'],
  ],
  [
    'ttml, ticks',
    '<tt xmlns="http://www.w3.org/ns/ttml" ttp:tickRate="10000000"><body><div><p begin="10000000t" end="22000000t"><span>Ortiz: Step out of the car.</span></p><p begin="30000000t" end="35000000t">Doe: Why?</p></div></body></tt>',
    ENDS,
  ],
  // Machines' JSON and tables.
  ['whisper tsv', 'start\tend\ttext\n1000\t2200\tOrtiz: Step out of the car.\n3000\t3500\tDoe: Why?\n', ENDS],
  [
    'whisper.cpp json',
    j({
      params: { model: 'x' },
      result: { language: 'en' },
      transcription: [
        {
          timestamps: { from: '00:00:01,000', to: '00:00:02,200' },
          offsets: { from: 1000, to: 2200 },
          text: ' Step out of the car.',
        },
        {
          timestamps: { from: '00:00:03,000', to: '00:00:03,500' },
          offsets: { from: 3000, to: 3500 },
          text: ' Why?',
        },
      ],
    }),
    ['1000-2200 : Step out of the car.', '3000-3500 : Why?'],
  ],
  [
    'whisperx json, a word without times',
    j({
      segments: [
        {
          start: 1,
          end: 2.2,
          text: ' Step out at 55.',
          speaker: 'SPEAKER_00',
          words: [
            { word: 'Step', start: 1, end: 1.2 },
            { word: 'out', start: 1.2, end: 1.5 },
            { word: 'at', start: 1.5, end: 1.6 },
            { word: '55.' },
          ],
        },
        {
          start: 3,
          end: 3.5,
          text: ' Why?',
          speaker: 'SPEAKER_01',
          words: [{ word: 'Why?', start: 3, end: 3.5 }],
        },
      ],
    }),
    ['1000-2200 SPEAKER_00: Step out at 55.', '3000-3500 SPEAKER_01: Why?'],
  ],
  [
    'azure batch json, ticks',
    j({
      source: 'x.wav',
      combinedRecognizedPhrases: [{ channel: 0, display: 'Step out of the car. Why?' }],
      recognizedPhrases: [
        {
          recognitionStatus: 'Success',
          channel: 0,
          speaker: 1,
          offset: 'PT1S',
          duration: 'PT1.2S',
          offsetInTicks: 10000000,
          durationInTicks: 12000000,
          nBest: [
            { confidence: 0.9, lexical: 'step out of the car', display: 'Step out of the car.' },
            { confidence: 0.2, display: 'Stop the car.' },
          ],
        },
        {
          recognitionStatus: 'Success',
          channel: 0,
          speaker: 2,
          offset: 'PT3S',
          duration: 'PT0.5S',
          offsetInTicks: 30000000,
          durationInTicks: 5000000,
          nBest: [{ display: 'Why?' }],
        },
      ],
    }),
    ['1000-2200 Speaker 1: Step out of the car.', '3000-3500 Speaker 2: Why?'],
  ],
  [
    'azure fast json, ms',
    j({
      durationMilliseconds: 5000,
      combinedPhrases: [{ text: 'Step out of the car. Why?' }],
      phrases: [
        { speaker: 1, offsetMilliseconds: 1000, durationMilliseconds: 1200, text: 'Step out of the car.' },
        { speaker: 2, offsetMilliseconds: 3000, durationMilliseconds: 500, text: 'Why?' },
      ],
    }),
    ['1000-2200 Speaker 1: Step out of the car.', '3000-3500 Speaker 2: Why?'],
  ],
  [
    'deepgram json, paragraphs',
    j({
      metadata: { duration: 5 },
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'Step out. Why?',
                words: [
                  { word: 'step', punctuated_word: 'Step', start: 1, end: 1.3, speaker: 0 },
                  { word: 'out', punctuated_word: 'out.', start: 1.3, end: 2.2, speaker: 0 },
                  { word: 'why', punctuated_word: 'Why?', start: 3, end: 3.5, speaker: 1 },
                ],
                paragraphs: {
                  transcript: '\nSpeaker 0: Step out.\n\nSpeaker 1: Why?',
                  paragraphs: [
                    {
                      speaker: 0,
                      start: 1,
                      end: 2.2,
                      sentences: [{ text: 'Step out.', start: 1, end: 2.2 }],
                    },
                    { speaker: 1, start: 3, end: 3.5, sentences: [{ text: 'Why?', start: 3, end: 3.5 }] },
                  ],
                },
              },
            ],
          },
        ],
      },
    }),
    ['1000-2200 Speaker 0: Step out.', '3000-3500 Speaker 1: Why?'],
  ],
  [
    'rev.ai json',
    j({
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Step', ts: 1, end_ts: 1.3 },
            { type: 'punct', value: ' ' },
            { type: 'text', value: 'out', ts: 1.3, end_ts: 2.2 },
            { type: 'punct', value: '.' },
          ],
        },
        {
          speaker: 1,
          elements: [
            { type: 'text', value: 'Why', ts: 3, end_ts: 3.5 },
            { type: 'punct', value: '?' },
          ],
        },
      ],
    }),
    ['1000-2200 Speaker 0: Step out.', '3000-3500 Speaker 1: Why?'],
  ],
  [
    'premiere csv, 1-hour start, dropped frames',
    '"Speaker Name","Start Time","End Time","Text"\r\n"Ortiz","01;00;01;00","01;00;02;06","Step out of the car."\r\n"Doe","01;00;03;00","01;00;03;15","Why?"\r\n',
    ['3601000-3603000 Ortiz: Step out of the car.', '3603000-3604000 Doe: Why?'],
  ],
  [
    'happy scribe csv',
    'number,speaker,start_time,end_time,duration,text\n1,Ortiz,00:00:01.000,00:00:02.200,1.2,Step out of the car.\n2,Doe,00:00:03.000,00:00:03.500,0.5,Why?\n',
    ENDS,
  ],
  [
    'trint csv, semicolons, decimal commas',
    'Speaker;Start;End;Text\nOrtiz;1,0;2,2;Step out of the car.\nDoe;3,0;3,5;Why?\n',
    ENDS,
  ],
  [
    'zoom timeline table of the day',
    'Time,Speaker,Text\n14:04:10,Ortiz,Step out of the car.\n14:04:12,Doe,Why?\n14:05:12,Ortiz,Because.\n',
    /times of the day/,
  ],
  // Lines of text.
  [
    'axon, name over times, lower case name',
    'officer ortiz\n00:00:01\nStep out of the car.\n\nunknown male\n00:00:03\nWhy?\n',
    ['1000-3000 officer ortiz: Step out of the car.', '3000-8000 unknown male: Why?'],
  ],
  [
    'names in lower case',
    '[00:00:01] ortiz: Step out of the car.\n[00:00:03] doe: Why?\n[00:00:05] ortiz: Now.\n',
    ['1000-3000 ortiz: Step out of the car.', '3000-5000 doe: Why?', '5000-10000 ortiz: Now.'],
  ],
  [
    'speakers in lower case, numbered',
    '00:01 speaker 1: Step out of the car.\n00:03 speaker 2: Why?\n',
    ['1000-3000 speaker 1: Step out of the car.', '3000-8000 speaker 2: Why?'],
  ],
  [
    'speakers with underscores',
    '[00:00:01] speaker_0: Step out of the car.\n[00:00:03] speaker_1: Why?\n',
    ['1000-3000 speaker_0: Step out of the car.', '3000-8000 speaker_1: Why?'],
  ],
  ['rev, tabs', 'Ortiz (00:01):\tStep out of the car.\nDoe (00:03):\tWhy?\n', TWO],
  [
    'otter, name of two words and words over several lines with blanks',
    'Ana Ortiz  0:01  \nStep out\n\nof the car.\n\nDoe  0:03  \nWhy?\n\nTranscribed by https://otter.ai\n',
    ['1000-3000 Ana Ortiz: Step out of the car.', '3000-8000 Doe: Why?'],
  ],
  [
    'trint, range and name',
    '[00:00:01 - 00:00:02] Ortiz\nStep out of the car.\n\n[00:00:03 - 00:00:04] Doe\nWhy?\n',
    ['1000-2000 Ortiz: Step out of the car.', '3000-4000 Doe: Why?'],
  ],
  ['sonix, hours and dots', '[00:00:01.00] Ortiz: Step out of the car.\n\n[00:00:03.00] Doe: Why?\n', TWO],
  ['descript, markdown', '**Ortiz:** [00:00:01] Step out of the car.\n\n**Doe:** [00:00:03] Why?\n', TWO],
  [
    'happy scribe txt',
    '00:00:01 - 00:00:02\nOrtiz: Step out of the car.\n\n00:00:03 - 00:00:04\nDoe: Why?\n',
    ['1000-2000 Ortiz: Step out of the car.', '3000-4000 Doe: Why?'],
  ],
  [
    'verbit, one turn',
    '[00:00:01] OFFICER ORTIZ: Step out of the car.\n',
    ['1000-6000 OFFICER ORTIZ: Step out of the car.'],
  ],
  [
    'verbit, numbered lines, fewer than four',
    '  1   [00:00:01] OFFICER ORTIZ: Step out\n  2   of the car.\n  3   [00:00:03] MR. DOE: Why?\n',
    ['1000-3000 OFFICER ORTIZ: Step out of the car.', '3000-8000 MR. DOE: Why?'],
  ],
  [
    'court page, three numbered lines',
    '1  00:00:01  Q.  Did he step out?\n2  00:00:03  A.  He did.\n3            At once.\n',
    ['1000-3000 Q: Did he step out?', '3000-8000 A: He did. At once.'],
  ],
  [
    'court page, page and line with Q and A, few lines',
    '12:01  Q.  Did he step out?\n12:02  A.  He did.\n12:03  Q.  When?\n',
    /page and line/,
  ],
  [
    'court page, page.line range',
    '12:1   Q.  Did he step out?\n12:2   A.  He did.\n12:3   Q.  When?\n12:4   A.  At once.\n',
    /page and line/,
  ],
  [
    'court page without times',
    '                     Page 12\n 1      Q.  Did he step out?\n 2      A.  He did.\n 3      Q.  When?\n 4      A.  At once.\n',
    /no time stands before any line|page and line/,
  ],
  ['zoom chat of the meeting', '00:00:01\t Ortiz:\tStep out of the car.\n00:00:03\t Doe:\tWhy?\n', TWO],
  [
    'teams docx as text',
    'Ortiz   0:01\nStep out of the car.\n\nDoe   0:03\nWhy?\n\nOrtiz stopped transcription\n',
    ['1000-3000 Ortiz: Step out of the car.', '3000-8000 Doe: Why? Ortiz stopped transcription'],
  ],
  [
    'teams old docx as text',
    '0:0:1.0 --> 0:0:2.200\nOrtiz\nStep out of the car.\n\n0:0:3.0 --> 0:0:3.500\nDoe\nWhy?\n',
    ENDS,
  ],
  ['google recorder', 'Ortiz\n00:01\nStep out of the car.\n\nDoe\n00:03\nWhy?\n', TWO],
  [
    'google recorder, numbered',
    'Speaker 1 00:01\nStep out of the car.\n\nSpeaker 2 00:03\nWhy?\n',
    ['1000-3000 Speaker 1: Step out of the car.', '3000-8000 Speaker 2: Why?'],
  ],
  [
    'avid, subcap',
    '@ This file written with the Avid Caption plugin, version 1\n\n<begin subtitles>\n\n01:00:01:00 01:00:02:06\nStep out of the car.\n\n01:00:03:00 01:00:03:15\nWhy?\n\n<end subtitles>\n',
    ['3601000-3603000 : Step out of the car.', '3603000-3604000 : Why?'],
  ],
  [
    'premiere txt, range of dropped frames',
    '00;00;01;00 - 00;00;02;06\nOrtiz\nStep out of the car.\n\n00;00;03;00 - 00;00;03;15\nDoe\nWhy?\n',
    ['1000-3000 Ortiz: Step out of the car.', '3000-4000 Doe: Why?'],
  ],
  [
    'two stamps a line by blanks',
    '00:00:01.000 00:00:02.200 Ortiz: Step out of the car.\n00:00:03.000 00:00:03.500 Doe: Why?\n',
    ENDS,
  ],
  [
    'two stamps a line by tabs',
    '00:00:01.000\t00:00:02.200\tOrtiz\tStep out of the car.\n00:00:03.000\t00:00:03.500\tDoe\tWhy?\n',
    ENDS,
  ],
  [
    'two stamps a line, in brackets each',
    '[00:00:01.000] [00:00:02.200] Ortiz: Step out of the car.\n[00:00:03.000] [00:00:03.500] Doe: Why?\n',
    ENDS,
  ],
  [
    'times at the ends',
    'Ortiz: Step out of the car. (00:00:01)\nDoe: Why? (00:00:03)\n',
    /lines end with a time/,
  ],
  [
    'jail call, direction',
    'Call ID: 123\nInmate: Doe, John\nStart: 01/02/2026 14:04\nDuration: 00:05\n\n[00:00:01] Inmate: Step out of the car.\n[00:00:03] Called Party: Why?\n',
    ['1000-3000 Inmate: Step out of the car.', '3000-8000 Called Party: Why?'],
  ],
  [
    'jail call, range and channel',
    'Channel 1 (Inmate) 00:00:01 - 00:00:02: Step out of the car.\nChannel 2 (Called Party) 00:00:03 - 00:00:04: Why?\n',
    ['1000-2000 Channel 1 (Inmate): Step out of the car.', '3000-4000 Channel 2 (Called Party): Why?'],
  ],
  [
    'jail call, csv',
    'Channel,Start (sec),End (sec),Transcript\nInmate,1.0,2.2,Step out of the car.\nCalled Party,3.0,3.5,Why?\n',
    ['1000-2200 Inmate: Step out of the car.', '3000-3500 Called Party: Why?'],
  ],
  // More of the same, odder.
  [
    'a small role among names',
    '[00:01] Ortiz: Step out of the car.\n[00:03] unknown male: Why?\n',
    ['1000-3000 Ortiz: Step out of the car.', '3000-8000 unknown male: Why?'],
  ],
  [
    'a sentence with a colon is no small name',
    '[00:01] officer said: get out\n[00:03] why\n',
    ['1000-3000 : officer said: get out', '3000-8000 : why'],
  ],
  [
    'srt, small names',
    '1\n00:00:01,000 --> 00:00:02,200\nortiz: Step out of the car.\n\n2\n00:00:03,000 --> 00:00:03,500\ndoe: Why?\n',
    ['1000-2200 ortiz: Step out of the car.', '3000-3500 doe: Why?'],
  ],
  [
    'srt, a number said alone',
    '1\n00:00:01,000 --> 00:00:02,200\nHow many?\n\n2\n00:00:03,000 --> 00:00:03,500\n2\n\n3\n00:00:04,000 --> 00:00:05,000\nOkay.\n',
    ['1000-2200 : How many?', '3000-3500 : 2', '4000-5000 : Okay.'],
  ],
  [
    'srt, arrow of one dash',
    '1\n00:00:01,000 -> 00:00:02,200\nOrtiz: Step out of the car.\n\n2\n00:00:03,000 -> 00:00:03,500\nDoe: Why?\n',
    ENDS,
  ],
  [
    'srt, blanks in the times',
    '1\n00: 00: 01,000 --> 00: 00: 02,200\nOrtiz: Step out of the car.\n',
    /no time stands before any line/,
  ],
  [
    'srt, no numbers and no blank lines',
    '00:00:01,000 --> 00:00:02,200\nOrtiz: Step out of the car.\n00:00:03,000 --> 00:00:03,500\nDoe: Why?\n',
    ENDS,
  ],
  [
    'srt, font and place',
    '1\n00:00:01,000 --> 00:00:02,200\n{\\an8}<font color="#fff">Ortiz: Step out of the car.</font>\n\n2\n00:00:03,000 --> 00:00:03,500\n<b>Doe:</b> Why?\n',
    ENDS,
  ],
  [
    'vtt of one hour start',
    'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:00:01.000 --> 00:00:02.200\nOrtiz: Step out of the car.\n\n00:00:03.000 --> 00:00:03.500\nDoe: Why?\n',
    ENDS,
  ],
  [
    'meet, times every five minutes',
    'Transcript\n\n00:00:00\n\nOrtiz: Step out of the car.\nDoe: Why?\n\n00:05:00\n\nOrtiz: Because.\n',
    ['0-300000 Ortiz: Step out of the car.', '0-300000 Doe: Why?', '300000-305000 Ortiz: Because.'],
  ],
  [
    'parentheses with a dash',
    '(00:01 - 00:02) Ortiz: Step out of the car.\n(00:03 - 00:04) Doe: Why?\n',
    ['1000-2000 Ortiz: Step out of the car.', '3000-4000 Doe: Why?'],
  ],
  ['hh:mm:ss at a name with a bar', 'Ortiz | 00:01\nStep out of the car.\n\nDoe | 00:03\nWhy?\n', TWO],
  ['name, comma, time', 'Ortiz, 00:00:01\nStep out of the car.\n\nDoe, 00:00:03\nWhy?\n', TWO],
  ['at sign', '@00:01 Ortiz: Step out of the car.\n@00:03 Doe: Why?\n', TWO],
  [
    'time in brackets after the name and colon',
    'Ortiz: (00:00:01) Step out of the car.\nDoe: (00:00:03) Why?\n',
    TWO,
  ],
  [
    'time in the middle of turns',
    'Ortiz: [00:00:01] Step out of the car. [00:00:02] Now.\nDoe: [00:00:03] Why?\n',
    ['1000-3000 Ortiz: Step out of the car. [00:00:02] Now.', '3000-8000 Doe: Why?'],
  ],
  ['list of Markdown', '- [00:01] Ortiz: Step out of the car.\n- [00:03] Doe: Why?\n', TWO],
  ['bullets', '• 00:01 Ortiz: Step out of the car.\n• 00:03 Doe: Why?\n', TWO],
  ['quotes of a shell', '"[00:01] Ortiz: Step out of the car."\n"[00:03] Doe: Why?"\n', /times stand within/],
  [
    'aws json, two channels',
    j({
      results: {
        channel_labels: {
          channels: [
            {
              channel_label: 'ch_0',
              items: [
                {
                  start_time: '1.0',
                  end_time: '1.4',
                  type: 'pronunciation',
                  alternatives: [{ content: 'Step' }],
                },
                {
                  start_time: '1.4',
                  end_time: '2.2',
                  type: 'pronunciation',
                  alternatives: [{ content: 'out' }],
                },
                { type: 'punctuation', alternatives: [{ content: '.' }] },
              ],
            },
            {
              channel_label: 'ch_1',
              items: [
                {
                  start_time: '3.0',
                  end_time: '3.5',
                  type: 'pronunciation',
                  alternatives: [{ content: 'Why' }],
                },
                { type: 'punctuation', alternatives: [{ content: '?' }] },
              ],
            },
          ],
          number_of_channels: 2,
        },
        transcripts: [{ transcript: 'Step out. Why?' }],
        items: [],
      },
    }),
    ['1000-2200 ch_0: Step out.', '3000-3500 ch_1: Why?'],
  ],
  [
    'assembly json, ms',
    j({
      text: 'Step out. Why?',
      utterances: [
        {
          speaker: 'A',
          start: 1000,
          end: 2200,
          text: 'Step out.',
          words: [
            { text: 'Step', start: 1000, end: 1400, speaker: 'A' },
            { text: 'out.', start: 1400, end: 2200, speaker: 'A' },
          ],
        },
        {
          speaker: 'B',
          start: 3000,
          end: 3500,
          text: 'Why?',
          words: [{ text: 'Why?', start: 3000, end: 3500, speaker: 'B' }],
        },
      ],
      words: [
        { text: 'Step', start: 1000, end: 1400, speaker: 'A' },
        { text: 'out.', start: 1400, end: 2200, speaker: 'A' },
        { text: 'Why?', start: 3000, end: 3500, speaker: 'B' },
      ],
    }),
    ['1000-2200 A: Step out.', '3000-3500 B: Why?'],
  ],
  [
    'axon json, offsets in words',
    j({
      transcript: {
        segments: [
          { speaker: 'Speaker 1', startOffset: 1.0, endOffset: 2.2, text: 'Step out.' },
          { speaker: 'Speaker 2', startOffset: 3.0, endOffset: 3.5, text: 'Why?' },
        ],
      },
    }),
    ['1000-2200 Speaker 1: Step out.', '3000-3500 Speaker 2: Why?'],
  ],
  [
    'court page in columns, page head and foot',
    '              SAMPLE COURT REPORTERS\n                                          12\n 1   00:00:01      Q.   Did he step out?\n 2   00:00:03      A.   He did.\n 3                      At once.\n 4   00:00:09  MS. ROY:  Objection.\n',
    ['1000-3000 Q: Did he step out?', '3000-9000 A: He did. At once.', '9000-14000 MS. ROY: Objection.'],
  ],
  [
    'fcpx titles as csv',
    'Position,Name,Duration\n00:00:01:00,Step out of the car.,00:00:01:06\n',
    /times stand within/,
  ],
  [
    'avid markers',
    'Ortiz\t01:00:01:00\tV1\tgreen\tStep out of the car.\nDoe\t01:00:03:00\tV1\tgreen\tWhy?\n',
    ['3601000-3603000 Ortiz: Step out of the car.', '3603000-3608000 Doe: Why?'],
  ],
  [
    'one long line',
    '[00:00:01] Ortiz: Step out of the car. [00:00:03] Doe: Why? [00:00:05] Ortiz: Now.',
    [A, '3000-5000 Doe: Why?', '5000-10000 Ortiz: Now.'],
  ],
  // Times of the day.
  [
    'radio log',
    '14:04:10 TAC1: 352 traffic\n14:04:17 TAC1: Copy\n14:05:02 352: One in custody\n',
    /times of the day/,
  ],
  [
    'radio log, brackets',
    '[14:04:10] Dispatch: 352 go ahead.\n[14:04:17] 352: Traffic.\n',
    /times of the day/,
  ],
  [
    'radio log, minutes',
    '14:04 TAC1: 352 traffic stop on a gray sedan at Main and Third\n14:04 TAC1: Copy 352, send it\n14:05 352: One occupant, plate to follow\n',
    /times of the day/,
  ],
  [
    'radio log, names over',
    'Dispatch  14:04:10\n352 go ahead.\n\nUnit 352  14:04:17\nTraffic.\n',
    /times of the day/,
  ],
  [
    'radio log past midnight',
    '23:59:50 TAC1: 352 traffic\n00:00:05 TAC1: Copy\n00:01:05 TAC1: Clear\n',
    /times of the day/,
  ],
  [
    'radio log, table',
    'Time,Channel,Text\n14:04:10,TAC1,352 traffic\n14:04:17,TAC1,Copy\n',
    /times of the day/,
  ],
];

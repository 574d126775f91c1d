const j = (v: unknown): string => JSON.stringify(v);
const CAR = ['Step', 'out', 'of', 'the', 'car.'] as const;
/** When each word is said, s. */
const AT = [1, 1.3, 1.5, 1.6, 1.7, 2.2] as const;
const words = <T>(as: (word: string, from: number, to: number) => T): T[] =>
  CAR.map((w, i) => as(w, AT[i] as number, AT[i + 1] as number));

/**
 * Forty-five forms in which vendors, players and linguists write the same two lines, made up by us: at 1 s Ortiz says “Step out of the car.”,
 * at 3 s Doe says “Why?”.
 */
export const VENDORS: readonly (readonly [file: string, text: string])[] = [
  [
    'sonix.json',
    j({
      name: 'x',
      transcript: [
        {
          speaker: 'Ortiz',
          start_time: 1,
          end_time: 2.2,
          text: CAR.join(' '),
          words: words((text, start_time, end_time) => ({ text, start_time, end_time })),
        },
        {
          speaker: 'Doe',
          start_time: 3,
          end_time: 3.5,
          text: 'Why?',
          words: [{ text: 'Why?', start_time: 3, end_time: 3.5 }],
        },
      ],
    }),
  ],
  [
    'trint.json',
    j({
      words: [
        ...words((name, a, b) => ({ name, time: 1000 * a, duration: Math.round(1000 * (b - a)) })),
        { name: 'Why?', time: 3000, duration: 500 },
      ],
      segments: [
        { speaker: 'Ortiz', time: 1000, duration: 1200 },
        { speaker: 'Doe', time: 3000, duration: 500 },
      ],
    }),
  ],
  ['descript.txt', '[00:00:01] Ortiz: Step out of the car.\n\n[00:00:03] Doe: Why?\n'],
  [
    'otter.txt',
    'Ortiz  0:01  \nStep out of the car.\n\nDoe  0:03  \nWhy?\n\nTranscribed by https://otter.ai\n',
  ],
  [
    'teams.vtt',
    'WEBVTT\n\n0:0:1.0 --> 0:0:2.2\n<v Ortiz>Step out of the car.</v>\n\n0:0:3.0 --> 0:0:3.5\n<v Doe>Why?</v>\n',
  ],
  [
    'zoom.vtt',
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.200\nOrtiz: Step out of the car.\n\n2\n00:00:03.000 --> 00:00:03.500\nDoe: Why?\n',
  ],
  [
    'webex.vtt',
    'WEBVTT\n\n1 "Ortiz" (123)\n00:00:01.000 --> 00:00:02.200\nStep out of the car.\n\n2 "Doe" (456)\n00:00:03.000 --> 00:00:03.500\nWhy?\n',
  ],
  [
    'evidence.txt',
    'Evidence Transcript\nTitle: Body 3\n\nSpeaker 1 (00:01):\nStep out of the car.\n\nSpeaker 2 (00:03):\nWhy?\n',
  ],
  ['meet.txt', 'Attendees\nOrtiz, Doe\nTranscript\n00:00:00\nOrtiz: Step out of the car.\nDoe: Why?\n'],
  ['song.lrc', '[ti:stop]\n[00:01.00]Step out of the car.\n[00:03.00]Why?\n'],
  [
    'frames.ttml',
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="30"><body><div><p begin="00:00:01:00" end="00:00:02:06">Step out of the car.</p><p begin="00:00:03:00" end="00:00:03:15">Why?</p></div></body></tt>',
  ],
  ['line21.scc', 'Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420 94ae 94ae 5374 e570 206f f574\n'],
  [
    'sami.smi',
    '<SAMI><BODY><SYNC Start=1000><P Class=ENCC>Step out of the car.<SYNC Start=2200><P Class=ENCC>&nbsp;<SYNC Start=3000><P Class=ENCC>Why?</BODY></SAMI>',
  ],
  ['microdvd.sub', '{25}{55}Step out of the car.\n{75}{88}Why?\n'],
  [
    'spruce.stl',
    '//Font select\n$FontName = Arial\n00:00:01:00 , 00:00:02:06 , Step out of the car.\n00:00:03:00 , 00:00:03:15 , Why?\n',
  ],
  [
    'elan.eaf',
    '<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2200"/><TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="3000"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="3500"/></TIME_ORDER><TIER TIER_ID="Ortiz"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Step out of the car.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="Doe"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>Why?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>',
  ],
  [
    'praat.TextGrid',
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 4 \ntiers? <exists> \nsize = 1 \nitem []: \n    item [1]:\n        class = "IntervalTier" \n        name = "Ortiz" \n        xmin = 0 \n        xmax = 4 \n        intervals: size = 2 \n        intervals [1]:\n            xmin = 1 \n            xmax = 2.2 \n            text = "Step out of the car." \n        intervals [2]:\n            xmin = 3 \n            xmax = 3.5 \n            text = "Why?" \n',
  ],
  ['audacity.txt', '1.000000\t2.200000\tStep out of the car.\n3.000000\t3.500000\tWhy?\n'],
  [
    'who.rttm',
    'SPEAKER x 1 1.00 1.20 <NA> <NA> Ortiz <NA> <NA>\nSPEAKER x 1 3.00 0.50 <NA> <NA> Doe <NA> <NA>\n',
  ],
  [
    'words.ctm',
    `${words((w, a, b) => `x 1 ${a.toFixed(2)} ${(b - a).toFixed(2)} ${w} 0.9`).join('\n')}\nx 1 3.00 0.50 Why? 0.9\n`,
  ],
  ['turns.stm', 'x 1 Ortiz 1.00 2.20 <o,f0,male> Step out of the car.\nx 1 Doe 3.00 3.50 <o,f0,male> Why?\n'],
  [
    'talkbank.cha',
    '@UTF8\n@Begin\n@Participants:\tORT Ortiz Adult, DOE Doe Adult\n*ORT:\tStep out of the car. \u00151000_2200\u0015\n*DOE:\tWhy? \u00153000_3500\u0015\n@End\n',
  ],
  [
    'transcriber.trs',
    '<?xml version="1.0"?><Trans><Speakers><Speaker id="spk1" name="Ortiz"/><Speaker id="spk2" name="Doe"/></Speakers><Episode><Section startTime="0" endTime="4"><Turn speaker="spk1" startTime="1.0" endTime="2.2"><Sync time="1.0"/>Step out of the car.</Turn><Turn speaker="spk2" startTime="3.0" endTime="3.5"><Sync time="3.0"/>Why?</Turn></Section></Episode></Trans>',
  ],
  [
    'segments.json',
    j({
      segments: [
        { id: 0, seek: 0, start: 1, end: 2.2, text: ' Step out of the car.', tokens: [1], avg_logprob: -0.2 },
        { id: 1, start: 3, end: 3.5, text: ' Why?' },
      ],
      language: 'en',
    }),
  ],
  [
    'tokens.json',
    j({
      tokens: [
        ...words((w, a, b) => ({
          text: a === 1 ? w : ` ${w}`,
          start_ms: Math.round(1000 * a),
          end_ms: Math.round(1000 * b),
          speaker: '1',
        })),
        { text: ' Why', start_ms: 3000, end_ms: 3400, speaker: '2' },
        { text: '?', start_ms: 3400, end_ms: 3500, speaker: '2' },
      ],
    }),
  ],
  [
    'utterances.json',
    j({
      result: {
        transcription: {
          utterances: [
            {
              start: 1,
              end: 2.2,
              speaker: 0,
              text: CAR.join(' '),
              words: words((word, start, end) => ({ word: start === 1 ? word : ` ${word}`, start, end })),
            },
            {
              start: 3,
              end: 3.5,
              speaker: 1,
              text: 'Why?',
              words: [{ word: 'Why?', start: 3, end: 3.5 }],
            },
          ],
          full_transcript: 'Step out of the car. Why?',
        },
      },
    }),
  ],
  [
    'content.json',
    j({
      transcript: [
        { speaker_name: 'Ortiz', start: '00:00:01.000', end: '00:00:02.200', content: CAR.join(' ') },
        { speaker_name: 'Doe', start: '00:00:03.000', end: '00:00:03.500', content: 'Why?' },
      ],
    }),
  ],
  [
    'lines.jsonl',
    '{"start":1,"end":2.2,"speaker":"Ortiz","text":"Step out of the car."}\n{"start":3,"end":3.5,"speaker":"Doe","text":"Why?"}\n',
  ],
  [
    'podcast.json',
    j({
      version: '1.0.0',
      segments: [
        { speaker: 'Ortiz', startTime: 1, endTime: 2.2, body: CAR.join(' ') },
        { speaker: 'Doe', startTime: 3, endTime: 3.5, body: 'Why?' },
      ],
    }),
  ],
  [
    'results.json',
    j({
      results: [
        {
          alternatives: [
            {
              transcript: CAR.join(' '),
              words: words((word, a, b) => ({ startTime: `${a}s`, endTime: `${b}s`, word })),
            },
          ],
          resultEndTime: '2.2s',
        },
        {
          alternatives: [{ transcript: 'Why?', words: [{ startTime: '3s', endTime: '3.5s', word: 'Why?' }] }],
        },
      ],
    }),
  ],
  [
    'dictate.csv',
    'Speaker,Start,End,Text\nOrtiz,00:00:01.000,00:00:02.200,"Step out of the car."\nDoe,00:00:03.000,00:00:03.500,Why?\n',
  ],
  ['dashes.txt', '1\n00:00:01 - 00:00:02\nStep out of the car.\n\n2\n00:00:03 - 00:00:04\nWhy?\n'],
  [
    'segments.xml',
    '<transcript><segment start="1.0" end="2.2" speaker="Ortiz">Step out of the car.</segment><segment start="3.0" end="3.5" speaker="Doe">Why?</segment></transcript>',
  ],
  ['smpte.txt', '00:00:01:12 Ortiz: Step out of the car.\n00:00:03:00 Doe: Why?\n'],
  ['capitals.txt', '00:01 OFFICER ORTIZ: Step out of the car.\n00:03 DOE: Why?\n'],
  ['pipes.txt', '| 00:01 | Ortiz | Step out of the car. |\n| 00:03 | Doe | Why? |\n'],
  [
    'page.html',
    '<html><body><p><span class="ts">00:01</span> Ortiz: Step out of the car.</p><p><span class="ts">00:03</span> Doe: Why?</p></body></html>',
  ],
  ['rich.rtf', '{\\rtf1\\ansi [00:01] Ortiz: Step out of the car.\\par [00:03] Doe: Why?\\par}'],
  ['seconds.txt', '1.0s Ortiz: Step out of the car.\n3.0s Doe: Why?\n'],
  [
    'audio-segments.json',
    j({
      jobName: 'x',
      results: {
        transcripts: [{ transcript: 'Step out of the car. Why?' }],
        audio_segments: [
          {
            id: 0,
            transcript: CAR.join(' '),
            start_time: '1.0',
            end_time: '2.2',
            speaker_label: 'spk_0',
            items: [0, 1],
          },
          {
            id: 1,
            transcript: 'Why?',
            start_time: '3.0',
            end_time: '3.5',
            speaker_label: 'spk_1',
            items: [2],
          },
        ],
      },
    }),
  ],
  [
    'dote.json',
    j({
      lines: [
        {
          startTime: '00:00:01,000',
          endTime: '00:00:02,200',
          speakerDesignation: 'Ortiz',
          text: CAR.join(' '),
        },
        { startTime: '00:00:03,000', endTime: '00:00:03,500', speakerDesignation: 'Doe', text: 'Why?' },
      ],
    }),
  ],
  [
    'nvivo.txt',
    'Timespan\tContent\tSpeaker\n0:01.0 - 0:02.2\tStep out of the car.\tOrtiz\n0:03.0 - 0:03.5\tWhy?\tDoe\n',
  ],
  [
    'dropped-frames.csv',
    '"Speaker Name","Start Time","End Time","Text"\n"Ortiz","00;00;01;00","00;00;02;06","Step out of the car."\n"Doe","00;00;03;00","00;00;03;15","Why?"\n',
  ],
  ['told-in-words.txt', '0:01\n1 second\nStep out of the car.\n0:03\n3 seconds\nWhy?\n'],
  ['dots.txt', 'Ortiz  ·  00:01\nStep out of the car.\n\nDoe  ·  00:03\nWhy?\n'],
];

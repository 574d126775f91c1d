import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/intake/transcripts/transcript';

const read = (text: string) => readTranscript(new TextEncoder().encode(text), 't.json');
const said = (text: string) =>
  read(text).cues.map((c) => `${c.from}-${c.to} ${c.speaker ? `${c.speaker}: ` : ''}${c.text}`);
const json = (value: unknown) => said(JSON.stringify(value));
const word = (text: string, start: number, end: number, more: object = {}) => ({ text, start, end, ...more });

describe('JSON of makers, whole', () => {
  const two = ['1000-2000 Step out.', '3000-4000 Why?'];
  it('whisper with words and segments both, whisperX, chunks with speakers', () => {
    const words = [word('Step', 1, 1.5), word('out', 1.5, 2), word('Why', 3, 4)];
    const segments = [word(' Step out.', 1, 2), word(' Why?', 3, 4)];
    expect(json({ text: 'Step out. Why?', words, segments })).toEqual(two);
    expect(
      json({
        segments: segments.map((s, i) => ({ ...s, words: i ? [words[2]] : words.slice(0, 2) })),
        word_segments: words,
      }),
    ).toEqual(two);
    const chunk = (text: string, a: number, b: number) => ({ text, timestamp: [a, b] });
    expect(
      json({
        speakers: [
          { ...chunk('Step out.', 1, 2), speaker: 'SPEAKER_00' },
          { ...chunk('Why?', 3, 4), speaker: 'SPEAKER_01' },
        ],
        chunks: [chunk('Step out.', 1, 2), chunk('Why?', 3, 4)],
        text: 'Step out. Why?',
      }),
    ).toEqual(['1000-2000 SPEAKER_00: Step out.', '3000-4000 SPEAKER_01: Why?']);
  });
  it('whisper.cpp', () => {
    const part = (text: string, from: number, to: number) => ({
      timestamps: { from: `00:00:0${from / 1000},000`, to: `00:00:0${to / 1000},000` },
      offsets: { from, to },
      text,
      tokens: [{ text: '[_BEG_]', offsets: { from, to }, id: 1 }],
    });
    expect(
      json({
        result: { language: 'en' },
        transcription: [part(' Step out.', 1000, 2000), part(' Why?', 3000, 4000)],
      }),
    ).toEqual(two);
  });
  it('AssemblyAI counts thousandths', () => {
    const words = [
      word('Step', 1000, 1500, { speaker: 'A' }),
      word('out.', 1500, 2000, { speaker: 'A' }),
      word('Why?', 3000, 4000, { speaker: 'B' }),
    ];
    const value = {
      id: 'x',
      audio_duration: 5,
      text: 'Step out. Why?',
      words,
      utterances: [
        word('Step out.', 1000, 2000, { speaker: 'A', words: words.slice(0, 2) }),
        word('Why?', 3000, 4000, { speaker: 'B', words: words.slice(2) }),
      ],
    };
    expect(json(value)).toEqual(['1000-2000 A: Step out.', '3000-4000 B: Why?']);
    expect(json({ words, text: '' })).toEqual(['1000-2000 A: Step out.', '3000-4000 B: Why?']);
  });
  it('Amazon: items with stops, speakers kept apart, channels', () => {
    const item = (content: string, a?: number, b?: number) => ({
      ...(a === undefined
        ? { type: 'punctuation' }
        : { type: 'pronunciation', start_time: String(a), end_time: String(b) }),
      alternatives: [{ content, confidence: '1.0' }],
    });
    const items = [item('Step', 1, 1.5), item('out', 1.5, 2), item('.'), item('Why', 3, 4), item('?')];
    const at = (s: number, who: string) => ({ start_time: String(s), speaker_label: who });
    const speaker_labels = {
      speakers: 2,
      segments: [
        { ...at(1, 'spk_0'), items: [at(1, 'spk_0'), at(1.5, 'spk_0')] },
        { ...at(3, 'spk_1'), items: [at(3, 'spk_1')] },
      ],
    };
    expect(
      json({ results: { transcripts: [{ transcript: 'Step out. Why?' }], speaker_labels, items } }),
    ).toEqual(['1000-2000 spk_0: Step out.', '3000-4000 spk_1: Why?']);
    expect(
      json({
        results: {
          transcripts: [{ transcript: 'x' }],
          items,
          channel_labels: {
            channels: [
              { channel_label: 'ch_0', items: items.slice(0, 3) },
              { channel_label: 'ch_1', items: items.slice(3) },
            ],
          },
        },
      }),
    ).toEqual(['1000-2000 ch_0: Step out.', '3000-4000 ch_1: Why?']);
  });
  it('Google: every result, its last one with who spoke', () => {
    const w = (text: string, a: string, b: string, more: object = {}) => ({
      word: text,
      startTime: a,
      endTime: b,
      ...more,
    });
    const first = {
      alternatives: [
        { transcript: 'Step out.', words: [w('Step', '1s', '1.500s'), w('out.', '1.500s', '2s')] },
        { transcript: 'Stepped out' },
      ],
    };
    const second = { alternatives: [{ transcript: ' Why?', words: [w('Why?', '3s', '4s')] }] };
    expect(json({ results: [first, second] })).toEqual(two);
    const all = {
      alternatives: [
        {
          words: [
            w('Step', '1s', '1.500s', { speakerTag: 1 }),
            w('out.', '1.500s', '2s', { speakerTag: 1 }),
            w('Why?', '3s', '4s', { speakerTag: 2 }),
          ],
        },
      ],
    };
    expect(json({ results: [first, second, all] })).toEqual([
      '1000-2000 Speaker 1: Step out.',
      '3000-4000 Speaker 2: Why?',
    ]);
  });
  it('Deepgram: utterances, channels and paragraphs are one speech', () => {
    const w = (text: string, start: number, end: number, speaker: number) => ({
      word: text.toLowerCase(),
      punctuated_word: text,
      start,
      end,
      speaker,
    });
    const words = [w('Step', 1, 1.5, 0), w('out.', 1.5, 2, 0), w('Why?', 3, 4, 1)];
    const paragraphs = {
      transcript: 'Speaker 0: Step out.',
      paragraphs: [
        { speaker: 0, start: 1, end: 2, sentences: [word('Step out.', 1, 2)] },
        { speaker: 1, start: 3, end: 4, sentences: [word('Why?', 3, 4)] },
      ],
    };
    const spoken = ['1000-2000 Speaker 0: Step out.', '3000-4000 Speaker 1: Why?'];
    expect(
      json({
        metadata: { duration: 5, channels: 1 },
        results: { channels: [{ alternatives: [{ transcript: 'Step out. Why?', words, paragraphs }] }] },
      }),
    ).toEqual(spoken);
    expect(
      json({
        results: {
          channels: [{ alternatives: [{ transcript: 'Step out. Why?', words }] }],
          utterances: [
            { start: 1, end: 2, channel: 0, transcript: 'Step out.', words: words.slice(0, 2), speaker: 0 },
            { start: 3, end: 4, channel: 0, transcript: 'Why?', words: words.slice(2), speaker: 1 },
          ],
        },
      }),
    ).toEqual(spoken);
  });
  it('Rev, ElevenLabs, Speechmatics 2, Azure, Premiere', () => {
    const element = (value: string, ts?: number, end_ts?: number) =>
      ts === undefined ? { type: 'punct', value } : { type: 'text', value, ts, end_ts };
    expect(
      json({
        monologues: [
          {
            speaker: 0,
            elements: [element('Step', 1, 1.5), element(' '), element('out', 1.5, 2), element('.')],
          },
          { speaker: 1, elements: [element('Why', 3, 4), element('?')] },
        ],
      }),
    ).toEqual(['1000-2000 Speaker 0: Step out.', '3000-4000 Speaker 1: Why?']);
    expect(
      json({
        text: 'x',
        words: [
          word('Step', 1, 1.5, { type: 'word', speaker_id: 'speaker_0' }),
          word(' ', 1.5, 1.5, { type: 'spacing', speaker_id: 'speaker_0' }),
          word('out.', 1.5, 2, { type: 'word', speaker_id: 'speaker_0' }),
        ],
      }),
    ).toEqual(['1000-2000 speaker_0: Step out.']);
    const r = (type: string, content: string, a: number, b: number, speaker: string) => ({
      type,
      start_time: a,
      end_time: b,
      alternatives: [{ content, speaker, confidence: 1 }],
    });
    expect(
      json({
        format: '2.9',
        results: [
          r('word', 'Step', 1, 1.5, 'S1'),
          r('word', 'out', 1.5, 2, 'S1'),
          r('punctuation', '.', 2, 2, 'S1'),
          r('word', 'Why', 3, 4, 'S2'),
        ],
      }),
    ).toEqual(['1000-2000 S1: Step out.', '3000-4000 S2: Why']);
    const phrase = (display: string, ticks: number, speaker: number) => ({
      channel: 0,
      speaker,
      offset: `PT${ticks / 1e7}S`,
      offsetInTicks: ticks,
      durationInTicks: 1e7,
      nBest: [{ lexical: display.toLowerCase(), display }, { display: 'other' }],
    });
    expect(
      json({
        combinedRecognizedPhrases: [{ display: 'all' }],
        recognizedPhrases: [phrase('Step out.', 1e7, 1), phrase('Why?', 3e7, 2)],
      }),
    ).toEqual(['1000-2000 Speaker 1: Step out.', '3000-4000 Speaker 2: Why?']);
    expect(
      json({
        durationMilliseconds: 5000,
        combinedPhrases: [{ text: 'Step out. Why?' }],
        phrases: [
          {
            speaker: 1,
            offsetMilliseconds: 1000,
            durationMilliseconds: 1000,
            text: 'Step out.',
            words: [
              { text: 'Step', offsetMilliseconds: 1000, durationMilliseconds: 500 },
              { text: 'out.', offsetMilliseconds: 1500, durationMilliseconds: 500 },
            ],
          },
        ],
      }),
    ).toEqual(['1000-2000 Speaker 1: Step out.']);
    const p = (text: string, start: number, duration: number, type = 'word') => ({
      text,
      start,
      duration,
      type,
      tags: [],
      confidence: 1,
    });
    expect(
      json({
        language: 'en-us',
        segments: [
          {
            speaker: 'u-1',
            start: 1,
            duration: 1,
            words: [p('Step', 1, 0.5), p('out', 1.5, 0.5), p('.', 2, 0, 'punctuation')],
          },
        ],
        speakers: [{ id: 'u-1', name: 'Ash' }],
      }),
    ).toEqual(['1000-2000 Ash: Step out.']);
  });
  it('Vosk one after another, gentle, YouTube, Fireflies, Video Indexer', () => {
    const r = (text: string, start: number, end: number) =>
      JSON.stringify({ result: [{ conf: 1, word: text, start, end }], text });
    expect(said(`${r('step', 1, 2)}\n${r('why', 3.6, 4)}\n`)).toEqual(['1000-2000 step', '3600-4000 why']);
    expect(
      json({
        transcript: 'step out',
        words: [
          { word: 'step', case: 'success', start: 1, end: 1.5, startOffset: 0, endOffset: 4 },
          { word: 'out', case: 'not-found-in-audio', startOffset: 5, endOffset: 8 },
        ],
      }),
    ).toEqual(['1000-1500 step out']);
    expect(
      json({
        wireMagic: 'pb3',
        events: [
          { tStartMs: 1000, dDurationMs: 1000, segs: [{ utf8: 'Step' }, { utf8: ' out.', tOffsetMs: 400 }] },
          { tStartMs: 2000, aAppend: 1, segs: [{ utf8: '\n' }] },
          { tStartMs: 3000, dDurationMs: 1000, segs: [{ utf8: 'Why?' }] },
        ],
      }),
    ).toEqual(two);
    expect(
      json({
        data: {
          transcript: {
            sentences: [{ index: 0, speaker_name: 'Ash', text: 'Step out.', start_time: 1, end_time: 2 }],
          },
        },
      }),
    ).toEqual(['1000-2000 Ash: Step out.']);
    expect(
      json({
        videos: [
          {
            insights: {
              transcript: [
                { id: 1, text: 'Step out.', speakerId: 1, instances: [{ start: '0:00:01', end: '0:00:02' }] },
              ],
            },
          },
        ],
      }),
    ).toEqual(['1000-2000 Speaker 1: Step out.']);
  });
  it('is refused in a true sentence', () => {
    expect(read('{"words": [').refused[0]?.why).toMatch(/cut short/);
    expect(read(JSON.stringify({ text: 'Step out.' })).refused[0]?.why).toMatch(/without times/);
    expect(read(JSON.stringify({ a: 1 })).refused[0]?.why).toMatch(/no words with times/);
    expect(read(JSON.stringify([word('Step out', 1_710_424_200, 1_710_424_201)])).refused[0]?.why).toMatch(
      /calendar/,
    );
  });
});

import { expect, it } from 'vitest';
import { UnreadableFile } from '../../src/intake/formats/table';
import { readTranscript } from '../../src/intake/transcripts/transcript';
import { VENDORS } from './transcript-vendors';

/** Forms that the app does not read: it says what they are, and what to do. */
const NOT_READ = new Set([
  ...['line21.scc', 'sami.smi', 'microdvd.sub', 'elan.eaf', 'praat.TextGrid', 'who.rttm', 'talkbank.cha'],
  ...['transcriber.trs', 'pipes.txt', 'page.html', 'rich.rtf', 'seconds.txt'],
]);
/** Lines of the head that are nobody's words: named, and left out. */
const WITH_A_HEAD = new Set(['evidence.txt', 'meet.txt', 'song.lrc']);
const NAMED = new Set(['dote.json', 'nvivo.txt', 'dropped-frames.csv', 'dots.txt']);
const ORTIZ = /^(Ortiz|OFFICER ORTIZ|Speaker 1|Speaker 0|1|spk_0|)$/;
const DOE = /^(Doe|DOE|Speaker 2|Speaker 1|2|spk_1|)$/;

it('forty-five forms of vendors: each whole, or refused in a sentence, none garbled', () => {
  expect(VENDORS.length).toBeGreaterThanOrEqual(45);
  const wrong: string[] = [];
  for (const [file, text] of VENDORS) {
    let cues: readonly { from: number; to: number; speaker: string; text: string }[] = [];
    let why = '';
    let refused = 0;
    try {
      const read = readTranscript(new TextEncoder().encode(text), file);
      ({ cues } = read);
      refused = read.refused.length;
      why = read.refused.map((r) => r.why).join(' ');
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      why = error.message;
    }
    if (NOT_READ.has(file)) {
      if (cues.length > 0 || !/[a-z]{3,} .*[a-z]{3,}/.test(why))
        wrong.push(`${file}: ${why} ${JSON.stringify(cues)}`);
      continue;
    }
    // Words alone, 0.8 s apart and of nobody: one line.
    if (file === 'words.ctm') {
      if (cues.map((c) => `${c.from} ${c.text}`).join() !== '1000 Step out of the car. Why?')
        wrong.push(file);
      continue;
    }
    const [first, second] = cues;
    const whole =
      cues.length === 2 &&
      first?.text === 'Step out of the car.' &&
      second?.text === 'Why?' &&
      (file === 'meet.txt' || (Math.abs(first.from - 1000) <= 1 && Math.abs(second.from - 3000) <= 1)) &&
      ORTIZ.test(first.speaker) &&
      DOE.test(second.speaker) &&
      // Where who speaks has a field of its own, nobody is left out.
      (first.speaker !== '' || !NAMED.has(file)) &&
      (file !== 'nvivo.txt' || first.to === 2200) &&
      (refused === 0) !== WITH_A_HEAD.has(file);
    if (!whole) wrong.push(`${file}: ${JSON.stringify(cues)} ${why}`);
  }
  expect(wrong).toEqual([]);
});

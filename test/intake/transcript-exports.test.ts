import { expect, it } from 'vitest';
import { UnreadableFile } from '../../src/intake/formats/table';
import { readTranscript } from '../../src/intake/transcripts/transcript';
import { EXPORTS } from './transcript-exports';

/** What came of a form: its lines, or why there are none. */
function given(form: string | Uint8Array): { lines: string[]; why: string } {
  try {
    const t = readTranscript(typeof form === 'string' ? new TextEncoder().encode(form) : form, 'x.txt');
    return {
      lines: t.cues.map((c) => `${c.from}-${c.to} ${c.speaker}: ${c.text}`),
      why: t.refused.map((r) => r.why).join(' '),
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { lines: [], why: error.message };
  }
}

it.each(EXPORTS)('%s: whole, or refused in a sentence', (_, form, expected) => {
  const { lines, why } = given(form);
  if (!(expected instanceof RegExp)) {
    expect(lines).toEqual(expected);
    return;
  }
  expect(lines).toEqual([]);
  expect(why).toMatch(expected);
  expect(why).toMatch(/[a-z]{2,} .*[a-z]{2,}/);
});

it('no two forms have one name, and there are more than eighty', () => {
  expect(new Set(EXPORTS.map(([name]) => name)).size).toBe(EXPORTS.length);
  expect(EXPORTS.length).toBeGreaterThan(80);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARK_FORMS, readMarks } from '../../src/media/exchange';
import type { PlainMark } from '../../src/media/exchange/mark';
import { EVENT_KINDS } from '../../src/record/vocabulary';

const words = fc
  .array(
    fc.constantFrom(
      'a',
      'Ortiz',
      ' ',
      '|',
      ']',
      '[',
      '\\',
      '\n',
      '"',
      "'",
      '=1+1',
      ',',
      '<',
      '&amp;',
      '#2',
      ' – ',
      'é',
      '：',
      '-->',
      '1',
    ),
    { maxLength: 8 },
  )
  .map((w) => w.join('').trim());
const mark: fc.Arbitrary<PlainMark> = fc
  .record({
    kind: fc.constantFrom(...EVENT_KINDS.filter((k) => k !== 'recording')),
    from: fc.nat(10_000_000),
    long: fc.option(fc.integer({ min: 1, max: 600_000 })),
    who: words.map((w) => w.replace(/\n/g, ' ').trim()),
    what: words,
    frame: fc.option(fc.nat(300_000)),
  })
  .map(({ kind, from, long, who, what, frame }) => ({
    kind,
    from,
    to: long === null ? null : from + long,
    who,
    what,
    frame,
    endFrame: long === null || frame === null ? null : frame + 1,
  }));
const order = (marks: readonly PlainMark[]): string[] => marks.map((m) => JSON.stringify(m)).sort();

describe('marks go out and come back', () => {
  it.each(MARK_FORMS.map((f) => [f.name, f] as const))('as %s: the same marks, to the ms', (_, form) => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (marks) => {
        const text = form.write(marks, 'dash camera.mp4', '2026-11-26T12:00:00Z');
        const back = readMarks(`marks.${form.ending}`, text);
        expect(back.refused).toEqual([]);
        // Frames have no place in ELAN and SRT: they are found again by the frames of the file.
        const without = marks.map((m) => (form.ending === 'csv' ? m : { ...m, frame: null, endFrame: null }));
        expect(order(back.marks)).toEqual(order(without));
      }),
      { numRuns: 300 },
    );
  });

  it('a tier of another person’s making is read, what hangs without a time is named', () => {
    const { marks, refused } = readMarks(
      'theirs.eaf',
      `<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1500"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2750"/><TIME_SLOT TIME_SLOT_ID="ts3"/></TIME_ORDER>
<TIER DEFAULT_LOCALE="en" LINGUISTIC_TYPE_REF="default-lt" TIER_ID="Speech &amp; noise"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>step &lt;out&gt;</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3"><ANNOTATION_VALUE>later</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="gloss"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1"><ANNOTATION_VALUE>x</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
    );
    expect(marks).toEqual([
      {
        kind: 'note',
        from: 1500,
        to: 2750,
        who: '',
        what: 'Speech & noise: step <out>',
        frame: null,
        endFrame: null,
      },
    ]);
    expect(refused).toEqual([
      'Tier “Speech & noise”: “later” has no time.',
      'Tier “gloss”: 1 annotations hang on others and have no times of their own.',
    ]);
  });

  it('what is no file of marks is refused in a sentence', () => {
    expect(readMarks('a.csv', 'x,y\n1,2').refused).toHaveLength(1);
    expect(readMarks('a.eaf', '<html>').refused).toHaveLength(1);
    expect(readMarks('a.docx', '').refused).toHaveLength(1);
    expect(
      readMarks('a.csv', 'From,To,Kind\n1:00,0:30,sniff\nlater,,sniff\n0:01.5,,sniff').marks,
    ).toMatchObject([{ from: 1500, to: null, kind: 'sniff' }]);
  });
});

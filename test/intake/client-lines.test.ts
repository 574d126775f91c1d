import { describe, expect, it } from 'vitest';
import { addClient } from '../../src/actions/client';
import { readClientLines, readClientTable } from '../../src/intake/client-lines';
import { readCsv } from '../../src/intake/formats/csv';
import type { ClientEntry } from '../../src/record/client';

const lines = (text: string) =>
  readClientLines(text).drafts.map((d) => [d.day, d.until, d.kind, d.outcome, d.what, d.who, d.document]);

describe('typed lines', () => {
  it.each([
    [
      '2026-03-05 group session kept @ Lakeside Clinic [attendance sheet p. 2]',
      ['2026-03-05', '', 'session', 'kept', 'group session kept', 'Lakeside Clinic', 'attendance sheet p. 2'],
    ],
    ['March 9, 2026: UA positive', ['March 9, 2026', '', 'screen', 'positive', 'UA positive', '', '']],
    [
      '2026-01-05 to 2026-04-30 work, warehouse @ Harlan Foods',
      ['2026-01-05', '2026-04-30', 'work', '', 'work, warehouse', 'Harlan Foods', ''],
    ],
    [
      '2026-03-12; no-show, counseling',
      ['2026-03-12', '', 'session', 'missed', 'no-show, counseling', '', ''],
    ],
    [
      '2026-03-10 relapse, told the counselor',
      ['2026-03-10', '', 'lapse', '', 'relapse, told the counselor', '', ''],
    ],
    ['March 2019 GED [diploma]', ['March 2019', '', 'school', '', 'GED', '', 'diploma']],
    [
      '2026-03-13 urine screen, result pending',
      ['2026-03-13', '', 'screen', 'pending', 'urine screen, result pending', '', ''],
    ],
    ['2026-03-02 or 2026-03-03 intake', ['2026-03-02 or 2026-03-03', '', 'intake', '', 'intake', '', '']],
    [
      '2026-03-14 job interview, positive feedback',
      ['2026-03-14', '', 'work', '', 'job interview, positive feedback', '', ''],
    ],
  ])('%s', (text, is) => expect(lines(text)).toEqual([is]));

  it('without a day, or with one that can be two, is refused by its line', () => {
    const { drafts, refused } = readClientLines(
      '2026-03-05 session\nsession yesterday\n\n3/4/2026 session\n2026-02-30 session',
    );
    expect(drafts).toHaveLength(1);
    expect(refused.map((r) => r.line)).toEqual([2, 4, 5]);
    expect(refused.map((r) => r.why)).toEqual([
      expect.stringMatching(/begins with no day/),
      expect.stringMatching(/can be/),
      expect.stringMatching(/does not exist/),
    ]);
  });
});

describe('a table of the clinic', () => {
  const table = (text: string) => readClientTable(readCsv(new TextEncoder().encode(text), 'clinic.csv'));

  it('gives its rows; figures are read in the order that the column shows', () => {
    const { drafts, refused } = table(
      'Date,Service,Attendance,Provider,Document\n3/4/2026,Group,Attended,Lakeside,Sheet 1\n3/14/2026,UA,Negative,Lakeside,\n,Group,Attended,,\n',
    );
    expect(drafts.map((d) => [d.day, d.kind, d.outcome, d.who, d.document])).toEqual([
      ['2026-03-04', 'session', 'kept', 'Lakeside', 'Sheet 1'],
      ['3/14/2026', 'screen', 'negative', 'Lakeside', ''],
    ]);
    expect(refused.map((r) => r.line)).toEqual([4]);
  });

  it('is refused row by row where nothing says which is the month, and whole where no column is a day', () => {
    expect(table('Date,Service\n3/4/2026,Group\n').refused).toMatchObject([
      { line: 2, why: expect.stringMatching(/can be/) },
    ]);
    expect(table('Service,Result\nGroup,kept\n').refused).toMatchObject([
      { line: 1, why: expect.stringMatching(/no column/) },
    ]);
  });

  it('is put in once', () => {
    const { drafts } = table('Date,Service\n2026-03-04,Group\n');
    const first = addClient('c', [], drafts);
    const there = first.act?.edits.map((e) => e.after as unknown as ClientEntry) ?? [];
    expect(addClient('c', there, drafts)).toEqual({
      act: null,
      says: expect.stringMatching(/1 were here already/),
    });
  });
});

import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** What is made of notes that somebody kept by hand, minute by minute. */
function read(text: string) {
  const got = understand(typedPaper(text.replace(/^\n/, ''), 'notes.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return {
    told: got.entries.map((e) => `${e.start}${e.end === '' ? '' : `-${e.end}`} ${e.kind}`),
    days: [...new Set(got.entries.map((e) => e.date))],
    quotes: got.entries.map((e) => e.quote),
    actors: got.entries.map((e) => e.actor),
    unread: got.unread.map((u) => u.quote),
  };
}

describe('notes that begin each line with four figures', () => {
  it('are read whole, to midnight and past it', () => {
    const got = read(`
Investigator notes, 3/14/2024

2341 Trooper pulls Doe over on I-40. The car stops on the right
shoulder, past the exit
2344 asks for license and where he is coming from
2352 goes back to his car and calls for a dog
0003 dog arrives
0010-0025 search`);
    expect(got.told).toEqual([
      '23:41 seizure-begins',
      '23:44 travel-questions',
      '23:52 dog-requested',
      '00:03 dog-arrives',
      '00:10-00:25 search',
    ]);
    expect(got.days).toEqual(['2024-03-14', '2024-03-15']);
    expect(got.quotes[0]).toMatch(/past the exit$/);
    expect(got.actors.join('')).toBe('');
  });
  it.each([
    [
      'streets',
      ['1404 Elm Street, Testville', '1410 Oak Avenue Apt 3', '1512 Main Street', '2201 Traffic Way'],
    ],
    ['things that are counted', ['1204 boxes of files', '1310 pencils', '1455 sheets', '1500 cards']],
    ['figures that do not rise', ['1404 stop', '1204 warning given', '1310 dog arrives', '0955 dog alerts']],
  ])('are none where they are %s: each is listed', (_, lines) => {
    const got = read(['LIST 3/14/2024', ...lines].join('\n'));
    expect(got.told.filter((t) => /^\d/.test(t))).toEqual([]);
    for (const line of lines) expect(got.unread.join('\n')).toContain(line);
  });
});

describe('a line of notes that begins with a time', () => {
  it('is an entry of its own, whatever ends the line above it', () => {
    const got = read(`
Stop of 03/14/2024 - my notes

14:04 Traffic stop US 30
14:06 DL/REG check
14:12 Warning issued
14:13 Asked for consent, refused
14:19 K-9 on scene
14:21 K9 alert`);
    expect(got.told).toEqual([
      '14:04 seizure-begins',
      '14:06 records-check',
      '14:12 warning-issued',
      '14:13 consent-asked',
      '14:19 dog-arrives',
      '14:21 alert',
    ]);
    expect(got.quotes[3]).toBe('14:13 Asked for consent, refused');
  });
  it('is one on a page of short notes too, where the line above is the longest', () => {
    const got = read(
      'March 14, 2024\n\n1404 Traffic stop\n1412 Warning given\n1413 told him to wait\n1421 K9 alert',
    );
    expect(got.told).toEqual([
      '14:04 seizure-begins',
      '14:12 warning-issued',
      '14:13 told-to-wait',
      '14:21 alert',
    ]);
  });
  it('is none of a paragraph whose lines are filled: there a time stands where the line was full', () => {
    const got = read(`
REPORT OF INVESTIGATION                         03/14/2024

On 03/14/2024 I was on patrol on Highway 30. I saw a silver Honda going
14:04 by my clock when I looked, and I turned round to follow it. At about
14:06 I stopped it. I asked the driver for his license and went back at
14:09 to run it. He came back clear at 14:11 and I began a warning, which
I gave him at 14:15. He said no when I asked to search. The dog came at
14:31 and alerted.`);
    expect(got.told).toContain('14:31 dog-arrives');
    expect(got.told).toContain('about 14:06 seizure-begins');
  });
  it('tells in the present what a report tells in the past', () => {
    const got = read(`
Notes from BWC - State v. Doe - 3/14/24

2:04 pm - stop
2:06 pm - runs license
2:12 pm - hands him the warning
2:12 pm - license returned to driver
2:13 pm - "hang tight"
2:19 pm - dog there
2:20 pm - walks dog around car
2:21 pm - dog sits`);
    expect(got.told.map((t) => t.slice(6))).toEqual([
      'seizure-begins',
      'records-check',
      'warning-issued',
      'documents-returned',
      'told-to-wait',
      'dog-arrives',
      'sniff',
      'alert',
    ]);
  });
  it('takes 2:04p for the afternoon, and a letter that begins a word for none', () => {
    expect(
      read(`
March 14, 2024
2:04p stop
2:06 P - runs license
2:12p.m. warning given
9:21a alert`).told.map((t) => t.slice(0, 5)),
    ).toEqual(['14:04', '14:06', '14:12', '09:21']);
    expect(
      read('March 14, 2024\n14:04 a stop\n14:06 place is dark\n14:09 Paul leaves').told.map((t) =>
        t.slice(0, 5),
      ),
    ).toEqual(['14:04', '14:06', '14:09']);
  });
});

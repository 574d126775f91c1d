import { describe, expect, it } from 'vitest';
import { readTyped as read } from './typed';

const HEAD = 'SUPPLEMENT REPORT   Case 24-117   Detective R. Amsel\n';
const timed = (text: string): string[] => read(HEAD + text).timed.map((t) => t.replace(/^\S+ /, ''));

describe('what somebody tells in a talk', () => {
  it.each([
    ['On 2/21/2024 I spoke with Fenn, who stated the dog did not alert at 2313.', ['23:13']],
    [
      'On 3/4/2024 Deputy Xavier advised me that he had arrived at 22:15 and that the dog alerted at 22:31.',
      ['22:15', '22:31'],
    ],
    ['During an interview on 02/25/2024 she said she heard the dog bark around 11 pm.', ['about 23:00']],
    ['I interviewed Fenn on 2/21/2024. He said that Hall got there at 2320 hours.', ['23:20']],
    ['On 2/26/2024 I was told by Hall that the dog sat down at 2331 hours.', ['23:31']],
  ])('has no day where only the talk has one: %s', (text, times) => {
    expect(timed(text)).toEqual(times.map((t) => ` ${t}`));
  });

  it('is of the day of the matter or of the story, over midnight too, and what is done after the talk is of its day', () => {
    const day = 'Date of incident: 02/14/2024\n';
    expect(
      timed(
        `${day}On 2/21/2024 I spoke with Fenn, who stated the dog did not alert at 2313. I then drove to the lot at 1530 hours.`,
      ),
    ).toEqual(['2024-02-14 23:13', '2024-02-21 15:30']);
    expect(
      timed(`On 2/14/2024 at about 2310 hours I stopped a blue sedan for speeding. I deployed the dog at 2331 hours.
On 2/22/2024 Fenn called me and said that Hall got there at 0005 hours and left at 2255 hours.`),
    ).toEqual(['2024-02-14 about 23:10', '2024-02-14 23:31', '2024-02-15 00:05', '2024-02-14 22:55']);
  });

  it('is on no day of a story that tells of two, and never after the talk', () => {
    const two = 'On 2/14/2024 at 2310 hours I stopped a car. On 2/19/2024 at 0900 hours I searched the car.';
    expect(timed(`${two} On 2/21/2024 I spoke with Fenn, who stated the dog left at 2313.`).at(-1)).toBe(
      ' 23:13',
    );
    expect(
      timed('Date: 03/01/2024\nOn 2/21/2024 I spoke with Fenn, who stated the dog left at 2313.'),
    ).toEqual([' 23:13']);
  });

  it('does not take the day from the talk itself, nor from a stop', () => {
    expect(
      timed('On 2/21/2024 at 1410 hours I spoke with Fenn. Fenn stated the dog did not alert at 2313 hours.'),
    ).toEqual(['2024-02-21 14:10', ' 23:13']);
    expect(timed('On 2/21/2024 Fenn told me at 1415 hours that he was ill.')).toEqual(['2024-02-21 14:15']);
    expect(
      timed('On 2/21/2024 at about 2310 hours I stopped a sedan. The driver said he left at 10:45 pm.'),
    ).toEqual(['2024-02-21 about 23:10', '2024-02-21 22:45']);
    expect(timed('On 2/21/2024 I advised Doe of his rights at 2343 hours.')).toEqual(['2024-02-21 23:43']);
    expect(timed('On 2/21/2024 Doe was told he was free to leave at 2345 hours.')).toEqual([
      '2024-02-21 23:45',
    ]);
  });

  it('was not when he was asked, nor on the day of the talk', () => {
    const got = read(`${HEAD}During an interview on 02/25/2024 she said the dog alerted at 2331 hours.`);
    expect(got.told.filter((t) => /23:31|2024-02-25/.test(t))).toEqual([
      'alert 23:31',
      'custodial-questions 2024-02-25',
    ]);
  });

  it('is on no day of the report’s own that was at another hour', () => {
    expect(
      timed(
        'On 3/18/2024 at 0930 hours I searched the car at the lot. On 3/19/2024 I met with Mr. Dole. He told me the car was stopped at 10:36 PM. I left at 1115.',
      ),
    ).toEqual(['2024-03-18 09:30', ' 22:36', '2024-03-19 11:15']);
  });
});

describe('what a recording shows that is looked at later', () => {
  const seen =
    'At 22:41:10 on the video Hall asks for consent. At 22:43:55 the driver exits. I observed the dog arrive at 00:02:30. I finished at 1115.';
  it('is of the day of the recording, over midnight too, and later talks lie beside it', () => {
    expect(
      timed(
        `On 03/18/24 at 0930 hrs I reviewed Deputy Hall's body camera video for 03/15/24. ${seen} On 03/19/24 I met with Mr. Dole. He told me the car was stopped at 10:36 PM.`,
      ),
    ).toEqual([
      '2024-03-18 09:30',
      '2024-03-15 22:41:10',
      '2024-03-15 22:43:55',
      '2024-03-16 00:02:30',
      '2024-03-18 11:15',
      '2024-03-15 22:36',
    ]);
  });

  it('has no day where only the review has one', () => {
    expect(timed(`On 03/18/24 I watched the dash cam footage. ${seen}`)).toEqual([
      ' 22:41:10',
      ' 22:43:55',
      ' 00:02:30',
      '2024-03-18 11:15',
    ]);
  });
});

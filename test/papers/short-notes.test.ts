import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** What is made of a page of text. */
function read(text: string) {
  const got = understand(typedPaper(text.replace(/^\n/, ''), 'paper.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return {
    ...got,
    timed: got.entries
      .filter((e) => e.role === 'event' && e.start !== '')
      .map((e) => `${e.kind} ${e.date} ${e.start}${e.end ? ` > ${e.end}` : ''}`),
  };
}

describe('dash cameras, answers and short notes (made up)', () => {
  it('the length before an event is no minute after midnight', () => {
    const got = read(`
MOBILE VIDEO SYSTEM - EVENT LIST              Unit 27
Date 03/14/2024
Evt  Type            Pre-event  Trigger        Start        Stop         Dur       Speed
001  Traffic Stop    00:01:00   Lights         23:40:07     00:44:10     01:04:03  44
002  Transport       00:01:00   Manual         00:43:12     00:59:40     00:16:28  52
003  DWI             00:01:00   Mic            23:50:00     02:30:15     02:40:15  0
004  DWI             00:01:00   Mic            03:10:00     03:30:15     00:20:15  0`);
    // The third was begun before midnight: its row stands where its recording ended.
    expect(got.timed.map((t) => t.replace(/^\S+ /, ''))).toEqual([
      '2024-03-14 23:40:07',
      '2024-03-15 00:44:10',
      '2024-03-15 00:43:12',
      '2024-03-15 00:59:40',
      '2024-03-14 23:50:00',
      '2024-03-15 02:30:15',
      '2024-03-15 03:10:00',
      '2024-03-15 03:30:15',
    ]);
  });

  it.each([
    ['Ofc. Diaz got there at 1103.', 'backup-arrives'],
    ['Ofc. Diaz pulled up at 1103.', 'backup-arrives'],
    ['Back-up got here at 1103.', 'backup-arrives'],
    ['The returns came back at 1103.', 'records-check'],
    ['At 1103 I removed a Glock 19 from his waistband.', 'found'],
    ['At 1103 I took two baggies of methamphetamine out of the console.', 'found'],
    ['At 1103 the driver pulled a gun from his waistband.', 'note'],
    ['At 1103 I removed my pistol from the holster.', 'note'],
    ['At 1103 she took her purse from the car.', 'note'],
    ['At 1103 I took a photograph of the gun from the car.', 'note'],
    ['At 1103 his tax returns were in the car.', 'note'],
  ])('words of the street: %s', (line, kind) => {
    const got = read(
      `INCIDENT REPORT\nDate: 03/14/2024\nNarrative:\nOn 03/14/2024 at 1050 hours I stopped a blue Ford. ${line} I cleared at 1130.`,
    );
    expect(
      got.timed.filter((t) => t.includes('11:03') || t.includes('1103')).map((t) => t.split(' ')[0]),
    ).toEqual([kind]);
  });

  it('a question behind an answer is not the witness’s', () => {
    const got = read(`
INTERVIEW OF OFFICER DOE      April 9, 2024, 1:05 p.m.
Q: What time did you stop him?
A: About 23:40, and I handed back the license five to ten minutes after that, I would say, at about 23:50.
Q: CAD has the K9 request at 23:46. Was that before or after the warning?
A: Before. The warning was after, around 11:55 p.m.`);
    const asked = got.entries.filter((e) => e.start.includes('23:46'));
    expect(asked.map((e) => `${e.actor}${e.kind}`)).toEqual(['note']);
  });

  it('“not deployed until” begins then; “p.m. I” ends a sentence; “Arrested 0031.” is a time', () => {
    const got = read(`
INCIDENT REPORT
Date/Time Occurred: 03/14/2024 2341 hrs
NARRATIVE:
Smith got there at 11:52 p.m. I stood by until 12:03 a.m., when the K9 arrived. The dog was not deployed until 12:05 a.m. because of traffic. The K9 came at 12:03 a.m. and hit at 12:06 a.m. Arrested 0031.`);
    expect(got.timed.slice(1)).toEqual([
      'note 2024-03-14 23:52',
      'dog-arrives 2024-03-15 00:03',
      'sniff 2024-03-15 00:05',
      'dog-arrives 2024-03-15 00:03',
      'alert 2024-03-15 00:06',
      'arrest 2024-03-15 00:31',
    ]);
  });
});

describe('whose time and which paper it is (made up)', () => {
  it('a correction is of the day on which its act was told, however near another is', () => {
    const got = read(`
INCIDENT REPORT
On 03/14/2024 at 0915 hours I stopped him. On 03/15/2024 at 1000 hours I met Det. Sample about it.
The time of the stop should read 0915 hours and nothing else.`);
    expect(got.timed.at(-1)).toBe('note 2024-03-14 09:15');
  });

  it('an act behind the time of another is not done at the first', () => {
    const got = read(`
INCIDENT REPORT
On March 16, 2024, at 2:00 p.m. I came there, and at 2:15 p.m. I executed the warrant by searching the phone.`);
    expect(got.timed).toEqual(['note 2024-03-16 14:00', 'warrant-executed 2024-03-16 14:15']);
  });

  it('a form that speaks of dispatch in its one sentence is no dispatch printout', () => {
    const got = read(`
CANINE USE SHEET       Handler: Dep. M. Poe #88       Dog: Blitz      Breed: Malinois
Date: 03/15/24      Weather: 54 F, wind NW 8 mph      Place: Sample and 22nd, parking lot of the store
I was called by dispatch at 2346 hrs and came with the dog from Roe City to them.`);
    expect(got.reader).toBe('narrative');
  });
});

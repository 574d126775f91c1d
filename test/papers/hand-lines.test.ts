import { describe, expect, it } from 'vitest';
import { readTyped } from './typed';

const hands = (text: string): string[] =>
  readTyped(text).custody.map((c) =>
    `${c.item}: ${c['releasedBy']} > ${c['receivedBy']} ${c['releasedDate']} ${c['releasedAt']} ${c['purpose'] ?? ''}`.trim(),
  );

describe('hand-overs of a line each, outside tables (made up)', () => {
  it('are read with their names, day and time, over two lines too, under the item of the form', () => {
    expect(
      hands(`
BRASK COUNTY SHERIFF
CHAIN OF CUSTODY
Case 24-117    Item 3: white powder in bag
02/22/2024 0915 From: Dep. Hall To: Evidence Room
02/23/2024 1430 From: Evidence Tech Marlowe To: State Laboratory   Reason: analysis
03/01/2024 10:05 From: State Laboratory
To: Evidence Tech Marlowe #4471`),
    ).toEqual([
      '3: Dep. Hall > Evidence Room 2024-02-22 09:15',
      '3: Evidence Tech Marlowe > State Laboratory 2024-02-23 14:30 analysis',
      '3: State Laboratory > Evidence Tech Marlowe #4471 2024-03-01 10:05',
    ]);
  });

  it('are read in the part of a report that is one of custody, each under its own item', () => {
    expect(
      hands(`
INCIDENT REPORT   Case 24-117   Deputy R. Amsel   Date: 02/14/2024
On 2/14/2024 at about 2310 hours I stopped a blue sedan for speeding. I deployed the dog at 2331 hours.

EVIDENCE TRANSFERS
Item 2   From: Dep. Hall   To: Sgt. Moe   02/22/2024 0915
From: Sgt. Moe #2214
To: Evidence Room 02/22/2024 0940 hrs`),
    ).toEqual([
      '2: Dep. Hall > Sgt. Moe 2024-02-22 09:15',
      '2: Sgt. Moe #2214 > Evidence Room 2024-02-22 09:40',
    ]);
  });

  it.each([
    [
      'a mail',
      'EVIDENCE LOG\nFrom: hall@brask.gov To: moe@brask.gov 02/22/2024 0915\nI will bring item 3 tomorrow.',
    ],
    [
      'a mail of names',
      'CHAIN OF CUSTODY\nFrom: Dep. Hall To: Sgt. Moe 02/22/2024 09:15\nSubject: Item 3\nIt is sealed.',
    ],
    [
      'a memorandum',
      'MEMORANDUM\nTO: Sheriff Brask\nFROM: Dep. Hall\nDATE: 02/22/2024 0915\nRE: Evidence log',
    ],
    [
      'a log of rides',
      'TRANSPORT LOG\n02/22/2024 0915 From: County Jail To: Courthouse\n02/22/2024 1115 From: Courthouse To: County Jail',
    ],
    [
      'rides within a report',
      `INCIDENT REPORT   Case 24-117   Deputy R. Amsel   Date: 02/14/2024
On 2/14/2024 at about 2310 hours I stopped a blue sedan for speeding. I deployed the dog at 2331 hours.

TRANSPORT LOG
02/22/2024 0915 From: County Jail To: Courthouse`,
    ],
    ['a period', 'CHAIN OF CUSTODY\nItem 3\nPeriod From: 02/22/2024 0000 To: 02/23/2024 2359'],
    ['a line without a name', 'CHAIN OF CUSTODY\nItem 3\n02/22/2024 0915 From: Dep. Hall To: ______'],
    ['a line without a day', 'CHAIN OF CUSTODY\nItem 3\n0915 From: Dep. Hall To: Sgt. Moe'],
  ])('are none in %s', (_, text) => {
    expect(hands(text)).toEqual([]);
  });

  it('in boxes under a numbered transfer are read once', () => {
    expect(
      hands(`
PROPERTY RECORD
Item 4: phone
Transfer 1
From: Dep. Hall 02/22/2024 0915
To: Sgt. Moe
Reason: storage`),
    ).toHaveLength(1);
  });
});

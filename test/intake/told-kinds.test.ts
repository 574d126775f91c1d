import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';
import { kindOfWord } from '../../src/intake/layouts/event-words';
import { kindTold } from '../../src/intake/layouts/told-kinds';

describe('codes that stand alone in a log', () => {
  it.each([
    ['TS', 'seizure-begins'],
    ['T/S', 'seizure-begins'],
    ['CUST', 'arrest'],
    ['SUBJ IN CUST', 'arrest'],
    ['TRANS', 'transport'],
  ])('%s is read as slang, which is told', (word, kind) => {
    expect(kindOfWord(word)).toEqual({ kind, slang: true });
  });
  it.each(['Custody', 'TSA', 'Transfer of custody', 'Custom search'])('%s is none of them', (word) => {
    expect(kindOfWord(word)).toBeNull();
  });
});

describe('what a line of a log tells in words of its own', () => {
  it.each([
    ['Traffic stop initiated I-40 MM 212', 'seizure-begins'],
    ['Trooper Vance requested K9', 'dog-requested'],
    ['Had driver step out', 'ordered-out'],
    ['Handed driver written warning for speed', 'warning-issued'],
    ['Warning ticket handed to driver and DL returned', 'warning-issued'],
    ['Sniff of vehicle', 'sniff'],
    ['Dog did not alert', 'no-alert'],
    ['K9 alerted on passenger door', 'alert'],
    ['Search of trunk - 22 lbs marijuana', 'search'],
    ['Driver handcuffed and placed in car', 'secured'],
    ['Driver arrested', 'arrest'],
    ['Told driver to wait in front of the patrol car for the dog', 'told-to-wait'],
    ['citation: Citation printed and handed', null],
    ['citation: Citation handed to driver', 'citation-issued'],
  ])('%s', (text, kind) => {
    expect(kindTold(text)).toBe(kind);
  });

  it.each([
    'Owner arrested last year',
    'Criminal history shows arrest 2019',
    'Dispatch: driver has prior arrest for drugs',
    'Passenger arrested on warrant',
    'Arrest of brother',
    'Search team arrives',
    'Photos of search taken',
    'Search for insurance card',
    'Driver searches glovebox for registration',
    'Traffic stop report filed',
    'Dog requested but not available',
    'Driver denies consent to search',
    'K9 will be requested',
    'Sniff finished, no alert',
    'NCIC clear',
    'Officer Doe arrives',
    'plan: K9 requested',
    'He says “search my car”',
    'Owner arrested',
    'Driver searches vehicle',
    'Driver arrested 2019',
    'Was consent refused?',
    'Driver arrested (time entered in error)',
    `Driver arrested, ${'and then the car was towed away by the company, '.repeat(3)}`,
  ])('tells no act that may be another’s, or not done then: %s', (text) => {
    expect(kindTold(text)).toBeNull();
  });
});

const LOG = `Time,Event
3/14/25 1:15 PM,Traffic stop initiated I-40 MM 212
1:17 PM,DL and registration obtained
1:33 PM,Warning ticket handed to driver and DL returned
1:37 PM,Told driver to wait in front of the patrol car for the dog
2:04 PM,Sniff of vehicle
2:05 PM,Positive alert
2:06 PM,Search of trunk - 22 lbs marijuana
2:15 PM,Driver arrested
`;
const read = (text: string) =>
  recordFromFiles([{ name: 'log.csv', bytes: new TextEncoder().encode(text) }], 'America/Chicago');

describe('a log whose events are told in words of its own', () => {
  it('has its kinds, its words kept, and each reading told', async () => {
    const { record, notices } = await read(LOG);
    expect(record.events.map((e) => e.kind)).toEqual([
      'seizure-begins',
      'note',
      'warning-issued',
      'told-to-wait',
      'sniff',
      'alert',
      'search',
      'arrest',
    ]);
    expect(record.events[6]?.description).toBe('Search of trunk - 22 lbs marijuana');
    expect(notices.join('\n')).toContain('“Driver arrested” as');
    expect(notices.join('\n')).not.toContain('No entry begins the stop');
  });

  it('reads behind a word of the kind column that nobody knows what it stands for, and asks for the word all the same', async () => {
    const { record, notices } = await read(
      'date,time,kind,description\n2025-03-14,13:15,talk,Miranda warnings given\n2025-03-14,13:16,plan,K9 requested\n',
    );
    expect(record.events.map((e) => [e.kind, e.description])).toEqual([
      ['warnings-given', 'talk: Miranda warnings given'],
      ['note', 'plan: K9 requested'],
    ]);
    expect(notices.join('\n')).toContain('“talk” (1 row)');
  });

  it('leaves the lines of a table of thousands as they are: it is no log of one stop', async () => {
    const many = Array.from({ length: 2_001 }, (_, i) => `2025-03-14,13:${10 + (i % 50)},Driver arrested`);
    const { record } = await read(`Date,Time,Event\n${many.join('\n')}\n`);
    expect(new Set(record.events.map((e) => e.kind))).toEqual(new Set(['note']));
  });
});

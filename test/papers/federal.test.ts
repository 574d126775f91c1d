import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

const told = (text: string): string[] => {
  const got = understand(typedPaper(text, 'made-up.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  return got.entries.map((e) => `${e.kind} ${e.date} ${e.start}`.trim());
};
const authors = (text: string): Set<string> =>
  new Set(understand(typedPaper(text, 'made-up.txt'), { dateOrder: 'mdy' })?.entries.map((e) => e.actor));

const HEAD = `REPORT OF INVESTIGATION
NARRATIVE
5. By: TFO Raymond Salas            6. File Title: DOE, John
9. Other Officers: SA K. Whitfield, Trooper L. Marsh
10. Date Prepared: 03-18-24

DETAILS
`;

describe('reports of agents, and papers that are signed (made up)', () => {
  it('a day that opens the next sentence is not that of the time before it', () => {
    const text = `${HEAD}1. On March 14, 2024, I placed Exhibit 1 in the drug vault at 6:15 p.m. On March 19, 2024, I sent Exhibit 1 to the laboratory.`;
    expect(told(text)).toContain('note 2024-03-14 18:15');
    expect(told(text)).toContain('note 2024-03-19');
    expect(told(`${HEAD}1. I placed it in the vault at 6:15 p.m. on March 19, 2024.`)).toContain(
      'note 2024-03-19 18:15',
    );
  });
  it('a time behind “, and at” opens what follows', () => {
    expect(
      told(
        `${HEAD}On March 14, 2024, at 2:49 p.m., Trooper Hayes and K-9 Rex arrived, and at approximately 2:52 p.m. Rex alerted.`,
      ),
    ).toEqual(expect.arrayContaining(['dog-arrives 2024-03-14 14:49', 'alert 2024-03-14 about 14:52']));
    expect(told(`${HEAD}On March 14, 2024, the dog arrived at 2:49 p.m. Rex alerted at 2:52 p.m.`)).toEqual(
      expect.arrayContaining(['dog-arrives 2024-03-14 14:49', 'alert 2024-03-14 14:52']),
    );
  });
  it.each([
    ['requested that Trooper Marsh initiate a traffic stop on the Honda', 'note'],
    ['asked a marked unit to conduct a stop of the Honda', 'note'],
    ['requested a traffic stop of the Honda', 'note'],
    ['initiated a traffic stop of the Honda', 'seizure-begins'],
    ['took custody of Exhibit 1', 'note'],
    ['took custody of the suspected cocaine', 'note'],
    ['took custody of Doe', 'arrest'],
    ['completed the chain of custody form', 'note'],
    ['requested a warrant to search the phone', 'warrant-sought'],
    ['requested consent to search the car', 'consent-asked'],
  ])('that an agent “%s” is %s', (words, kind) => {
    expect(told(`${HEAD}On March 14, 2024, at 2:19 p.m., TFO Pruitt ${words}.`)).toContain(
      `${kind} 2024-03-14 14:19`,
    );
  });
  it('a form of consent consents; the right of which it speaks is no search', () => {
    const kinds = told(
      `CONSENT TO SEARCH\nI, John Doe, having been informed of my right not to have a search made of the vehicle without a search warrant, hereby authorize Tpr. L. Marsh to conduct a complete search of my Honda.\nDate: 3-14-24     Time: 1446\n`,
    ).map((k) => k.split(' ')[0]);
    expect(kinds).toContain('consent-given');
    expect(kinds).not.toContain('search');
  });
  it('whoever stands behind By wrote it, and not who else was there', () => {
    expect(authors(`${HEAD}1. On March 14, 2024, at 1:50 p.m., I watched the motel.`)).toEqual(
      new Set(['TFO Raymond Salas']),
    );
  });
  it('each time goes to the act that it stands at, and what had been done is not done when it is told', () => {
    const day = 'On March 14, 2024, at 2:40 p.m. I arrived. ';
    expect(told(`${HEAD}${day}I asked dispatch for a backup at 1450 and Ofc. Ruiz arrived at 1454.`)).toEqual(
      expect.arrayContaining(['backup-requested 2024-03-14 14:50', 'backup-arrives 2024-03-14 14:54']),
    );
    expect(
      told(
        `${HEAD}${day}Upon my arrival at 1449 hrs, Tpr. Marsh advised that he had completed the warning at 1441 hrs and the driver had refused consent.`,
      ),
    ).toContain('consent-refused');
  });
  it('a street ends a sentence where another begins; who left a bar left no stop', () => {
    const got = told(
      `${HEAD}On March 14, 2024, I stopped the Tahoe at 1200 E. Main St. The driver said he had left the bar at about midnight.`,
    );
    expect(got.filter((k) => k.startsWith('seizure'))).toEqual(['seizure-begins']);
  });
  it.each([
    [
      'STATEMENT OF PROBABLE CAUSE\nI, Cpl. Dana Reed, knowing that false statements are punishable, state:\n',
      'Cpl. Dana Reed',
    ],
    ['STATEMENT OF DANA REED\n', 'Dana Reed'],
  ])('whoever swears or states is the author: %s', (head, name) => {
    expect(authors(`${head}On March 14, 2024, at 2:12 p.m., I searched the car.`)).toContain(name);
  });
  it('the time of stop of a form begins it', () => {
    expect(
      told(
        'INCIDENT REPORT\nDate of stop: 02-03-2024   Time of stop: 00:48\nNARRATIVE\nI was on patrol when I observed a white Tahoe and I followed it for a while.\n',
      ),
    ).toContain('seizure-begins 2024-02-03 00:48');
  });
  it('sentences with several times that come as a row of a log are certain of none', () => {
    const rows = ['03/14/2024 14:31 Stop', '03/14/2024 14:33 License returned', '03/14/2024 14:36 Warning'];
    const said =
      '03/14/2024 14:40 I arrived at the stop. I asked dispatch for a backup at 14:50 and he came at 14:54.';
    const got = understand(
      typedPaper(`DISPATCH LOG\n${[...rows, said].join('\n')}\n03/14/2024 14:58 Clear\n`, 'x.txt'),
      { dateOrder: 'mdy' },
    );
    const sure = (yes: boolean) => got?.entries.filter((e) => e.certain === yes).map((e) => e.start);
    expect(sure(true)).toEqual(['14:31', '14:33', '14:36', '14:58']);
    expect(sure(false)).toEqual(['14:40', '14:50', '14:54']);
  });
  it.each([
    ['At approximately 2:12 p.m., TFO Pruitt observed Doe exit the room.', 'TFO Pruitt'],
    ['On 3/14/2024 at 2:27 PM Tpr. Marsh stopped a silver Honda.', 'Tpr. Marsh'],
    [
      'Exhibit 1 was removed from locker 7 by Evidence Tech D. Orr on 03/15/2024 at 0805 hours.',
      'Evidence Tech D. Orr',
    ],
    ['At 2:56 p.m. I searched the Honda.', 'TFO Raymond Salas'],
  ])('who did it is whom the sentence names: %s', (sentence, who) => {
    expect(authors(`${HEAD}${sentence}`)).toContain(who);
  });
  it('whoever collected a thing is not the author of its paper', () => {
    const lines = [
      'Collected by Tpr. Marsh #4471 on 03/14/2024 at 1459 hours and sealed.',
      'It was weighed on 03/18/2024 at 1355 hours.',
    ];
    const got = understand(typedPaper(`EVIDENCE CONTINUITY\nNARRATIVE\n${lines.join('\n')}\n`, 'x.txt'), {
      dateOrder: 'mdy',
    });
    expect(got?.entries.map((e) => e.actor)).toEqual(['Tpr. Marsh', '']);
  });
  it('how long is told of the talk, and not of the order before it', () => {
    const got = understand(
      typedPaper(
        `${HEAD}I then asked Doe to step out, and we spoke for 6 or 7 minutes about his travels.`,
        'x.txt',
      ),
      { dateOrder: 'mdy' },
    );
    expect(got?.entries.filter((e) => e.end !== '').map((e) => e.kind)).toEqual(['travel-questions']);
  });
  it('an act waits for the time that stands at it, though another comes first', () => {
    const day = 'On March 14, 2024, at 2:40 p.m. I arrived. ';
    expect(told(`${HEAD}${day}I left my car at 1450 and Ofc. Ruiz arrived at 1454.`)).toEqual(
      expect.arrayContaining(['note 2024-03-14 14:50', 'backup-arrives 2024-03-14 14:54']),
    );
  });
  it('whoever assisted is not the author, where nobody is named', () => {
    const text =
      'INCIDENT REPORT\nAssisting officers: Trooper L. Marsh\n\nNARRATIVE\nOn March 14, 2024, at 2:40 p.m., I searched the car.\n';
    expect(authors(text)).toEqual(new Set(['']));
  });
  it('what another says had been done was not done then, nor by whoever tells it', () => {
    const text = `${HEAD}On March 14, 2024, I arrived at 2233 hrs and spoke with Dep. Kern, who advised the driver had already been issued a courtesy warning. The car had been searched by Dep. Orr.`;
    const got = understand(typedPaper(text, 'x.txt'), { dateOrder: 'mdy' });
    const of = (kind: string) => got?.entries.filter((e) => e.kind === kind).map((e) => [e.start, e.actor]);
    expect(of('warning-issued')).toEqual([['', '']]);
    expect(of('search')).toEqual([['', 'Dep. Orr']]);
  });
  it('asked by somebody of rank to sniff is asked for, and no sniff', () => {
    const text = `${HEAD}I was requested by Dep. Kern to conduct an exterior sniff of a silver Altima.`;
    const got = understand(typedPaper(text, 'x.txt'), { dateOrder: 'mdy' });
    expect(got?.entries.map((e) => e.kind)).toEqual(['dog-requested']);
  });
  it('a middle initial is of the name, a force before the rank is not', () => {
    const head = HEAD.replace('TFO Raymond Salas', 'TFO Raymond J. Salas');
    expect(head).not.toBe(HEAD);
    expect(authors(`${head}At 2:56 p.m. I searched the Honda.`)).toContain('TFO Raymond J. Salas');
    expect(
      authors(`${HEAD}At approximately 4:26 p.m., KSP Trooper R. Dunn initiated a traffic stop.`),
    ).toContain('Trooper R. Dunn');
  });
  it('the line that says what the paper is about tells no act, and its day none', () => {
    const got = understand(
      typedPaper(
        'REPORT OF INVESTIGATION\n5. By: TFO Dale R. Whitman\n9. Other Officers: SA J. Pruitt, TFO K. Ames\n10. Report Re: Acquisition of Exhibits 1 and 2 and Arrest of Marcus HOLLIS on 06-11-2024\nDETAILS\n1. Reference is made to all previous reports in this case file.\n2. On June 11, 2024, at approximately 3:40 p.m., surveillance was established by SA Pruitt and TFO Ames at 1180 Winchester Road.\n',
        'x.txt',
      ),
      { dateOrder: 'mdy' },
    );
    expect(got?.entries.filter((e) => /Report Re/.test(e.quote))).toEqual([]);
    expect(got?.unread.map((u) => u.why)).toContain('it says what the paper is about');
    expect(got?.entries.map((e) => `${e.kind} ${e.date} ${e.start}`)).toEqual([
      'note 2024-06-11 about 15:40',
    ]);
  });
  it('the day on which a warrant was received is not that on which it was executed', () => {
    const text =
      'RETURN OF SEARCH WARRANT\nWarrant issued: May 14, 2024 at 9:42 p.m. by Hon. L. Marsh\nPremises: 1180 Winchester Road, Apt 4\nI received the attached search warrant on May 14, 2024, and executed it as follows:\nOn May 15, 2024, at 6:05 a.m., I searched the premises described in the warrant and left a copy of the warrant and a receipt for the items seized with Marcus Hollis.\n';
    const got = understand(typedPaper(text, 'x.txt'), { dateOrder: 'mdy' });
    const days = (kind: string) => got?.entries.filter((e) => e.kind === kind).map((e) => e.date);
    expect(days('warrant-issued')).toEqual(['2024-05-14']);
    expect(days('warrant-executed')).not.toContain('2024-05-14');
    expect(days('search')).toEqual(['2024-05-15']);
  });
  it('a box of a form ends where the next label begins, whatever it says', () => {
    const text =
      'CENTRAL LABORATORY   Frankfort KY\nREPORT OF LABORATORY EXAMINATION\nLab No.: 24-C-08812      Date Received: 05/21/2024\nSubmitted by: Det. P. Lowe     Received by: J. Ortega      Suspect: HOLLIS, Marcus\nITEM 1   One sealed plastic bag\nResults: Methamphetamine identified.\n';
    const got = understand(typedPaper(text, 'x.txt'), { dateOrder: 'mdy' });
    expect(got?.custody.map((c) => [c['releasedBy'], c['receivedBy']])).toEqual([
      ['Det. P. Lowe', 'J. Ortega'],
    ]);
  });
});

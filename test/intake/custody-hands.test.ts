import { describe, expect, it } from 'vitest';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import { record } from '../make';

async function read(csv: string) {
  const [table] = await readTables(new TextEncoder().encode(csv), 'form.csv');
  if (!table) throw new Error('no table');
  const mapping = guessMapping(table);
  let n = 0;
  const context = { ...contextFor(record({}), '', () => 'x'), newId: () => `n${++n}` };
  const drafts = layoutOf(mapping.layout).read(table, mapping, context);
  const number = (id: string) => drafts.items.find((i) => i.id === id);
  return {
    layout: mapping.layout,
    notices: drafts.notices.join('\n'),
    notes: drafts.custody.map((c) => c.note),
    rows: drafts.custody.map((c) =>
      [
        number(c.itemId)?.number,
        number(c.itemId)?.description,
        c.releasedBy,
        c.receivedBy,
        c.receivedAt,
      ].join(' | '),
    ),
  };
}
const THREE = (
  order: (x: { item: string; what: string; from: string; to: string; when: string }) => string[],
) =>
  [
    { item: '7', what: 'Baggie', from: 'Ofc. Dunn', to: 'Tech Soto', when: '05/10/2024 08:31' },
    { item: '7', what: 'Baggie', from: 'Tech Soto', to: 'Det. Lowe', when: '05/21/2024 09:05' },
  ]
    .map((x) => order(x).join(','))
    .join('\n');
const MEANT = ['7 | Baggie | Ofc. Dunn | Tech Soto', '7 | Baggie | Tech Soto | Det. Lowe'];

describe('what a later line says of an item', () => {
  const HEADER = 'Item,Description,Released by,Received by,Date,Time,Notes';
  it('in other words is kept with that line; the same words are not said again', async () => {
    const got = await read(
      `${HEADER}
2,50 bags,,Ofc. Dunn,05/10/2024,08:31,
2,"50 Bags.",Ofc. Dunn,Tech Soto,05/10/2024,20:12,
2,4 of the 50 bags tested,Tech Soto,Laboratory,05/21/2024,09:05,sealed anew
2,,Laboratory,Tech Soto,05/22/2024,09:05,`,
    );
    expect(got.rows.every((r) => r.startsWith('2 | 50 bags |'))).toBe(true);
    expect(got.notes).toEqual(['', '', 'sealed anew; 4 of the 50 bags tested', '']);
  });
});

describe('who gave and who took, under headings that are no name of a field', () => {
  it.each([
    'Item,Property,Submitting officer,Accepting officer,Timestamp',
    'Bag no.,Contents,Handed over by,Handed over to,Date and time',
    '#,Evidence,Custodian,Recipient,Logged',
    'Exhibit No.,Contents,Outgoing custodian,Incoming custodian,Date/Time',
    'Evidence tag #,Description,Turned over by,Turned over to,When',
  ])('%s', async (header) => {
    const got = await read(`${header}\n${THREE((x) => [x.item, x.what, x.from, x.to, x.when])}`);
    expect(got.layout).toBe('custody-form');
    expect(got.rows.map((r) => r.split(' | ').slice(0, 4).join(' | '))).toEqual(MEANT);
  });
  it('is said', async () => {
    const got = await read(
      `Bag no.,Contents,Handed over by,Handed over to,Date and time\n${THREE((x) => [x.item, x.what, x.from, x.to, x.when])}`,
    );
    expect(got.notices).toMatch(/“Handed over by” is taken for who gave it away/);
    expect(got.notices).toMatch(/“Bag no\.” is taken for the number of the item/);
  });
  it('a column of times that says “checked out” names nobody, whoever took it out', async () => {
    const got = await read(
      `Item,Desc,Out to,Out by,Checked out\n${THREE((x) => [x.item, x.what, x.to, x.from, x.when])}`,
    );
    expect(got.rows.map((r) => r.split(' | ').slice(0, 4).join(' | '))).toEqual(MEANT);
  });
  it('days of four figures stand as times under “From” and “To”, and are nobody', async () => {
    const got = await read(
      'Item,Given by,Taken by,From,To\n7,Dunn,Soto,05/10/2024 08:31,05/10/2024 08:40\n7,Soto,Lowe,05/21/2024 09:05,05/21/2024 09:07',
    );
    expect(got.rows.map((r) => r.split(' | ').slice(2, 4).join(' | '))).toEqual([
      'Dunn | Soto',
      'Soto | Lowe',
    ]);
  });
  it('one hand alone, a log of messages, and a column that counts rows make no form', async () => {
    for (const csv of [
      'Item,Submitting officer,Logged\n7,Dunn,05/10/2024 08:31\n8,Soto,05/10/2024 08:40',
      'Sender,Recipient,Message,Sent\nDunn,Soto,On my way,05/10/2024 08:31\nSoto,Dunn,Ok,05/10/2024 08:40',
      '#,Sender,Recipient,Message,Sent\n1,Dunn,Soto,On my way,05/10/2024 08:31\n2,Soto,Dunn,Ok,05/10/2024 08:40',
    ])
      expect((await read(csv)).layout, csv).not.toBe('custody-form');
  });
});

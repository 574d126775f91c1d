import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/intake/assemble';
import { amountOf } from '../../src/intake/layouts/amounts';

/** A ledger of a property room as some office exports it (all made up), with the rules that speak of it. */
async function read(text: string) {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name: 'ledger.csv', bytes }], 'America/Chicago');
  return {
    hands: got.record.custody.map(
      (c) => `${c.releasedBy} ${c.releasedDate} ${c.releasedAt} > ${c.receivedBy} ${c.receivedAt}`,
    ),
    custody: got.record.custody,
    quantities: got.record.custody.flatMap((c) => c.quantities.map((q) => `${q.of} ${q.value} ${q.unit}`)),
    items: got.record.items.map((i) => `${i.number} ${i.description}`),
    refused: got.refused.map((r) => r.why),
    notices: got.notices.join('\n'),
    rules: analyze(got.record).findings.map((f) => f.rule),
  };
}

it.each([
  ['Trans Date', 'Trans Time'],
  ['Txn Date', 'Txn Time'],
  ['Moved', 'Clock'],
  ['Day of it', 'Hour of it'],
])('a form whose days and times stand under “%s” and “%s” has no hole there', async (date, time) => {
  const got = await read(
    `Barcode,Transaction,${date},${time},Rel'd by,Rec'd by\nP123,IN,3/15/2024,08:10,SMITH,PROP RM\nP123,OUT,3/18/2024,09:15,PROP RM,KANE`,
  );
  expect(got.hands).toEqual([
    'SMITH 2024-03-15 08:10 > PROP RM 08:10',
    'PROP RM 2024-03-18 09:15 > KANE 09:15',
  ]);
  expect(got.custody.map((c) => c.purpose)).toEqual(['IN', 'OUT']);
  if (date === 'Day of it') expect(got.notices).toMatch(/“Day of it” is taken for the date/);
  expect(got.rules).not.toContain('missing-hand');
});

it('where several columns may say when, none is taken, and no time is found missing', async () => {
  const got = await read(
    "Tag,Rel'd by,Rec'd by,Logged,Audited\nP1,SMITH,PROP RM,3/15/2024 08:10,3/20/2024 10:00\nP1,PROP RM,KANE,3/18/2024 09:15,3/20/2024 10:00",
  );
  expect(got.hands).toEqual([]);
  expect(got.refused[0]).toMatch(/“Logged”, “Audited” may/);
  expect(got.rules).toEqual([]);
});

it('a day of another matter is no day of a hand-over', async () => {
  const got = await read("Tag,Rel'd by,Rec'd by,Time,Incident Dt\nP1,SMITH,PROP RM,08:10,3/14/2024");
  expect(got.hands).toEqual([]);
  expect(got.refused[0]).toMatch(/no day|date/);
});

it('a form without any time keeps its hands, whose times are missing', async () => {
  const got = await read('Tag,Released by,Received by\nP1,SMITH,PROP RM\nP1,PROP RM,KANE');
  expect(got.hands).toHaveLength(2);
  expect(got.rules).toContain('missing-hand');
});

it.each([
  ['12.4g (w/ pkg)', 'gross'],
  ['12.4 g with packaging', 'gross'],
  ['12.4 g TPW', 'gross'],
  ['11.8 g w/o pkg', 'net'],
  ['11.8 grams (without packaging)', 'net'],
  ['14.2 g (gross wt)', 'gross'],
])('%s is a weight that says how it was weighed', (text, says) => {
  expect(amountOf(text)).toMatchObject({ ok: true, amount: { unit: 'g', says } });
});

it('a ledger of items alone is asked for no stop', async () => {
  const got = await read(
    'Item #,Action,Date,Time,Officer\n1,IN,3/15/2024,0810,SMITH\n1,OUT,3/18/2024,0915,KANE\n1,IN,4/22/2024,1430,KANE',
  );
  expect(got.notices).not.toMatch(/begins the stop/);
  expect(got.notices).not.toMatch(/“Item #” is left out/);
});

it.each([
  ['OUT DATE,OUT TIME,OUT TO,REASON,IN DATE,IN TIME,IN FROM,REC BY', 'a'],
  ['Taken,OUT DATE,OUT TIME,OUT TO,REASON,IN DATE,IN TIME,RETURNED BY,REC BY', 'b'],
])('what was taken out at 08:00 and came back at 16:30 was released at 16:30 (%s)', async (head, way) => {
  const blank = way === 'b' ? ',' : '';
  const got = await read(`TAG,ITEM,${head}
E-551-1,pistol 9mm,${blank}1/5/24,800,Det. Roe,court,1/5/24,1630,Det. Roe,Poe
E-551-1,pistol 9mm,${blank}1/22/24,915,Lab courier,lab,,,,
E-551-2,mag w/ 12 rds,${blank}1/22/24,915,Lab courier,lab,2/9/24,1040,Lab courier,Poe`);
  expect(got.hands).toEqual([
    ' 2024-01-05  > Det. Roe 800',
    'Det. Roe 2024-01-05 1630 > Poe 1630',
    ' 2024-01-22  > Lab courier 915',
    ' 2024-01-22  > Lab courier 915',
    'Lab courier 2024-02-09 1040 > Poe 1040',
  ]);
  expect(got.items).toEqual(['E-551-1 pistol 9mm', 'E-551-2 mag w/ 12 rds']);
  expect(got.refused).toEqual([]);
});

it('a column “Item” of numbers beside a tag stays the item', async () => {
  const got = await read(`Tag,Item,Date,Time,From,To
T-9,1A,1/22/24,0915,Roe,Poe
T-9,1B,1/22/24,0915,Roe,Poe`);
  expect(got.items).toEqual(['1A ', '1B ']);
});

it.each([
  ['4.2 g net / 5.0 g gross', ['net 4.2 g', 'gross 5 g']],
  ['5.0 g gross (4.2 g net)', ['gross 5 g', 'net 4.2 g']],
  ['Gross: 1 lb 2 oz; Net: 481.2 g', ['gross 18 oz', 'net 481.2 g']],
  ['4.2 g net and 5.0 g w/ pkg', ['net 4.2 g', 'gross 5 g']],
  ['4.2 g net / 5.0 g', []],
  ['4.2 g net / 5.0 g net', []],
  ['4.2 g / 5.0 g', []],
])('gross and net in one cell are both read where both are said: %s', async (cell, quantities) => {
  const got = await read(`Item,Date,Time,From,To,Qty\n1,1/22/24,0915,Roe,Poe,"${cell}"`);
  expect(got.quantities).toEqual(quantities);
  if (quantities.length === 0) expect(got.notices).toMatch(/is not an amount this app knows/);
});

it('a column of units may say gross or net', async () => {
  const got = await read(
    'Item,Date,Time,From,To,Qty,UOM\n1,1/22/24,0915,Roe,Poe,3.7,g net\n1,1/23/24,0915,Poe,Roe,4.5,grams (gross)',
  );
  expect(got.quantities).toEqual(['net 3.7 g', 'gross 4.5 g']);
  expect(got.notices).not.toMatch(/gross or net/);
});

it('a mark of signature before a name is no part of the name, and the purpose of a change of custody is one', async () => {
  const got =
    await read(`Item No.,Date,Time,Released By (Sig/Name),Received By (Sig/Name),Purpose of Change of Custody
1,14JAN24,1655,//signed// SA Doe,/s/ Roe,Secured as evidence
1,22JAN24,0930,Roe,(signed) Lab,To lab`);
  expect(got.hands).toEqual(['SA Doe 2024-01-14 1655 > Roe 1655', 'Roe 2024-01-22 0930 > Lab 0930']);
  expect(got.custody.map((c) => [c.releasedSigned, c.receivedSigned, c.purpose])).toEqual([
    [true, true, 'Secured as evidence'],
    [null, true, 'To lab'],
  ]);
});

it.each([
  ['Seal No./Intact Y/N', 'S-881 / Y', 'S-881', 'intact'],
  ['Seal No./Intact Y/N', 'S-881/N', 'S-881', 'broken'],
  ['Seal No.', 'S-881 (intact)', 'S-881', 'intact'],
  ['Seal No.', 'S-881, broken', 'S-881', 'broken'],
  ['Seal No.', 'S-881/N', 'S-881/N', ''],
  ['Seal No./Intact Y/N', 'S-881-N', 'S-881-N', ''],
])('under “%s” the seal %s is %s, found “%s”', async (head, cell, seal, state) => {
  const got = await read(`Item,Date,Time,From,To,${head}\n1,1/22/24,0915,Roe,Poe,"${cell}"`);
  expect(got.custody.map((c) => [c.seal, c.sealState])).toEqual([[seal, state]]);
});

import { expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';
import { amountOf } from '../../src/intake/layouts/amounts';

/** A table as some office keeps it, and what becomes of it (all made up). */
async function read(text: string) {
  const bytes = new TextEncoder().encode(text.trim());
  const got = await recordFromFiles([{ name: 'log.csv', bytes }], 'America/Chicago');
  return {
    events: got.record.events.map((e) => `${e.date} ${e.start} ${e.kind}`),
    refused: got.refused.map((r) => `${r.line} ${r.column}: ${r.why}`),
    notices: got.notices.join('\n'),
  };
}

it('a log whose only words are its remarks has its kinds by them', async () => {
  const got = await read(
    'Line,Date,Time,Unit,Remarks\n1,03/14/24,23:41,4P27,T-STOP\n2,03/14/24,23:46,4P27,REQ K9\n3,03/15/24,00:06,K92,POS ALERT\n4,03/15/24,01:17,4P27,ODD WORDS',
  );
  expect(got.events).toEqual([
    '2024-03-14 23:41 seizure-begins',
    '2024-03-14 23:46 dog-requested',
    '2024-03-15 00:06 alert',
    '2024-03-15 01:17 note',
  ]);
  expect(got.notices).toMatch(/Not in the vocabulary.*“ODD WORDS”/);
});

it('where a column says what happened, its remarks give no kind', async () => {
  const got = await read(
    'Date,Time,Event,Remarks\n03/14/24,23:41,Traffic stop,\n03/14/24,23:46,Other,asked about K9',
  );
  expect(got.events[1]).toBe('2024-03-14 23:46 note');
});

it('times alone behind one with its day are of that call, and of the next day past midnight', async () => {
  const got = await read(
    'Call #,Rcvd,Ans,Disc\n1,03/14/24 22:13:58,22:14:07,22:16:31\n2,03/14/24 23:59:50,00:00:02,00:03:10',
  );
  expect(got.refused).toEqual([]);
  expect(got.events.map((e) => e.replace(/ \d\d\/\S+/, '').replace(/ \w+$/, ''))).toEqual([
    '2024-03-14 22:13:58',
    '2024-03-14 22:14:07',
    '2024-03-14 22:16:31',
    '2024-03-14 23:59:50',
    '2024-03-15 00:00:02',
    '2024-03-15 00:03:10',
  ]);
  expect(got.notices).toMatch(/midnight was passed/);
});

it('net stands before its uncertainty, or behind it', () => {
  for (const text of [
    '11.87 g net ± 0.02',
    '11.87 g net +/- 0.02 g',
    '11.87 g ± 0.02 g net',
    '11.87 g (net) ± 0.02',
  ])
    expect(amountOf(text), text).toMatchObject({
      ok: true,
      amount: { value: 11.87, unit: 'g', says: 'net', plusMinus: 0.02 },
    });
});

import { describe, expect, it } from 'vitest';
import { guessMapping, layoutOf, readTables } from '../../src/intake';
import { contextFor } from '../../src/intake/assemble';
import { record } from '../make';

const ROWS = [
  ['21:47:05', 'Lights activated', 'Dunn'],
  ['21:53:35', 'Starts writing ticket', 'Dunn'],
  ['22:06:45', 'Driver says no to search', 'Doe'],
  ['22:22:55', 'Dog sits by passenger door', 'Voss'],
];
const COUNTS = ['0:00', '6:30', '19:40', '35:50'];

async function read(header: string, counted = false) {
  const rows = ROWS.map((r, i) => (counted ? [COUNTS[i], ...r] : r).join(','));
  const [table] = await readTables(
    new TextEncoder().encode([header, ...rows].join('\n')),
    'log of 2024-05-09.csv',
  );
  if (!table) throw new Error('no table');
  const mapping = guessMapping(table);
  const context = { ...contextFor(record({}), '', () => 'x'), newId: () => 'x' };
  return layoutOf(mapping.layout).read(table, mapping, context);
}

describe('what happened and who, under headings that are no name of a field', () => {
  it.each([
    ['Time,What happens,Who', /“What happens” is taken for what happened/],
    ['TIME,EVENTS,OFFICERS', /“EVENTS” is taken for what happened, “OFFICERS” is taken for who acts/],
    ['Timestamp,Summary,Officer Name', /“Officer Name” is taken for who acts/],
    ['Actual Time,Action taken,Actor/Officer', /“Action taken”/],
    ['Hour,Video description,Subject', /“Video description”/],
    ['Approx. time,Key moment,Person involved', /“Key moment”/],
    ['Time EST,Occurrence,Officer(s)', /“Occurrence”/],
  ])('%s', async (header, says) => {
    const got = await read(header);
    expect(got.refused).toEqual([]);
    // What the heading calls approximate is so.
    const rows = header.startsWith('Approx') ? ROWS.map(([at, ...words]) => [`~${at}`, ...words]) : ROWS;
    expect(got.events.map((e) => [e.start, e.description, e.actor])).toEqual(rows);
    expect(got.notices.join('\n')).toMatch(says);
    expect(got.unused).toEqual([]);
  });
  it('where the headings are names, nothing is said of it', async () => {
    expect((await read('Time,Event,Officer')).notices.join('\n')).not.toMatch(/is taken for/);
  });
  it('a reason, a place or a plate is no account of an act', async () => {
    const [table] = await readTables(
      new TextEncoder().encode(
        'Time,Reason for the stop,Events at the address\n21:47,Speeding,North lot\n21:49,None given,Main street',
      ),
      'x.csv',
    );
    expect(guessMapping(table as NonNullable<typeof table>).columns).not.toHaveProperty('description');
  });
});

describe('a column that counts along a recording is no time of day, beside whatever it stands', () => {
  it.each(['Time on video', 'Video time', 'Clip position', 'Counter', 'Time in recording', 'Playback time'])(
    '%s',
    async (counter) => {
      const got = await read(`${counter},Real time,What happens,Who`, true);
      expect(got.events.map((e) => e.start)).toEqual(ROWS.map(([time]) => time));
      expect(got.unused.map((u) => u.name)).toEqual([counter]);
    },
  );
});

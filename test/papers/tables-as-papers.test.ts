import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/intake/readers/index';
import { readPaper, type Setting } from '../../src/papers';

const read = async (name: string, text: string) => {
  const paper = await readPaper(strToU8(text), name, {} as Setting);
  return { paper, got: understand(paper, { dateOrder: 'mdy' }) };
};
const PROSE =
  'On March 14 2024 at 14:27 I stopped a car on Route 9.\nAt 14:33 the dog alerted to the trunk.\nI searched it.\n';

describe('a table among the papers', () => {
  it.each([
    ['wide.csv', '#,From,To,What happened,Pg/Counter\n1,21:15,21:27,Travel questions,13:45\n'],
    ['tabs.tsv', 'Time\tEvent\n21:15\tDog alerted\n'],
    ['semi.csv', 'Time;Event\n21:15;Dog alerted\n'],
  ])('keeps its lines for cites, and no reader takes its cells for sentences: %s', async (name, text) => {
    const { paper, got } = await read(name, text);
    expect(paper).toMatchObject({ kind: 'table', state: 'reads' });
    expect(paper.pages[0]?.lines.map((l) => l.text).filter(Boolean)).toHaveLength(2);
    expect(got).toBeNull();
  });
  it('is a report where its name alone says that it is a table', async () => {
    const { paper, got } = await read('report.csv', PROSE);
    expect(paper.kind).toBe('text');
    expect(got?.entries.map((e) => e.kind)).toContain('alert');
    expect((await read('report.txt', PROSE)).got?.entries).toEqual(got?.entries);
  });
});

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/intake/assemble';
import type { CaseRecord } from '../../src/record/record';
import type { Finding } from '../../src/rules/finding';

/** A chain of custody form with an agency's own headers, a door log and a laboratory's notes: what each D rule says of them. */
let record: CaseRecord;
let found: (rule: string) => Finding[];
beforeAll(async () => {
  const files = await Promise.all(
    ['chain-of-custody.csv', 'locker-and-lab.csv'].map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(`test/fixtures/custody/${name}`)),
    })),
  );
  const read = await recordFromFiles(files, 'America/Chicago');
  expect(read.refused).toEqual([]);
  record = {
    ...read.record,
    items: read.record.items.map((i) =>
      i.number === '2'
        ? {
            ...i,
            sampling: {
              units: 50,
              tested: 4,
              negative: 0,
              netTested: null,
              plusMinus: null,
              netClaimed: null,
            },
          }
        : i,
    ),
  };
  const all = analyze(record).findings;
  found = (rule) => all.filter((f) => f.rule === rule);
});

describe('a chain of custody form as an agency prints it', () => {
  const title = (rule: string) => found(rule).map((f) => `${f.status}: ${f.title}`);
  it('custody-gap: four hours and three quarters in nobody’s hands', () => {
    expect(title('custody-gap')).toEqual(['established: Item 1 (Baggie of white powder) in nobody’s hands']);
    // To the minute at both ends, and what the form's clock may drift meanwhile.
    const bounds = found('custody-gap')[0]?.bounds;
    expect(bounds?.min).toBeGreaterThan(284 * 60_000 - 10_000);
    expect(bounds?.min).toBeLessThanOrEqual(284 * 60_000 + 1);
    expect(bounds?.max).toBeLessThan(286 * 60_000 + 10_000);
  });
  it('custody-mismatch: the courier received it, the evidence technician released it', () => {
    expect(title('custody-mismatch')).toContain(
      'established: Item 1 (Baggie of white powder): received by Lab Courier, next released by Evid. Tech Moss',
    );
  });
  it('missing-hand: an unsigned receipt, and a transfer without a purpose', () => {
    expect(title('missing-hand').join()).toMatch(/signature of receipt missing.*purpose missing/);
  });
  it('two-places: received by the property room before the laboratory released it', () => {
    expect(title('two-places')).toEqual([
      'established: Item 1 (Baggie of white powder): in two hands at once',
    ]);
  });
  it('late-booking: more than twelve hours from the find to the first entry', () => {
    expect(title('late-booking')).toEqual(['established: Item 1 (Baggie of white powder) booked late']);
  });
  it('unlogged-access: the locker opened at 03:12, for both items that lay in it', () => {
    expect(found('unlogged-access').map((f) => f.status)).toEqual(['established', 'established']);
  });
  it('seal-break: found broken on receipt; new numbers that the laboratory may have given', () => {
    expect(title('seal-break').sort()).toEqual([
      'arguable: Item 1 (Baggie of white powder): seal E-4411 becomes E-4420',
      'arguable: Item 1 (Baggie of white powder): seal E-4420 becomes E-4421',
      'established: Item 1 (Baggie of white powder): the seal was found broken',
    ]);
  });
  it('quantity-drift: four grams and two baggies', () => {
    expect(title('quantity-drift').join()).toMatch(/Item 1 .*: 3.98 g less \(net\)/);
    expect(title('quantity-drift').join()).toMatch(/established: Item 2 .*: 2 less \(count\)/);
  });
  it('lab-order: tested before the laboratory had it, reported before it was tested', () => {
    expect(title('lab-order').sort()).toEqual([
      'established: Item 1 (Baggie of white powder): reported before it was tested',
      'established: Item 1 (Baggie of white powder): tested before the laboratory received it',
    ]);
  });
  it('hash-mismatch: one digit differs', () => {
    expect(title('hash-mismatch')).toEqual(['established: Item 3 (Mobile phone image): the hash differs']);
  });
  it('sampling: four of fifty', () => {
    expect(title('sampling')).toEqual([
      'established: Item 2 (Plastic bag with 50 baggies): the tests support 25 of 50 units',
    ]);
  });
});

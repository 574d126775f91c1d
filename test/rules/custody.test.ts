import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';
import { judged } from './read-out';

const find = (r: CaseRecord, rule: string) => judged(r).findings.filter((f) => f.rule === rule);
const booked = { id: 'a', releasedBy: '', receivedBy: 'Ortiz', receivedAt: '08:00' };

describe('custody-gap', () => {
  it('is established for bags that leave at 09:10 and arrive at 13:55', () => {
    const r = record({
      custody: [
        booked,
        { id: 'b', releasedBy: 'Ortiz', releasedAt: '09:10', receivedBy: 'Lab', receivedAt: '13:55' },
      ],
    });
    expect(find(r, 'custody-gap')).toMatchObject([
      { status: 'established', bounds: { min: 285 * 60_000 - 59_999, max: 285 * 60_000 + 59_999 } },
    ]);
  });
  it('is arguable where the times may lie on either side of what counts as one act', () => {
    expect(
      find(record({ custody: [{ id: 'b', releasedAt: '09:10', receivedAt: '09:15' }] }), 'custody-gap'),
    ).toMatchObject([{ status: 'arguable' }]);
  });
  it('is absent for a hand-over in one minute', () => {
    expect(
      find(record({ custody: [{ id: 'b', releasedAt: '09:10', receivedAt: '09:10' }] }), 'custody-gap'),
    ).toEqual([]);
  });
});

describe('custody-mismatch', () => {
  it('is established where one receives and another releases', () => {
    expect(
      find(
        record({ custody: [booked, { id: 'b', releasedBy: 'Reyes', receivedBy: 'Lab' }] }),
        'custody-mismatch',
      ),
    ).toMatchObject([{ status: 'established' }]);
  });
  it('does not mind another spelling of one name', () => {
    expect(
      find(
        record({
          custody: [
            { ...booked, receivedBy: 'Off. Ortiz' },
            { id: 'b', releasedBy: 'off  Ortiz', receivedBy: 'Lab' },
          ],
        }),
        'custody-mismatch',
      ),
    ).toEqual([]);
  });
});

describe('missing-hand', () => {
  it('names every part that is missing', () => {
    const [f] = find(
      record({
        custody: [
          booked,
          {
            id: 'b',
            releasedBy: 'Ortiz',
            releasedAt: '09:10',
            receivedBy: 'Lab',
            receivedAt: '',
            receivedSigned: false,
            purpose: '',
          },
        ],
      }),
      'missing-hand',
    );
    expect(f?.title).toMatch(/time of receipt, signature of receipt, purpose missing/);
  });
  it('is absent for a complete entry, and for a form without the columns', () => {
    expect(
      find(
        record({
          custody: [
            booked,
            {
              id: 'b',
              releasedAt: '09:10',
              receivedAt: '09:10',
              releasedSigned: true,
              receivedSigned: true,
              purpose: 'lab',
            },
          ],
        }),
        'missing-hand',
      ),
    ).toEqual([]);
  });
});

describe('two-places', () => {
  it('is established where the lab received it long before the locker released it', () => {
    expect(
      find(
        record({
          custody: [
            { id: 'b', releasedBy: 'Locker', releasedAt: '13:00', receivedBy: 'Lab', receivedAt: '09:00' },
          ],
        }),
        'two-places',
      ),
    ).toMatchObject([{ status: 'established' }]);
  });
  it('is established where one seal is on two items', () => {
    const r = record({
      items: [
        { id: 'i1', caseId: 'c', number: '1', description: '', sampling: null },
        { id: 'i2', caseId: 'c', number: '2', description: '', sampling: null },
      ],
      custody: [
        { id: 'a', receivedBy: 'Ortiz', receivedAt: '08:00', releasedBy: '', seal: 'S-1' },
        {
          id: 'b',
          releasedBy: 'Ortiz',
          releasedAt: '12:00',
          receivedBy: 'Lab',
          receivedAt: '12:00',
          seal: 'S-2',
        },
        { id: 'd', itemId: 'i2', receivedBy: 'Reyes', receivedAt: '09:00', releasedBy: '', seal: 'S-1' },
        {
          id: 'e',
          itemId: 'i2',
          releasedBy: 'Reyes',
          releasedAt: '11:00',
          receivedBy: 'Lab',
          receivedAt: '11:00',
          seal: 'S-3',
        },
      ],
    });
    expect(find(r, 'two-places')).toMatchObject([{ status: 'established', bounds: { min: 7_140_001 } }]);
  });
  it('is absent for a chain in order', () => {
    expect(
      find(
        record({
          custody: [
            booked,
            { id: 'b', releasedBy: 'Ortiz', releasedAt: '09:10', receivedBy: 'Lab', receivedAt: '09:12' },
          ],
        }),
        'two-places',
      ),
    ).toEqual([]);
  });
});

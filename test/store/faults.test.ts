import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { faultOf, faultSays } from '../../src/store/faults';
import { IsLocked } from '../../src/store/lock';

const named = (name: string, message = ''): DOMException => new DOMException(message, name);

describe('what failed is said', () => {
  it.each([
    ['full', named('QuotaExceededError', 'The quota has been exceeded.'), /storage of this browser is full/],
    [
      'full, inside a giving-up',
      new Dexie.AbortError('Transaction aborted', named('QuotaExceededError')),
      /is full/,
    ],
    [
      'full, inside a bulk',
      new Dexie.BulkError('events.bulkPut(): 1 of 2', { 0: named('QuotaExceededError') } as never),
      /is full|gave the writing up/,
    ],
    [
      'full, as Chromium words it',
      named('UnknownError', 'Internal error committing: FILE_ERROR_NO_SPACE'),
      /is full/,
    ],
    [
      'given up',
      new Dexie.AbortError('events.bulkPut(): 3 of 3 operations failed. AbortError'),
      /gave the writing up/,
    ],
    [
      'given up by the transaction',
      named('AbortError', 'The transaction was aborted, so the request cannot be fulfilled.'),
      /gave the writing up/,
    ],
    ['no database', new Dexie.MissingAPIError('IndexedDB API missing'), /offers no database/],
    [
      'denied',
      new Dexie.OpenFailedError('not opened', named('SecurityError', 'Access is denied for this document.')),
      /does not let this site keep data/,
    ],
    [
      'broken files',
      new Dexie.OpenFailedError(
        '',
        named('UnknownError', 'Internal error opening backing store for indexedDB.open.'),
      ),
      /could not open its own database files/,
    ],
    [
      'newer',
      named('VersionError', 'The requested version (1) is less than the existing version (2).'),
      /newer Stopline/,
    ],
    ['closed', new Dexie.DatabaseClosedError(), /closed under this tab/],
    [
      'lost connection',
      named('InvalidStateError', 'The database connection is closing.'),
      /closed under this tab/,
    ],
    ['upgrade', new Dexie.UpgradeError('cannot'), /could not be brought up/],
  ])('%s', (_, error, says) => {
    expect(faultSays(error)).toMatch(says);
    expect(faultSays(error)).not.toMatch(/AbortError|DOMException|bulkPut/);
    expect(faultOf(error)?.wayOn.length).toBeGreaterThan(20);
  });

  it('says nothing of what a person gave up, and does not promise what it cannot know', () => {
    expect(faultSays(named('AbortError', 'The user aborted a request.'))).toBeNull();
    expect(faultSays(named('NotAllowedError'))).toBeNull();
    expect(faultSays(new Error('canvas is too large'))).toBe(
      'Something was not done: canvas is too large. What was kept before is as it was.',
    );
    expect(faultSays(new Error('x'))).not.toContain('half-written');
    expect(faultSays(new IsLocked())).toBe('The app is locked: what you just did was not kept.');
  });

  it('ends, where errors hold one another', () => {
    const a: { name: string; message: string; inner?: unknown } = { name: 'Odd', message: 'round' };
    a.inner = { name: 'Odder', message: 'and round', cause: a };
    expect(faultSays(a)).toContain('round');
  });
});

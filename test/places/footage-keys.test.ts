import { expect, it } from 'vitest';
import { askedBy, type Pressed } from '../../src/places/footage/footage-keys';
import { STOP_SET, TAKEN } from '../../src/places/footage/mark-keys';

const press = (key: string, more: Partial<Pressed> = {}) =>
  askedBy({ key, code: '', shift: false, alt: false, command: false, ...more }, STOP_SET.keys);

it('Caps Lock changes no key', () => {
  for (const key of ['j', 'k', 'l', 'i', 'o', 'r', 'u', 'c', 'h', 'y', 'n']) {
    expect(press(key)).not.toBeNull();
    expect(press(key.toUpperCase())).toEqual(press(key));
  }
});

it('Shift with a digit is a person, a digit alone a mark, and commands of the browser are left to it', () => {
  expect(press('!', { code: 'Digit1', shift: true })).toEqual({ does: 'person', at: 0 });
  expect(press('1', { code: 'Digit1' })).toEqual({ does: 'mark', kind: 'seizure-begins' });
  expect(press('a', { command: true })).toBeNull();
  expect(press('ArrowLeft', { alt: true, shift: true })).toEqual({ does: 'nudge', edge: 'end', by: -1 });
  expect(press('ß')).toBeNull();
});

it('P takes a still, unless a set of one’s own has it for a mark', () => {
  expect(press('p')).toEqual({ does: 'player', key: 'p', shift: false });
  const own = [...STOP_SET.keys, { key: 'p', kind: 'note' as const }];
  expect(askedBy({ key: 'p', code: '', shift: false, alt: false, command: false }, own)).toEqual({
    does: 'mark',
    kind: 'note',
  });
});

it('what can be said of a claim from one camera has a key each: seen, not seen, cannot be seen from here', () => {
  expect(['y', 'n', 't'].map((key) => press(key))).toEqual([
    { does: 'mark', kind: 'seen' },
    { does: 'mark', kind: 'not-seen' },
    { does: 'mark', kind: 'cannot-be-seen' },
  ]);
  const keys = STOP_SET.keys.map((k) => k.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((k) => k in TAKEN && k !== 'h')).toEqual([]);
});

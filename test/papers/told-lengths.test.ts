import { describe, expect, it } from 'vitest';
import { relationIn } from '../../src/intake/readers/relations';
import { readTyped as read } from './typed';

describe('a length told in a sentence', () => {
  it.each([
    ['Nine minutes and forty seconds later, he left.', '+9m40s'],
    ['One hour and ten minutes later he left.', '+1h10m'],
    ['1 hr, 5 min. later he left.', '+1h5m'],
    ['About 2.5 minutes later he left.', '+2.5m'],
    ['1,200 seconds later he left.', '+20m0s'],
    ['Half an hour later he left.', '+30m'],
    ['An hour and a half later he left.', '+1 1/2h'],
    ['Seventy-five minutes later he left.', '+1h15m'],
    ['More than twenty minutes later he left.', '+more than 20m'],
    ['Between two and five minutes later he left.', '+2 or 5 min'],
    ['5-7 min. later he left.', '+5 or 7 min'],
    ['Ten (10) minutes later he left.', '+10m'],
  ])('is all of its words: %s', (text, distance) => {
    expect(relationIn(text)).toMatchObject({ to: 'previous', distance });
  });

  it.each([
    'One hundred twenty minutes later he left.',
    '2:30 minutes later he left.',
    'Not ten minutes later he left.',
    'A few minutes later he left.',
    'Less than a minute later he left.',
    'Up to five minutes later he left.',
  ])('that cannot be told is an order alone: %s', (text) => {
    expect(relationIn(text)).toMatchObject({ to: 'previous', distance: '' });
  });

  it('that an act took is told whole too, and a second officer lasts nothing', () => {
    expect(relationIn('The stop lasted 1 hour and 20 minutes.')).toMatchObject({ distance: '+1h20m' });
    expect(relationIn('The search took less than ten minutes.')).toMatchObject({
      distance: '+less than 10m',
    });
    expect(relationIn('I called for a second unit.')).toBeNull();
    expect(relationIn('I waited a few minutes before the stop.')).toBeNull();
  });

  it('stands so on its entry', () => {
    const got = read(`
INCIDENT REPORT
Date: 03/07/2024
I stopped the car at 5:31 p.m. Nine minutes and forty seconds later, I handed the driver a warning.`);
    expect(got.entries.map((e) => `${e.kind} ${e.relation}`)).toContain('warning-issued @p1 +9m40s');
  });
});

import { describe, expect, it } from 'vitest';
import { typedRange } from '../../src/drawing/sheet/typed-range';

const at = (text: string): string => {
  const r = typedRange(text, '2024-03-14', 'UTC', 300_000);
  if ('why' in r) return r.why;
  return `${new Date(r.from).toISOString().slice(5, 19)} ${new Date(r.to + 1).toISOString().slice(5, 19)}`;
};

describe('a stretch typed', () => {
  it.each([
    ['14:04 to 14:26', '03-14T14:04:00 03-14T14:27:00'],
    ['22:00 to 00:05', '03-14T22:00:00 03-15T00:06:00'],
    ['14:04', '03-14T14:04:00 03-14T14:05:00'],
    ['@warning', 'write 14:04 to 14:26'],
  ])('%s is %s', (text, means) => {
    expect(at(text)).toBe(means);
  });
});

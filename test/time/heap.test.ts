import { expect, it } from 'vitest';
import { Heap } from '../../src/time/network/heap';
import { numbers } from '../rules/made-up';

it('gives back what was put in, the least first, whatever comes in between', () => {
  const draw = numbers(5);
  for (let round = 0; round < 200; round++) {
    const heap = new Heap();
    const kept: { key: number; value: number }[] = [];
    for (let step = 0; step < 60; step++) {
      if (draw(3) > 0 || kept.length === 0) {
        const key = draw(20);
        heap.push(key, step);
        kept.push({ key, value: step });
      } else {
        const value = heap.pop();
        const least = Math.min(...kept.map((k) => k.key));
        expect(heap.key).toBe(least);
        const at = kept.findIndex((k) => k.value === value);
        expect(kept[at]?.key).toBe(least);
        kept.splice(at, 1);
      }
      expect(heap.size).toBe(kept.length);
    }
  }
  expect(() => new Heap().pop()).toThrow(RangeError);
});

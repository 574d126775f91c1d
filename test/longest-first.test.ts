import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { TestSpecification } from 'vitest/node';
import { LONG, LongestFirst } from './longest-first';

it('the long files that are named are there, and begin first in that order', async () => {
  expect(LONG.filter((file) => !existsSync(`.${file}`))).toEqual([]);
  const spec = (file: string) => ({ moduleId: `/any/where${file}` }) as TestSpecification;
  // What Vitest makes of the rest is its own: here it leaves them as they come.
  const sequencer = Object.create(LongestFirst.prototype) as LongestFirst;
  const own = Object.getPrototypeOf(LongestFirst.prototype) as { sort(files: unknown[]): Promise<unknown[]> };
  const { sort } = own;
  own.sort = async (files) => [...files];
  const sorted = await sequencer.sort(['/test/short.test.ts', LONG[3], LONG[0]].map((f) => spec(String(f))));
  own.sort = sort;
  expect(sorted.map((s) => s.moduleId)).toEqual(
    [LONG[0], LONG[3], '/test/short.test.ts'].map((f) => `/any/where${f}`),
  );
});

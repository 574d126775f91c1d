import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const held = [
  ...readFileSync('test/README.md', 'utf8').matchAll(/^\| ([ABC]\d+) *\|[^|]*\| `([^`]+)`: (.+?) *\|$/gm),
].map(([, line = '', file = '', name = '']) => ({ line, file, name }));

it('each line of the attack has its test, and the test is there', () => {
  const lines = [
    ...Array.from({ length: 10 }, (_, i) => `B${i + 1}`),
    ...Array.from({ length: 15 }, (_, i) => `C${i + 1}`),
  ];
  // C13 is a figure: `npm run bench` prints it.
  expect([...new Set(held.map((h) => h.line))]).toEqual(lines.filter((l) => l !== 'C13'));
  expect(
    held.filter(({ file, name }) => !readFileSync(`test/${file}`, 'utf8').includes(`'${name}'`)),
  ).toEqual([]);
});

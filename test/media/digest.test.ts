import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { digestOf } from '../../src/media/digest';
import { numbers } from '../rules/made-up';

it('the hash of a file is that of another program, whatever its size, and nothing where it is stopped', async () => {
  const draw = numbers(3);
  for (const size of [0, 1, 55, 64, 1000, 4_194_303, 4_194_304, 9_000_001]) {
    const salt = draw(256);
    const bytes = new Uint8Array(size).map((_, i) => (i * 31 + (i >> 8) + salt) % 256);
    const told: number[] = [];
    const ours = await digestOf(
      new Blob([bytes]),
      (done) => told.push(done),
      () => false,
    );
    expect(ours).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(told.at(-1) ?? 1).toBe(1);
  }
  expect(
    await digestOf(
      new Blob(['a']),
      () => undefined,
      () => true,
    ),
  ).toBeNull();
});

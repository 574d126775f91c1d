import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLACES } from '../../src/app/places';
import { GROUPS } from '../../src/ui/place';

/** The list of cases belongs to no case. */
const NO_CASE = ['cases'];

describe('places', () => {
  it('are every folder of places/, each once, each with an address and a key of its own', () => {
    const folders = readdirSync('src/places').filter((f) => existsSync(`src/places/${f}/index.ts`));
    expect(readdirSync('src/places').filter((f) => !f.includes('.') && !folders.includes(f))).toEqual(
      NO_CASE,
    );
    expect(PLACES.length).toBe(folders.length);
    for (const field of ['id', 'name', 'key'] as const)
      expect(new Set(PLACES.map((p) => p[field])).size).toBe(PLACES.length);
    // `g l` goes to the list of cases.
    expect(PLACES.map((p) => p.key)).not.toContain('l');
  });

  it('stand group by group', () => {
    const order = PLACES.map((p) => GROUPS.findIndex(([id]) => id === p.group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

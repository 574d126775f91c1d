import { describe, expect, it } from 'vitest';
import { placesById, rowById } from '../../src/record/rows';

describe('rows by their ids', () => {
  const rows = [{ id: 'b' }, { id: 'a' }, { id: 'b' }];

  it('are found wherever they stand, the first of two that share an id', () => {
    expect(rowById(rows, 'a')).toBe(rows[1]);
    expect(rowById(rows, 'b')).toBe(rows[0]);
    expect(rowById(rows, 'c')).toBeUndefined();
  });

  it('are looked up anew in a table made by an edit', () => {
    expect(placesById(rows)).toBe(placesById(rows));
    const edited = [...rows, { id: 'c' }];
    expect(rowById(edited, 'c')).toBe(edited[3]);
  });
});

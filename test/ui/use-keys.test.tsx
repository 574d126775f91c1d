import { fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useLetters } from '../../src/ui/use-letters';

const pressed: string[] = [];
function Place() {
  useLetters({ o: () => pressed.push('o'), d: () => pressed.push('d') });
  return <input aria-label="words" />;
}
const press = (key: string): boolean => fireEvent.keyDown(document.body, { key });

describe('letters of a place', () => {
  it('are its own but for the one after g, and not while somebody types', () => {
    const { getByLabelText } = render(<Place />);
    press('o');
    expect(pressed).toEqual(['o']);
    press('g');
    press('o');
    expect(pressed).toEqual(['o']);
    // At once after going somewhere: it is a letter again.
    press('d');
    expect(pressed).toEqual(['o', 'd']);
    fireEvent.keyDown(getByLabelText('words'), { key: 'o' });
    expect(pressed).toEqual(['o', 'd']);
  });
});

import { fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { followG, useKeys } from '../../src/ui/use-keys';

const pressed: string[] = [];
function Place({ on = true, dialog = false }: { on?: boolean; dialog?: boolean }) {
  useKeys(
    {
      o: () => pressed.push('o'),
      d: () => pressed.push('d'),
      g: () => pressed.push('g'),
      Enter: () => pressed.push('Enter'),
      ArrowDown: () => false,
    },
    on,
  );
  return (
    <>
      <input aria-label="words" />
      <button type="button">a button</button>
      <button type="button" role="option" aria-selected="true">
        a row
      </button>
      {dialog && <div role="dialog" />}
    </>
  );
}
/** False where the browser is kept from doing anything of its own. */
const press = (key: string, at: Element = document.body): boolean => fireEvent.keyDown(at, { key });
const since = (act: () => unknown): string[] => {
  pressed.length = 0;
  act();
  return [...pressed];
};

describe('the letter after g', () => {
  const goes = (...pressed: [key: string, at: number][]): boolean[] => {
    const follows = followG();
    return pressed.map(([key, timeStamp]) => follows({ key, timeStamp }));
  };

  it('counts by when the two were pressed, however late a busy page hears of them', () => {
    expect(goes(['g', 5_000], ['c', 5_200])).toEqual([false, true]);
    expect(goes(['g', 5_000], ['c', 6_001])).toEqual([false, false]);
    expect(goes(['g', 5_000], ['Shift', 5_100], ['C', 5_200])).toEqual([false, false, true]);
  });

  it('is that one letter, and none that is pressed first as the page has just opened', () => {
    expect(goes(['c', 40], ['g', 50], ['g', 60], ['c', 70])).toEqual([false, false, true, false]);
  });
});

describe('keys of a place', () => {
  it('are its own but for the one after g, whatever Shift and Caps Lock make of them', () => {
    render(<Place />);
    expect(since(() => press('o'))).toEqual(['o']);
    expect(since(() => press('O'))).toEqual(['o']);
    expect(
      since(() => {
        press('g');
        press('Shift');
        press('o');
      }),
    ).toEqual(['g']);
    // At once after going somewhere: it is a letter again.
    expect(since(() => press('d'))).toEqual(['d']);
  });

  it('are nobody’s while somebody types, where a dialog is open, and where the place does not listen', () => {
    const { getByLabelText, rerender } = render(<Place />);
    expect(since(() => press('o', getByLabelText('words')))).toEqual([]);
    expect(since(() => fireEvent.keyDown(document.body, { key: 'o', ctrlKey: true }))).toEqual([]);
    rerender(<Place dialog />);
    expect(since(() => press('o'))).toEqual([]);
    rerender(<Place on={false} />);
    expect(since(() => press('o'))).toEqual([]);
  });

  it('are nobody’s where the key itself closes the dialog that was open', () => {
    render(<Place />);
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    window.addEventListener('keydown', () => dialog.remove(), { capture: true, once: true });
    expect(since(() => press('o'))).toEqual([]);
    expect(dialog.isConnected).toBe(false);
    expect(since(() => press('o'))).toEqual(['o']);
  });

  it('leave Enter to the button that has the focus, and a key that was of no use to the browser', () => {
    const { getByText } = render(<Place />);
    expect(since(() => press('Enter', getByText('a button')))).toEqual([]);
    expect(since(() => press('Enter', getByText('a row')))).toEqual(['Enter']);
    expect(press('o')).toBe(false);
    expect(press('ArrowDown')).toBe(true);
  });
});

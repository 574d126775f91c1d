import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usePrinting } from '../../src/ui/use-printing';

const Rows = ({ of }: { of: string }) => (
  <p>{usePrinting() ? `every row of ${of}` : `rows of ${of} in sight`}</p>
);

it('what belongs on paper is there before the event that asks for it is through', () => {
  const { unmount } = render(
    <>
      <Rows of="marks" />
      <Rows of="claims" />
    </>,
  );
  const seen: string[] = [];
  const look = (): void => {
    seen.push(...screen.getAllByText(/row/).map((p) => p.textContent));
  };
  window.addEventListener('beforeprint', look);
  window.dispatchEvent(new Event('beforeprint'));
  window.removeEventListener('beforeprint', look);
  expect(seen).toEqual(['every row of marks', 'every row of claims']);
  unmount();
  // What opens after the paper is made is for the screen again.
  window.dispatchEvent(new Event('afterprint'));
  render(<Rows of="sources" />);
  expect(screen.getByText('rows of sources in sight')).toBeTruthy();
});

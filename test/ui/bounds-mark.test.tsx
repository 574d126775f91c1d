import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Finding } from '../../src/rules/finding';
import { BoundsMark } from '../../src/ui/FindingDetails';

const large = (min: number, max: number): string => {
  const finding = { bounds: { min, max }, measures: 'by which they miss' } as Finding;
  const { container, unmount } = render(
    <MantineProvider>
      <BoundsMark finding={finding} />
    </MantineProvider>,
  );
  const said = container.querySelector('.bounds')?.textContent ?? '';
  unmount();
  return said;
};

it('a length whose ends are one is said once: it is not at least, and less than, the same', () => {
  expect(large(311_001, 311_001)).toBe('5 min 12 sby which they miss');
  expect(large(372_000, 480_000)).toBe('at least 6 min 12 sat most 8 min 00 s by which they miss');
  expect(large(500, 120_000)).toBe('up to 2 minby which they miss');
});

import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StorageNote } from '../../src/places/cases/StorageNote';

it('that the browser promised nothing alarms only where there is something to lose', () => {
  const note = (empty: boolean): string => {
    const { unmount } = render(
      <MantineProvider>
        <StorageNote
          state={{ used: 1e5, quota: 1e12, persisted: false, fleeting: false }}
          onChange={() => {}}
          refused={false}
          onAllow={() => {}}
          empty={empty}
        />
      </MantineProvider>,
    );
    const style = screen.getByRole('alert').getAttribute('style') ?? '';
    unmount();
    return style;
  };
  expect(note(false)).toContain('yellow');
  expect(note(true)).not.toContain('yellow');
});

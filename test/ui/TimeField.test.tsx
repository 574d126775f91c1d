import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { TimeField } from '../../src/ui/TimeField';

function Field({ zone = 'America/Chicago', date = '2024-03-14' }: { zone?: string; date?: string }) {
  const [value, setValue] = useState('');
  return (
    <MantineProvider>
      <TimeField
        label="Time"
        value={value}
        onChange={setValue}
        zone={zone}
        date={date}
        approximate={300_000}
        refs={new Set(['warning'])}
      />
    </MantineProvider>
  );
}

describe('the quick time field', () => {
  it.each([
    ['1427', '2024-03-14 14:27:00 to 14:27:59'],
    ['2:27p', '2024-03-14 14:27:00 to 14:27:59'],
    ['12:27 or 12:28', '2024-03-14 12:27:00 to 12:28:59'],
    ['~1430 +-3m', '2024-03-14 14:27:00 to 14:33:59'],
    ['+45s', '+45s after the row before it'],
    ['@warning +7 or 8 min', '@warning +7m or 8m'],
    ['v 3:15.2', 'on the recording’s counter: v 3:15.2'],
    ['by 12:28', 'no later than 2024-03-14 12:28:59'],
  ])('shows what %s was understood to mean', async (text, says) => {
    render(<Field />);
    await userEvent.type(screen.getByLabelText('Time'), text);
    expect(screen.getByText(says)).toBeTruthy();
  });

  it.each([
    ['25:10', /hours run from 0 to 23/],
    ['@lost', /names no row/],
    ['soon', /not a time this app knows/],
  ])('says why %s is refused', async (text, why) => {
    render(<Field />);
    await userEvent.type(screen.getByLabelText('Time'), text);
    expect(screen.getByText(why)).toBeTruthy();
  });

  it('says that an hour happened twice, and that one did not happen at all', async () => {
    const { unmount } = render(<Field date="2024-11-03" />);
    await userEvent.type(screen.getByLabelText('Time'), '1:30');
    expect(screen.getByText(/happened twice that night/)).toBeTruthy();
    unmount();
    render(<Field date="2024-03-10" />);
    await userEvent.type(screen.getByLabelText('Time'), '2:30');
    expect(screen.getByText(/does not exist/)).toBeTruthy();
  });
});

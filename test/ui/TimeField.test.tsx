import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { TimeField } from '../../src/ui/TimeField';

interface Given {
  zone?: string;
  date?: string;
  before?: { date: string; text: string } | null;
}

function Field({ zone = 'America/Chicago', date = '2024-03-14', before = null }: Given) {
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
        place={(ref) =>
          ref === null
            ? { min: Date.UTC(2024, 2, 14, 19, 18), max: Date.UTC(2024, 2, 14, 19, 18, 59, 999) }
            : null
        }
        before={before}
      />
    </MantineProvider>
  );
}

describe('the quick time field', () => {
  it.each([
    ['1427', '2024-03-14 14:27:00 to 14:27:59'],
    ['2:27p', '2024-03-14 14:27:00 to 14:27:59'],
    ['14:27:05', '2024-03-14 14:27:05'],
    ['12:27 or 12:28', '2024-03-14 12:27:00 to 12:28:59'],
    ['~1430 +-3m', '2024-03-14 14:27:00 to 14:33:59'],
    ['+45s', '+45s after the row before it: 2024-03-14 14:18:45 to 14:19:45'],
    ['+2m', '+2m after the row before it: 2024-03-14 14:20:00 to 14:21:59'],
    ['approx. 2:27 PM', '2024-03-14 14:22:00 to 14:32:59'],
    ['@warning +7 or 8 min', '@warning +7m or 8m'],
    ['v 3:15.2', 'on the recording’s counter: v 3:15.2'],
    ['by 12:28', 'no later than 2024-03-14 12:28:59'],
  ])('shows what %s was understood to mean', async (text, says) => {
    render(<Field />);
    await userEvent.type(screen.getByLabelText('Time'), text);
    expect(screen.getByText(says)).toBeTruthy();
  });

  it.each([
    ['25:10', /hours run from 0 to 24/],
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

describe('a time that can mean two things', () => {
  it('is asked, and picked by the keyboard alone', async () => {
    render(<Field />);
    const field = screen.getByLabelText('Time') as HTMLInputElement;
    await userEvent.type(field, '2 pm');
    expect(screen.getByText(/can mean the minute, or the hour/)).toBeTruthy();
    expect(screen.getAllByRole('button').map((b) => b.textContent?.replace(/\u00a0/g, ' '))).toEqual([
      '14:00 the minute',
      'between 14:00 and 14:59 any time in that hour',
    ]);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(field.value).toBe('between 14:00 and 14:59');
    expect(document.activeElement).toBe(field);
    expect(screen.getByText('2024-03-14 14:00:00 to 14:59:59')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
  it('may have passed midnight, which is asked and not done', async () => {
    render(<Field before={{ date: '2024-03-14', text: '2342' }} />);
    const field = screen.getByLabelText('Time') as HTMLInputElement;
    await userEvent.type(field, '0004');
    expect(screen.getByText('2024-03-14 00:04:00 to 00:04:59')).toBeTruthy();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(field.value).toBe('2024-03-15 0004');
    expect(screen.getByText('2024-03-15 00:04:00 to 00:04:59')).toBeTruthy();
  });
});

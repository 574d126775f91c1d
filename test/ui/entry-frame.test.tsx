import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { EntryFrame } from '../../src/ui/EntryFrame';
import { RowActions } from '../../src/ui/RowActions';
import { Table } from '../../src/ui/Table';

const focused = (): string | null =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null;

/** A list whose rows are edited in their place, and a form that its button gives way to. */
function Page({
  staysOpen = false,
  keysNext = false,
}: {
  readonly staysOpen?: boolean;
  readonly keysNext?: boolean;
}) {
  const [names, setNames] = useState(['first', 'second']);
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [typed, setTyped] = useState('');
  const form = (at: number | 'new') => (
    <EntryFrame
      label="Form"
      ready
      action="Save"
      keysNext={keysNext}
      onSave={async () => setNames(names.map((n, i) => (i === at ? typed : n)))}
      onDone={() => setEditing(null)}
      {...(staysOpen ? { onSaved: () => {} } : {})}
    >
      {/* biome-ignore lint/a11y/noAutofocus: as every form of the app has it */}
      <input aria-label="Name" autoFocus value={typed} onChange={(e) => setTyped(e.currentTarget.value)} />
      <input aria-label="Note" />
    </EntryFrame>
  );
  return (
    <MantineProvider>
      <Table
        label="Rows"
        rows={names.map((name, i) => ({ name, i }))}
        keyOf={(r) => `${r.i}`}
        marks={(r) => ({ id: `row-${r.i}` })}
        instead={(r) => (editing === r.i ? form(r.i) : null)}
        columns={[
          {
            head: 'Name',
            cell: (r) => (
              <button type="button" onClick={() => setEditing(r.i)} aria-label={`Edit ${r.name}`}>
                Edit
              </button>
            ),
          },
        ]}
      />
      {editing === 'new' ? (
        form('new')
      ) : (
        <button type="button" onClick={() => setEditing('new')}>
          Add a row
        </button>
      )}
    </MantineProvider>
  );
}

const press = (name: string): void => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};

describe('a form in the page', () => {
  beforeEach(() => document.body.focus());

  it('gives the focus back to the button that it stood in place of', async () => {
    render(<Page />);
    press('Add a row');
    expect(focused()).toBe('Name');
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' });
    await waitFor(() => expect(focused()).toBe('Add a row'));
  });

  it('gives it back to the row that was edited, whatever that is called now', async () => {
    render(<Page />);
    press('Edit second');
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'third' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Form' }));
    await waitFor(() => expect(focused()).toBe('Edit third'));
  });

  it('leaves it where something else has taken it', async () => {
    render(<Page />);
    press('Add a row');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    screen.getByRole('button', { name: 'Edit first' }).focus();
    await new Promise((done) => setTimeout(done, 60));
    expect(focused()).toBe('Edit first');
  });

  it('leaves it to the keys of a place where those come next', async () => {
    render(<Page keysNext />);
    press('Add a row');
    fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' });
    await new Promise((done) => setTimeout(done, 60));
    expect(document.activeElement).toBe(document.body);
  });

  it('goes to what is missing where it is sent too soon', () => {
    render(
      <MantineProvider>
        <EntryFrame label="Form" ready={false} action="Add" onSave={async () => true} onDone={() => {}}>
          <input aria-label="Name" defaultValue="dash camera" aria-required />
          <input aria-label="Note" />
          <input aria-label="Day" aria-required />
        </EntryFrame>
      </MantineProvider>,
    );
    screen.getByLabelText('Note').focus();
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Enter' });
    expect(focused()).toBe('Day');
  });

  it('that stays open begins the next at its first field', async () => {
    render(<Page staysOpen />);
    press('Add a row');
    screen.getByLabelText('Note').focus();
    fireEvent.submit(screen.getByRole('form', { name: 'Form' }));
    await waitFor(() => expect(focused()).toBe('Name'));
  });
});

it('what takes out its own row hands the focus on to the row beside it, and after the last to its section', async () => {
  function List() {
    const [names, setNames] = useState(['first', 'second', 'third']);
    return (
      <MantineProvider>
        <section>
          <button type="button">New</button>
          <ul>
            {names.map((n) => (
              <li key={n}>
                <RowActions
                  of={n}
                  onEdit={() => {}}
                  onRemove={() => setTimeout(() => setNames((all) => all.filter((x) => x !== n)), 5)}
                />
              </li>
            ))}
          </ul>
        </section>
      </MantineProvider>
    );
  }
  render(<List />);
  press('Take out second');
  await waitFor(() => expect(focused()).toBe('Take out third'));
  press('Take out third');
  await waitFor(() => expect(focused()).toBe('Take out first'));
  press('Take out first');
  await waitFor(() => expect(focused()).toBe('New'));
});

import 'fake-indexeddb/auto';
import { act, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { BackupAge } from '../../src/app/BackupAge';
import { newCase } from '../../src/record/case';
import { createCase } from '../../src/store/commands';
import { db } from '../../src/store/open';
import { useKept, useKeptAside } from '../../src/ui/use-kept';

class Caught extends Component<{ children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render = () => (this.state.failed ? <p>taken away</p> : this.props.children);
}

/** A database whose disk is full: every reading fails, until it is let go. */
let full = false;
const whole = db.Table.prototype.get;
db.Table.prototype.get = async function (this: typeof db.kept, ...of: never[]) {
  if (full) throw new DOMException('Internal error opening backing store', 'UnknownError');
  return (whole as (...all: never[]) => Promise<unknown>).apply(this, of);
} as typeof whole;
afterEach(() => {
  full = false;
});

const value = async (): Promise<string> => String((await db.kept.get('of the test'))?.value ?? 'none');
const put = (words: string) => db.kept.put({ key: 'of the test', value: words });
const Kept = () => <p>{useKept(value) ?? 'not read'}</p>;
const Aside = () => <p>{useKeptAside(value) ?? 'not read'}</p>;
const settled = (): Promise<void> =>
  act(async () => {
    await new Promise((done) => setTimeout(done, 100));
  });

it('what was read stays where a later reading fails, and is read anew when that is possible', async () => {
  await put('first');
  render(
    <Caught>
      <Kept />
    </Caught>,
  );
  await screen.findByText('first');
  full = true;
  await put('second');
  await settled();
  screen.getByText('first');
  full = false;
  // No write tells of it: it is tried again by itself.
  await screen.findByText('second', {}, { timeout: 20_000 });
});

it('a place that could read nothing says so; what stands beside the work waits', async () => {
  full = true;
  render(
    <>
      <Caught>
        <Kept />
      </Caught>
      <Caught>
        <Aside />
      </Caught>
    </>,
  );
  await screen.findByText('taken away');
  screen.getByText('not read');
  full = false;
  await put('third');
  await screen.findByText('third', {}, { timeout: 20_000 });
});

it('a full disk does not take the way to a case file with it', async () => {
  await createCase(db, newCase('c', 'State v. C', 'UTC', 1));
  full = true;
  render(
    <Caught>
      <BackupAge caseId="c" title="State v. C" />
    </Caught>,
  );
  await settled();
  expect(screen.queryByText('taken away')).toBeNull();
  screen.getByRole('button', { name: 'not saved to a file' });
});

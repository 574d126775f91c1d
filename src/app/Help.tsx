import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { Dialog } from '../ui/Dialog';
import { Table } from '../ui/Table';
import { TERMS } from '../words/glossary';
import css from './help.module.css';
import { PLACES } from './places';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'go anywhere, do anything'],
  ['?', 'this help: keys and words'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, redo'],
  ...PLACES.map((p) => [`g ${p.key}`, `${p.name}: ${p.says}`] as const),
  ['n', 'new entries, over any place (g n in Footage)'],
  ['g l', 'list of cases'],
  ['Esc', 'back to all findings; leave a form as it was'],
];

/** What `?` shows: the tour, every key, and every word that the app uses in a sense of its own. */
export function Help({
  opened,
  onClose,
  onTour,
}: {
  opened: boolean;
  onClose: () => void;
  onTour: (() => void) | null;
}) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Help" size="lg">
      {onTour && (
        <Button size="compact-sm" variant="default" onClick={onTour}>
          Take the tour, five steps
        </Button>
      )}
      <h3>Keys</h3>
      <KeyTable keys={KEYS} />
      {PLACES.map(
        (p) =>
          p.keys && (
            <Fragment key={p.id}>
              <h3>In {p.name}</h3>
              <KeyTable keys={p.keys} />
            </Fragment>
          ),
      )}
      <h3 id="words">Words</h3>
      <dl className={css['words']}>
        {TERMS.map((t) => (
          <Fragment key={t.word}>
            <dt>{t.word}</dt>
            <dd>{t.says}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}

function KeyTable({ keys }: { keys: typeof KEYS }) {
  return (
    <Table
      className="mapping"
      headless
      rows={keys}
      keyOf={([key]) => key}
      columns={[
        { head: 'Key', className: 'mono', nowrap: true, cell: ([key]) => key },
        { head: 'What it does', cell: ([, what]) => what },
      ]}
    />
  );
}

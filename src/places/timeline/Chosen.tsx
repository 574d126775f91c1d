import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { removeEntries } from '../../actions/entries';
import type { Measure } from '../../analysis/measure';
import { rowById } from '../../record/rows';
import { KINDS } from '../../record/vocabulary';
import { printAtLeast, printAtMost } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { citeOf } from '../../words/cite';
import { atOf, windowText } from '../../words/moment';
import { comesBefore, sameMoment } from './join';

interface Props {
  readonly view: CaseView;
  readonly ids: readonly string[];
  readonly onSelect: (id: string | null) => void;
  readonly onDone: () => void;
}

/** Several entries chosen with Ctrl: in the order of time, how long from the first to the last, their cites to copy. */
export function Chosen({ view, ids, onSelect, onDone }: Props) {
  const rows = ids
    .map((id) => rowById(view.record.events, id))
    .filter((e) => e !== undefined)
    .sort((a, b) => atOf(view, a) - atOf(view, b));
  const [first, last] = [rows[0], rows.at(-1)];
  const [measured, setMeasured] = useState<Measure | null>(null);
  const { measure } = view;
  useEffect(() => {
    if (!first || !last || first === last) return;
    let stale = false;
    setMeasured(null);
    void measure({ id: first.id, edge: 'start' }, { id: last.id, edge: 'start' }).then(
      (m) => !stale && m && setMeasured(m),
    );
    return () => {
      stale = true;
    };
  }, [first, last, measure]);
  const cite = (e: (typeof rows)[number]): string =>
    citeOf(
      e,
      view.record.sources.find((s) => s.id === e.sourceId),
    );
  const lines = rows.map(
    (e) => `${windowText(view, e.id)} ${e.description || KINDS[e.kind].label} (${cite(e)})`,
  );
  return (
    <>
      <h2>{rows.length} entries chosen</h2>
      {measured && (
        <p style={{ margin: '2px 0 8px' }}>
          From the first to the last: <strong>{printAtLeast(Math.max(0, measured.bounds.min))}</strong>,{' '}
          {printAtMost(measured.bounds.max)}.
        </p>
      )}
      <ol className="premises">
        {rows.map((e) => (
          <li key={e.id}>
            <button type="button" className="cite-link" onClick={() => onSelect(e.id)}>
              {windowText(view, e.id) || e.start}
            </button>{' '}
            {e.description || KINDS[e.kind].label} <span className="cite">{cite(e)}</span>
          </li>
        ))}
      </ol>
      {first && last && rows.length === 2 && (
        <Group gap="xs" mt={10}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void comesBefore(view, ids[0] ?? '', ids[1] ?? '')}
          >
            The first chosen comes before the second
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void sameMoment(view, first.id, last.id)}
          >
            They are one and the same moment
          </Button>
        </Group>
      )}
      <Group gap="xs" mt={10}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void navigator.clipboard.writeText(lines.join('\n'))}
        >
          Copy with cites
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            void run(removeEntries(view.record, rows)).then((done) => {
              if (!done) return;
              notifications.show({ message: `${rows.length} entries taken out. Ctrl+Z brings them back.` });
              onDone();
            })
          }
        >
          Take out
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          Choose none
        </Button>
      </Group>
    </>
  );
}

import { Button, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { BLANK_CLIENT } from '../../actions/client';
import { countClient } from '../../analysis/client-counts';
import { arcOf } from '../../exhibits/arc';
import { packetOf } from '../../exhibits/packet';
import { dayNumber } from '../../time/days';
import { Picture } from '../../ui/Picture';
import type { PlaceProps } from '../../ui/place';
import { RowForm } from '../../ui/RowForm';
import { today } from '../../ui/today';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { BringIn } from './BringIn';
import css from './client.module.css';
import { Entries } from './Entries';
import { CLIENT_FIELDS } from './fields';
import { PacketBar } from './PacketBar';
import { StillToAsk } from './StillToAsk';

/** Client: what the client does over days, months and years, privileged throughout; only what is marked leaves, in the packet. */
export function ClientPlace({ view, at }: PlaceProps) {
  const { case: of, papers } = view.latest;
  const entries = useRows('clientEntries', of.id);
  const orders = useRows('protectiveOrders', of.id);
  const [editing, setEditing] = useState<string | null>(at);
  const [bringing, setBringing] = useState(false);
  useKeys({ a: () => setEditing('new'), i: () => setBringing(true) });
  const day = today();
  const counts = useMemo(() => countClient(entries ?? [], dayNumber(day)), [entries, day]);
  const arc = useMemo(() => {
    // The same picture as the packet's, of all entries: it is drawn here and leaves nowhere.
    const all = packetOf(
      of,
      (entries ?? []).map((e) => ({ ...e, marked: true })),
      papers,
      day,
    );
    return all.entries.length === 0 ? null : arcOf(all.entries, dayNumber(day));
  }, [of, entries, papers, day]);
  if (!entries || !orders)
    return (
      <main className="wide" aria-busy="true">
        <p role="status">Reading the client’s entries …</p>
      </main>
    );
  const row = entries.find((e) => e.id === editing) ?? null;
  return (
    <main className="wide">
      <div className={css['head']}>
        <Title order={1} size="h2">
          Client
        </Title>
        <Button size="compact-sm" onClick={() => setEditing('new')}>
          New entry
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={bringing}
          onClick={() => setBringing(!bringing)}
        >
          Lines, CSV, calendar
        </Button>
      </div>
      <p className="work-note">
        Privileged. Only entries marked for the packet leave, without their notes. <kbd>A</kbd> new entry,{' '}
        <kbd>I</kbd> lines and files.
      </p>
      {bringing && (
        <BringIn caseId={of.id} zone={of.zone} entries={entries} onDone={() => setBringing(false)} />
      )}
      {(editing === 'new' || row) && (
        <RowForm
          key={editing}
          table="clientEntries"
          caseId={of.id}
          row={row}
          blank={BLANK_CLIENT}
          label={row ? 'Edit the entry' : 'New entry of the client’s'}
          fields={CLIENT_FIELDS}
          needs="day"
          papers={papers}
          onDone={() => setEditing(null)}
          next={(f) => ({
            kind: f.kind,
            who: f.who,
            laboratory: f.laboratory,
            screen: f.screen,
            what: f.what,
          })}
        />
      )}
      {entries.length === 0 ? (
        <p className={css['empty']}>
          Nothing is entered yet. Treatment and screens, work, school, housing, letters, a life before: each
          with its day and the document that shows it. Type them one by one, a line each, or bring in the
          clinic’s table or calendar.
        </p>
      ) : (
        <>
          <section className={css['section']} aria-label="In sum">
            {arc && <Picture scene={arc} alt="The weeks, and what was done in each" />}
            <div className={css['two']}>
              <div>
                <h2>In sum</h2>
                <ul className={css['counts']}>
                  {counts
                    .filter((c) => !c.open)
                    .slice(0, MOST_LINES)
                    .map((c) => (
                      <li key={c.says}>{c.says}</li>
                    ))}
                </ul>
              </div>
              {counts.some((c) => c.open) && (
                <div>
                  <h2>Undocumented, and not counted as done</h2>
                  <ul className={css['counts']}>
                    {counts
                      .filter((c) => c.open)
                      .slice(0, MOST_LINES)
                      .map((c) => (
                        <li key={c.says} className={css['open']}>
                          {c.says}
                        </li>
                      ))}
                  </ul>
                </div>
              )}
            </div>
          </section>
          <PacketBar of={of} entries={entries} papers={papers} orders={orders} day={day} />
          <StillToAsk caseId={of.id} entries={entries} day={day} />
          <Entries caseId={of.id} entries={entries} papers={papers} onEdit={setEditing} />
        </>
      )}
    </main>
  );
}

/** More lines of a count than these are read in the list below. */
const MOST_LINES = 30;

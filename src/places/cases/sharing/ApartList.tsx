import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { nameOf, type Row } from '../../../record/tables';
import type { Apart, Side } from '../../../share/replica';
import type { CaseView } from '../../../ui/case-view';
import css from './share.module.css';

/** Conflicts shown at once; the others follow when these are settled. */
const SHOWN = 100;

const show = (v: unknown): string =>
  v === null || v === undefined
    ? '(empty)'
    : typeof v === 'string'
      ? v || '(empty)'
      : JSON.stringify(v).slice(0, 400);

/** What a side says: its value, or that the row stays or goes. */
const sideSays = (apart: Apart, side: Side): string =>
  apart.field !== null ? show(side.value) : side.value === 'gone' ? 'take it out' : 'keep it, as it is here';

const fieldName = (field: string | null): string =>
  field === null
    ? 'taken out by one, changed by another'
    : (field.split('.').at(-1) ?? field).replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

/** What a row is called, as it stands here. */
function calledOf({ table, id, base, field }: Apart, view: CaseView): string {
  const { latest } = view;
  const rows: readonly Row[] =
    table === 'cases'
      ? [latest.case as unknown as Row]
      : ((latest as unknown as Record<string, readonly Row[] | undefined>)[table] ?? []);
  const row = rows.find((r) => r.id === id) ?? (field === null ? (base as Row | null) : null);
  return row ? nameOf(table, row) : id;
}

/** What two or more changed without knowing of one another, side by side, until a person chose. */
export function ApartList({
  apart,
  view,
  onSettle,
}: {
  apart: readonly Apart[];
  view: CaseView;
  onSettle: (chosen: readonly { apart: Apart; side: number }[]) => Promise<void>;
}) {
  const [choices, setChoices] = useState<ReadonlyMap<string, number>>(new Map());
  const [busy, setBusy] = useState(false);
  const shown = apart.slice(0, SHOWN);
  const chosen = shown.flatMap((a) => {
    const side = choices.get(a.key);
    return side !== undefined && side < a.sides.length ? [{ apart: a, side }] : [];
  });
  return (
    <section aria-label="Changed by more than one">
      <h3>Changed by more than one ({apart.length})</h3>
      <p className="cite">
        Nobody knew of the other’s edit. Until it is settled the first stands, on every device the same.
      </p>
      {shown.map((a) => (
        <div key={a.key} className={css['apart']}>
          <strong>{calledOf(a, view)}</strong> <span className="cite">{fieldName(a.field)}</span>
          {a.field !== null && <span className="cite">; before: {show(a.base)}</span>}
          <fieldset
            className={css['sides']}
            aria-label={`Which of ${calledOf(a, view)}, ${fieldName(a.field)}`}
          >
            {a.sides.map((s, i) => (
              <label key={`${s.device} ${s.n}`} className={css['side']}>
                <input
                  type="radio"
                  name={a.key}
                  checked={choices.get(a.key) === i}
                  onChange={() => setChoices(new Map(choices).set(a.key, i))}
                />
                <span>
                  {sideSays(a, s)}
                  <small>
                    {s.who}, {new Date(s.at).toLocaleString('en-US')}
                    {i === 0 ? '; stands now' : ''}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
        </div>
      ))}
      {apart.length > SHOWN && <p className="cite">{apart.length - SHOWN} more when these are settled.</p>}
      <Group justify="flex-end">
        <Button
          loading={busy}
          disabled={chosen.length === 0}
          onClick={() => {
            setBusy(true);
            void onSettle(chosen).finally(() => setBusy(false));
          }}
        >
          {chosen.length === 0 ? 'Choose first' : `Settle ${chosen.length} for everybody`}
        </Button>
      </Group>
    </section>
  );
}

import { Button } from '@mantine/core';
import { type ComponentProps, type ReactNode, type Ref, useState } from 'react';
import css from './table.module.css';
import { usePrinting } from './use-printing';

/** One column of a table: what stands at its head, and what in each of its rows. */
export interface Column<R> {
  readonly head: string;
  /** The head is read aloud and not seen: a column of check marks, or of a row's buttons. */
  readonly unseen?: true;
  readonly cell: (row: R, index: number) => ReactNode;
  readonly className?: string;
  readonly nowrap?: true;
  /** What a cell says where the pointer rests on it. */
  readonly title?: (row: R) => string;
}

interface Props<R> {
  /** What it is a table of; read aloud. */
  readonly label?: string;
  readonly rows: readonly R[];
  readonly keyOf: (row: R, index: number) => string | number;
  readonly columns: readonly Column<R>[];
  /** Its look: `mapping` or `minutes` of `base.css`, or a class of the place; a listing where none is given. */
  readonly className?: string;
  /** So many rows are shown until more is asked for; on paper all are. */
  readonly first?: number;
  /** How many the button brings at once; all where none is given. */
  readonly step?: number;
  /** The key of a row that is shown however far down it stands. */
  readonly inSight?: string | null;
  /** What a row is marked with: `id`, `data-late`, a click. */
  readonly marks?: (row: R) => ComponentProps<'tr'> & { readonly [name: `data-${string}`]: unknown };
  /** What stands over the whole width in place of a row, as the form that edits it; null for the row itself. */
  readonly instead?: (row: R) => ReactNode;
  /** Without heads: a list whose columns say themselves what they are. */
  readonly headless?: true;
  readonly ref?: Ref<HTMLTableElement>;
}

/** The one table of rows in sight: heads, cells, a form in place of a row, the rest when it is asked for. Thousands of rows are `LongRows`. */
export function Table<R>({
  label,
  rows,
  keyOf,
  columns,
  className = css['listing'] as string,
  first = Number.POSITIVE_INFINITY,
  step = Number.POSITIVE_INFINITY,
  inSight = null,
  marks,
  instead,
  headless,
  ref,
}: Props<R>) {
  const [most, setMost] = useState(first);
  const printing = usePrinting();
  const wanted = inSight === null ? 0 : rows.findIndex((r, i) => keyOf(r, i) === inSight) + 1;
  const shown = printing ? rows : rows.slice(0, Math.max(most, wanted));
  const left = rows.length - shown.length;
  return (
    <>
      <div className={css['scroll']}>
        <table className={className} aria-label={label} ref={ref}>
          {!headless && (
            <thead>
              <tr>
                {columns.map((c, i) => (
                  <th key={`${i} ${c.head}`} scope="col">
                    {c.unseen ? <span className="sr">{c.head}</span> : c.head}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {shown.map((row, i) => {
              const form = instead?.(row) ?? null;
              const key = keyOf(row, i);
              if (form !== null)
                return (
                  <tr key={key}>
                    <td colSpan={columns.length}>{form}</td>
                  </tr>
                );
              return (
                <tr key={key} {...marks?.(row)}>
                  {columns.map((c, k) => (
                    <td
                      key={`${k} ${c.head}`}
                      className={c.className}
                      style={c.nowrap && { whiteSpace: 'nowrap' }}
                      title={c.title?.(row)}
                    >
                      {c.cell(row, i)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + step)}>
          {step < left ? `${step} more of ${left}` : `${left} more`}
        </Button>
      )}
    </>
  );
}

import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { type Column, Table } from '../../src/ui/Table';
import { useChosen } from '../../src/ui/use-chosen';
import { useRowInSight } from '../../src/ui/use-row-in-sight';

interface Row {
  readonly id: string;
  readonly n: number;
}
const rows: Row[] = Array.from({ length: 7 }, (_, i) => ({ id: `r${i}`, n: i }));
const columns: Column<Row>[] = [
  { head: 'Row', cell: (r) => r.id },
  { head: 'Twice', className: 'mono', title: (r) => `twice ${r.n}`, cell: (r) => 2 * r.n },
  { head: 'Actions', unseen: true, cell: (r) => <button type="button">Edit {r.id}</button> },
];
const show = (table: ReactNode) => render(<MantineProvider>{table}</MantineProvider>);
const names = (): string[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((r) => r.textContent ?? '');

it('a table shows its first rows, then as many more as are asked for, and marks them', () => {
  show(
    <Table
      label="Numbers"
      rows={rows}
      keyOf={(r) => r.id}
      columns={columns}
      first={2}
      step={3}
      marks={(r) => ({ id: `row-${r.id}`, 'data-late': r.n === 1 })}
    />,
  );
  expect(screen.getByRole('table', { name: 'Numbers' })).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map((h) => h.textContent)).toEqual(['Row', 'Twice', 'Actions']);
  expect(names()).toEqual(['r00Edit r0', 'r12Edit r1']);
  expect(document.getElementById('row-r1')?.dataset['late']).toBe('true');
  expect(screen.getByTitle('twice 1').className).toBe('mono');
  fireEvent.click(screen.getByRole('button', { name: '3 more of 5' }));
  expect(names()).toHaveLength(5);
  fireEvent.click(screen.getByRole('button', { name: '2 more' }));
  expect(names()).toHaveLength(7);
  expect(screen.queryByRole('button', { name: /more/ })).toBeNull();
});

it('a form stands over the whole width in place of the row that it edits', () => {
  show(
    <Table
      rows={rows}
      keyOf={(r) => r.id}
      columns={columns}
      instead={(r) => (r.id === 'r3' ? <form aria-label="Edit r3" /> : null)}
    />,
  );
  const form = screen.getByRole('form', { name: 'Edit r3' });
  expect((form.closest('td') as HTMLTableCellElement).colSpan).toBe(3);
  expect(names().filter((n) => n.startsWith('r3'))).toEqual([]);
});

it('rows are chosen one by one, and with a range from the last one pressed, as they are listed', () => {
  const { result } = renderHook(() => useChosen(() => rows.map((r) => r.id)));
  const chosen = (): string[] => [...result.current.chosen].sort();
  act(() => result.current.toggle('r1'));
  act(() => result.current.toggle('r4', true));
  expect(chosen()).toEqual(['r1', 'r2', 'r3', 'r4']);
  // Backwards, over rows that are chosen: they are let go.
  act(() => result.current.toggle('r3', true));
  expect(chosen()).toEqual(['r1', 'r2']);
  act(() => result.current.choose(['r6']));
  act(() => result.current.toggle('r6'));
  expect(chosen()).toEqual([]);
});

it('a row that the address names is listed however far down, brought into sight once, and has the focus', () => {
  const seen: string[] = [];
  Element.prototype.scrollIntoView = function () {
    seen.push(this.id);
  };
  function Place({ list }: { list: Row[] }) {
    useRowInSight('r5');
    return (
      <Table
        rows={list}
        keyOf={(r) => r.id}
        columns={columns}
        first={2}
        inSight="r5"
        marks={(r) => ({ id: `row-${r.id}` })}
      />
    );
  }
  const { rerender } = show(<Place list={[]} />);
  expect(seen).toEqual([]);
  const again = (): void => rerender(<MantineProvider>{<Place list={rows} />}</MantineProvider>);
  again();
  expect(names()).toHaveLength(6);
  expect(document.activeElement?.id).toBe('row-r5');
  again();
  expect(seen).toEqual(['row-r5']);
});

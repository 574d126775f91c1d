import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { ItemDetail } from '../../src/places/custody/ItemDetail';
import type { Item } from '../../src/record/custody';
import type { CaseView } from '../../src/ui/case-view';
import { record } from '../make';

it('a hand-over shows what its line of the form remarks, on which the rules rest', () => {
  const r = record({
    custody: [
      { id: 'a', receivedBy: 'Ofc. Dunn' },
      { id: 'b', releasedBy: 'Ofc. Dunn', receivedBy: 'Laboratory', note: '4 of the 50 bags tested' },
    ],
  });
  const view = { record: r, latest: r, analysis: analyze(r) } as unknown as CaseView;
  render(
    <MantineProvider>
      <ItemDetail item={r.items[0] as Item} chain={r.custody} view={view} onFinding={() => {}} />
    </MantineProvider>,
  );
  expect(screen.getByRole('row', { name: /Laboratory.*4 of the 50 bags tested/s })).toBeTruthy();
  expect(screen.queryAllByText('4 of the 50 bags tested').length).toBe(1);
});

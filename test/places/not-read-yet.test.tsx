import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import type { Officer } from '../../src/officers/rows';
import { ExhibitsPlace } from '../../src/places/exhibits/ExhibitsPlace';
import { ToHearing } from '../../src/places/footage/ToHearing';
import { FactsTab } from '../../src/places/officers/FactsTab';
import type { CaseView } from '../../src/ui/case-view';
import { record } from '../make';

// The database answers late: nothing of it is read yet.
vi.mock('../../src/ui/use-kept', () => ({ useKept: () => undefined }));

const shown = (what: ReactNode): string =>
  render(<MantineProvider>{what}</MantineProvider>).container.textContent ?? '';

Object.assign(document, { fonts: new EventTarget() });

it('what is not read yet is said to be read, and never that there is none of it', () => {
  const r = record({});
  const view = { record: r, analysis: analyze(r), latest: r } as unknown as CaseView;
  shown(<ExhibitsPlace view={view} />);
  expect(screen.getByRole('status').textContent).toMatch(/^Reading the exhibits …$/);
  expect(screen.queryByText('No exhibit yet')).toBeNull();
  const officer = { id: 'o', name: 'Officer Doe', also: [] } as unknown as Officer;
  const facts = shown(<FactsTab officer={officer} view={view} />);
  expect(facts).toContain('Reading what is kept …');
  expect(facts).not.toContain('Nothing is kept');
  expect(shown(<ToHearing caseId="c" step={{ show: 'whole', id: '', at: null }} />)).not.toContain(
    'make an exhibit first',
  );
});

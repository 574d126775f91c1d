import { Spotlight, type SpotlightActionData, useSpotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { downloadCase } from '../places/cases/backup';
import { SAMPLES } from '../places/cases/sample-list';
import { openSample } from '../places/cases/samples';
import { db } from '../store/open';
import { useHandBack } from '../ui/hand';
import { useSearch } from '../ui/search';
import { chooseTheme } from '../ui/theme-choice';
import { useKeptAside } from '../ui/use-kept';
import { TERMS } from '../words/glossary';
import { goWithin } from './go-within';
import { lockOrSay } from './lock-now';
import { paletteStore } from './palette-state';
import { PLACES } from './places';
import { startTour } from './tour-state';
import { undoOrRedo } from './undo-redo';

/** Ctrl+K: words of papers, transcripts and entries, places, cases, samples and commands by a few letters. */
export function Palette({ caseId, onHelp }: { caseId: string | null; onHelp: () => void }) {
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  useHandBack(useSpotlight(paletteStore).opened);
  const found = useSearch(caseId, query, 8) ?? [];
  const cases = useKeptAside(() => db.cases.toArray()) ?? [];
  const here: SpotlightActionData[] = caseId
    ? [
        ...PLACES.map((p) => ({
          id: p.id,
          label: p.name,
          description: `${p.says} (g ${p.key})`,
          onClick: () => go(`/case/${caseId}/${p.id}`),
        })),
        { id: 'undo', label: 'Undo', description: 'Ctrl+Z', onClick: () => void undoOrRedo(caseId, 'undo') },
        {
          id: 'redo',
          label: 'Redo',
          description: 'Ctrl+Shift+Z',
          onClick: () => void undoOrRedo(caseId, 'redo'),
        },
        {
          id: 'export',
          label: 'Export case file',
          onClick: () => void downloadCase(caseId, cases.find((c) => c.id === caseId)?.title ?? 'case'),
        },
      ]
    : [];
  const inTexts: SpotlightActionData[] = found.map((f) => ({
    id: `found ${f.id}`,
    label: f.title,
    description: f.around,
    // The search has found it: it stays, however its words are written.
    keywords: query,
    onClick: () => caseId && goWithin(caseId, f.place),
  }));
  const actions: SpotlightActionData[] = [
    ...here,
    ...inTexts,
    { id: 'cases', label: 'Cases', description: 'g l', onClick: () => go('/cases') },
    ...cases
      .filter((c) => c.deletedAt === null)
      .map((c) => ({
        id: `case ${c.id}`,
        label: `Open ${c.title}`,
        description: c.number,
        onClick: () => go(`/case/${c.id}/timeline`),
      })),
    ...SAMPLES.map((s) => ({
      id: `sample ${s.id}`,
      label: `Open the sample ${s.title}`,
      onClick: () => void openSample(s.id).then((id) => go(`/case/${id}/timeline`)),
    })),
    { id: 'lock', label: 'Lock the app now', onClick: () => void lockOrSay() },
    { id: 'light', label: 'Theme: light', onClick: () => chooseTheme('light') },
    { id: 'dark', label: 'Theme: dark', onClick: () => chooseTheme('dark') },
    { id: 'contrast', label: 'Theme: high contrast', onClick: () => chooseTheme('contrast') },
    ...(caseId
      ? [{ id: 'tour', label: 'Take the tour', description: 'five steps', onClick: startTour }]
      : []),
    { id: 'help', label: 'Help: keys and words', description: '?', onClick: onHelp },
    ...TERMS.map((t) => ({
      id: `word ${t.word}`,
      label: `What is “${t.word}”?`,
      description: t.says,
      onClick: onHelp,
    })),
  ];
  return (
    <Spotlight
      store={paletteStore}
      actions={actions}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      nothingFound="Nothing found"
      searchProps={{ placeholder: 'Place, case or command', 'aria-label': 'Place, case or command' }}
      limit={12}
      scrollable
      maxHeight={420}
    />
  );
}

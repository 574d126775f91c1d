import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { neededBy } from '../../src/cli/few-files';

const chunk = (
  fileName: string,
  moduleIds: string[],
  imports: string[],
  facadeModuleId: string | null = null,
) => ({ fileName, moduleIds, imports, facadeModuleId }) as Rolldown.OutputChunk;

it('what is loaded together is needed by the same, however far, and what a dialog alone needs is left to the bundler', () => {
  const begins = (fileName: string, path: string, imports: string[]) =>
    chunk(fileName, [path], imports, `/src/${path}`);
  const chunks = [
    begins('main.js', 'app/main.tsx', ['react.js']),
    begins('app.js', 'app/App.tsx', ['react.js', 'database.js']),
    begins('case.js', 'app/CaseShell.tsx', ['database.js', 'times.js']),
    begins('projected.js', 'places/hearing/Projected.tsx', ['react.js']),
    begins('analysis.js', 'workers/analysis-worker.ts', ['times.js']),
    begins('papers.js', 'workers/papers-worker.ts', ['reader.js', 'times.js']),
    begins('dialog.js', 'places/clocks/Dialog.tsx', ['react.js', 'form.js']),
    chunk('react.js', ['react'], []),
    chunk('database.js', ['dexie', 'lock'], ['times.js']),
    chunk('times.js', ['luxon'], []),
    chunk('reader.js', ['pdf'], []),
    chunk('form.js', ['form'], []),
  ];
  const needed = neededBy(chunks);
  expect(Object.fromEntries(needed)).toEqual({
    'app/main.tsx': ['cases'],
    'app/App.tsx': ['cases'],
    'app/CaseShell.tsx': ['timeline'],
    'workers/analysis-worker.ts': ['analysis'],
    react: ['cases', 'projected'],
    dexie: ['cases', 'timeline'],
    lock: ['cases', 'timeline'],
    luxon: ['cases', 'timeline', 'analysis', 'workers'],
  });
  // A place that was renamed is not put up with in silence.
  expect(() => neededBy(chunks.filter((c) => c.fileName !== 'case.js'))).toThrow(
    'nothing of the app is timeline',
  );
});

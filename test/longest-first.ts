import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, measured on November 28, 2026: most of them are short to read, so their size does not tell. In
 * Node they are those that take two seconds or more: whole commands, whole documents, a property over many records, a
 * passphrase stretched in full. `npm run test:quick` leaves them out.
 */
export const LONG = [
  'browser/job',
  'browser/keeping',
  'browser/exhibits',
  'browser/papers',
  'browser/footage',
  'browser/sharing',
  'browser/printing',
  'browser/footage-files',
  'browser/footage-marks',
  'browser/lock',
  'browser/typing',
  'browser/newcomer',
  'browser/drafts',
  'browser/in-sight',
  'browser/backups',
  'exhibits/every-document',
  'cli/screen',
  'cli/read',
  'cli/serve',
  'rules/properties',
  'media/alignment',
  'cli/exhibit',
  'store/lock',
  'papers/hostile-pdf',
  'cli/analyze',
  'share/seal',
  'exhibits/exhibit',
  'media/edits',
  'soak/short',
  'store/shared-papers',
  'papers/corpus',
  'exhibits/around',
  'rules/properties-doctrine',
  'rules/sweeps',
  'casefile/passphrase',
  'casefile/merge',
  'casefile/case-file',
  'papers/search',
  'time/zones',
  'drawing/pages',
  'drawing/order',
  'drawing/big-case',
  'time/session',
  'store/before',
  'exhibits/readable-picture',
].map((name) => `/test/${name}.test.ts`);

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(name));
  return at < 0 ? LONG.length : at;
};

/** The longest files begin first, so that no core waits at the end for one that began last; the rest as Vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, measured on November 27, 2026: most of them are short to read, so their size does not tell. */
export const LONG = [
  'browser/job',
  'browser/keeping',
  'browser/exhibits',
  'browser/papers',
  'browser/sharing',
  'browser/footage',
  'browser/footage-marks',
  'browser/footage-files',
  'browser/printing',
  'browser/lock',
  'browser/backups',
  'browser/newcomer',
  'browser/typing',
  'browser/drafts',
  'exhibits/every-document',
  'cli/screen',
  'rules/properties',
  'exhibits/exhibit',
  'media/alignment',
  'drawing/big-case',
  'soak/short',
  'store/shared-papers',
  'store/lock',
  'cli/serve',
  'cli/exhibit',
  'papers/corpus',
  'casefile/passphrase',
  'share/seal',
  'exhibits/around',
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

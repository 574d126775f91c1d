import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, measured on November 27, 2026: most of them are short to read, so their size does not tell. */
const LONG = [
  'browser/job',
  'browser/keeping',
  'browser/exhibits',
  'browser/papers',
  'browser/printing',
  'browser/footage-marks',
  'browser/footage-files',
  'browser/footage',
  'browser/sharing',
  'browser/lock',
  'exhibits/exhibit',
  'rules/properties',
  'rules/properties-doctrine',
  'drawing/scene',
  'drawing/order',
  'cli/screen',
  'media/alignment',
  'cli/analyze',
  'cli/exhibit',
  'exhibits/around',
  'soak/short',
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

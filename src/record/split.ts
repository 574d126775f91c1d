import type { Source } from './source';

type Linked = Pick<Source, 'id' | 'follows'>;

/** The file before each, as far as the case has it. */
const before = <T extends Linked>(sources: readonly T[], s: T): T | undefined =>
  s.follows === undefined ? undefined : sources.find((x) => x.id === s.follows);

/** The source of the first file of the recording that a source is of: itself where it follows none. */
export function firstOf<T extends Linked>(sources: readonly T[], id: string): string {
  const seen = new Set([id]);
  let at = sources.find((s) => s.id === id);
  for (let prior = at && before(sources, at); prior && !seen.has(prior.id); prior = before(sources, prior)) {
    seen.add(prior.id);
    at = prior;
  }
  return at?.id ?? id;
}

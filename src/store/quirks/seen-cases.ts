import { siteData } from './site-data';

/** How many cases were here, and when: kept apart from the database, so that its loss shows. It holds no name. */
const SEEN = 'stopline-cases-seen';

/** What was here when it was last looked. */
export interface Seen {
  readonly cases: number;
  /** ms */
  readonly at: number;
}

/** Null where no case was ever here, or the last was erased by hand. */
export function casesSeen(): Seen | null {
  try {
    const found: unknown = JSON.parse(siteData.get(SEEN) ?? 'null');
    if (typeof found !== 'object' || found === null || !('cases' in found) || !('at' in found)) return null;
    const { cases, at } = found;
    return typeof cases === 'number' && typeof at === 'number' && cases > 0 ? { cases, at } : null;
  } catch {
    return null;
  }
}

/** Notes that so many cases are here. None at all is no news: only `noneLeft` says that this is as it should be. */
export function sawCases(cases: number): void {
  if (cases > 0) siteData.set(SEEN, JSON.stringify({ cases, at: Date.now() }));
}

/** The user erased the last case, or has read that all are gone. */
export const noneLeft = (): void => void siteData.set(SEEN, 'null');

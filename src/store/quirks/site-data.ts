/**
 * The small storage of this site, in one place: a browser may refuse it (site data denied, full, a private window), by
 * throwing at the first touch. What it does not keep lives as long as the page.
 */
export interface SiteData {
  get(key: string): string | null;
  /** @returns whether the browser keeps it */
  set(key: string, value: string): boolean;
}

function wrapped(storage: () => Storage): SiteData {
  const page = new Map<string, string>();
  return {
    get(key) {
      try {
        return storage().getItem(key) ?? page.get(key) ?? null;
      } catch {
        return page.get(key) ?? null;
      }
    },
    set(key, value) {
      try {
        storage().setItem(key, value);
        page.delete(key);
        return true;
      } catch {
        page.set(key, value);
        return false;
      }
    },
  };
}

/** Kept for all windows, until the site's data are cleared. */
export const siteData: SiteData = wrapped(() => localStorage);
/** Kept for this window alone. */
export const windowData: SiteData = wrapped(() => sessionStorage);

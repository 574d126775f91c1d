import type { Plugin } from 'vite';

/** Where a worker is started: its file stands in full, which is also how Vite finds it while it is developed. */
const STARTED = /new URL\('(\.[\w./-]+-worker\.ts)', import\.meta\.url\)/g;

/** What Vite puts before each dynamic import: it asks for styles and scripts ahead, through the page's `link`s. */
const PRELOAD = 'vite/preload-helper.js';
const PRELOAD_BEGINS = 'function preload(baseModule, deps, importerUrl) {';

/**
 * Makes every worker an entry of the one build, so that page and workers share what both use: it is fetched and kept once.
 * Vite alone bundles each worker apart, with a copy of the solver, the rules and the grammar of times in each. While the app
 * is developed Vite serves workers from their files, and nothing is done here. @throws where Vite's own code is not as it was
 */
export const sharedWorkers: Plugin = {
  name: 'shared-workers',
  apply: 'build',
  enforce: 'pre',
  async transform(code, id) {
    if (id.endsWith(PRELOAD)) {
      // A worker has no links: what it imports is asked for as it is needed.
      if (!code.includes(PRELOAD_BEGINS)) this.error(`${PRELOAD} does not begin as it did`);
      return code.replace(
        PRELOAD_BEGINS,
        `${PRELOAD_BEGINS}\n  if (!('document' in globalThis)) return baseModule();`,
      );
    }
    const entries = new Map<string, string>();
    for (const [started, path = ''] of code.matchAll(STARTED)) {
      const file = await this.resolve(path, id);
      if (!file) this.error(`there is no worker ${path}`);
      entries.set(started, this.emitFile({ type: 'chunk', id: file.id }));
    }
    if (entries.size === 0) return null;
    return code.replace(STARTED, (started) => `import.meta.ROLLUP_FILE_URL_${entries.get(started)}`);
  },
};

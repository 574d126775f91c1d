import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { serve } from '../../src/cli/serve';
import { FLAGS, findChromium } from '../chromium';
const out = resolve('node_modules/.bench2');
await build({ configFile: false, root: resolve('test/bench'), base: './', logLevel: 'error', worker: { format: 'es' }, build: { outDir: out, emptyOutDir: true, rollupOptions: { input: resolve('test/bench/page.html') } } });
const { url, server } = await serve(out, 0);
const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
for (const n of process.argv.slice(2).map(Number)) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  await page.goto(`${url}page.html`);
  await page.waitForFunction(() => 'bench' in window);
  for (let i = 0; i < (n > 5e5 ? 2 : 3); i++) console.log(n, JSON.stringify(await page.evaluate((k) => (window as any).bench.ours(k), n)));
  await page.close();
}
await browser.close(); server.close(); process.exit(0);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { serve } from '../../src/cli/serve';
import { testBrowser } from '../chromium';

/** Builds the page that is killed. @returns its folder */
async function built(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'stopline-kills-'));
  await build({
    configFile: false,
    root: resolve('test/soak'),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: true,
      modulePreload: false,
      rollupOptions: { input: resolve('test/soak/kill-page.html') },
    },
  });
  return out;
}

async function launched(
  profile: string,
  url: string,
  onStep: (seq: number, what: string) => void,
): Promise<{ context: BrowserContext; page: Page; kill: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, {
    ...testBrowser(),
  });
  const session = await (
    context.browser() as NonNullable<ReturnType<BrowserContext['browser']>>
  ).newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  const pid = processInfo.find((p) => p.type === 'browser')?.id as number;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.exposeFunction('acknowledged', onStep);
  await page.goto(`${url}kill-page.html`);
  await page.waitForFunction(() => 'kill' in window);
  const gone = new Promise<void>((done) => {
    context.on('close', () => done());
  });
  return {
    context,
    page,
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
}

/**
 * Kills Chromium (SIGKILL) so many times in the middle of edits, imports, undo, redo, merges and upgrades, and looks each
 * time whether every acknowledged step is there and nothing is half there. @returns the figure; throws at the first miss
 */
export async function kills(rounds: number, int: (below: number) => number): Promise<string> {
  const folder = await built();
  const { url, server } = await serve(folder, 0);
  let acknowledged = 0;
  let upgrades = 0;
  // The case is made in a session that ends in peace; what follows is killed.
  const profile = mkdtempSync(join(tmpdir(), 'stopline-killed-'));
  const first = await launched(profile, url, () => undefined);
  await first.page.evaluate(() => window.kill.begin());
  await first.context.close();
  let steps = 0;
  let at = 1;
  for (let round = 0; round < rounds; round++) {
    if (round % 5 === 4) {
      // A database of the first version, killed while it becomes one of today's.
      const old = mkdtempSync(join(tmpdir(), 'stopline-killed-'));
      const rows = 3000;
      const before = await launched(old, url, () => undefined);
      await before.page.evaluate((n) => window.kill.old(n), rows);
      await before.context.close();
      const during = await launched(old, url, () => undefined);
      during.page.evaluate(() => window.kill.upgrade()).catch(() => undefined);
      await new Promise((r) => setTimeout(r, int(400)));
      await during.kill();
      const after = await launched(old, url, () => undefined);
      const there = await after.page.evaluate(() => window.kill.upgrade());
      await after.context.close();
      rmSync(old, { recursive: true, force: true });
      if (there !== rows)
        throw new Error(`round ${round}: after a killed upgrade ${there} of ${rows} rows are there`);
      upgrades++;
      continue;
    }
    const running = await launched(profile, url, (seq) => {
      at = Math.max(at, seq);
      acknowledged++;
    });
    running.page.evaluate((seed) => window.kill.work(seed), round + 1).catch(() => undefined);
    await new Promise((r) => setTimeout(r, 150 + int(900)));
    await running.kill();
    const again = await launched(profile, url, () => undefined);
    const wrong = await again.page
      .evaluate((n) => window.kill.check(n), at)
      .catch((e: unknown) => (e instanceof Error ? e.message : String(e)));
    await again.page.evaluate(() => window.kill.fresh()).catch(() => undefined);
    await again.context.close();
    if (wrong !== '') throw new Error(`round ${round}: ${wrong}`);
    steps = at;
  }
  server.close();
  rmSync(profile, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  return `kills: Chromium killed ${rounds} times (${upgrades} while upgrading), ${acknowledged} acknowledged steps all there (${steps} in the last case), no half step, every database opens`;
}

/**
 * Kills Chromium so many times while backups are written, and looks each time whether the newest that counted opens, whole and
 * with every step it was said to hold. @returns the figure; throws at the first miss
 */
export async function backupKills(rounds: number, int: (below: number) => number): Promise<string> {
  const folder = await built();
  const { url, server } = await serve(folder, 0);
  const profile = mkdtempSync(join(tmpdir(), 'stopline-killed-'));
  const first = await launched(profile, url, () => undefined);
  await first.page.evaluate(() => window.kill.begin());
  await first.context.close();
  let [counted, at, middle] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    let [writing, took] = [0, 0];
    const running = await launched(profile, url, (seq, what) => {
      if (what === 'writing') writing = Date.now();
      else {
        at = Math.max(at, seq);
        counted++;
        took = Math.max(took, Date.now() - writing);
        writing = 0;
      }
    });
    running.page.evaluate((seed) => window.kill.backUps(seed), round + 1).catch(() => undefined);
    const until = async (done: () => boolean): Promise<void> => {
      for (let waited = 0; !done() && waited < 60_000; waited += 5)
        await new Promise((r) => setTimeout(r, 5));
    };
    // Each round is let write one that counts, and is killed in the middle of the next, wherever that is.
    await until(() => took > 0);
    await until(() => writing > 0);
    await new Promise((r) => setTimeout(r, int(took)));
    if (writing > 0) middle++;
    await running.kill();
    const again = await launched(profile, url, () => undefined);
    const { seq, wrong } = await again.page
      .evaluate(() => window.kill.newestBackup())
      .catch((e: unknown) => ({ seq: 0, wrong: e instanceof Error ? e.message : String(e) }));
    await again.context.close();
    if (wrong !== '' || seq < at)
      throw new Error(`round ${round}: the newest backup holds step ${seq} of ${at}. ${wrong}`);
  }
  server.close();
  rmSync(profile, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  return `kills of backups: Chromium killed ${rounds} times, ${middle} of them in the middle of writing one, ${counted} counted before; the newest that opens is whole and holds every step it was said to`;
}

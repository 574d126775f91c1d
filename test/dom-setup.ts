import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// What Chromium's log of the database needs is asked after a test has ended, when there is no page any more.
vi.mock('../src/store/quirks/fresh-log', () => ({ freshLogAtStart: () => Promise.resolve() }));

/** ms by which what happens as a component goes has happened. */
const LATER = 60;

/** What Mantine asks of a browser and happy-dom does not have. */
if (!window.matchMedia)
  window.matchMedia = ((query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
    dispatchEvent: () => false,
  })) as typeof window.matchMedia;

afterEach(async () => {
  cleanup();
  // What gives the focus on as something goes looks for it a moment later (`ui/hand.ts`).
  await new Promise((done) => setTimeout(done, LATER));
});

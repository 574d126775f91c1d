import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

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

afterEach(cleanup);

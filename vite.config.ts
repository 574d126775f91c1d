import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { fewFiles } from './src/cli/few-files.ts';
import { notices } from './src/cli/notices.ts';
import { parts } from './src/cli/parts.ts';
import { boundedPdfWorker } from './src/cli/pdf-worker.ts';
import { sharedWorkers } from './src/cli/shared-workers.ts';
import { PAGE_POLICY } from './src/ui/content-policy.ts';
import { LONG, LongestFirst } from './test/longest-first.ts';

/** The policy in the page itself, for hosts that send no headers. Only in the build: the dev server needs its own. */
const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** Kept for use without a network; a new version waits until the user takes it. */
const offline = VitePWA({
  registerType: 'prompt',
  injectRegister: null,
  includeAssets: [],
  manifest: {
    name: 'Stopline',
    short_name: 'Stopline',
    description: 'A minute-by-minute timeline for the defense of criminal cases, in the browser',
    display: 'standalone',
    start_url: './',
    background_color: '#ffffff',
    theme_color: '#171b24',
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,csv,mp4,woff,woff2,ttf,webmanifest}'],
    // Fonts, maps and English of papers are kept once they were used, not before.
    globIgnores: ['parts/**'],
    runtimeCaching: [
      {
        urlPattern: ({ url }) => /\/parts\/(pdf|ocr)\//.test(url.pathname),
        handler: 'CacheFirst',
        options: { cacheName: 'parts' },
      },
    ],
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    navigateFallback: 'index.html',
    cleanupOutdatedCaches: true,
  },
});

/** Tests with a database: each file has one of its own, and so a process of its own. */
const WITH_DATABASE = [
  'test/store/**/*.test.ts',
  'test/record/{tables,bounds}.test.ts',
  'test/papers/by-page.test.ts',
];

/** What `npm run test:quick` leaves out. */
const NOT_QUICK = process.env['STOPLINE_QUICK'] ? LONG.map((file) => `**${file}`) : [];

/** What is shown first: the page, and the files on the way to Cases and to the timeline (`few-files.ts`). */
const FIRST = /(index\.html|\/(cases|timeline)-[\w-]+\.js)$/;

/** One config: the build (relative paths, so that the folder runs under any sub-path) and the test projects. */
export default defineConfig({
  base: './',
  plugins: [
    fewFiles([sharedWorkers, react()]),
    sharedWorkers,
    react(),
    contentPolicy,
    notices,
    parts,
    boundedPdfWorker,
    offline,
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Asked for ahead is what the way to Cases and to the timeline needs. Lists of what each dialog and each other place
      // needs are names of files that do not compress: 10 kB of all that the timeline loads.
      resolveDependencies: (file, needs) => (FIRST.test(file) ? needs : []),
    },
  },
  test: {
    // All cores: one fewer, as it is by default, halves a machine of two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...WITH_DATABASE, ...NOT_QUICK],
          testTimeout: 120_000,
          // What they import is read once a thread, not once a file: nothing of one is seen by another.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          environment: 'node',
          include: WITH_DATABASE,
          exclude: NOT_QUICK,
          testTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/dom-setup.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/build.ts'],
          // Three files side by side, after the rest, so that two cores have something to do while one waits: each has a server of its own, each worker a browser.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          // What they import is read once a worker, and its browser started once: each file has its own contexts, server and folders all the same.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // A loaded machine takes its time: what is waited for is waited for, not timed.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});

import { execFileSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Flags for a machine without a display or a network. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const APT = '/usr/bin/apt-get';
const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * A Chromium on this machine: the one that CHROMIUM names, one installed where browsers install themselves, or Debian's
 * package, installed now where we are root. @throws with what to do where there is none
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const found = PLACES.find((p) => existsSync(p));
  if (found) return found;
  if (existsSync(APT) && process.getuid?.() === 0) {
    process.stderr.write("No browser found; installing Debian's chromium ...\n");
    const apt = (args: string[]) =>
      execFileSync(APT, args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
    try {
      apt(['install', '-y', '--no-install-recommends', 'chromium-headless-shell']);
    } catch {
      // Not in every release: the tests take longer without it.
    }
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge: install one, or name its program in the variable CHROMIUM.',
  );
}

/**
 * Chromium for tests: the same engine without windows of its own (Debian's `chromium-headless-shell`), where it is installed.
 * With windows every page opened costs a second and a half more, half of it for tabs and menus that nobody sees.
 * @throws as `findChromium`
 */
function testChromium(): string {
  if (process.env['CHROMIUM'] || existsSync(SHELL)) return process.env['CHROMIUM'] ?? SHELL;
  const found = findChromium();
  return existsSync(SHELL) ? SHELL : found;
}

/** Bytes of shared memory with which Chromium needs no files in its place; a container may have 64 MB. */
const ROOMY = 1e9;

/** Whether what its processes hand to one another may lie in memory: else each answer of the server is a file that is made and removed. */
function roomToShare(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ROOMY;
  } catch {
    return false;
  }
}

/** How Playwright starts a Chromium for tests. @throws as `findChromium` */
export const testBrowser = (
  ...more: string[]
): { executablePath: string; args: string[]; ignoreDefaultArgs: string[] } => ({
  executablePath: testChromium(),
  args: [...FLAGS, ...more],
  ignoreDefaultArgs: roomToShare() ? ['--disable-dev-shm-usage'] : [],
});

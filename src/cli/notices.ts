import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the built folder says of the code by others that it carries. */
export const NOTICES = 'third-party-notices.txt';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder of a package as another one finds it: in its own `node_modules`, or further up. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; ; ) {
    const folder = join(at, 'node_modules', name);
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      const up = join(at, '..');
      if (up === at) return null;
      at = up;
    }
  }
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((f) => /^(licen[cs]e|notice|copying|ofl)/i.test(f) && !/\.(js|json|ts)$/i.test(f))
    .sort()
    .map((f) => readFileSync(join(folder, f), 'utf8').trim());

/** Every package that this one builds on, however far, with its licence as it states it. @param root the folder of the project */
export function noticesOf(root: string): string {
  const found = new Map<string, string>();
  const add = (folder: string): void => {
    const p = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
    for (const name of Object.keys(p.dependencies ?? {})) {
      const at = folderOf(name, folder);
      if (!at) continue;
      const q = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as Package;
      const key = `${q.name} ${q.version}`;
      if (found.has(key)) continue;
      const license =
        typeof q.license === 'string' ? q.license : (q.license?.type ?? 'none stated in its package');
      const texts = textsIn(at);
      found.set(
        key,
        [`${key}`, `License: ${license}`, '', texts.join('\n\n') || 'It brings no text of its license.'].join(
          '\n',
        ),
      );
      add(at);
    }
  };
  add(root);
  const list = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Stopline is made with the packages below, each under its own license.\n\n${list.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** Writes the notices into the built folder, from the packages that are installed. */
export const notices: Plugin = {
  name: 'third-party-notices',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: NOTICES, source: noticesOf(process.cwd()) });
  },
};

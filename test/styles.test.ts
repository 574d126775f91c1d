import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { theme } from '../src/app/theme';
import { PALETTES } from '../src/drawing/paint/palette';

const read = (path: string): string => readFileSync(path, 'utf8');
const below = (dir: string, ending: RegExp): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    const path = join(dir, e.name);
    return e.isDirectory() ? below(path, ending) : ending.test(e.name) ? [path] : [];
  });
const bare = (css: string): string => css.replace(/\/\*.*?\*\//gs, '');
const classesOf = (css: string): string[] => [
  ...new Set([...bare(css).matchAll(/\.([a-z][a-z0-9-]*)(?=[^{}]*\{)/g)].map((m) => m[1] as string)),
];

/** The custom properties of each theme: `light` is the root's. */
function tokens(): Record<keyof typeof PALETTES, Map<string, string>> {
  const css = bare(read('src/ui/tokens.css'));
  const of = (head: string): [string, string][] => {
    const at = css.indexOf(`${head} {`);
    const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
    return [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] as string, m[2] as string]);
  };
  const light = of(':root');
  return {
    light: new Map(light),
    dark: new Map([...light, ...of('[data-theme="dark"]')]),
    contrast: new Map([...light, ...of('[data-theme="contrast"]')]),
  };
}

const sheets = below('src', /\.css$/);
const code = below('src', /\.tsx?$/).map((path) => ({ path, text: read(path) }));

describe('colors', () => {
  it('are the same for the screen and for paint, in every theme', () => {
    const themes = tokens();
    for (const [name, palette] of Object.entries(PALETTES))
      for (const [ink, value] of Object.entries(palette))
        expect([name, ink, themes[name as keyof typeof PALETTES].get(ink)]).toEqual([name, ink, value]);
    expect(themes.light.get('link')).toBe(theme.colors?.['court']?.[7]);
  });

  it('stand in tokens.css and nowhere else', () => {
    const faults = sheets
      .filter((path) => basename(path) !== 'tokens.css')
      .flatMap((path) =>
        [...bare(read(path)).matchAll(/#[0-9a-f]{3,8}\b/gi)]
          .map((m) => m[0])
          .filter((hex) => !/^#(000|fff)$/i.test(hex))
          .map((hex) => `${path}: ${hex}`),
      );
    expect(faults).toEqual([]);
    const known = tokens().light;
    const asked = [...sheets.map(read), ...code.map((c) => c.text)].flatMap((text) =>
      [...text.matchAll(/var\(--(?!mantine|alert|tall)([\w-]+)\)/g)].map((m) => m[1] as string),
    );
    expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('styles', () => {
  it('of a component stand beside it, and each is used', () => {
    const faults = sheets
      .filter((path) => path.endsWith('.module.css'))
      .flatMap((path) => {
        const users = code.filter(
          ({ path: p, text }) => dirname(p) === dirname(path) && text.includes(`'./${basename(path)}'`),
        );
        const global = new Set([...read(path).matchAll(/:global\(\.([\w-]+)\)/g)].map((m) => m[1]));
        return classesOf(read(path))
          .filter((c) => !global.has(c) && !users.some(({ text }) => text.includes(`'${c}'`)))
          .map((c) => `${path}: .${c}`);
      });
    expect(faults).toEqual([]);
  });

  it('that several places share stand in base.css, and each is used', () => {
    const all = code.map(({ text }) => text).join('\n');
    const faults = classesOf(read('src/ui/base.css')).filter(
      (c) => !c.startsWith('mantine') && !new RegExp(`['"\`. ]${c}['"\`. ]`).test(all),
    );
    expect(faults).toEqual([]);
  });

  it('of a module are asked for by no test as if they were shared: their names are made when the app is built', () => {
    const made = new Set(sheets.filter((p) => p.endsWith('.module.css')).flatMap((p) => classesOf(read(p))));
    // `lit` is also a name within the one-file exhibit, which has a sheet of its own.
    for (const shared of [...classesOf(read('src/ui/base.css')), 'lit']) made.delete(shared);
    const faults = ['test/browser', 'test/bench', 'test/soak'].flatMap((dir) =>
      below(dir, /\.tsx?$/).flatMap((path) =>
        [...read(path).matchAll(/(?:locator|waitForSelector|\$\$?|\$\$?eval)\(\s*(['"`])(.*?)\1/g)].flatMap(
          (m) =>
            [...(m[2] as string).replace(/\[.*?\]/g, '').matchAll(/\.([a-z][a-z0-9-]*)/g)]
              .map((c) => c[1] as string)
              .filter((c) => made.has(c))
              .map((c) => `${path}: .${c}`),
        ),
      ),
    );
    expect(faults).toEqual([]);
  });
});

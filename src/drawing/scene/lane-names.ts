import { fitText, textWidth } from './scene';

const fit = (name: string, room: number): string => fitText(name, 12, room, true);

/** `Body camera of A…rear`: its beginning and its end. */
function endsOf(name: string, room: number): string {
  const tail = name
    .slice(-Math.floor(name.length / 3))
    .trimStart()
    .slice(-8);
  return `${fit(name, room - textWidth(tail, 12, true))}${tail}`;
}

/** `Body…3 of the…`: its beginning, and what follows from the word at `from`. */
function fromWord(name: string, from: number, room: number): string {
  const head = `${name.slice(0, 4).trimEnd()}…`;
  return `${head}${fit(name.slice(from), room - textWidth(head, 12, true))}`;
}

/** Where names that are not alike begin to differ, at the beginning of that word. */
function differAt(names: readonly string[]): number {
  const [first = ''] = names;
  let at = 0;
  while (at < first.length && names.every((n) => n[at] === first[at])) at++;
  return first.lastIndexOf(' ', at - 1) + 1;
}

/**
 * Names of lanes cut to their room, px of bold letters of 12 px. Those of two lanes never read alike where the lanes are not called
 * alike: they are cut in the middle, or, where neither beginning nor end tells them apart, before the word that does.
 */
export function cutNames(names: readonly string[], room: number): string[] {
  const plain = names.map((n) => fit(n, room));
  const alike = new Map<string, Set<string>>();
  names.forEach((n, i) => {
    const cut = plain[i] as string;
    alike.set(cut, (alike.get(cut) ?? new Set()).add(n));
  });
  return names.map((name, i) => {
    const group = [...(alike.get(plain[i] as string) ?? [])];
    if (group.length < 2 || plain[i] === name) return plain[i] as string;
    const ends = group.map((n) => endsOf(n, room));
    if (new Set(ends).size === group.length) return endsOf(name, room);
    return fromWord(name, differAt(group), room);
  });
}

import type { Given, Obj } from './fields';

/** A word as its file has it. */
export interface RawWord {
  readonly o: Obj;
  readonly from: Given | null;
  readonly to: Given | null;
  readonly text: string;
  readonly speaker: string;
  readonly glued: boolean;
  readonly line: number;
}

/** A stretch of speech: its words where they are given one by one, else its text. */
export interface Stretch {
  readonly from: Given | null;
  readonly to: Given | null;
  readonly text: string;
  readonly speaker: string;
  readonly channel: string;
  readonly words: readonly RawWord[];
  readonly line: number;
}

export const count = (stretches: readonly Stretch[]): number => tokens(stretches).length;
export const bareWord = (t: string): string => t.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const tokensOf = (text: string): string[] => text.split(/\s+/).map(bareWord).filter(Boolean);
export const tokens = (stretches: readonly Stretch[]): string[] =>
  stretches.flatMap((s) =>
    s.words.length > 0 ? s.words.flatMap((w) => tokensOf(w.text)) : tokensOf(s.text),
  );

/** The share of the shorter list's words that the other has too. */
export function shared(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = new Map<string, number>();
  for (const t of many) left.set(t, (left.get(t) ?? 0) + 1);
  let same = 0;
  for (const t of few) {
    const n = left.get(t) ?? 0;
    if (n > 0) same++;
    left.set(t, n - 1);
  }
  return few.length === 0 ? 1 : same / few.length;
}

/** How much a list says besides its words: speakers, channels, stops. */
export function worth(s: readonly Stretch[]): number {
  const speakers = s.some((x) => x.speaker !== '' || x.words.some((w) => w.speaker !== ''));
  const channels = new Set(s.map((x) => x.channel)).size > 1;
  const stops = s.some((x) => /[.?!,]/.test(x.text) || x.words.some((w) => /[.?!,]$/.test(w.text)));
  return (speakers ? 4 : 0) + (channels ? 4 : 0) + (stops ? 2 : 0) + (s.some((x) => x.text !== '') ? 1 : 0);
}

/** The same speech told twice, as lines and as words, is taken once: whole first, then with the most told of it. */
export function once(lists: readonly (readonly Stretch[])[]): Stretch[] {
  const kept: (readonly Stretch[])[] = [];
  for (const list of lists) {
    const i = kept.findIndex((k) => shared(tokens(k), tokens(list)) >= 0.7 && overlap(k, list));
    if (i < 0) {
      kept.push(list);
      continue;
    }
    const [a, b] = [kept[i] as readonly Stretch[], list];
    const [na, nb] = [count(a), count(b)];
    const less = nb < na * 0.95;
    const more = nb > na * 1.05;
    if (more || (!less && worth(b) > worth(a))) kept[i] = b;
  }
  return kept.flat();
}

export const span = (s: readonly Stretch[]): [number, number] => {
  const at = s
    .flatMap((x) => [x.from, x.to, ...x.words.flatMap((w) => [w.from, w.to])])
    .flatMap((g) => g?.value ?? []);
  return at.reduce<[number, number]>(([a, b], n) => [Math.min(a, n), Math.max(b, n)], [Infinity, -Infinity]);
};
function overlap(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  const [[a0, a1], [b0, b1]] = [span(a), span(b)];
  return a0 <= b1 && b0 <= a1;
}

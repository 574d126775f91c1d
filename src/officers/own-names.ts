import { mayBeOneName } from '../record/names';

const lastOf = (name: string): string => name.trim().toLowerCase().split(/\s+/).at(-1) ?? '';

/**
 * Which names of a table of stops are counted as one officer's until somebody says otherwise: one of his names as it
 * stands, or one that has his last name whole and no other first name than his (`MARSH, D` is Dale Marsh; `MARSH, K` and
 * `Marshall, D` are not: their stops would stand in his figures).
 */
export function ownNames(names: readonly string[], inTable: readonly string[]): string[] {
  const known = new Set(names.map((n) => n.trim().toLowerCase()).filter((n) => n !== ''));
  return inTable.filter((v) => {
    const small = v.trim().toLowerCase();
    const words = small.split(/[^\p{L}]+/u);
    return known.has(small) || names.some((n) => words.includes(lastOf(n)) && mayBeOneName(n, v));
  });
}

import type { Cell } from '../../papers/lines';

/** What the second row of such a head says of each hand. */
const PART =
  /^(?:(?:print(?:ed)? )?name|date|time|date ?(?:\/|&|and) ?time|sig(?:nature|\.)?|initials?|badge|agency|title|rank|id)(?: ?(?:#|no\.?))?$/i;
const HAND = /\b(?:releas|relinquish|receiv|accept|transfer|deliver|surrender|from\b|to\b)/i;

/**
 * A head of two rows, `Released By` over `Name` and `Date/Time`, as one: the words below first, then whose they are. Null where
 * the parts below are not the same for each hand above, or do not stand between their neighbors.
 */
export function oneHead(over: readonly Cell[], under: readonly Cell[]): Cell[] | null {
  const hands = over.filter((c) => HAND.test(c.text));
  const size = under.length / hands.length;
  if (hands.length < 2 || !Number.isInteger(size) || !under.every((c) => PART.test(c.text.trim())))
    return null;
  if (under.some((c, i) => c.text !== under[i % size]?.text)) return null;
  const parts = under.map((c, i) => ({ ...c, text: `${c.text} ${hands[Math.floor(i / size)]?.text}` }));
  const all = over.flatMap((c) => {
    const i = hands.indexOf(c);
    return i < 0 ? [c] : parts.slice(i * size, (i + 1) * size);
  });
  // A column that stands over the part of a hand is not where its row shows it.
  return all.every((c, i) => i === 0 || c.x > (all[i - 1] as Cell).x) ? all : null;
}

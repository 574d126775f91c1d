const TITLES =
  /\b(officer|ofc|ofcr|off|deputy|dep|dpty|trooper|tpr|sergeant|sgt|detective|det|corporal|cpl|lieutenant|lt|captain|capt|agent|sa|special|mr|mrs|ms|dr|badge|no|id)\b/g;

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[#\d]+/g, ' ')
    .replace(/[^\p{L}\s'-]/gu, ' ')
    .replace(TITLES, ' ')
    .split(/[\s]+/)
    .filter((w) => w !== '');

/**
 * Whether two spellings may name one person or place: each word of the shorter is a word of the longer, its beginning or
 * its initial, and one of them is more than an initial. `Ofc. M. Ortiz #412` and `ORTIZ, MARIA` may; so may `Evid Clerk`
 * and `Evidence Clerk (Smith)`. It says “may”: only a person knows.
 */
export function mayBeOneName(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  const left = [...long];
  let sure = false;
  for (const word of [...short].sort((p, q) => q.length - p.length)) {
    const at = left.findIndex((w) => w === word || w.startsWith(word) || word.startsWith(w));
    if (at < 0) return false;
    const found = left[at] as string;
    if (Math.min(found.length, word.length) >= 3) sure = true;
    left.splice(at, 1);
  }
  return sure;
}

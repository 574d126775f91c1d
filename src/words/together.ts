/** A text in which no number parts from its unit, and `at least` not from its number, where a line breaks. */
export const together = (text: string): string =>
  text
    .replace(/(\d) (min|s|h|d|g|mg|kg|oz|lb|ms)\b/g, '$1\u00a0$2')
    .replace(/\b(min|h|d) (\d)/g, '$1\u00a0$2')
    .replace(
      /\b(at least|at most|less than|more than|up to) (?=\d)/g,
      (_, words: string) => `${words}\u00a0`,
    );

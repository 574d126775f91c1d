import css from './narrowed.module.css';

/**
 * On paper alone, where the tools that narrowed a list are not: how many of how many are printed, and what they were chosen
 * by. Nothing where all are.
 * @param what what is listed, in the plural @param by what they were chosen by; empty words are left out
 */
export function Narrowed({
  shown,
  of,
  what,
  by,
}: {
  shown: number;
  of: number;
  what: string;
  by: readonly string[];
}) {
  const chosen = by.filter((b) => b !== '');
  if (shown === of || chosen.length === 0) return null;
  return (
    <p className={`cite ${css['narrowed']}`}>
      Not all are printed: {shown.toLocaleString('en-US')} of {of.toLocaleString('en-US')} {what}, chosen by{' '}
      {chosen.join(', ')}.
    </p>
  );
}

/** What was typed into a search, as `Narrowed` names it. */
export const searchedFor = (words: string): string =>
  words.trim() === '' ? '' : `the words “${words.trim()}”`;

/** The words and numbers of a name in small letters, without the signs between them: `Locker #7` and `LOCKER-7` are the same two. */
export function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name as its words alone, apart by one space; empty where it has none. */
export const plainName = (name: string): string => wordsOf(name).join(' ');

/** Whether the words of a plain name stand together in a text: `locker 7` in “opened LOCKER #7”, not in “locker 71”. */
export const isNamedIn = (plain: string, text: string): boolean =>
  ` ${plainName(text)} `.includes(` ${plain} `);

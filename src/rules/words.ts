/** The words and numbers of a name in small letters, without the signs between them: `Locker #7` and `LOCKER-7` are the same two. */
export function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A day on which something binds and is not done yet. */
export interface OpenDay {
  /** YYYY-MM-DD: the earliest that the day can be. */
  readonly on: string;
  readonly what: string;
  /** A hearing comes and goes: once past, nothing was missed. */
  readonly goes?: true;
}

/** The next open day from this one on, and how many have passed. @param today YYYY-MM-DD */
export function nextOf(
  days: readonly OpenDay[],
  today: string,
): { readonly next: OpenDay | null; readonly passed: number } {
  const next = days.find((d) => d.on >= today) ?? null;
  return { next, passed: days.filter((d) => d.on < today && !d.goes).length };
}

/** Long work in small steps: between any two of them it can be put off or given up. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the whole work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as T;
  }
}

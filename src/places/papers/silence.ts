/** How often it is looked whether a word came, ms. */
const LOOK = 5000;

/** A watch on work that tells how far it is: where it says nothing for long, it hangs. */
export interface Watch {
  /** A word came. */
  heard(): void;
  /** What the page itself does meanwhile is no silence of the worker. */
  during<T>(own: () => Promise<T>): Promise<T>;
  end(): void;
}

/**
 * Counts looks, not hours: while a machine sleeps nobody looks.
 * @param most ms without a word
 * @param silent told once, when there was none for so long
 */
export function watchFor(most: number, silent: () => void): Watch {
  let quiet = 0;
  let own = 0;
  const timer = setInterval(() => {
    if (own > 0) return;
    quiet += LOOK;
    if (quiet < most) return;
    clearInterval(timer);
    silent();
  }, LOOK);
  return {
    heard: () => {
      quiet = 0;
    },
    during: async (work) => {
      own++;
      try {
        return await work();
      } finally {
        own--;
        quiet = 0;
      }
    },
    end: () => clearInterval(timer),
  };
}

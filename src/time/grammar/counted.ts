import { parseTime } from './parse';
import { printMedia, printWritten } from './print';
import { statementsOf } from './written';

/** A reading of a recording's counter. */
export interface Counted {
  /** ms from the recording's first frame; of two, the first. */
  readonly at: number;
  /** The second of two readings, ms. */
  readonly to: number | null;
  /** The first as the app prints it, without its `v`: `3:15.2`. */
  readonly text: string;
  /** All that was read, without its `v`: `~3:15 +-2s`, `between 1:39 and 1:56`. */
  readonly says: string;
}

/**
 * The one reader of counters: what `v 3:15`, `V 3:15`, `about v 3:15`, `v 3:15,2`, `v 1:39-56` and `1:39 into the video`
 * count. Null for every text that is no reading of a counter.
 */
export function readCounter(text: string): Counted | null {
  if (!/[vrtcfb]/i.test(text)) return null;
  const parsed = parseTime(text);
  if (!parsed.ok) return null;
  for (const w of statementsOf(parsed.written)) {
    const stamp = w.form === 'reading' ? w.from : w.form === 'open' ? w.stamp : null;
    if (stamp?.clock !== 'media') continue;
    const to = w.form === 'reading' ? w.to : null;
    return {
      at: stamp.ms,
      to: to ? to.ms : null,
      text: printMedia(stamp.ms, stamp.precision),
      says: printWritten(w).replace(/\bv /g, ''),
    };
  }
  return null;
}

import type { EventKind } from '../record/vocabulary';

/** Where a recording stands on screen: ms of its counter, and its frame (null for sound alone, or until frames are known). */
export interface At {
  readonly source: string;
  readonly ms: number;
  readonly frame: number | null;
  /** Of a recording in several files: the first of them, and where it stands on the whole, ms. */
  readonly whole?: { readonly id: string; readonly ms: number };
}

/** The recording, and where on it: of one file that file. */
const wholeOf = (at: At): { readonly id: string; readonly ms: number } =>
  at.whole ?? { id: at.source, ms: at.ms };

/** Whether a span runs on the recording that is on screen, in whichever of its files. */
export const runsOn = (b: At, recording: string): boolean => wholeOf(b).id === recording;

/** A span that has begun and not ended: on one recording, of one person. */
export interface Begun extends At {
  readonly kind: EventKind;
  readonly actor: string;
  /** When the key went down that began it, ms of any steady clock, as long as it is held; null once it came up, and where none was. */
  readonly pressed: number | null;
}

/** A span with both ends, on the recording where it was begun; of a recording in several files they may lie in two of them. */
export interface Ended {
  readonly source: string;
  readonly kind: EventKind;
  readonly actor: string;
  readonly from: At;
  readonly to: At;
}

/** What runs, and what ended just now. */
interface After {
  readonly running: readonly Begun[];
  readonly ended: Ended | null;
}

/** A key held down this long (ms) marks a span from down to up; a shorter press begins one that the next press ends. */
const HELD = 400;

const same = (b: Begun, kind: EventKind, actor: string, source: string): boolean =>
  b.kind === kind && b.actor === actor && runsOn(b, source);

function end(running: readonly Begun[], b: Begun, at: At): After {
  const from: At = { source: b.source, ms: b.ms, frame: b.frame, ...(b.whole ? { whole: b.whole } : {}) };
  const [first, last] = wholeOf(at).ms >= wholeOf(b).ms ? [from, at] : [at, from];
  return {
    running: running.filter((x) => x !== b),
    ended: { source: first.source, kind: b.kind, actor: b.actor, from: first, to: last },
  };
}

/**
 * The key of a span goes down: it ends the span of that kind and person on this recording, or begins one. Any number run at once, each
 * on its own recording: two people act at once, and what began on one camera ends on that camera or not at all.
 */
export function pressSpan(
  running: readonly Begun[],
  kind: EventKind,
  actor: string,
  at: At,
  pressed: number | null,
): After {
  const open = running.find((b) => same(b, kind, actor, wholeOf(at).id));
  return open
    ? end(running, open, at)
    : { running: [...running, { ...at, kind, actor, pressed }], ended: null };
}

/**
 * The key comes up: held long enough while the picture went on, it ends what it began, if the recording on screen is still the same one.
 * What another press began stays: the key that ended one person's span does not end another's.
 */
export function releaseSpan(running: readonly Begun[], kind: EventKind, at: At, now: number): After {
  const open = running.find((b) => b.kind === kind && b.pressed !== null);
  if (!open) return { running, ended: null };
  const moved = wholeOf(open).ms !== wholeOf(at).ms;
  if (runsOn(open, wholeOf(at).id) && moved && now - (open.pressed ?? now) >= HELD)
    return end(running, open, at);
  return { running: running.map((b) => (b === open ? { ...b, pressed: null } : b)), ended: null };
}

/** Escape: the span of this recording that began last is dropped, the others go on. */
export function dropSpan(running: readonly Begun[], source: string): readonly Begun[] {
  const last = running.filter((b) => runsOn(b, source)).at(-1);
  return last ? running.filter((b) => b !== last) : running;
}

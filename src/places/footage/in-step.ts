import { type CounterBounds, middle } from '../../analysis/clocks';
import { msOf } from '../../media/marks';
import type { FramePlayer } from '../../media/player/frame-player';
import type { CaseRecord } from '../../record/record';
import type { Reason } from '../../time/solver/reason';

type Fit = readonly { readonly at: number; readonly ahead: number }[];

/** ms of a reading with its tolerance: `~v 3:15.234 +-0.058s`. */
const counterOf = (text: string): number | null => msOf(text.replace(/^~/, '').replace(/\s*\+-.*$/, ''));

/** Where two counters were compared: sync points between the two recordings themselves. */
function compared(record: CaseRecord, first: string, second: string, aside: ReadonlySet<string>): Fit {
  const ties = record.syncPoints.filter((s) => s.sourceB !== undefined && !aside.has(s.id));
  const both = ties.filter(
    (s) => (s.sourceId === first && s.sourceB === second) || (s.sourceId === second && s.sourceB === first),
  );
  // What both heard steers alone, where there is such a tie.
  const heard = both.filter((s) => s.by === 'sound');
  return (heard.length > 0 ? heard : both)
    .flatMap((s) => {
      const [a, b] = [counterOf(s.readingA), counterOf(s.readingB)];
      if (a === null || b === null) return [];
      if (s.sourceId === first && s.sourceB === second) return [{ at: a, ahead: b - a }];
      if (s.sourceId === second && s.sourceB === first) return [{ at: b, ahead: a - b }];
      return [];
    })
    .sort((x, y) => x.at - y.at);
}

/** The middle of where a counter's 0:00 may lie, at a time on it, ms: a drifting counter has one at each place it was read. */
function zeroAt(c: CounterBounds, ms: number): number {
  const points = c.fixed.filter((d) => Number.isFinite(middle(d.offset)));
  if (points.length < 2) return middle(c.zero);
  return between(
    points.map((d) => ({ at: d.at, ahead: middle(d.offset) })),
    ms,
  );
}

function between(fit: Fit, ms: number): number {
  const next = fit.findIndex((p) => p.at > ms);
  const [p, q] = next <= 0 ? (next < 0 ? fit.slice(-2) : fit.slice(0, 2)) : fit.slice(next - 1, next + 1);
  if (!p) return 0;
  if (!q || q.at === p.at) return p.ahead;
  return p.ahead + ((q.ahead - p.ahead) * (ms - p.at)) / (q.at - p.at);
}

/** One moment by the counters (ms) of the cameras that led while it was looked at. */
export type Standing = ReadonlyMap<string, number>;

/**
 * The moment that is looked at: the same as before while the picture stands at which a camera took over. Told anew by where each
 * picture begins, going from camera to camera and back would lose a frame.
 */
export function standingAt(
  was: Standing,
  leader: string,
  player: Pick<FramePlayer, 'isAt' | 'going'>,
): Standing {
  const ms = was.get(leader);
  return ms !== undefined && player.isAt(ms) ? was : new Map([[leader, player.going]]);
}

const NONE: ReadonlySet<string> = new Set();

/** Ties that cannot be true with the rest and were set aside: they steer nothing. */
export const tiesAside = (contradictions: readonly { readonly setAside: Reason }[]): ReadonlySet<string> =>
  new Set(contradictions.flatMap(({ setAside: r }) => (r.kind === 'sync' ? [r.row] : [])));

/** By how much the second recording's counter is ahead of the first's when the first reads `ms`, at best; null where nothing ties them. */
export function aheadAt(
  record: CaseRecord,
  counters: readonly CounterBounds[],
  first: string,
  second: string,
  ms: number,
  aside: ReadonlySet<string> = NONE,
): number | null {
  const direct = compared(record, first, second, aside);
  if (direct.length > 0) return between(direct, ms);
  const [a, b] = [counters.find((c) => c.source === first), counters.find((c) => c.source === second)];
  if (!a || !b) return null;
  const [x, y] = [zeroAt(a, ms), zeroAt(b, ms)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y;
  const apart = a.apart[second];
  return apart ? -middle(apart) : null;
}

/** What to say of another camera's picture where it is no picture of now; '' where it is. @param ms of the leading counter */
export function besideSays(ahead: number | null, ms: number, duration: number): string {
  if (ahead === null) return 'Nothing ties it to the leading camera: both show their own counters.';
  const there = ms + ahead;
  if (there < 0) return 'Not recording yet.';
  return there > duration ? 'Its recording has ended.' : '';
}

/** Further apart than this (ms) the other camera jumps; nearer it catches up by running a little faster or slower. */
const JUMP = 300;
const PULL = 0.08;
/** How often the other camera is sent to one and the same moment: some frames cannot be had (see `FramePlayer`). */
const SETTLE = 3;

/**
 * Keeps one player in step with another. @param target where it should be (ms) when the first shows this @returns how to stop
 */
export function keepInStep(
  leader: FramePlayer,
  follower: FramePlayer,
  target: (ms: number) => number,
): () => void {
  const follow = (): void => {
    const { ms, playing } = leader.shown;
    const to = target(ms);
    const apart = follower.going - to;
    const { video } = follower;
    const outside = to < 0 || to > video.duration * 1000;
    if (playing && !leader.video.paused && !outside) {
      if (video.paused) void follower.play(leader.video.playbackRate);
      if (Math.abs(apart) > JUMP) video.currentTime = to / 1000;
      const pull =
        Math.abs(apart) < follower.frameLength() / 2 ? 0 : Math.max(-PULL, Math.min(PULL, apart / 1000));
      video.playbackRate = Math.max(0.1, leader.video.playbackRate * (1 - pull));
      return;
    }
    if (!video.paused) follower.pause();
    if (Math.abs(apart) > 1) follower.seek(to);
  };
  // Paused, the browser may still announce one more frame than it had shown: the other camera is sent back to where it belongs.
  let settled = 0;
  const settle = (): void => {
    if (!leader.video.paused || !follower.video.paused || follower.shown.moving || settled >= SETTLE) return;
    if (follower.isAt(target(leader.shown.ms))) return;
    settled++;
    follow();
  };
  const stop = [
    leader.subscribe(() => {
      settled = 0;
      follow();
    }),
    follower.subscribe(settle),
  ];
  follow();
  return () => {
    for (const s of stop) s();
  };
}

import { useMemo } from 'react';
import type { FramePlayer } from '../../media/player/frame-player';
import { heardIn } from '../../media/sound';
import { watchedLength } from '../../media/watched';
import { type Bounds, printLengthOf } from '../../time/duration';
import type { OpenFile } from '../../ui/open-files';
import styles from './watched.module.css';

/** Nothing worth going to is shorter, ms. */
const LEAST = 1000;

/** Where something is heard, and what of it nobody has watched yet: where to begin. */
export function WatchedStrip({
  open,
  player,
  watched,
}: {
  open: OpenFile;
  player: FramePlayer | null;
  watched: readonly Bounds[];
}) {
  const { duration } = open.inspected.media;
  const heard = useMemo(() => (open.peaks ? heardIn(open.peaks) : []), [open.peaks]);
  const next = useMemo(
    () =>
      heard.find(
        (s) =>
          s.to - s.from >= LEAST && !watched.some((w) => w.min <= s.from + LEAST && w.max >= s.to - LEAST),
      ),
    [heard, watched],
  );
  const share = (from: number, to: number) => ({
    left: `${(100 * from) / duration}%`,
    width: `${(100 * (to - from)) / duration}%`,
  });
  const seen = watchedLength(watched);
  return (
    <div className={styles['strip']}>
      <div
        className={styles['bar']}
        role="img"
        aria-label={`Heard and watched: ${printLengthOf(Math.min(seen, duration))} watched`}
      >
        {heard.map((s) => (
          <i key={s.from} data-heard style={share(s.from, s.to)} />
        ))}
        {watched.map((s) => (
          <i key={s.min} data-watched style={share(s.min, s.max)} />
        ))}
      </div>
      <span className="cite">
        watched {printLengthOf(Math.min(seen, duration))} of {printLengthOf(duration)}
        {next && (
          <>
            {' · '}
            <button type="button" className="cite-link" onClick={() => player?.seek(next.from)}>
              next that is heard and not watched
            </button>
          </>
        )}
      </span>
    </div>
  );
}

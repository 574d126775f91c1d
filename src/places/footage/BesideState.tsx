import type { FramePlayer } from '../../media/player/frame-player';
import css from './footage.module.css';
import { besideSays } from './in-step';
import { useShown } from './use-player';

/**
 * Says over another camera's picture that it is no picture of now. Where it had not begun or had ended nothing is shown of it; where
 * nothing ties it, its picture is true of its own counter.
 */
export function BesideState({
  leader,
  ahead,
  duration,
}: {
  leader: FramePlayer | null;
  ahead: (ms: number) => number | null;
  duration: number;
}) {
  const { ms } = useShown(leader, 100);
  const by = ahead(ms);
  const says = besideSays(by, ms, duration);
  return says === '' ? null : (
    <p className={css['not-now']} data-hides={by !== null} role="status">
      {says}
    </p>
  );
}

import type { FramePlayer } from '../../media/player/frame-player';
import { besideSays } from './in-step';
import { useShown } from './use-player';

/** Says under another camera's picture that it is no picture of now: it had not begun, had ended, or nothing ties it. */
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
  const says = besideSays(ahead(ms), ms, duration);
  return says === '' ? null : (
    <span className="bad" role="status">
      {says}
    </span>
  );
}

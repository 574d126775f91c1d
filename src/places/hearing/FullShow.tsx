import { useEffect, useRef } from 'react';
import type { Exhibit } from '../../exhibits/exhibit';
import type { HearingStep } from '../../record/paper';
import { JumpBox } from './JumpBox';
import { Stage } from './Stage';
import { useShow } from './use-show';

interface Props {
  readonly exhibit: Exhibit;
  readonly steps: readonly HearingStep[];
  readonly fileOf: (source: string) => File | undefined;
  readonly onEnd: () => void;
}

/** The show in this window, full screen where the browser lets it. */
export function FullShow({ exhibit, steps, fileOf, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const show = useShow(steps, onEnd, true);
  useEffect(() => {
    const el = box.current;
    void el?.requestFullscreen?.().catch(() => undefined);
    let was = false;
    const left = (): void => {
      if (document.fullscreenElement) was = true;
      else if (was) onEnd();
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, [onEnd]);
  return (
    <div className="full-show" ref={box}>
      {show.step && (
        <Stage
          exhibit={exhibit}
          step={show.step}
          black={show.black}
          file={show.step.show === 'footage' ? fileOf(show.step.id) : undefined}
        />
      )}
      {show.seeking && (
        <JumpBox
          exhibit={exhibit}
          onGo={(found) => show.set({ found, black: false })}
          onDone={show.endSeeking}
        />
      )}
    </div>
  );
}

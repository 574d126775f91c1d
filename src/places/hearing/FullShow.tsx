import { useEffect, useRef } from 'react';
import type { Exhibit } from '../../exhibits/exhibit';
import type { HearingStep } from '../../record/paper';
import { type Film, useFilm } from './film';
import css from './hearing.module.css';
import { JumpBox } from './JumpBox';
import { Stage } from './Stage';
import { useShow } from './use-show';

interface Props {
  readonly exhibit: Exhibit;
  readonly steps: readonly HearingStep[];
  readonly filmOf: (step: HearingStep | null) => Film | null;
  readonly onEnd: () => void;
}

/** The show in this window, full screen where the browser lets it. */
export function FullShow({ exhibit, steps, filmOf, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const show = useShow(steps, onEnd, true);
  const { step } = show;
  const film = useFilm(filmOf, step);
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
    <div className={css['full-show']} ref={box}>
      {step && (
        <Stage
          exhibit={exhibit}
          step={step}
          black={show.black}
          film={
            film && {
              ...film,
              playing: show.playing,
              fills: show.fills ?? step.fills ?? false,
              onEnd: () => show.set({ playing: false }),
            }
          }
        />
      )}
      {show.seeking && (
        <JumpBox
          exhibit={exhibit}
          onGo={(found) => show.set({ found, black: false, playing: false, fills: null })}
          onDone={show.endSeeking}
        />
      )}
    </div>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { HearingStep } from '../../record/paper';
import { isTyping } from '../../ui/typing';

/** Where the show is: the place in the list, or a step found on the spot; whether the screen is black; of footage, whether it plays and fills the wall. */
export interface ShowState {
  readonly k: number;
  readonly found: HearingStep | null;
  readonly black: boolean;
  readonly playing: boolean;
  /** Null where it is as the step was planned. */
  readonly fills: boolean | null;
}

export interface Show extends ShowState {
  readonly step: HearingStep | null;
  readonly seeking: boolean;
  readonly set: (patch: Partial<ShowState>) => void;
  readonly onKey: (key: string) => boolean;
  readonly endSeeking: () => void;
}

/** Keys of clickers and keyboards: forward, back, black, jump. @param onEnd told when Escape is pressed */
export function useShow(steps: readonly HearingStep[], onEnd: () => void, listen: boolean): Show {
  const [state, setState] = useState<ShowState>({
    k: 0,
    found: null,
    black: false,
    playing: false,
    fills: null,
  });
  const [seeking, setSeeking] = useState(false);
  const last = Math.max(0, steps.length - 1);
  const step = state.found ?? steps[Math.min(state.k, last)] ?? null;
  const latest = useRef({ state, seeking, last, onEnd, step });
  latest.current = { state, seeking, last, onEnd, step };
  const onKey = useCallback((key: string): boolean => {
    const { state: s, last: end, step: on } = latest.current;
    const go = (k: number): void =>
      setState({ k: Math.max(0, Math.min(end, k)), found: null, black: false, playing: false, fills: null });
    const film = on?.show === 'footage';
    const keys: Record<string, () => void> = {
      ArrowRight: () => go(s.found ? s.k : s.k + 1),
      ArrowDown: () => go(s.found ? s.k : s.k + 1),
      PageDown: () => go(s.found ? s.k : s.k + 1),
      Enter: () => go(s.found ? s.k : s.k + 1),
      ArrowLeft: () => go(s.found ? s.k : s.k - 1),
      ArrowUp: () => go(s.found ? s.k : s.k - 1),
      PageUp: () => go(s.found ? s.k : s.k - 1),
      Backspace: () => go(s.found ? s.k : s.k - 1),
      Home: () => go(0),
      End: () => go(end),
      b: () => setState({ ...s, black: !s.black, playing: false }),
      B: () => setState({ ...s, black: !s.black, playing: false }),
      '.': () => setState({ ...s, black: !s.black, playing: false }),
      '/': () => setSeeking(true),
      ' ': () => {
        if (film) setState({ ...s, playing: !s.playing });
        else go(s.k + 1);
      },
      z: () => film && setState({ ...s, fills: !(s.fills ?? on.fills ?? false) }),
      Escape: () => {
        if (latest.current.seeking) setSeeking(false);
        else latest.current.onEnd();
      },
    };
    const move = keys[key];
    move?.();
    return move !== undefined;
  }, []);
  useEffect(() => {
    if (!listen) return;
    const down = (e: KeyboardEvent): void => {
      if (isTyping(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
      if (onKey(e.key)) e.preventDefault();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [listen, onKey]);
  return {
    ...state,
    k: Math.min(state.k, last),
    step,
    seeking,
    set: (patch) => setState((s) => ({ ...s, ...patch })),
    onKey,
    endSeeking: () => setSeeking(false),
  };
}

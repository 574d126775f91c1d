import { useEffect, useRef } from 'react';
import type { Cue } from '../../record/cue';
import type { EventRow } from '../../record/event';
import { isTyping } from '../../ui/typing';
import type { FramePlayer } from './frame-player';
import type { KeySet } from './mark-keys';
import { cueAt } from './TranscriptPanel';
import { setSpeed } from './Transport';
import type { Marking } from './use-marking';

interface Keys {
  readonly player: FramePlayer | null;
  readonly marking: Marking;
  readonly keys: KeySet['keys'];
  readonly cues: readonly Cue[];
  readonly row: EventRow | null;
  readonly onEdit: () => void;
  readonly onJump: () => void;
  readonly onLoop: () => void;
  readonly onTurn: () => void;
  readonly onNudge: (frames: number) => void;
}

/** A second, in ms: what Shift with an arrow goes by. */
const SECOND = 1000;
/** `g` and then a letter goes to another place: that letter marks nothing. */
const PREFIX = 1000;

/** The keys of Footage: J/K/L, comma and period, arrows, I/O, and one key for each kind of mark, down and up. */
export function useFootageKeys(now: Keys): void {
  const state = useRef(now);
  state.current = now;
  useEffect(() => {
    let prefixed = 0;
    const down = (e: KeyboardEvent): void => {
      const { player, marking, keys, row, cues } = state.current;
      if (isTyping(e.target) || e.ctrlKey || e.metaKey) return;
      if (e.altKey) {
        if (row && (e.key === 'ArrowLeft' || e.key === 'ArrowRight')) {
          e.preventDefault();
          marking.nudge(row, e.shiftKey ? 'end' : 'start', e.key === 'ArrowLeft' ? -1 : 1);
        }
        return;
      }
      if (e.key === 'g') {
        prefixed = Date.now();
        return;
      }
      if (Date.now() - prefixed < PREFIX) {
        prefixed = 0;
        return;
      }
      const p = player;
      const steps: Record<string, () => void> = {
        ' ': () => p?.toggle(),
        k: () => p?.pause(),
        l: () => p?.shuttle(1),
        j: () => p?.shuttle(-1),
        ',': () => p?.step(-1),
        '.': () => p?.step(1),
        ArrowLeft: () => (e.shiftKey ? p?.seek((p.shown.ms ?? 0) - SECOND) : p?.step(-1)),
        ArrowRight: () => (e.shiftKey ? p?.seek((p.shown.ms ?? 0) + SECOND) : p?.step(1)),
        Home: () => p?.seek(0),
        i: () => marking.setRange(0),
        o: () => marking.setRange(1),
        r: () => state.current.onLoop(),
        '/': () => state.current.onJump(),
        '[': () => state.current.onNudge(-1),
        ']': () => state.current.onNudge(1),
        '<': () => p && setSpeed(p, p.video.playbackRate / 1.25),
        '>': () => p && setSpeed(p, p.video.playbackRate * 1.25),
        Enter: () => state.current.onEdit(),
        Escape: () => {
          marking.drop();
          marking.clearRange();
        },
        u: () => {
          p?.pause();
          state.current.onTurn();
        },
        c: () => {
          const cue = p && cueAt(cues, p.shown.ms);
          if (cue)
            marking.cueToEvent(cue.from, cue.to, cue.speaker ? `${cue.speaker}: ${cue.text}` : cue.text);
        },
      };
      // A button that has the focus keeps its own keys.
      if (
        (e.key === ' ' || e.key === 'Enter') &&
        e.target instanceof HTMLElement &&
        e.target.closest('button, a, [role=slider], [role=option]')
      )
        return;
      if (e.target instanceof HTMLElement && e.target.closest('[role=slider], [role=dialog]')) return;
      const step = steps[e.key];
      const mark = step ? undefined : keys.find((k) => k.key === e.key.toLowerCase());
      if (!step && !mark) return;
      e.preventDefault();
      if (step) step();
      else if (mark && !e.repeat) marking.press(mark.kind);
    };
    const up = (e: KeyboardEvent): void => {
      const { marking, keys } = state.current;
      const mark = keys.find((k) => k.key === e.key.toLowerCase());
      if (mark && !isTyping(e.target)) marking.release(mark.kind);
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, []);
}

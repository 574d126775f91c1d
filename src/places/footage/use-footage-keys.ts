import { useEffect, useRef } from 'react';
import type { FramePlayer } from '../../media/player/frame-player';
import type { Cue } from '../../record/cue';
import type { EventRow } from '../../record/event';
import { isTyping, plainKey } from '../../ui/typing';
import { followG } from '../../ui/use-keys';
import { askedBy } from './footage-keys';
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
  /** Steps and leaps over the end of one file of a recording into another. */
  readonly stepOver: (by: -1 | 1) => boolean;
  readonly leapOver: (by: number) => boolean;
  readonly onEdit: () => void;
  readonly onJump: () => void;
  readonly onLoop: () => void;
  readonly onStill: () => void;
  readonly onTurn: () => void;
  /** The next of its sounds is heard. */
  readonly onSound: () => void;
  /** The next camera leads. */
  readonly onCamera: () => void;
  readonly onNudge: (frames: number) => void;
  /** The person of that number is marked from now on; -1: nobody. */
  readonly onPerson: (at: number) => void;
  /** Puts what is typed back into a note that lost the focus. False where none is open. */
  readonly toNote: () => boolean;
}

/** A second, in ms: what Shift with an arrow goes by. */
const SECOND = 1000;

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role=dialog], [role=listbox], [role=menu]') !== null;

/** The keys of Footage: J/K/L, comma and period, arrows, I/O, and one key for each kind of mark, down and up. */
export function useFootageKeys(now: Keys): void {
  const state = useRef(now);
  state.current = now;
  useEffect(() => {
    const goes = followG();
    const down = (e: KeyboardEvent): void => {
      const { player, marking, keys, row, cues } = state.current;
      if (isTyping(e.target) || e.ctrlKey || e.metaKey) return;
      // A note that lost the focus to the picture or a list is still being written: no letter of it marks anything.
      if (!e.altKey && e.key.length === 1 && !inDialog(e.target) && state.current.toNote()) return;
      const asked = askedBy(
        { key: e.key, code: e.code, shift: e.shiftKey, alt: e.altKey, command: false },
        keys,
      );
      if (e.altKey) {
        if (row && asked?.does === 'nudge') {
          e.preventDefault();
          marking.nudge(row, asked.edge, asked.by);
        }
        return;
      }
      // The letter after `g` goes to another place: it marks nothing.
      if (goes(e) || plainKey(e.key) === 'g') return;
      const p = player;
      const step = (by: -1 | 1): void => void (state.current.stepOver(by) || p?.step(by));
      const leap = (by: number): void => void (state.current.leapOver(by) || p?.leap(by));
      const steps: Record<string, () => void> = {
        ' ': () => p?.toggle(),
        k: () => p?.pause(),
        l: () => p?.shuttle(1),
        j: () => p?.shuttle(-1),
        ',': () => step(-1),
        '.': () => step(1),
        ArrowLeft: () => (e.shiftKey ? leap(-SECOND) : step(-1)),
        ArrowRight: () => (e.shiftKey ? leap(SECOND) : step(1)),
        Home: () => p?.seek(0),
        i: () => marking.setRange(0),
        o: () => marking.setRange(1),
        r: () => state.current.onLoop(),
        p: () => state.current.onStill(),
        '/': () => state.current.onJump(),
        "'": () => state.current.onSound(),
        ';': () => state.current.onCamera(),
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
      if (inDialog(e.target) || (e.target instanceof HTMLElement && e.target.closest('[role=slider]')))
        return;
      if (!asked || asked.does === 'nudge') return;
      e.preventDefault();
      if (asked.does === 'player') steps[asked.key]?.();
      else if (asked.does === 'person') state.current.onPerson(asked.at);
      else if (!e.repeat) marking.press(asked.kind, e.timeStamp);
    };
    const up = (e: KeyboardEvent): void => {
      const { marking, keys } = state.current;
      const mark = keys.find((k) => k.key === plainKey(e.key));
      if (mark && !isTyping(e.target)) marking.release(mark.kind, e.timeStamp);
    };
    // A button clicked with the mouse lets go of the keys: Space plays and Enter notes, as they did before.
    const clicked = (e: MouseEvent): void => {
      if (e.detail === 0 || !(e.target instanceof HTMLElement) || inDialog(e.target)) return;
      const taken = document.activeElement;
      if (taken instanceof HTMLElement && taken.matches('button, a, [type=radio], [type=checkbox]'))
        taken.blur();
    };
    window.addEventListener('click', clicked);
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('click', clicked);
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, []);
}

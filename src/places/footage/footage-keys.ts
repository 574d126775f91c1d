import type { EventKind } from '../../record/vocabulary';
import { plainKey } from '../../ui/typing';
import type { KeySet } from './mark-keys';

/** A key as it went down, without a browser. */
export interface Pressed {
  readonly key: string;
  /** Where the key lies: `Digit1`. */
  readonly code: string;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly command: boolean;
}

/** What a key of Footage asks for. */
export type Asked =
  | { readonly does: 'player'; readonly key: string; readonly shift: boolean }
  | { readonly does: 'mark'; readonly kind: EventKind }
  | { readonly does: 'person'; readonly at: number }
  | { readonly does: 'nudge'; readonly edge: 'start' | 'end'; readonly by: -1 | 1 };

/** Keys of the player as they are pressed, and of what lies beside it; letters in small. */
const PLAYER = new Set([
  ...[
    ' ',
    'k',
    'l',
    'j',
    ',',
    '.',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'i',
    'o',
    'r',
    '/',
    ';',
    "'",
    '[',
    ']',
    '<',
    '>',
  ],
  ...['Enter', 'Escape', 'u', 'c'],
]);
/** Of the player too, where no mark of an older set has it. */
const YIELDS = 'p';

/**
 * What a key asks for: the player's keys first, then Shift with a digit for a person (0: nobody), then the marks of the set. Null for
 * a key that is nobody's. Caps Lock changes nothing.
 */
export function askedBy(pressed: Pressed, keys: KeySet['keys']): Asked | null {
  if (pressed.command) return null;
  if (pressed.alt) {
    if (pressed.key !== 'ArrowLeft' && pressed.key !== 'ArrowRight') return null;
    return { does: 'nudge', edge: pressed.shift ? 'end' : 'start', by: pressed.key === 'ArrowLeft' ? -1 : 1 };
  }
  const digit = pressed.shift ? /^Digit(\d)$/.exec(pressed.code)?.[1] : undefined;
  if (digit !== undefined) return { does: 'person', at: Number(digit) - 1 };
  const key = plainKey(pressed.key);
  if (PLAYER.has(key)) return { does: 'player', key, shift: pressed.shift };
  const mark = keys.find((k) => k.key === key);
  if (mark) return { does: 'mark', kind: mark.kind };
  return key === YIELDS ? { does: 'player', key, shift: pressed.shift } : null;
}

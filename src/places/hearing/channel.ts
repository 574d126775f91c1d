import type { Exhibit } from '../../exhibits/exhibit';
import type { HearingStep } from '../../record/paper';

/** What the speaker's window tells the projected one: the exhibit, where the show is, and files of footage. Nothing else is ever sent. */
export type ToProjected =
  | { readonly type: 'exhibit'; readonly exhibit: Exhibit }
  | {
      readonly type: 'show';
      readonly step: HearingStep | null;
      readonly black: boolean;
      readonly file: File | null;
      readonly playing: boolean;
    }
  | { readonly type: 'end' };

/** What the projected window says: that it is there, and the keys of a clicker that are pressed in it. */
export type FromProjected =
  | { readonly type: 'ready' }
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'gone' };

export const channelName = (id: string): string => `stopline hearing ${id}`;

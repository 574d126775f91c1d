import type { Exhibit } from '../../exhibits/exhibit';
import type { FrameTable } from '../../media/frames';
import type { HearingStep } from '../../record/paper';
import type { Clip } from './clip';

/** What the speaker's window tells the projected one: the exhibit, where the show is, and files of footage. Nothing else is ever sent. */
export type ToProjected =
  | { readonly type: 'exhibit'; readonly exhibit: Exhibit }
  | {
      readonly type: 'show';
      readonly step: HearingStep | null;
      readonly black: boolean;
      readonly file: File | null;
      readonly clip: Clip | null;
      readonly frames: FrameTable | null;
    }
  /** Of the clip that is shown. */
  | { readonly type: 'play'; readonly playing: boolean; readonly fills: boolean }
  | { readonly type: 'end' };

/** Where the clip on the wall stands: what the court sees, which the speaker's window follows. */
export interface WallAt {
  readonly ms: number;
  readonly playing: boolean;
}

/** What the projected window says: that it is there, where its clip stands, and the keys of a clicker that are pressed in it. */
export type FromProjected =
  | { readonly type: 'ready' }
  | { readonly type: 'at'; readonly at: WallAt }
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'gone' };

export const channelName = (id: string): string => `stopline hearing ${id}`;

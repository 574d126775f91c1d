import { actors } from './kinds/actors';
import { canine } from './kinds/canine';
import { custody } from './kinds/custody';
import { mission } from './kinds/mission';
import { sources } from './kinds/sources';
import type { LaneKind } from './lane';

/** Every kind of lane, in the order in which they stand on the sheet; one more is its file and its line here. */
export const LANES: readonly LaneKind[] = [mission, actors, canine, sources, custody];

import { actors } from './kinds/actors';
import { canine } from './kinds/canine';
import { client } from './kinds/client';
import { custody } from './kinds/custody';
import { discovery } from './kinds/discovery';
import { docket } from './kinds/docket';
import { mission } from './kinds/mission';
import { offers } from './kinds/offers';
import { plan } from './kinds/plan';
import { sources } from './kinds/sources';
import type { LaneKind } from './lane';

/** Every kind of lane, in the order in which they stand on the sheet; one more is its file and its line here. */
export const LANES: readonly LaneKind[] = [
  mission,
  actors,
  canine,
  sources,
  custody,
  offers,
  docket,
  plan,
  discovery,
  client,
];

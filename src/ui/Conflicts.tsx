import { useSyncExternalStore } from 'react';
import { later } from './later';
import { conflictsAsked } from './run';

const ConflictsDialog = later(() => import('./ConflictsDialog').then((m) => m.ConflictsDialog));

/** Asks a person where two changed one field; mounted once. */
export function Conflicts() {
  const asked = useSyncExternalStore(conflictsAsked.subscribe, conflictsAsked.now);
  return asked && <ConflictsDialog asked={asked} />;
}

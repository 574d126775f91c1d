import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { place as claims } from '../places/claims';
import { place as client } from '../places/client';
import { place as clocks } from '../places/clocks';
import { place as custody } from '../places/custody';
import { place as discovery } from '../places/discovery';
import { place as docket } from '../places/docket';
import { place as exhibits } from '../places/exhibits';
import { place as findings } from '../places/findings';
import { place as footage } from '../places/footage';
import { place as hearing } from '../places/hearing';
import { place as intake } from '../places/intake';
import { place as officers } from '../places/officers';
import { place as papers } from '../places/papers';
import { place as record } from '../places/record';
import { place as settings } from '../places/settings';
import { place as timeline } from '../places/timeline';
import { loaded } from '../ui/later';
import type { PlaceInfo, PlaceProps } from '../ui/place';

/** Every place of a case, in the order in which they stand; one more is its folder and its line here. */
export const PLACES: readonly PlaceInfo[] = [
  papers,
  intake,
  footage,
  custody,
  clocks,
  timeline,
  record,
  findings,
  claims,
  discovery,
  docket,
  client,
  officers,
  settings,
  exhibits,
  hearing,
];

/** The place of a case where the address names none, or one that is not there. */
export const HOME = timeline;

const shown = new Map<string, LazyExoticComponent<ComponentType<PlaceProps>>>();

/** What is shown of a place; its code is loaded when it is first gone to. */
export function screenOf(id: string): LazyExoticComponent<ComponentType<PlaceProps>> {
  const place = PLACES.find((p) => p.id === id) ?? HOME;
  let screen = shown.get(place.id);
  if (!screen) {
    screen = lazy(() =>
      loaded(place.load).then(
        (component) => ({ default: component }),
        (error: unknown) => {
          // What failed to load is asked for anew when it is next gone to.
          shown.delete(place.id);
          throw error;
        },
      ),
    );
    shown.set(place.id, screen);
  }
  return screen;
}

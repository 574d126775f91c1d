import { useSyncExternalStore } from 'react';
import { siteData } from '../store/quirks/site-data';

/** Five steps through a sample: where each is looked at, and what is to be seen there. */
export const TOUR: readonly { readonly place: string; readonly title: string; readonly says: string }[] = [
  {
    place: 'timeline',
    title: 'One sheet for the whole case',
    says: 'The stop stands on top, minute by minute, with a line for each source and each item of evidence below. Hatching is what a finding is about; a dashed line is how uncertain a time is. Click anything.',
  },
  {
    place: 'findings',
    title: 'What the record shows',
    says: 'Each finding opens to its bounds, to the proof line by line with its pages, to the law, and to what the other side will say. Your own notes and plan stand beside it and never leave.',
  },
  {
    place: 'papers',
    title: 'Your discovery goes in here',
    says: 'Drop a whole packet: reports, printouts, custody forms, archives. What was understood stands beside the page. Nothing becomes an entry until you accept it.',
  },
  {
    place: 'footage',
    title: 'Watch and mark',
    says: 'Open a recording, press Space, and mark what happens with one key. Each mark is an entry, to the frame. The made-up sample brings half a minute to try.',
  },
  {
    place: 'exhibits',
    title: 'What leaves',
    says: 'Summary, statement of facts and argument in Word and PDF, with a preview. Hearing, the place below, shows the same full screen, step by step. Press ? at any time for every key and word.',
  },
];

const KEY = 'stopline-tour';
const listeners = new Set<() => void>();
/** The step that is shown, and whether a person asked for it: only then the place and the focus follow. */
export interface AtStep {
  readonly step: number;
  readonly asked: boolean;
}
let at: AtStep | null = null;

function go(to: AtStep | null): void {
  at = to;
  for (const l of listeners) l();
}

/** Begins the tour from its first step. */
export const startTour = (): void => go({ step: 0, asked: true });

/** Goes on, or back; past the last step it is over. */
export function moveTour(by: number): void {
  if (!at) return;
  if (at.step + by < TOUR.length) go({ step: Math.max(0, at.step + by), asked: true });
  else endTour();
}

/** Ends it: it does not begin by itself again. */
export function endTour(): void {
  siteData.set(KEY, 'seen');
  go(null);
}

/** Begins it by itself where this browser never saw it. */
export function offerTour(): void {
  if (!at && !siteData.get(KEY)) go({ step: 0, asked: false });
}

/** Where the tour is; null while there is none. */
export const useTour = (): AtStep | null =>
  useSyncExternalStore(
    (l) => {
      listeners.add(l);
      return () => listeners.delete(l);
    },
    () => at,
  );

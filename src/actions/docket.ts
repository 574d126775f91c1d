import { removed } from '../record/change';
import type { DayClock, Exclusion } from '../record/docket';
import type { Act } from './act';
import { type OwnFields, removeOwn } from './own-rows';

/** An offer with nothing in it yet. */
export const BLANK_OFFER: OwnFields<'offers'> = {
  name: '',
  by: '',
  made: '',
  told: '',
  ends: '',
  endsAt: '',
  answer: '',
  answered: '',
  count: '',
  facts: '',
  range: '',
  recommendation: '',
  conditions: '',
  note: '',
  paper: '',
  page: '',
};

export const BLANK_DATE: OwnFields<'dates'> = {
  kind: 'hearing',
  title: '',
  day: '',
  hour: '',
  where: '',
  state: '',
  met: '',
  calendar: '',
  uid: '',
  note: '',
  paper: '',
  page: '',
};

export const BLANK_CLOCK: OwnFields<'dayClocks'> = {
  name: '',
  what: '',
  starts: '',
  startCounts: false,
  stops: '',
  limit: 70,
  authority: '',
  note: '',
  paper: '',
  page: '',
};

export const BLANK_EXCLUSION: OwnFields<'exclusions'> = {
  clock: '',
  from: '',
  to: '',
  firstCounts: true,
  lastCounts: true,
  reason: '',
  authority: '',
  paper: '',
  page: '',
};

/**
 * The clocks of the federal Speedy Trial Act: 30 days and 70, 18 U.S.C. 3161. What starts them, and what the Act excludes, is
 * for the attorney to read there.
 */
export const PRESETS: readonly { readonly name: string; readonly fields: OwnFields<'dayClocks'> }[] = [
  {
    name: 'Speedy Trial Act: 30 days',
    fields: {
      ...BLANK_CLOCK,
      name: 'Speedy Trial Act: 30 days to the indictment',
      what: 'arrest or summons',
      limit: 30,
      authority: '18 U.S.C. 3161',
    },
  },
  {
    name: 'Speedy Trial Act: 70 days',
    fields: {
      ...BLANK_CLOCK,
      name: 'Speedy Trial Act: 70 days to the trial',
      what: 'indictment filed, or first appearance if later',
      limit: 70,
      authority: '18 U.S.C. 3161',
    },
  },
];

/** A clock of days taken out, with the stretches that it excludes. */
export const removeDayClock = (clock: DayClock, exclusions: readonly Exclusion[]): Act =>
  removeOwn(
    'dayClocks',
    clock,
    exclusions.filter((x) => x.clock === clock.id).map((x) => removed('exclusions', x)),
  );

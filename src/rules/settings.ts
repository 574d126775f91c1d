import type { Case } from '../record/case';

/** How a kind on which circuits disagree counts: a task of the mission, a detour, or open (it raises the upper end only). */
export type OpenKind = 'mission' | 'detour' | 'open';

/** What a case says of its court and its numbers (`README.md`, “Settings of a case”); spans in ms. */
export interface Settings {
  readonly forum: 'federal' | 'state' | 'unset';
  /** `ca8`, `cadc`; empty where unset. */
  readonly circuit: string;
  /** `ID`; empty where unset. */
  readonly state: string;
  readonly offenceOfArrest: 'traffic' | 'warrant' | 'drugs' | 'weapon' | 'other' | 'unknown';
  readonly drugWarrant: 'yes' | 'no' | 'unknown';
  readonly warrantHours: 'daytime' | 'any' | 'unsaid';
  readonly dogTrainedOn: 'marijuana too' | 'not' | 'unknown';
  readonly travel: OpenKind;
  readonly history: OpenKind;
  readonly passenger: OpenKind;
  readonly observations: 'contest' | 'listed';
  readonly routineRelease: number;
  readonly unaccounted: number;
  readonly paperTime: number;
  readonly longStop: number;
  readonly phoneDays: number;
  readonly warrantDays: number;
  readonly dayFrom: number;
  readonly dayUntil: number;
}

const MINUTE = 60_000;

/** The settings of a case, with the defaults of the doctrine where it says nothing. */
export function settingsOf(c: Case): Settings {
  const circuit = /^ca(\d+|dc)$/.test(c.jurisdiction) ? c.jurisdiction : '';
  return {
    forum: circuit === '' ? 'unset' : 'federal',
    circuit,
    state: '',
    offenceOfArrest: 'unknown',
    drugWarrant: 'unknown',
    warrantHours: 'unsaid',
    dogTrainedOn: 'unknown',
    travel: 'open',
    history: c.policies.historyChecksAreMission ? 'mission' : 'open',
    passenger: 'open',
    observations: 'contest',
    routineRelease: 2 * MINUTE,
    unaccounted: c.policies.unaccounted,
    paperTime: 10 * MINUTE,
    longStop: 60 * MINUTE,
    phoneDays: 7,
    warrantDays: c.policies.warrantDays,
    dayFrom: c.policies.dayFrom,
    dayUntil: c.policies.dayUntil,
  };
}

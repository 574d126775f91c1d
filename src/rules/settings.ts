import { type Case, DEFAULT_POLICIES } from '../record/case';
import { CIRCUIT_LAW } from './law/circuits';
import { STATE_LAW, type StateLaw } from './law/states';
import type { Limit } from './rule';

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
  readonly hearing: 'suppression' | 'trial' | 'unset';
  readonly accused: 'driver' | 'passenger' | 'owner' | 'neither' | 'unset';
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
  /** Whether somebody entered the hours: until then a state's own are not known. */
  readonly hoursEntered: boolean;
}

/** The settings of a case, with the defaults of the doctrine where it says nothing, and what its circuit holds where nothing else is chosen. */
export function settingsOf({ choices, policies }: Case): Settings {
  const { forum, circuit, state } = choices;
  const law = forum === 'federal' && circuit !== '' ? CIRCUIT_LAW[circuit] : null;
  return {
    forum: forum || 'unset',
    circuit,
    state,
    offenceOfArrest: choices.offenceOfArrest || 'unknown',
    drugWarrant: choices.drugWarrant || 'unknown',
    warrantHours: choices.warrantHours || 'unsaid',
    dogTrainedOn: choices.dogTrainedOn || 'unknown',
    hearing: choices.hearing || 'unset',
    accused: choices.accused || 'unset',
    travel: choices.travel || (law?.travel ?? 'open'),
    history: choices.history || (law?.history ?? 'open'),
    passenger: choices.passenger || 'open',
    observations: choices.observations,
    routineRelease: policies.routineRelease,
    unaccounted: policies.unaccounted,
    paperTime: policies.paperTime,
    longStop: policies.longStop,
    phoneDays: policies.phoneDays,
    warrantDays: policies.warrantDays,
    dayFrom: policies.dayFrom,
    dayUntil: policies.dayUntil,
    hoursEntered: policies.hoursEntered,
  };
}

/** Whether somebody chose a limit: it is not as the app has it by default, or was said to be right. */
export const limitChosen = ({ policies }: Case, limit: Limit): boolean =>
  policies[limit] !== DEFAULT_POLICIES[limit] || (policies.chosen ?? []).includes(limit);

const NOTHING: StateLaw = { for: [], against: [] };

/** What the state's own law changes in a rule: in its courts, and nowhere else. */
export const stateLawOf = ({ forum, state }: Pick<Settings, 'forum' | 'state'>): StateLaw =>
  forum === 'state' ? (STATE_LAW[state] ?? NOTHING) : NOTHING;

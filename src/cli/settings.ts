import * as v from 'valibot';
import type { AskedOfTables } from '../intake/assemble';
import { type Case, type Policies, PoliciesSchema } from '../record/case';
import { CHOICES, type Choices, ChoicesSchema, STATE_NAMES } from '../record/choices';
import { readDate } from '../time/grammar/parse';

const MINUTE = 60_000;

/** The numbers of a case: what one of their unit is in what the case keeps (ms, days, hours of the day), and how it is called. */
const NUMBERS: Readonly<Partial<Record<keyof Policies, readonly [number, string]>>> = {
  routineRelease: [MINUTE, 'minutes'],
  unaccounted: [MINUTE, 'minutes'],
  paperTime: [MINUTE, 'minutes'],
  longStop: [MINUTE, 'minutes'],
  handOver: [MINUTE, 'minutes'],
  approximate: [MINUTE, 'minutes'],
  machineClock: [MINUTE, 'minutes'],
  personClock: [MINUTE, 'minutes'],
  lateBooking: [60 * MINUTE, 'hours'],
  phoneDays: [1, 'days'],
  warrantDays: [1, 'days'],
  dayFrom: [1, 'an hour of the day, 0 to 24'],
  dayUntil: [1, 'an hour of the day, 0 to 24'],
  drift: [1, 'parts in a million'],
  machineDrift: [1, 'parts in a million'],
  personDrift: [1, 'parts in a million'],
};

const isChoice = (key: string): key is keyof Choices => key === 'state' || key in CHOICES;

/** Every name that `--set` takes, for the usage. */
export const SETTING_NAMES = [...Object.keys(CHOICES), 'state', ...Object.keys(NUMBERS)];

/** What was said of the case on the command line. */
export interface Said {
  readonly zone: string;
  readonly paths: readonly string[];
  readonly asked: AskedOfTables;
  readonly choices: Partial<Choices>;
  readonly policies: Partial<Policies>;
}

/** Why a call is refused, as a sentence. */
export class BadCall extends Error {}

/**
 * Reads `--zone=`, `--mdy` or `--dmy`, `--date=` for times that state no day, each choice of a case (`--circuit=ca7`), and `--set KEY=VALUE` for these and for its numbers.
 * @throws BadCall for an option, a setting or a value that there is not
 */
export function readCall(args: readonly string[]): Said {
  const said = {
    zone: '',
    paths: [] as string[],
    asked: {} as { order?: 'mdy' | 'dmy'; date?: string },
    choices: {} as Record<string, string>,
    policies: {} as Record<string, unknown>,
  };
  const set = (text: string): void => {
    const at = text.indexOf('=');
    if (at < 1) throw new BadCall(`“--set ${text}” says no value: write --set dayFrom=7.`);
    const [key, value] = [text.slice(0, at), text.slice(at + 1)];
    if (isChoice(key)) said.choices[key] = chosen(key, value);
    else said.policies[key] = numberOf(key, value);
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const option = /^--([A-Za-z]+)(?:=(.*))?$/s.exec(arg);
    if (!arg.startsWith('--')) said.paths.push(arg);
    else if (option?.[1] === 'zone' && option[2] !== undefined) said.zone = option[2];
    else if (arg === '--mdy' || arg === '--dmy') said.asked.order = arg === '--mdy' ? 'mdy' : 'dmy';
    else if (option?.[1] === 'date' && option[2] !== undefined) said.asked.date = dayOf(option[2]);
    else if (option?.[1] === 'set') set(option[2] ?? args[++i] ?? '');
    else if (option?.[1] && isChoice(option[1]) && option[2] !== undefined) set(`${option[1]}=${option[2]}`);
    else throw new BadCall(`There is no option ${arg}.`);
  }
  if ('dayFrom' in said.policies || 'dayUntil' in said.policies) said.policies['hoursEntered'] = true;
  return said as Said;
}

/** @throws BadCall for what is no day */
function dayOf(text: string): string {
  const read = readDate(text, null);
  if (!read.ok || !/^\d{4}-/.test(text))
    throw new BadCall(`“--date=${text}” is no day: write --date=2024-04-03.`);
  return read.date;
}

/** Words for what is not chosen. */
const UNCHOSEN = new Set(['', 'unset', 'unknown', 'unsaid']);

function chosen(key: keyof Choices, value: string): string {
  const values: readonly string[] = key === 'state' ? ['', ...STATE_NAMES.keys()] : CHOICES[key];
  const wanted = UNCHOSEN.has(value) ? (values[0] as string) : value;
  const found = values.find((x) => x.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  const list = key === 'state' ? 'two letters such as ID' : values.filter(Boolean).join(', ');
  throw new BadCall(`${key} cannot be “${value}”: write ${list}.`);
}

function numberOf(key: string, value: string): number {
  const known = NUMBERS[key as keyof Policies];
  if (!known) throw new BadCall(`There is no setting “${key}”. There are: ${SETTING_NAMES.join(', ')}.`);
  const [unit, called] = known;
  const n = /^\d+(\.\d+)?$/.test(value) ? Math.round(Number(value) * unit * 1000) / 1000 : Number.NaN;
  const parsed = v.safeParse(PoliciesSchema.entries[key as keyof Policies], n);
  if (!parsed.success || Number.isNaN(n))
    throw new BadCall(`${key} cannot be “${value}”: it is in ${called}.`);
  return n;
}

/**
 * The case with what was said of it. A circuit alone is federal court there, a state alone its own court; where both are
 * said and no forum, only the Supreme Court binds: `notice` says which.
 */
export function withSaid(of: Case, said: Said): { readonly case: Case; readonly notice: string } {
  const choices = v.parse(ChoicesSchema, { ...of.choices, ...said.choices });
  const policies = { ...of.policies, ...said.policies };
  if (policies.dayFrom >= policies.dayUntil)
    throw new BadCall('dayFrom and dayUntil: the earlier hour first.');
  const { forum, circuit, state } = choices;
  const implied =
    forum !== '' || (circuit === '') === (state === '') ? forum : circuit === '' ? 'state' : 'federal';
  const notice =
    implied !== forum
      ? `No forum is said: ${implied === 'federal' ? `a circuit (${circuit}) is taken as federal court` : `a state (${state}) is taken as its own court`}.`
      : forum === '' && circuit !== '' && state !== ''
        ? 'A circuit and a state are said, and no forum: only the Supreme Court binds. Say --forum=federal or --forum=state.'
        : '';
  return { case: { ...of, choices: { ...choices, forum: implied }, policies }, notice };
}

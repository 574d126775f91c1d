import { readFile } from 'node:fs/promises';
import { findingsIn } from '../../analysis/analyze';
import { nextOf, type OpenDay } from '../../analysis/next-day';
import { type Ahead, openDays, outstandingIn } from '../../analysis/outlook';
import { readCaseFile } from '../../casefile/case-file';
import { BadCaseFile } from '../../casefile/content';
import { isLocked } from '../../casefile/encrypt';
import { recordFromFiles } from '../../intake/assemble';
import type { Case } from '../../record/case';
import type { CaseRecord } from '../../record/record';
import { FACT_TABLES } from '../../record/tables';
import { dayNumber } from '../../time/days';
import { readInputs } from '../inputs';
import { BadCall, type Said, withSaid } from '../settings';
import type { CaseAt } from './cases-in';

/** Refused lines that are told in full; how many there were is told always. */
const TOLD = 100;

/** One finding of a case, as a line of results tells it. Bounds in ms: `min` reached, `max` not, null unbounded. */
interface FoundLine {
  readonly rule: string;
  readonly status: string;
  readonly standing: string;
  readonly title: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** The line of a case that was read. */
export interface CaseLine {
  readonly case: string;
  readonly ok: true;
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly court: string;
  readonly entries: number;
  readonly handOvers: number;
  readonly papers: number;
  /** Findings that the record shows, and of these those that nothing in it contests. */
  readonly established: number;
  readonly uncontested: number;
  readonly arguable: number;
  readonly findings: readonly FoundLine[];
  readonly contradictions: number;
  readonly unplaced: number;
  /** Demands that were sent and wait for an answer. */
  readonly outstanding: number;
  /** The next deadline that the case states; null where it states none. */
  readonly next: OpenDay | null;
  /** Open days that have passed. */
  readonly passed: number;
  readonly refused: number;
  readonly refusals: readonly { readonly file: string; readonly line: number; readonly why: string }[];
  readonly unread: readonly string[];
  readonly notices: readonly string[];
  readonly ms: number;
}

/** The line of a case that was not. */
export interface FailedLine {
  readonly case: string;
  readonly ok: false;
  readonly why: string;
}

export type Line = CaseLine | FailedLine;

interface Read {
  readonly record: CaseRecord;
  readonly ahead: Ahead;
  readonly refusals: readonly { file: string; line: number; why: string }[];
  readonly unread: readonly string[];
  readonly notices: readonly string[];
}

/** One case, read and analyzed. Never throws: what fails is a line with its reason. */
export async function screenCase(at: CaseAt, said: Said): Promise<Line> {
  const began = performance.now();
  try {
    const read = at.kind === 'folder' ? await ofFolder(at.path, said) : await ofFile(at.path, said);
    return { ...lineOf(at.path, read), ms: Math.round(performance.now() - began) };
  } catch (error) {
    return { case: at.path, ok: false, why: whyOf(error) };
  }
}

const whyOf = (error: unknown): string => {
  if (error instanceof BadCaseFile || error instanceof BadCall) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it is not there any more';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this account';
  return `it could not be read: ${message ?? String(error)}`;
};

/** A case file: its own settings, and what was said on the command line over them. */
async function ofFile(path: string, said: Said): Promise<Read> {
  const bytes = new Uint8Array(await readFile(path));
  if (isLocked(bytes)) throw new BadCaseFile('It is locked with a passphrase: unlock it first (age -d).');
  const content = await readCaseFile(bytes);
  if (content.part) throw new BadCaseFile('It holds annotations alone, and is no whole case.');
  const { of, notice } = settled(content.case, said);
  const facts = Object.fromEntries(FACT_TABLES.map((t) => [t, content.facts[t]]));
  return {
    record: { ...facts, case: of } as unknown as CaseRecord,
    ahead: { ...content.work, ...content.papers },
    refusals: [],
    unread: [],
    notices: [notice].filter(Boolean),
  };
}

/** A folder of tables, as `npm run analyze` takes it. @throws BadCaseFile where nothing in it is a table that is known */
async function ofFolder(path: string, said: Said): Promise<Read> {
  const inputs = await readInputs([path], async () => new Uint8Array());
  const read = await recordFromFiles(inputs.files, said.zone, said.asked);
  const { of, notice } = settled(read.record.case, said);
  const refusals = [...inputs.unreadable.map((u) => ({ ...u, line: 0 })), ...read.refused];
  if (read.unread.length + inputs.unreadable.length >= inputs.files.length + inputs.unreadable.length)
    throw new BadCaseFile(
      `Nothing in the folder was read: ${refusals[0] ? `${refusals[0].file}: ${refusals[0].why}` : 'it holds no table'}.`,
    );
  return {
    record: { ...read.record, case: of },
    ahead: { dates: [], demands: [], dayClocks: [], exclusions: [] },
    refusals: refusals.map(({ file, line, why }) => ({ file, line, why })),
    unread: [...inputs.unreadable.map((u) => u.file), ...read.unread],
    notices: [...inputs.notices, ...read.notices, notice].filter(Boolean),
  };
}

function settled(of: Case, said: Said): { of: Case; notice: string } {
  if (Object.keys(said.choices).length + Object.keys(said.policies).length === 0) return { of, notice: '' };
  const { case: withAll, notice } = withSaid(of, said);
  return { of: withAll, notice };
}

/** The day by this machine's clock, YYYY-MM-DD: which open days have passed hangs on it, and nothing else. */
function todayIs(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function lineOf(path: string, { record, ahead, refusals, unread, notices }: Read): Omit<CaseLine, 'ms'> {
  const a = findingsIn(record);
  const today = todayIs();
  const shown = a.findings.filter((f) => f.status === 'established');
  return {
    case: path,
    ok: true,
    id: record.case.id,
    title: record.case.title,
    number: record.case.number,
    court: record.case.court,
    entries: record.events.length,
    handOvers: record.custody.length,
    papers: record.papers.length,
    established: shown.length,
    uncontested: shown.filter((f) => f.standing === 'uncontested').length,
    arguable: a.findings.filter((f) => f.status === 'arguable').length,
    findings: a.findings.map((f) => ({
      rule: f.rule,
      status: f.status,
      standing: f.standing,
      title: f.title,
      min: f.bounds && Number.isFinite(f.bounds.min) ? f.bounds.min : null,
      max: f.bounds && Number.isFinite(f.bounds.max) ? f.bounds.max + 1 : null,
    })),
    contradictions: a.contradictions.length,
    unplaced: a.unplaced.length,
    outstanding: outstandingIn(ahead.demands),
    ...nextOf(openDays(ahead, dayNumber(today)), today),
    refused: refusals.length,
    refusals: refusals.slice(0, TOLD),
    unread,
    notices,
  };
}

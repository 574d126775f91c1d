import { expose } from 'comlink';
import type { Analysis } from '../analysis/analyze';
import type { Ledger } from '../analysis/claims';
import type { Examination } from '../analysis/examine';
import type { Measure } from '../analysis/measure';
import { Session } from '../analysis/session';
import type { Change } from '../record/change';
import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import type { FactTable, Row } from '../record/tables';
import type { Finding } from '../rules/finding';
import type { Steps } from '../time/steps';
import { Newest } from './newest';
import { type Counts, Held } from './record-in-pieces';

const session = new Session();
const newest = new Newest();
const held = new Held();

function analysis(): Promise<Analysis | null> {
  newest.stop('preview');
  newest.stop('examine');
  return newest.run('analysis', () => session.analysis());
}

/** A question whose code is loaded with the first of its kind; null where the record became another meanwhile. */
async function asked<Code, T>(
  kind: string,
  code: Promise<Code>,
  steps: (record: CaseRecord, code: Code) => Steps<T>,
): Promise<T | null> {
  const { record } = session;
  const come = await code;
  return record && record === session.record ? newest.runSteps(kind, steps(record, come)) : null;
}

/** The solver and the rules, off the page's thread. What a newer call of its kind overtakes gives null. */
const api = {
  /** Rows of a record that is on its way. */
  hold(sending: number, table: FactTable, rows: readonly Row[]): void {
    held.hold(sending, table, rows);
  },
  /** The whole analysis of a record, which is kept for what follows. @param rest of it, where rows came before, so many of each table */
  async open(sending: number, rest: CaseRecord, came: Counts = {}): Promise<Analysis | null> {
    session.open(held.whole(sending, rest, came));
    return analysis();
  },
  /** The analysis after changes to the record that is kept. */
  follow(changes: readonly Change[]): Promise<Analysis | null> {
    session.follow(changes);
    return analysis();
  },
  /** The analysis as it would be with these changes; the record that is kept stays as it is. */
  preview(changes: readonly Change[]): Promise<Analysis | null> {
    return newest.run('preview', () => session.preview(changes));
  },
  examine(finding: Finding): Promise<Examination | null> {
    return asked('examine', import('../analysis/examine'), (record, { examineSteps }) =>
      examineSteps(record, finding),
    );
  },
  /** What its reports and testimony say, each put to what others prove; null where a newer question overtook this one. */
  claims(): Promise<Ledger | null> {
    return asked('claims', import('../analysis/claims'), (record, { claimSteps }) => claimSteps(record));
  },
  measure(from: MomentRef, to: MomentRef): Promise<Measure | null> {
    return asked('measure', import('../analysis/measure'), (record, { measureSteps }) =>
      measureSteps(record, session.solution(), from, to),
    );
  },
};
export type AnalysisApi = typeof api;

expose(api);

import type { Analysis } from '../analysis/analyze';
import { factChanges } from '../record/apply';
import type { Change } from '../record/change';
import type { CaseRecord } from '../record/record';

/** What analyzes: it keeps the record that it was given last; what newer changes overtake gives null. */
interface Analyzer {
  open(record: CaseRecord): Promise<Analysis | null>;
  follow(changes: readonly Change[]): Promise<Analysis | null>;
}

interface Heard {
  /** A record, the analysis that belongs to it, and the newest record while its own is under way. */
  readonly shown: (record: CaseRecord, analysis: Analysis, latest: CaseRecord) => void;
  readonly failed: (why: string) => void;
}

/**
 * Follows a case through its changes: takes each newest record with what changed, and tells record and analysis that
 * belong together. Only facts and the case's settings are sent to be analyzed: what the attorney notes, and papers that
 * are being written, change neither the record nor what is shown of it.
 */
export function followCase(
  analyzer: Analyzer,
  heard: Heard,
): (latest: CaseRecord, changes: readonly Change[] | null) => void {
  let latest: CaseRecord | null = null;
  let known: { record: CaseRecord; analysis: Analysis } | null = null;
  const tell = (): void => {
    if (known && latest) heard.shown(known.record, known.analysis, latest);
  };
  return (record, changes) => {
    if (record === latest) return;
    latest = record;
    tell();
    const asked = changes ? analyzer.follow(factChanges(changes)) : analyzer.open(record);
    asked.then(
      (analysis) => {
        if (!analysis) return;
        known = { record, analysis };
        tell();
      },
      (error: unknown) => heard.failed(error instanceof Error ? error.message : String(error)),
    );
  };
}

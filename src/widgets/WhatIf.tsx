import { useEffect, useState } from 'react';
import type { Analysis } from '../analysis/analyze';
import { sayReason } from '../analysis/report';
import type { CaseRecord } from '../record/record';
import { printAtLeast } from '../time/duration';
import { reasonKey } from '../time/reason';
import type { CaseView } from './case-view';

/** How long a person must pause before the record is asked, in ms. */
const PAUSE = 250;

/** The analysis of the record as it would be, asked in the worker when the typing pauses; null while it is not known. */
function useTentative(view: CaseView, tentative: CaseRecord | null, key: string): Analysis | null {
  const [result, setResult] = useState<{ key: string; analysis: Analysis } | null>(null);
  const { analyze } = view;
  useEffect(() => {
    if (!tentative) return;
    let stale = false;
    const timer = setTimeout(() => void analyze(tentative).then((analysis) => !stale && setResult({ key, analysis })), PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [key, analyze]);
  return tentative && result?.key === key ? result.analysis : null;
}

interface Props {
  readonly view: CaseView;
  /** The record as it would be; null while what is typed is not ready. */
  readonly tentative: CaseRecord | null;
  /** Changes whenever the tentative record does. */
  readonly change: string;
}

/** Says at once, beside the field, when what is typed cannot be true together with what is there. */
export function ClashNote({ view, tentative, change }: Props) {
  const analysis = useTentative(view, tentative, change);
  if (!analysis || !tentative) return null;
  const known = new Set(view.analysis.contradictions.map((c) => c.entries.map(reasonKey).sort().join('|')));
  const fresh = analysis.contradictions.filter((c) => !known.has(c.entries.map(reasonKey).sort().join('|')));
  if (fresh.length === 0) return null;
  return (
    <div role="alert" className="bad" style={{ fontSize: 13, marginTop: 6 }}>
      {fresh.slice(0, 3).map((c) => (
        <div key={c.entries.map(reasonKey).join()}>
          These cannot all be true (off by {printAtLeast(c.by)}): {c.entries.map((r) => sayReason(tentative, r)).join('; ')}
        </div>
      ))}
    </div>
  );
}

/** Which findings would change their status, before anything is saved. */
export function WouldChange({ view, tentative, change }: Props) {
  const analysis = useTentative(view, tentative, change);
  if (!analysis) return null;
  const before = new Map(view.analysis.findings.map((f) => [f.key, f]));
  const after = new Map(analysis.findings.map((f) => [f.key, f]));
  const lines = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    if (a?.status === b?.status) return [];
    return [`${(b ?? a)?.title}: ${a?.status ?? 'absent'} → ${b?.status ?? 'absent'}`];
  });
  return (
    <div className="cite" aria-live="polite" style={{ marginTop: 6 }}>
      {lines.length === 0 ? 'No finding would change its status.' : `Would change: ${lines.join('; ')}.`}
    </div>
  );
}

import { useEffect, useState } from 'react';
import type { Analysis } from '../analysis/analyze';
import { applyChanges } from '../record/apply';
import type { Change } from '../record/change';
import type { Finding } from '../rules/finding';
import { printMiss } from '../time/duration';
import { reasonKey } from '../time/solver/reason';
import { LABELS } from '../words/label';
import { sayReason } from '../words/reason';
import type { CaseView } from './case-view';
import css from './what-if.module.css';

/** How long a person must pause before the record is asked, in ms. */
const PAUSE = 250;

/** The analysis of the record as it would be, asked in the worker when the typing pauses; null while it is not known. */
function useTentative(
  view: CaseView,
  changes: readonly Change[] | null,
  key: string,
  pause = PAUSE,
): Analysis | null {
  const [result, setResult] = useState<{ key: string; analysis: Analysis } | null>(null);
  const { preview } = view;
  useEffect(() => {
    if (!changes) return;
    let stale = false;
    const timer = setTimeout(
      () => void preview(changes).then((analysis) => !stale && analysis && setResult({ key, analysis })),
      pause,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [key, preview, pause]);
  // While a hand moves, the answer to the last place is better than none.
  return changes && result && (result.key === key || pause < PAUSE) ? result.analysis : null;
}

interface Props {
  readonly view: CaseView;
  /** What would be saved; null while what is typed is not ready. */
  readonly changes: readonly Change[] | null;
  /** Changes whenever they do. */
  readonly change: string;
}

/** Says at once, beside the field, when what is typed cannot be true together with what is there. */
export function ClashNote({ view, changes, change }: Props) {
  const analysis = useTentative(view, changes, change);
  if (!analysis || !changes) return null;
  const known = new Set(view.analysis.contradictions.map((c) => c.entries.map(reasonKey).sort().join('|')));
  const fresh = analysis.contradictions.filter((c) => !known.has(c.entries.map(reasonKey).sort().join('|')));
  if (fresh.length === 0) return null;
  const tentative = applyChanges(view.latest, changes);
  return (
    <div role="alert" className="bad" style={{ fontSize: 13, marginTop: 6 }}>
      {fresh.slice(0, 3).map((c) => (
        <div key={c.entries.map(reasonKey).join()}>
          These cannot all be true (off by {printMiss(c.by)}):{' '}
          {c.entries.map((r) => sayReason(tentative, r)).join('; ')}
        </div>
      ))}
    </div>
  );
}

/** What a finding is called in a list of changes. */
const called = (f: Finding | undefined): string => (f ? LABELS[f.status] : 'not found');

/** Findings whose status would be another one: `not found` where a rule does not speak. */
function changedStatuses(
  view: CaseView,
  analysis: Analysis,
): { key: string; title: string; from: string; to: string }[] {
  const before = new Map(view.analysis.findings.map((f) => [f.key, f]));
  const after = new Map(analysis.findings.map((f) => [f.key, f]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    return a?.status === b?.status
      ? []
      : [
          {
            key,
            title: ([b, a].find((f) => f && f.status !== 'foreclosed') ?? a ?? b)?.title ?? '',
            from: called(a),
            to: called(b),
          },
        ];
  });
}

/** Which findings would change their status, before anything is saved. */
export function WouldChange({ view, changes, change }: Props) {
  const analysis = useTentative(view, changes, change);
  if (!analysis) return null;
  const lines = changedStatuses(view, analysis).map((c) => `${c.title}: ${c.from} → ${c.to}`);
  return (
    <div className="cite" aria-live="polite" style={{ marginTop: 6 }}>
      {lines.length === 0 ? 'No finding would change its status.' : `Would change: ${lines.join('; ')}.`}
    </div>
  );
}

/** Up to so many findings all are shown; beyond, those that would change. */
const SHOWN = 18;

/** Every finding with its status, those that would change lit up: for a hand that is still on the mouse. */
export function FindingLights({ view, changes, change }: Props) {
  const analysis = useTentative(view, changes, change, 40);
  const changed = new Map(analysis ? changedStatuses(view, analysis).map((c) => [c.key, c]) : []);
  const known = new Set(view.analysis.findings.map((f) => f.key));
  const list = [
    ...view.analysis.findings.map((f) => ({ key: f.key, title: f.title, status: called(f) })),
    ...[...changed.values()]
      .filter((c) => !known.has(c.key))
      .map((c) => ({ key: c.key, title: c.title, status: called(undefined) })),
  ];
  const shown = list.length <= SHOWN ? list : list.filter((f) => changed.has(f.key)).slice(0, SHOWN);
  return (
    <ul className={css['lights']} aria-live="polite" aria-label="Findings as they would stand">
      {shown.map((f) => {
        const c = changed.get(f.key);
        return (
          <li key={f.key} className={c ? css['lit'] : undefined}>
            {f.title}: {c ? `${c.from} → ${c.to}` : f.status}
          </li>
        );
      })}
      {shown.length === 0 && (
        <li>{analysis ? 'No finding would change its status.' : 'Asking the record …'}</li>
      )}
    </ul>
  );
}

import type { Ground } from '../../drawing/lanes/lane';
import { detailsOf } from '../../drawing/lanes/lanes';
import { printMiss } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { later } from '../../ui/later';
import { Marks } from '../../ui/Marks';
import { usePrinting } from '../../ui/use-printing';
import { grouped, type Line, waiting } from '../../words/grouped';
import { sayReason } from '../../words/reason';
import { marksOf } from '../../words/status';
import { Back, FindingLine } from './FindingLine';
import css from './timeline.module.css';
import { useHand } from './use-hand';

const AskLimit = later(() => import('../../ui/AskLimit').then((m) => m.AskLimit));
const OneFinding = later(() => import('./OneFinding').then((m) => m.OneFinding));
const OneRow = later(() => import('./OneRow').then((m) => m.OneRow));

interface Props {
  readonly view: CaseView;
  readonly ground: Ground;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** What is selected: an entry with its cite, a finding with its bounds; otherwise the findings. */
export function Details({ view, ground, selected, onSelect }: Props) {
  useHand(selected);
  const finding = view.analysis.findings.find((f) => f.key === selected);
  const details = finding || selected === null ? null : detailsOf(ground, selected);
  if (!finding && !details) return <AllFindings view={view} onSelect={onSelect} />;
  // The way back stands there at once: the hand goes on to it, whatever of the rest is still to come.
  return (
    <>
      <Back onSelect={onSelect} />
      {finding && <OneFinding finding={finding} view={view} onSelect={onSelect} />}
      {selected !== null && details && (
        <OneRow id={selected} details={details} view={view} onSelect={onSelect} />
      )}
    </>
  );
}

/** A finding, or one line for all those of its rule, which opens. */
function FindingLines({
  line,
  view,
  onSelect,
}: {
  line: Line;
  view: CaseView;
  onSelect: (id: string) => void;
}) {
  const printing = usePrinting();
  const lines = line.findings.map((f) => <FindingLine key={f.key} f={f} view={view} onSelect={onSelect} />);
  if (line.says === '') return lines;
  return (
    <details className={css['lines']} open={printing || undefined}>
      <summary>{line.says}</summary>
      {lines}
    </details>
  );
}

function AllFindings({ view, onSelect }: { view: CaseView; onSelect: (id: string) => void }) {
  const { findings, contradictions, unplaced } = view.analysis;
  const asked = waiting(findings, view.latest.case);
  const waits = new Set([...asked.values()].flat());
  return (
    <>
      <h2>What the record shows</h2>
      {findings.length === 0 && <p className="cite">No rule found anything in these entries yet.</p>}
      {[...new Set(findings.filter((f) => !waits.has(f)).map(marksOf))].map((marks) => (
        <section key={marks}>
          {findings
            .filter((f) => marksOf(f) === marks)
            .slice(0, 1)
            .map((f) => (
              <Marks key={f.key} of={f} />
            ))}
          {grouped(findings.filter((f) => marksOf(f) === marks && !waits.has(f))).map((line) => (
            <FindingLines key={line.findings[0]?.key} line={line} view={view} onSelect={onSelect} />
          ))}
        </section>
      ))}
      {asked.size > 0 && <div className="overline">Needs a limit first</div>}
      {[...asked].map(([limit, all]) => (
        <div key={limit}>
          <AskLimit of={view.latest.case} limit={limit} many={all.length} />
          {grouped(all).map((line) => (
            <FindingLines key={line.findings[0]?.key} line={line} view={view} onSelect={onSelect} />
          ))}
        </div>
      ))}
      {contradictions.length > 0 && <div className="overline">Cannot all be true</div>}
      {contradictions.map((c) => (
        <div
          key={c.entries.map((r) => ('row' in r ? r.row : '')).join()}
          style={{ fontSize: 13, marginBottom: 8 }}
        >
          <strong>Off by {printMiss(c.by)}:</strong>
          <ul className="premises">
            {c.entries.map((r) => (
              <li key={JSON.stringify(r)}>
                {sayReason(view.record, r)}
                {r === c.setAside || JSON.stringify(r) === JSON.stringify(c.setAside) ? (
                  <em> (set aside)</em>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {unplaced.length > 0 && <div className="overline">Not dated</div>}
      {unplaced.slice(0, 20).map((u) => (
        <button
          key={`${u.row} ${u.edge}`}
          type="button"
          className="finding-line"
          onClick={() => onSelect(u.row)}
        >
          <span />
          <span>{u.why}</span>
        </button>
      ))}
    </>
  );
}

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { changeExhibit } from '../../actions/papers';
import { changedSinceExport, linesOf } from '../../exhibits/changed-since-export';
import { type Exhibit, exhibitSteps, leftOutSays } from '../../exhibits/exhibit';
import { allowed } from '../../exhibits/facts';
import { looksOf } from '../../exhibits/formats/one-file';
import { MINUTES } from '../../exhibits/papers';
import { type Look, paperScene, sheetOfSteps } from '../../exhibits/picture';
import { STICKER_FILL } from '../../exhibits/stickers';
import type { Withheld } from '../../exhibits/withheld';
import type { ExhibitPlan } from '../../record/paper';
import type { Steps } from '../../time/steps';
import type { CaseView } from '../../ui/case-view';
import { today } from '../../ui/today';
import { usePrinting } from '../../ui/use-printing';
import { useSteps } from '../../ui/use-steps';
import { Drafter } from './Drafter';
import { ExhibitForm } from './ExhibitForm';
import { ExportBar } from './ExportBar';
import css from './exhibits.module.css';
import { PaperPicture } from './PaperPicture';
import { StatementEditor } from './StatementEditor';
import { keepExported, useDraft } from './use-papers';

/** Lines of the table that the preview shows; on paper it shows all. */
const SHOWN = 12;
const WIDE = 1120;

interface Props {
  readonly view: CaseView;
  readonly saved: ExhibitPlan;
  readonly withheld: Withheld;
}

/** One exhibit: what is chosen on the left, what it will be on the right, rebuilt whenever the record changes. */
export function ExhibitEditor({ view, saved, withheld }: Props) {
  const [plan, change] = useDraft(saved, changeExhibit);
  const settled = useDeferredValue(plan);
  const read = useMemo(
    () => ({ record: view.record, analysis: view.analysis }),
    [view.record, view.analysis],
  );
  const make = useCallback(
    function* (): Steps<Made> {
      const exhibit = yield* exhibitSteps(read, settled, today(), withheld);
      yield* sheetOfSteps(exhibit);
      yield;
      const changed = changedSinceExport(settled.exported, exhibit);
      return { exhibit, looks: looksOf(exhibit), changed };
    },
    [read, settled, withheld],
  );
  const made = useSteps(make);
  return (
    <div className={css['exhibit-grid']}>
      <div>
        <ExhibitForm view={view} plan={plan} onChange={change} />
      </div>
      {made ? (
        <Preview {...{ view, plan, saved, withheld, ...made }} onChange={change} />
      ) : (
        <section aria-label="Preview" role="status">
          Making the exhibit …
        </section>
      )}
    </div>
  );
}

interface Made {
  readonly exhibit: Exhibit;
  readonly looks: ReturnType<typeof looksOf>;
  /** What is not as it was when it was last handed over. */
  readonly changed: readonly string[];
}

interface PreviewProps extends Props, Made {
  readonly plan: ExhibitPlan;
  readonly onChange: (patch: Partial<ExhibitPlan>) => void;
}

/** What it will be, with what the drafter must know beside it. */
function Preview({ view, saved, withheld, plan, exhibit, looks, changed, onChange: change }: PreviewProps) {
  const [at, setAt] = useState(0);
  const lines = usePrinting() ? exhibit.facts.length : SHOWN;
  const look: Look | null = (looks[at] ?? looks[0])?.look ?? null;
  // The picture is drawn anew where what it shows has changed, not for a word on its paper.
  const { read: part, picture, title } = exhibit;
  const { hidden, clock } = picture;
  const { show, id } = look ?? { show: null, id: '' };
  const scene = useMemo(
    () => show && paperScene({ read: part, picture: { hidden, clock } }, { show, id }, WIDE),
    [part, hidden, clock, show, id],
  );
  const gone = plan.findings.filter((key) => !view.analysis.findings.some((f) => f.key === key)).length;
  return (
    <section aria-label="Preview">
      <ExportBar
        view={view}
        plan={plan}
        withheld={withheld}
        onMade={(head) =>
          void keepExported(saved, { at: Date.now(), ...linesOf(exhibit), ...(head && { head }) })
        }
      />
      {exhibit.leftOut > 0 && (
        <p className="bad" role="alert">
          {leftOutSays(exhibit)} Choose a stop or a span.
        </p>
      )}
      {gone > 0 && (
        <p className="bad" role="status">
          {gone === 1 ? 'One finding that was chosen is' : `${gone} findings that were chosen are`} no longer
          in the analysis.
        </p>
      )}
      {changed.length > 0 && (
        <details className={css['changed-since']} open>
          <summary>
            {changed.length} {changed.length === 1 ? 'line has' : 'lines have'} changed since it was last
            exported
          </summary>
          <ul>
            {changed.slice(0, 40).map((c) => (
              <li key={c}>{c}</li>
            ))}
          </ul>
        </details>
      )}
      <Drafter
        view={view}
        findings={plan.findings}
        despite={plan.despite}
        meets={plan.meets}
        withheld={withheld}
        onChange={change}
      />
      <div className={css['paper']}>
        <header>
          <div>
            <p>
              {[exhibit.caption.court, exhibit.caption.parties, exhibit.caption.number]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <h2>{exhibit.title}</h2>
          </div>
          {exhibit.sticker.mark !== '' && (
            <div className={css['sticker']} style={{ background: STICKER_FILL[exhibit.sticker.colour] }}>
              <b>{exhibit.sticker.says}</b>
              <strong>{exhibit.sticker.mark}</strong>
              <span>{exhibit.caption.number}</span>
            </div>
          )}
        </header>
        {exhibit.offered === '' ? null : <p className={css['offered']}>{exhibit.offered}</p>}
        {looks.length > 1 && (
          <nav aria-label="Pictures">
            {looks.map((l, i) => (
              <button
                key={l.name}
                type="button"
                aria-pressed={looks[at] === l || (i === 0 && !looks[at])}
                onClick={() => setAt(i)}
              >
                {l.name}
              </button>
            ))}
          </nav>
        )}
        {scene ? (
          <PaperPicture scene={scene} title={title} />
        ) : (
          <p>The record as chosen holds nothing that can be drawn.</p>
        )}
        <table>
          <thead>
            <tr>
              {MINUTES.head.map((h) => (
                <th key={h}>{h}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exhibit.facts.slice(0, lines).map((f) => (
              <tr key={f.id}>
                <td>
                  {f.written || 'not written'} {f.written !== '' && <small>{f.by}</small>}
                </td>
                <td>{allowed(f)}</td>
                <td>{f.elapsed}</td>
                <td>
                  {f.what}
                  {f.doubt !== '' && <em> ({f.doubt})</em>}
                </td>
                <td>{f.who}</td>
                <td>{f.cite}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="cite">
          {exhibit.facts.length > lines ? `and ${exhibit.facts.length - lines} more entries; ` : ''}
          {exhibit.findings.length} {exhibit.findings.length === 1 ? 'finding' : 'findings'},{' '}
          {exhibit.custody.length} lines of custody, {exhibit.underlying.length} underlying records.
        </p>
      </div>
      <StatementEditor
        facts={exhibit.facts}
        plan={plan}
        signature={exhibit.signature}
        certificate={exhibit.certificate}
        onChange={change}
      />
    </section>
  );
}

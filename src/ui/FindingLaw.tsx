import { chooseLaw } from '../actions/case';
import { ruleOf } from '../rules';
import type { Finding } from '../rules/finding';
import { answersOf } from '../rules/law/answers';
import { VERIFY } from '../rules/law/authorities';
import { ADVERSE, goodFaithSays, type Law, lawFor } from '../rules/law/standing';
import type { CaseView } from './case-view';
import css from './law.module.css';
import { run } from './run';
import { WhoseLaw } from './WhoseLaw';

/** The law beside a finding in the court of the case: adverse and binding first, with what a lawyer owes the court; what other courts held folded away. */
export function FindingLaw({ finding, view }: { finding: Finding; view: CaseView }) {
  const law = lawFor(ruleOf(finding.rule), view.record.case);
  const here = law.filter((l) => l.standing === 'against us here' || l.standing === 'binds here');
  const elsewhere = law.filter((l) => !here.includes(l));
  const goodFaith = goodFaithSays(law, dayOf(finding, view));
  const own = ruleOf(finding.rule).turns ?? '';
  if (law.length === 0) return <p className="cite">This is a rule of fact: no law stands behind it.</p>;
  return (
    <>
      {here.some((l) => l.standing === 'against us here') && <p className="cite">{ADVERSE}</p>}
      <LawList list={here} />
      {elsewhere.length > 0 && (
        <details className={css['elsewhere']}>
          <summary className="cite">{countOf(elsewhere)}</summary>
          <LawList list={elsewhere} />
        </details>
      )}
      {goodFaith !== '' && <p className="cite">{goodFaith}</p>}
      {(own !== '' || view.record.case.choices.forum === '') && <ChooseCourt view={view} turns={own} />}
      <p className="cite">{VERIFY}</p>
    </>
  );
}

function LawList({ list }: { list: readonly Law[] }) {
  return (
    <ul className={`premises ${css['law']}`}>
      {list.map((l) => (
        <li key={l.id} data-standing={l.standing}>
          <strong>{l.cite}</strong> <span className={css['standing']}>{l.standing}</span> {l.holding}{' '}
          <span className="cite">
            {sentence([l.note, l.readSays].filter(Boolean).join('; ')).slice(0, -1)}
            {l.paper ? '.' : '. It stands on no paper.'}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** `12 from other courts: 7 persuade, 5 against us elsewhere`. */
function countOf(list: readonly Law[]): string {
  const against = list.filter((l) => l.standing === 'against us elsewhere').length;
  const parts = [
    list.length > against ? `${list.length - against} that persuade` : '',
    against > 0 ? `${against} against us elsewhere` : '',
  ];
  return `From other courts: ${parts.filter(Boolean).join(', ')}`;
}

/** Where a finding turns on the court, it is chosen there. */
function ChooseCourt({ view, turns }: { view: CaseView; turns: string }) {
  const of = view.latest.case;
  return (
    <div className={css['choose-court']}>
      <WhoseLaw
        of={of.choices}
        size="xs"
        label={turns === '' ? 'Whose law binds' : 'This finding turns on the court'}
        description={turns}
        onChange={(court) => void run(chooseLaw(of, court))}
      />
    </div>
  );
}

/** The earliest day that the rows of a finding bear; empty where none does. */
function dayOf(finding: Finding, { record }: CaseView): string {
  const rows = new Set(finding.subjects);
  const days = record.events.filter((e) => rows.has(e.id) && e.date !== '').map((e) => e.date);
  return days.sort()[0] ?? '';
}

const LAYERS = [
  ['noViolation', 'No violation'],
  ['noLink', 'No link'],
  ['noExclusion', 'No exclusion'],
] as const;

/** What the State will say, layer by layer. It is in no exhibit. */
export function StateSays({ rule }: { rule: string }) {
  const answers = answersOf(ruleOf(rule));
  return (
    <dl className={css['state-says']}>
      {LAYERS.map(
        ([key, label]) =>
          answers[key] !== '' && (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{sentence(answers[key])}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const sentence = (s: string): string => `${s.slice(0, 1).toUpperCase()}${s.slice(1)}.`;

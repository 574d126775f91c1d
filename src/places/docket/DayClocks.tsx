import { Button } from '@mantine/core';
import { BLANK_CLOCK, BLANK_EXCLUSION, PRESETS, removeDayClock } from '../../actions/docket';
import { addOwn, removeOwn } from '../../actions/own-rows';
import { type DayCount, readDayClock } from '../../analysis/day-clock';
import type { DayClock, Exclusion } from '../../record/docket';
import { printCount, printDays } from '../../time/days';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { RowForm } from '../../ui/RowForm';
import { run } from '../../ui/run';
import css from './docket.module.css';
import { CLOCK_FIELDS, EXCLUSION_FIELDS } from './fields';

interface Props {
  readonly caseId: string;
  readonly clocks: readonly DayClock[];
  readonly exclusions: readonly Exclusion[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  /** Number of the day as of which is counted. */
  readonly asOf: number;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** Clocks of days: what starts each, what it excludes, and the arithmetic as one would write it by hand. */
export function DayClocks(props: Props) {
  const { caseId, clocks, papers, editing, onEdit } = props;
  return (
    <section className={css['section']} aria-label="Days that are counted">
      <div className={css['bar']}>
        <h2>Days that are counted</h2>
        {PRESETS.map((p) => (
          <Button
            key={p.name}
            size="compact-sm"
            variant="default"
            onClick={() =>
              void run(addOwn('dayClocks', caseId, [p.fields], `Count of days added: ${p.fields.name}`))
            }
          >
            {p.name}
          </Button>
        ))}
        <Button size="compact-sm" variant="default" onClick={() => onEdit('new')}>
          New clock
        </Button>
      </div>
      {editing === 'new' && (
        <RowForm
          table="dayClocks"
          caseId={caseId}
          row={null}
          blank={BLANK_CLOCK}
          label="New clock of days"
          fields={CLOCK_FIELDS}
          needs="name"
          papers={papers}
          onDone={() => onEdit(null)}
        />
      )}
      {clocks.length === 0 && editing !== 'new' && (
        <p className={css['empty']}>
          No days are counted yet. A clock has a day that starts it, a limit, and stretches that it does not
          count; two stretches that overlap are taken away once, and a day that is uncertain gives bounds.
        </p>
      )}
      {clocks.map((c) => (
        <OneClock key={c.id} {...props} clock={c} />
      ))}
      {clocks.length > 0 && (
        <p className="cite">
          What starts a clock, what it excludes, and which ends of a stretch are excluded is entered by you;
          the presets give 30 and 70 days (18 U.S.C. 3161) and nothing else of the Act. Nothing is moved for
          weekends and holidays. Verify in the statute and the docket before relying on a day.
        </p>
      )}
    </section>
  );
}

function OneClock({ clock, caseId, exclusions, papers, asOf, editing, onEdit }: Props & { clock: DayClock }) {
  const read = readDayClock(clock, exclusions, asOf);
  const mine = exclusions.filter((x) => x.clock === clock.id);
  const excluding = editing === `exclude ${clock.id}`;
  const row = mine.find((x) => x.id === editing) ?? null;
  return (
    <article className={css['clock']} aria-label={clock.name} id={`row-${clock.id}`}>
      <div className={css['bar']}>
        <h3>{clock.name}</h3>
        <RowActions
          of={`the clock ${clock.name}`}
          onEdit={() => onEdit(clock.id)}
          onRemove={() => void run(removeDayClock(clock, exclusions))}
        />
        <span className="cite">{clock.authority}</span>
        <PaperCite caseId={caseId} paper={clock.paper} page={clock.page} papers={papers} />
      </div>
      {editing === clock.id && (
        <RowForm
          table="dayClocks"
          caseId={caseId}
          row={clock}
          blank={BLANK_CLOCK}
          label={`Edit ${clock.name}`}
          fields={CLOCK_FIELDS}
          needs="name"
          papers={papers}
          onDone={() => onEdit(null)}
        />
      )}
      {typeof read === 'string' ? (
        <p className={css['empty']}>
          {read}{' '}
          {clock.starts === '' && (
            <button type="button" className="cite-link" onClick={() => onEdit(clock.id)}>
              Enter the day
            </button>
          )}
        </p>
      ) : (
        <>
          <p className={css['count']}>
            {read.counted.min === read.counted.max
              ? read.counted.min
              : `between ${read.counted.min} and ${read.counted.max}`}{' '}
            of {clock.limit} days
          </p>
          <p>
            {read.left.max < 0
              ? `Over the limit by ${printCount({ min: -read.left.max, max: -read.left.min })}.`
              : read.left.min < 0
                ? 'Perhaps over the limit: it depends on days that are uncertain.'
                : `${printCount(read.left)} left.`}{' '}
            {read.open.length > 0
              ? `It stands still: ${read.open.map((x) => x.reason || 'a stretch').join(', ')} goes on.`
              : read.last
                ? `The last day within it: ${printDays(read.last)}.`
                : ''}
          </p>
          <div className={css['two']}>
            <Lines
              says={read.counted.min === read.counted.max ? '' : 'The most that it can be'}
              count={read.most}
            />
            {read.counted.min !== read.counted.max && (
              <Lines says="The least that it can be" count={read.fewest} />
            )}
          </div>
        </>
      )}
      {mine.length > 0 && (
        <ul className="plain-list">
          {mine.map((x) => (
            <li key={x.id} className="cite">
              {x.reason || 'excluded'}: {x.from} to {x.to || 'now, and it goes on'}
              {x.authority === '' ? '' : ` (${x.authority})`}{' '}
              <PaperCite caseId={caseId} paper={x.paper} page={x.page} papers={papers} />
              <RowActions
                of={`the stretch ${x.reason || x.from}`}
                onEdit={() => onEdit(x.id)}
                onRemove={() => void run(removeOwn('exclusions', x))}
              />
            </li>
          ))}
        </ul>
      )}
      {excluding || row ? (
        <RowForm
          key={row?.id ?? 'new'}
          table="exclusions"
          caseId={caseId}
          row={row}
          blank={{ ...BLANK_EXCLUSION, clock: clock.id }}
          label={`Excluded from ${clock.name}`}
          fields={EXCLUSION_FIELDS}
          needs="from"
          papers={papers}
          onDone={() => onEdit(null)}
        />
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Exclude a stretch from ${clock.name}`}
          onClick={() => onEdit(`exclude ${clock.id}`)}
        >
          Exclude a stretch
        </Button>
      )}
    </article>
  );
}

function Lines({ says, count }: { says: string; count: DayCount }) {
  return (
    <div>
      {says !== '' && <p className="cite">{says}</p>}
      <table className={css['lines']}>
        <tbody>
          {count.lines.map((l, i) => (
            <tr key={i}>
              <td>{l.says}</td>
              <td>{l.days === null ? '' : l.days < 0 ? `−${-l.days}` : l.days}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

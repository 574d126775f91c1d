import { Button } from '@mantine/core';
import { useState } from 'react';
import { BLANK_DATE } from '../../actions/docket';
import { changeOwn, removeOwn } from '../../actions/own-rows';
import type { DocketDate } from '../../record/docket';
import { dateOf, daysOf, printCount, printDays } from '../../time/days';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { RowForm } from '../../ui/RowForm';
import { run } from '../../ui/run';
import { type Column, Table } from '../../ui/Table';
import { usePrinting } from '../../ui/use-printing';
import { CalendarButtons } from './CalendarButtons';
import css from './docket.module.css';
import { DATE_FIELDS, DATE_SAYS } from './fields';

interface Props {
  readonly caseId: string;
  readonly zone: string;
  readonly number: string;
  readonly dates: readonly DocketDate[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  /** Number of today. */
  readonly now: number;
  /** The date that the address names: it is listed however far ahead or behind. */
  readonly at: string | null;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** So many days ahead, or behind, are listed before the rest is asked for. */
const FEW = 12;
const at = (d: DocketDate): number => daysOf(d.day)?.min ?? Number.POSITIVE_INFINITY;

/** What binds when: what is ahead first, then what is behind. */
export function Dates(props: Props) {
  const { caseId, dates, papers, now, editing, onEdit } = props;
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const ordered = [...dates].sort((a, b) => at(a) - at(b) || a.hour.localeCompare(b.hour));
  const isAhead = (d: DocketDate): boolean =>
    (daysOf(d.day)?.max ?? now) >= now || (d.state === '' && d.kind !== 'hearing');
  const [ahead, behind] = [ordered.filter(isAhead), ordered.filter((d) => !isAhead(d)).reverse()];
  const most = all || printing || dates.some((d) => d.id === props.at) ? Number.POSITIVE_INFINITY : FEW;
  const row = dates.find((d) => d.id === editing) ?? null;
  const left = Math.max(0, ahead.length - most) + Math.max(0, behind.length - most);
  return (
    <section className={css['section']} aria-label="Hearings and deadlines">
      <div className={css['bar']}>
        <h2>Hearings and deadlines</h2>
        <Button size="compact-sm" variant="default" onClick={() => onEdit('new')}>
          New date
        </Button>
        <CalendarButtons {...props} />
      </div>
      {(editing === 'new' || row) && (
        <RowForm
          key={editing}
          table="dates"
          caseId={caseId}
          row={row}
          blank={BLANK_DATE}
          label={row ? `Edit ${row.title}` : 'New date'}
          fields={DATE_FIELDS}
          needs="title"
          papers={papers}
          onDone={() => onEdit(null)}
          next={(f) => ({ kind: f.kind, where: f.where })}
        />
      )}
      {dates.length === 0 && editing !== 'new' && (
        <p className={css['empty']}>
          No hearing or deadline yet. Type them, or bring in the court’s calendar file.
        </p>
      )}
      {dates.length > 0 && (
        <Table
          label="Dates"
          rows={[...ahead.slice(0, most), ...behind.slice(0, most)]}
          keyOf={(d) => d.id}
          marks={(d) => ({ 'data-off': isOff(d), 'data-late': isLate(d, now), id: `row-${d.id}` })}
          columns={columnsOf(props)}
        />
      )}
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {left} more
        </Button>
      )}
    </section>
  );
}

const isOff = (d: DocketDate): boolean => d.state === 'vacated' || d.state === 'moved';
const isPast = (d: DocketDate, now: number): boolean => d.state === '' && (daysOf(d.day)?.max ?? now) < now;
/** A hearing that was has been; anything else that is past and open was missed, or nobody said that it was met. */
const isLate = (d: DocketDate, now: number): boolean => d.kind !== 'hearing' && isPast(d, now);

const columnsOf = ({ caseId, papers, now, onEdit }: Props): Column<DocketDate>[] => [
  {
    head: 'Day',
    cell: (d) => {
      const days = daysOf(d.day);
      return (
        <>
          {days ? printDays(days) : d.day || 'no day'}
          {d.hour !== '' && <small>{d.hour}</small>}
        </>
      );
    },
  },
  {
    head: 'When',
    cell: (d) => {
      const days = daysOf(d.day);
      return days ? whenSays(days.min - now, days.max - now) : '';
    },
  },
  {
    head: 'What',
    cell: (d) => (
      <>
        <strong>{DATE_SAYS[d.kind]}</strong> {d.title}
        {d.note !== '' && <small>{d.note}</small>}
        {d.calendar !== '' && <small>calendar: {d.calendar}</small>}
      </>
    ),
  },
  { head: 'Where', cell: (d) => d.where },
  {
    head: 'State',
    cell: (d) => {
      const met = daysOf(d.met);
      return (
        <>
          {d.state === '' ? (isLate(d, now) ? 'open, and past' : isPast(d, now) ? 'past' : 'open') : d.state}
          {met && <small>on {printDays(met)}</small>}
        </>
      );
    },
  },
  {
    head: 'Paper',
    cell: (d) => <PaperCite caseId={caseId} paper={d.paper} page={d.page} papers={papers} />,
  },
  {
    head: 'Actions',
    unseen: true,
    nowrap: true,
    cell: (d) => (
      <>
        {d.state === '' && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Met: ${d.title}`}
            onClick={() => void run(changeOwn('dates', d, { state: 'met', met: dateOf(now) }))}
          >
            Met
          </Button>
        )}
        <RowActions
          of={`the date ${d.title}`}
          onEdit={() => onEdit(d.id)}
          onRemove={() => void run(removeOwn('dates', d))}
        />
      </>
    ),
  },
];

/** `today`, `in 3 days`, `12 days ago`. */
function whenSays(min: number, max: number): string {
  if (min === 0 && max === 0) return 'today';
  const days = (a: number, b: number): string =>
    a === b ? printCount({ min: a, max: a }) : `${a} to ${b} days`;
  if (min >= 0) return `in ${days(min, max)}`;
  if (max <= 0) return `${days(-max, -min)} ago`;
  return 'about now';
}

import { Title } from '@mantine/core';
import { useState } from 'react';
import { dateOf, dayNumber, daysOf } from '../../time/days';
import { DaysField } from '../../ui/DaysField';
import type { PlaceProps } from '../../ui/place';
import { today } from '../../ui/today';
import { useKeys } from '../../ui/use-keys';
import { useRowInSight } from '../../ui/use-row-in-sight';
import { useRows } from '../../ui/use-rows';
import { Dates } from './Dates';
import { DayClocks } from './DayClocks';
import css from './docket.module.css';
import { Months } from './Months';
import { Offers } from './Offers';

/** Which form is open: of which section, and the row; null where none is. */
interface Open {
  readonly of: 'dates' | 'offers' | 'clocks';
  readonly id: string;
}

/** Docket: what is offered until when, what binds on which day, and how the days are counted. Work product, all of it. */
export function DocketPlace({ view, at }: PlaceProps) {
  useRowInSight(at);
  const { case: of, papers } = view.latest;
  const now = dayNumber(today());
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [offers, dates, clocks, exclusions] = [
    useRows('offers', of.id),
    useRows('dates', of.id),
    useRows('dayClocks', of.id),
    useRows('exclusions', of.id),
  ];
  const begin = (section: Open['of']) => (): void => setOpen({ of: section, id: 'new' });
  useKeys({ d: begin('dates'), o: begin('offers'), c: begin('clocks') });
  if (!offers || !dates || !clocks || !exclusions)
    return (
      <main className="wide" aria-busy="true">
        <p role="status">Reading the docket …</p>
      </main>
    );
  const form = (section: Open['of']) => ({
    editing: open?.of === section ? open.id : null,
    onEdit: (id: string | null): void => setOpen(id === null ? null : { of: section, id }),
  });
  const common = { caseId: of.id, papers };
  const asOf = daysOf(asked)?.max ?? now;
  return (
    <main className="wide">
      <div className={css['head']}>
        <Title order={1} size="h2">
          Docket
        </Title>
        <DaysField
          label="Count the days up to"
          value={asked}
          onChange={setAsked}
          placeholder={`today, ${dateOf(now)}`}
          hint="another day shows the counts as they stand on it"
        />
      </div>
      <p className="work-note">
        Work product: nothing of this place stands in an exhibit. <kbd>D</kbd> new date, <kbd>O</kbd> new
        offer, <kbd>C</kbd> new clock.
      </p>
      <Months view={view} />
      <Dates
        {...common}
        {...form('dates')}
        at={at}
        zone={of.zone}
        number={of.number}
        dates={dates}
        now={now}
      />
      <Offers {...common} {...form('offers')} offers={offers} brackets={of.brackets} />
      <DayClocks {...common} {...form('clocks')} clocks={clocks} exclusions={exclusions} asOf={asOf} />
    </main>
  );
}

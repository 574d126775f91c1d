import { Button, NativeSelect, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { outOn } from '../../analysis/outstanding';
import { whatCame } from '../../analysis/productions';
import { ledgerPdf, ledgerWord, ledgerXlsx } from '../../exhibits/documents/ledger';
import { letter } from '../../exhibits/documents/letter';
import { ledgerOf } from '../../exhibits/ledger';
import { stampOf } from '../../exhibits/stamp';
import { boundDemands } from '../../exhibits/withheld';
import { dateOf, dayNumber, daysOf } from '../../time/days';
import { DaysField } from '../../ui/DaysField';
import type { PlaceProps } from '../../ui/place';
import { today } from '../../ui/today';
import { useExport } from '../../ui/use-export';
import { useKeys } from '../../ui/use-keys';
import { useRowInSight } from '../../ui/use-row-in-sight';
import { useRows } from '../../ui/use-rows';
import { useWithheld } from '../../ui/use-withheld';
import { otherSide } from '../../words/label';
import css from './discovery.module.css';
import { Orders } from './Orders';
import { OutNote } from './OutNote';
import { Owed } from './Owed';
import { Panel } from './Panel';
import { Productions } from './Productions';

/** Which form is open: of which section, and the row; null where none is. */
interface Open {
  readonly of: 'owed' | 'came' | 'orders';
  readonly id: string;
}

/** Discovery: what came, what is owed, what was out on any day; the letter and the ledger. */
export function DiscoveryPlace({ view, at }: PlaceProps) {
  useRowInSight(at);
  const { case: of, papers } = view.latest;
  const day = today();
  const now = dayNumber(day);
  // The address may name a day: `day~20788`.
  const named = /^day~(-?\d{1,6})$/.exec(at ?? '')?.[1];
  const [asked, setAsked] = useState(named === undefined ? '' : dateOf(Number(named)));
  const [open, setOpen] = useState<Open | null>(null);
  const [offering, setOffering] = useState(false);
  const withheld = useWithheld(of.id);
  const demands = useRows('demands', of.id);
  const productions = useRows('productions', of.id);
  const orders = useRows('protectiveOrders', of.id);
  const offers = useRows('offers', of.id);
  const { underWay, make, stop } = useExport();
  const begin = (section: Open['of']) => (): void => setOpen({ of: section, id: 'new' });
  useKeys({ a: begin('owed'), p: begin('came'), u: () => setOffering((o) => !o) });
  const came = useMemo(() => whatCame(papers, productions ?? []), [papers, productions]);
  if (!demands || !productions || !orders || !offers || !withheld)
    return (
      <main className="wide" aria-busy="true">
        <p role="status">Reading the discovery …</p>
      </main>
    );
  const asOf = daysOf(asked)?.max ?? now;
  const out = outOn(demands, came, asOf, now);
  const ends = offers.flatMap((o) => {
    const d = daysOf(o.ends);
    return d ? [{ value: dateOf(d.max), label: `the day ${o.name} ended` }] : [];
  });
  const form = (section: Open['of']) => ({
    editing: open?.of === section ? open.id : null,
    onEdit: (id: string | null): void => setOpen(id === null ? null : { of: section, id }),
  });
  const stamp = stampOf(orders, day);
  const ledger = () => {
    const bound = boundDemands(demands, withheld);
    return ledgerOf(of, outOn(bound, came, asOf, now), came, asOf, day, stamp);
  };
  const { court, title, number, madeUp } = of;
  const letterOf = () => ({
    caption: { court, parties: title, number },
    madeUp,
    made: day,
    otherSide: otherSide(of),
    demands: boundDemands(demands, withheld),
    stamp,
  });
  const why = ends.find((e) => e.value === dateOf(asOf))?.label.replace(/^the day /, '') ?? '';
  return (
    <main className="wide">
      <div className={css['head']}>
        <Title order={1} size="h2">
          Discovery
        </Title>
        <DaysField
          label="How it stands on"
          value={asked}
          onChange={setAsked}
          placeholder={`today, ${day}`}
          hint="another day shows what was out on it"
        />
        {ends.length > 0 && (
          <NativeSelect
            label="or"
            value={ends.some((e) => e.value === asked) ? asked : ''}
            data={[{ value: '', label: 'a day of an offer' }, ...ends]}
            onChange={(e) => setAsked(e.currentTarget.value)}
          />
        )}
      </div>
      <Orders caseId={of.id} orders={orders} papers={papers} day={day} {...form('orders')} />
      {asOf !== now && <OutNote out={out} asOf={asOf} why={why} />}
      <section className={css['section']} aria-label="What is owed">
        <div className={css['bar']}>
          <h2>What is owed</h2>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setOffering(!offering)}
            aria-expanded={offering}
          >
            What could be asked for
          </Button>
          <Button size="compact-sm" variant="default" onClick={begin('owed')}>
            New demand
          </Button>
          <Button
            size="compact-sm"
            disabled={underWay !== null || boundDemands(demands, withheld).length === 0}
            onClick={() => void make(letter, letterOf())}
          >
            Letter in Word
          </Button>
          {[ledgerWord, ledgerPdf, ledgerXlsx].map((kind) => (
            <Button
              key={kind.id}
              size="compact-sm"
              variant="default"
              disabled={underWay !== null || (demands.length === 0 && productions.length === 0)}
              onClick={() => void make(kind, ledger())}
            >
              {kind.name.replace('Ledger of discovery', 'Ledger')}
            </Button>
          ))}
          {orders.length === 0 && (
            <Button size="compact-sm" variant="subtle" onClick={begin('orders')}>
              Protective order
            </Button>
          )}
          {underWay && (
            <span role="status" className="cite">
              {underWay.says} …{' '}
              <button type="button" className="cite-link" onClick={stop}>
                stop
              </button>
            </span>
          )}
        </div>
        <p className="cite no-print">
          <kbd>A</kbd> new demand, <kbd>P</kbd> new production, <kbd>U</kbd> what could be asked for
        </p>
        {offering && <Panel view={view} demands={demands} withheld={withheld} />}
        <Owed at={at} latest={view.latest} out={out} withheld={withheld} day={day} {...form('owed')} />
      </section>
      <Productions
        caseId={of.id}
        came={came}
        productions={productions}
        papers={papers}
        day={day}
        {...form('came')}
      />
    </main>
  );
}

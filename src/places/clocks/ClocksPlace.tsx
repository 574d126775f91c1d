import { Button, Group, Switch, Title } from '@mantine/core';
import { useState } from 'react';
import { impeach, pin, switchAssumption } from '../../actions/case';
import { removeRelation } from '../../actions/clocks';
import { printAtLeast, printAtMost, printMiss } from '../../time/duration';
import type { Contradiction } from '../../time/solver/contradiction';
import { isAssumption, type Reason, reasonKey } from '../../time/solver/reason';
import type { CaseView } from '../../ui/case-view';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { Term } from '../../ui/Term';
import { sayReason } from '../../words/reason';
import { ClockPicture, type Trial } from './ClockPicture';
import { ClockTable } from './ClockTable';
import { SyncPoints } from './SyncPoints';
import { TrialPanel } from './TrialPanel';
import { TrustOrder } from './TrustOrder';

/** The clocks, how far each is pinned down, what ties them, what is assumed of them, and where they cannot all be right. */
export function ClocksPlace({ view, onRow }: { view: CaseView; onRow: (id: string) => void }) {
  const [trial, setTrial] = useState<Trial | null>(null);
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Title order={1} size="h2" mb="xs">
        Clocks
      </Title>
      <ClockPicture view={view} trial={trial} onTrial={setTrial} />
      {trial ? (
        <TrialPanel key={trial.clockId} view={view} trial={trial} onDone={() => setTrial(null)} />
      ) : (
        <p className="cite" style={{ margin: '0 0 12px' }}>
          Drag a range, or one of its ends, to see which findings would change; with the keyboard, Tab to an
          end and use the arrow keys.
        </p>
      )}
      <ClockTable view={view} />
      <Title order={2} size="h4" mt="xl" mb={4}>
        <Term of="sync point">Sync points</Term>
      </Title>
      <p className="cite" style={{ margin: '0 0 8px' }}>
        One physical moment read on two clocks: a radio call heard on camera and logged by dispatch, a door
        slam in two cameras.
      </p>
      <SyncPoints view={view} />
      <Relations view={view} />
      <Title order={2} size="h4" mt="xl" mb={4}>
        <Term of="assumption">Assumptions</Term>
      </Title>
      <Assumptions view={view} />
      <Title order={2} size="h4" mt="xl" mb={4}>
        Order of trust
      </Title>
      <p className="cite" style={{ margin: '0 0 4px' }}>
        Where entries cannot all be true, the least trusted is set aside: an assumption first, then the lowest
        here. A single entry can be pinned or impeached below.
      </p>
      <TrustOrder view={view} />
      <Title order={2} size="h4" mt="xl" mb={4}>
        Entries that cannot all be true
      </Title>
      {view.analysis.contradictions.length === 0 && (
        <p className="cite">None: every entry can be true together with all the others.</p>
      )}
      {view.analysis.hoursOff.map((h) => (
        <p key={h.clockId} className="work" style={{ margin: '0 0 8px', fontSize: 13.5 }}>
          {h.says}
        </p>
      ))}
      {view.analysis.contradictions.map((c) => (
        <OneContradiction key={c.entries.map(reasonKey).join('|')} c={c} view={view} onRow={onRow} />
      ))}
    </main>
  );
}

/** Statements that order or space two moments, beside those written in the times themselves. */
function Relations({ view }: { view: CaseView }) {
  const { relations } = view.latest;
  if (relations.length === 0) return null;
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb={4}>
        Relations
      </Title>
      <ul className="premises" aria-label="Relations">
        {relations.map((r) => (
          <li key={r.id}>
            {r.says || 'Two entries belong together'}
            {r.min === 0 && r.max === 0
              ? ''
              : `: ${r.min === null ? '' : printAtLeast(r.min)}${r.min !== null && r.max !== null ? ', ' : ''}${r.max === null ? '' : printAtMost(r.max)}`}{' '}
            <RowActions
              of={`the relation: ${r.says.slice(0, 60)}`}
              onRemove={() => void run(removeRelation(r))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every assumption that the solver laid of the clocks of this case, each with its switch. */
function Assumptions({ view }: { view: CaseView }) {
  const of = view.latest.case;
  const list = view.analysis.assumptions;
  if (list.length === 0) return <p className="cite">None: every clock is tied down by the record.</p>;
  const toggle = (key: string, on: boolean): void => void run(switchAssumption(of, key, on));
  return (
    <>
      {list.map(({ key, says }) => (
        <Switch
          key={key}
          size="sm"
          mb={6}
          label={says}
          checked={!of.trust.off.includes(key)}
          onChange={(e) => toggle(key, e.currentTarget.checked)}
        />
      ))}
      <p className="cite">
        Switched off, nothing is taken for granted: findings that rest on it become open.
      </p>
    </>
  );
}

function OneContradiction({
  c,
  view,
  onRow,
}: {
  c: Contradiction;
  view: CaseView;
  onRow: (id: string) => void;
}) {
  const of = view.latest.case;
  const aside = reasonKey(c.setAside);
  const onImpeach = (row: string): void => void run(impeach(of, row));
  const onPin = (row: string): void => void run(pin(of, row));
  return (
    <section className="entry-form" aria-label="Contradiction">
      <strong>They miss one another by {printMiss(c.by)}.</strong>
      <ul className="premises" style={{ marginTop: 8 }}>
        {c.entries.map((r: Reason) => {
          const row = 'row' in r && r.kind !== 'assumption' ? r.row : null;
          const said = sayReason(view.record, r);
          return (
            <li key={reasonKey(r)}>
              {reasonKey(r) === aside ? <s>{said}</s> : said}
              {reasonKey(r) === aside && <em> set aside</em>}
              {isAssumption(r) && <span className="cite"> assumption</span>}
              {row && (
                <Group gap={4} display="inline-flex" ml={8}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    data-of={row}
                    aria-label={`Show ${said}`}
                    onClick={() => onRow(row)}
                  >
                    Show
                  </Button>
                  <Button
                    size="compact-xs"
                    variant={of.trust.pinned.includes(row) ? 'light' : 'subtle'}
                    aria-pressed={of.trust.pinned.includes(row)}
                    data-of={row}
                    aria-label={`Pin ${said}`}
                    onClick={() => onPin(row)}
                  >
                    Pin
                  </Button>
                  <Button
                    size="compact-xs"
                    variant={of.trust.impeached.includes(row) ? 'light' : 'subtle'}
                    aria-pressed={of.trust.impeached.includes(row)}
                    data-of={row}
                    aria-label={`Impeach ${said}`}
                    onClick={() => onImpeach(row)}
                  >
                    Impeach
                  </Button>
                </Group>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { Button, Group as Row, SegmentedControl, Switch, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Finding, Status } from '../../rules/finding';
import type { Limit } from '../../rules/rule';
import { printBounds } from '../../time/duration';
import { AskLimit } from '../../ui/AskLimit';
import type { CaseView } from '../../ui/case-view';
import { rowName } from '../../ui/FindingDetails';
import { Marks } from '../../ui/Marks';
import { Narrowed, searchedFor } from '../../ui/Narrowed';
import { usePrinting } from '../../ui/use-printing';
import { grouped, type Line, limitOf, waiting } from '../../words/grouped';
import { LABELS } from '../../words/label';
import { dayText } from '../../words/moment';
import { establishedIn, marksOf } from '../../words/status';
import css from './findings.module.css';
import { Leverage } from './Leverage';
import { OneFinding } from './OneFinding';
import { type Plans, usePlans } from './plans';
import { Requests } from './Requests';

/** What the record shows, what is open, what is ruled out; the attorney's own part beside each and never in it. */
export function FindingsPlace({
  view,
  at: named,
  selected,
  onRow,
}: {
  view: CaseView;
  at: string | null;
  selected: string | null;
  onRow: (id: string) => void;
}) {
  const at = named ?? selected;
  const [status, setStatus] = useState<Status | 'all' | 'waiting'>('all');
  const [words, setWords] = useState('');
  const [by, setBy] = useState('status');
  const [dismissed, setDismissed] = useState(true);
  const plans = usePlans(view.record.case.id);
  const printing = usePrinting();
  const { findings } = view.analysis;
  const shown = findings.filter(
    (f) =>
      (status === 'all' || status === 'waiting' || f.status === status) &&
      (dismissed || !plans.plan.get(f.key)?.dismissed) &&
      `${f.title} ${f.rule} ${f.premises.map((p) => p.says).join(' ')}`
        .toLowerCase()
        .includes(words.toLowerCase()),
  );
  // What turns on a limit that nobody chose is no list of its own yet: the limit is asked for first.
  const of = view.latest.case;
  const asked = waiting(findings, of);
  const waits = new Set([...asked.values()].flat());
  const listed = status === 'waiting' ? [] : shown.filter((f) => !waits.has(f));
  const shownWaiting = status === 'all' || status === 'waiting' ? shown.filter((f) => waits.has(f)) : [];
  const alone = new Set<Limit>();
  const anyDismissed = findings.some((f) => plans.plan.get(f.key)?.dismissed);
  const one = (f: Finding) => (
    <OneFinding
      key={f.key}
      finding={f}
      number={findings.indexOf(f) + 1}
      view={view}
      plans={plans}
      open={f.key === at}
      onRow={onRow}
    />
  );
  const folded = (line: Line) => (
    <Group
      key={line.findings[0]?.rule}
      line={line}
      shown={printing ? 'all' : line.findings.some((f) => f.key === at) ? 'named' : null}
      one={one}
    />
  );
  /** A finding by itself; the first that turns on a limit nobody chose asks for it. */
  const withLimit = (f: Finding) => {
    const limit = limitOf(f, of);
    if (!limit || alone.has(limit) || asked.has(limit) || f.status === 'foreclosed') return one(f);
    alone.add(limit);
    return (
      <div key={f.key}>
        {one(f)}
        <AskLimit of={of} limit={limit} many={listed.filter((x) => limitOf(x, of) === limit).length} />
      </div>
    );
  };
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Title order={1} size="h2" mb="sm">
        Findings
      </Title>
      <Row gap="sm" mb="md" className="no-print">
        <TextInput
          aria-label="Search the findings"
          placeholder="search"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Status"
          value={status}
          onChange={(v) => setStatus(v as Status | 'all' | 'waiting')}
          data={[
            { value: 'all', label: `All ${findings.length}` },
            ...(['established', 'arguable', 'foreclosed'] as const).map((s) => ({
              value: s,
              label: `${LABELS[s]} ${findings.filter((f) => f.status === s && !waits.has(f)).length}`,
            })),
            ...(waits.size > 0 ? [{ value: 'waiting', label: `needs a limit ${waits.size}` }] : []),
          ]}
        />
        <SegmentedControl
          aria-label="Grouped by"
          value={by}
          onChange={setBy}
          data={[
            { value: 'status', label: 'By status' },
            { value: 'place', label: 'By stop or item' },
            { value: 'leverage', label: 'By leverage' },
          ]}
        />
        {anyDismissed && by !== 'leverage' && (
          <Switch
            label="dismissed ones too"
            checked={dismissed}
            onChange={(e) => setDismissed(e.currentTarget.checked)}
          />
        )}
      </Row>
      <Narrowed
        shown={status === 'waiting' ? shownWaiting.length : shown.length}
        of={findings.length}
        what="findings"
        by={[
          status === 'all' ? '' : `“${status === 'waiting' ? 'needs a limit' : LABELS[status]}”`,
          searchedFor(words),
          dismissed ? '' : 'not being dismissed',
        ]}
      />
      {findings.length === 0 && (
        <p>
          No rule found anything in this record. A finding needs at least the seizure and what came after it.
        </p>
      )}
      {findings.length > 0 && <p className="cite">{establishedIn(findings, waits)}</p>}
      {findings.length > 0 && shown.length === 0 && <p>No finding matches.</p>}
      {by === 'leverage'
        ? shown.length > 0 && <Leverage findings={shown} view={view} plans={plans} />
        : groupsOf(listed, view, plans, by).map(([name, list]) => (
            <section key={name} aria-label={name}>
              {by === 'status' && list[0] ? <Marks of={list[0]} /> : <div className="overline">{name}</div>}
              {linesOf(list, plans).map((line) =>
                line.says === '' ? line.findings.map(withLimit) : folded(line),
              )}
            </section>
          ))}
      {by !== 'leverage' && shownWaiting.length > 0 && (
        <section aria-label="Needs a limit first">
          <div className="overline">Needs a limit first</div>
          {[...asked].map(([limit, all]) => {
            const here = shownWaiting.filter((f) => all.includes(f));
            if (here.length === 0) return null;
            return (
              <div key={limit}>
                <AskLimit of={of} limit={limit} many={all.length} />
                {grouped(here).map((line) => (line.says === '' ? line.findings.map(one) : folded(line)))}
              </div>
            );
          })}
        </section>
      )}
      <Requests caseId={view.record.case.id} />
    </main>
  );
}

/** So many findings of one rule are drawn until more are asked for. */
const DRAWN = 60;

/** All findings of one rule behind one line; they are drawn when it is opened. */
function Group({
  line,
  shown,
  one,
}: {
  line: Line;
  /** All of them are wanted, as on paper; or one of them is named. */
  shown: 'all' | 'named' | null;
  one: (f: Finding) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const [most, setMost] = useState(DRAWN);
  const open = shown !== null || isOpen;
  const drawn = open ? line.findings.slice(0, shown ? undefined : most) : [];
  const more = open ? line.findings.length - drawn.length : 0;
  return (
    <details
      className={css['group']}
      open={open || undefined}
      onToggle={(e) => setOpen(e.currentTarget.open)}
    >
      <summary>
        <strong>{line.says}</strong> <span className="cite">{rangeOf(line.findings)}</span>
      </summary>
      {drawn.map(one)}
      {more > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => setMost(most + DRAWN)}>
          {more} more of them
        </Button>
      )}
    </details>
  );
}

/** One line a rule where it found more than a few; what the attorney put in an order of her own stands by itself. */
function linesOf(list: readonly Finding[], plans: Plans): Line[] {
  const ordered = list.filter((f) => plans.plan.get(f.key)?.order);
  return [
    ...ordered.map((f) => ({ says: '', findings: [f] })),
    ...grouped(list.filter((f) => !ordered.includes(f))),
  ];
}

/** The largest of several findings, in a few words; empty where they have no length. */
const rangeOf = (findings: readonly Finding[]): string => {
  const [first] = findings;
  return first?.bounds ? `the longest ${printBounds(first.bounds)}` : '';
};

/** Findings under their heads, each group in the attorney's own order where there is one. */
function groupsOf(
  findings: readonly Finding[],
  view: CaseView,
  plans: Plans,
  by: string,
): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    const name = by === 'status' ? marksOf(f) : placeOf(f, view);
    const list = groups.get(name);
    if (list) list.push(f);
    else groups.set(name, [f]);
  }
  const order = (f: Finding): number => plans.plan.get(f.key)?.order || Number.POSITIVE_INFINITY;
  for (const [name, list] of groups)
    groups.set(
      name,
      list
        .map((f, i) => ({ f, i }))
        .sort((a, b) => order(a.f) - order(b.f) || a.i - b.i)
        .map(({ f }) => f),
    );
  return [...groups];
}

/** The item, the stop, or the papers that a finding is about. */
function placeOf(f: Finding, view: CaseView): string {
  if (f.item) {
    const item = view.record.items.find((i) => i.id === f.item);
    return item ? `Item ${item.number}${item.description ? `: ${item.description}` : ''}` : 'An item';
  }
  const { stops } = view.analysis;
  const places = new Set(f.subjects.map((s) => view.record.events.findIndex((e) => e.id === s)));
  const stop = stops.find((s) => f.key.endsWith(` ${s.key}`) || s.acts.some((i) => places.has(i)));
  if (!stop) return 'The sources';
  if (stops.length === 1) return 'The stop';
  return stop.begins
    ? `${`Stop of ${dayText(view, stop.begins)}`.replace(/ of $/, '')}: ${rowName(view.record, stop.begins)}`
    : 'The stop';
}

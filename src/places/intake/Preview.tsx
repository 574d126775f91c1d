import { Button, Checkbox, Paper, Select } from '@mantine/core';
import { useState } from 'react';
import type { Confirmed, Decisions, Met, Way } from '../../intake/confirm';
import type { Drafts } from '../../intake/drafts';
import type { CustodyEntry } from '../../record/custody';
import type { EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import { type EventKind, KINDS } from '../../record/vocabulary';
import { KindField } from '../../ui/KindField';
import { type Column, Table } from '../../ui/Table';
import { understoodTime } from '../../ui/TimeField';
import css from './intake.module.css';

/** Rows shown at first, and more with each asking. */
const PAGE = 25;

interface Props {
  readonly drafts: Drafts;
  readonly confirmed: Confirmed;
  readonly decisions: Decisions;
  readonly record: CaseRecord;
  /** The time cells of a line as they stand in the file. */
  readonly written: (line: number) => string;
  readonly onDecide: (decisions: Decisions) => void;
}

/** What will come into the case, row by row: what was written, what was understood, and which rows are left out. */
export function Preview({ drafts, confirmed, decisions, record, written, onDecide }: Props) {
  const [shown, setShown] = useState(PAGE);
  const parts = [
    [confirmed.drafts.events.length, 'event', 'events'],
    [confirmed.drafts.custody.length, 'hand-over', 'hand-overs'],
    [confirmed.drafts.items.length, 'new item', 'new items'],
    [confirmed.drafts.clocks.length, 'new clock', 'new clocks'],
    [confirmed.drafts.sources.length, 'new source', 'new sources'],
  ] as const;
  const leave = (line: number, out: boolean): void => {
    const left = new Set(decisions.left);
    if (out) left.add(line);
    else left.delete(line);
    onDecide({ ...decisions, left });
  };
  const all = Math.max(drafts.events.length, drafts.custody.length);
  return (
    <Paper withBorder p="md" aria-label="Preview" component="section">
      <p style={{ margin: '0 0 8px', fontWeight: 650 }}>
        Will create{' '}
        {parts
          .filter(([n]) => n > 0)
          .map(([n, one, many]) => `${n} ${n === 1 ? one : many}`)
          .join(', ') || 'nothing'}
        .
      </p>
      {drafts.notices.map((n) => (
        <p key={n} className="cite" style={{ margin: '0 0 6px' }}>
          {n}
        </p>
      ))}
      {drafts.clocks
        .filter((c) => c.zone !== '' && c.zone !== record.case.zone)
        .map((c) => (
          <p key={c.id} className="cite" style={{ margin: '0 0 6px' }}>
            {c.name} keeps {c.zone}; the case shows {record.case.zone}. Its times are carried over to that
            zone on the ruler, and stay as written in the record. The case’s zone can be changed under Case.
          </p>
        ))}
      <MetRows
        met={confirmed.met.slice(0, shown)}
        items={new Map([...record.items, ...drafts.items].map((i) => [i.id, i.number]))}
        left={confirmed.met.length - shown}
        onWay={(line, way) => onDecide({ ...decisions, again: new Map(decisions.again).set(line, way) })}
      />
      {drafts.events.length > 0 && (
        <EventRows
          rows={drafts.events.slice(0, shown)}
          drafts={drafts}
          decisions={decisions}
          record={record}
          written={written}
          onLeave={leave}
          onKind={(line, kind) => onDecide({ ...decisions, kinds: new Map(decisions.kinds).set(line, kind) })}
        />
      )}
      {drafts.custody.length > 0 && (
        <CustodyRows
          rows={drafts.custody.slice(0, shown)}
          drafts={drafts}
          record={record}
          decisions={decisions}
          written={written}
          onLeave={leave}
        />
      )}
      {all > shown && (
        <p className="cite">
          The first {shown} of {all} are shown.{' '}
          <Button size="compact-xs" variant="default" onClick={() => setShown(shown + 4 * PAGE)}>
            Show {Math.min(4 * PAGE, all - shown)} more
          </Button>
        </p>
      )}
    </Paper>
  );
}

interface RowsProps {
  readonly drafts: Drafts;
  readonly decisions: Decisions;
  readonly record: CaseRecord;
  readonly onLeave: (line: number, out: boolean) => void;
}

interface EventRowsProps extends RowsProps {
  readonly rows: readonly EventRow[];
  readonly written: (line: number) => string;
  readonly onKind: (line: number, kind: EventKind) => void;
}

/** The check mark with which a line is taken or left out. */
const takeColumn = (
  decisions: Decisions,
  onLeave: RowsProps['onLeave'],
): Column<{ readonly line: number | null }> => ({
  head: 'Take',
  cell: ({ line }) => (
    <Checkbox
      size="xs"
      aria-label={`Take line ${line ?? 0}`}
      checked={!decisions.left.has(line ?? 0)}
      onChange={(x) => onLeave(line ?? 0, !x.currentTarget.checked)}
    />
  ),
});

function EventRows({ rows, drafts, decisions, record, written, onLeave, onKind }: EventRowsProps) {
  const clocks = new Map([...record.clocks, ...drafts.clocks].map((c) => [c.id, c]));
  const refs = new Set([...drafts.events, ...record.events].map((e) => e.ref));
  const means = (text: string, e: EventRow): string => {
    const zone = e.zone || clocks.get(e.clockId)?.zone || record.case.zone;
    return understoodTime(text, e.date, zone, refs, record.case.policies.approximate).says;
  };
  return (
    <Table
      label="Events to come"
      className={`mapping ${css['to-come']}`}
      rows={rows}
      keyOf={(e) => e.line ?? 0}
      marks={(e) => ({ 'data-off': decisions.left.has(e.line ?? 0) })}
      columns={[
        takeColumn(decisions, onLeave),
        { head: 'Line', className: 'mono', cell: (e) => e.line ?? 0 },
        { head: 'As written', className: 'mono', cell: (e) => written(e.line ?? 0) || e.start },
        {
          head: 'Understood',
          className: 'mono',
          cell: (e) => (
            <>
              {means(e.start, e)}
              {e.end !== '' && <div>… {means(e.end, e)}</div>}
            </>
          ),
        },
        {
          head: 'Kind',
          cell: (e) => (
            <KindCell
              name={`Kind of line ${e.line ?? 0}`}
              kind={decisions.kinds.get(e.line ?? 0) ?? e.kind}
              onKind={(kind) => onKind(e.line ?? 0, kind)}
            />
          ),
        },
        { head: 'Who', cell: (e) => e.actor },
        { head: 'What', cell: (e) => e.description },
      ]}
    />
  );
}

/** A kind as a button; pressed, it is the field. A page of fields would be slow to draw. */
function KindCell({
  name,
  kind,
  onKind,
}: {
  name: string;
  kind: EventKind;
  onKind: (kind: EventKind) => void;
}) {
  const [open, setOpen] = useState(false);
  if (open) return <KindField size="xs" w={190} aria-label={name} value={kind} onChange={onKind} autoFocus />;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={`${name}: ${KINDS[kind].label}. Change it`}
      onClick={() => setOpen(true)}
    >
      {KINDS[kind].label}
    </Button>
  );
}

function CustodyRows({
  rows,
  drafts,
  decisions,
  record,
  written,
  onLeave,
}: RowsProps & { rows: readonly CustodyEntry[]; written: (line: number) => string }) {
  const items = new Map([...record.items, ...drafts.items].map((i) => [i.id, i.number]));
  const clocks = new Map([...record.clocks, ...drafts.clocks].map((c) => [c.id, c]));
  const hand = (c: CustodyEntry, who: string, date: string, at: string, signed: boolean | null) => (
    <>
      {who || '—'}
      <div className="mono">
        {at &&
          understoodTime(
            at,
            date,
            c.zone || clocks.get(c.clockId)?.zone || record.case.zone,
            new Set(),
            record.case.policies.approximate,
          ).says}
      </div>
      {signed !== null && <div className="cite">{signed ? 'signed' : 'not signed'}</div>}
    </>
  );
  return (
    <Table
      label="Hand-overs to come"
      className={`mapping ${css['to-come']}`}
      rows={rows}
      keyOf={(c) => c.id}
      marks={(c) => ({ 'data-off': decisions.left.has(c.line ?? 0) })}
      columns={[
        takeColumn(decisions, onLeave),
        { head: 'Line', className: 'mono', cell: (c) => c.line ?? 0 },
        { head: 'As written', className: 'mono', cell: (c) => written(c.line ?? 0) },
        { head: 'Item', cell: (c) => items.get(c.itemId) },
        {
          head: 'Released',
          cell: (c) => hand(c, c.releasedBy, c.releasedDate, c.releasedAt, c.releasedSigned),
        },
        {
          head: 'Received',
          cell: (c) => hand(c, c.receivedBy, c.receivedDate, c.receivedAt, c.receivedSigned),
        },
        { head: 'Purpose', cell: (c) => c.purpose },
        {
          head: 'Amount',
          className: 'mono',
          cell: (c) =>
            c.quantities
              .map((q) => `${q.of} ${q.value} ${q.unit}${q.plusMinus === null ? '' : ` ± ${q.plusMinus}`}`)
              .join(', '),
        },
        { head: 'Seal', cell: (c) => c.seal },
      ]}
    />
  );
}

const WAYS: readonly { value: Way; label: string }[] = [
  { value: 'skip', label: 'skip: stays as it is' },
  { value: 'update', label: 'update: as the file says now' },
  { value: 'add', label: 'add: as one more' },
];

/** Rows that the case has already, as they are or as they were before the file was changed. */
function MetRows({
  met,
  items,
  left,
  onWay,
}: {
  met: readonly Met[];
  items: ReadonlyMap<string, string>;
  left: number;
  onWay: (line: number, way: Way) => void;
}) {
  if (met.length === 0) return null;
  return (
    <>
      <div className="overline">In the case already</div>
      <Table
        label="In the case already"
        className="mapping"
        rows={met}
        keyOf={(m) => m.comes.id}
        columns={[
          { head: 'Line', className: 'mono', cell: (m) => m.line },
          { head: 'In the case', cell: (m) => said(m.of === 'events' ? m.there : handed(m.there, items)) },
          {
            head: 'In the file',
            cell: (m) =>
              m.same ? 'the same, word for word' : said(m.of === 'events' ? m.comes : handed(m.comes, items)),
          },
          {
            head: 'What becomes of it',
            cell: (m) => (
              <Select
                size="xs"
                w={210}
                aria-label={`What becomes of line ${m.line}`}
                allowDeselect={false}
                data={m.same ? WAYS.filter((w) => w.value !== 'update') : [...WAYS]}
                value={m.way}
                onChange={(w) => w && onWay(m.line, w as Way)}
              />
            ),
          },
        ]}
      />
      {left > 0 && <p className="cite">and {left} more, which are treated alike</p>}
    </>
  );
}

const said = (row: EventRow | string): string =>
  typeof row === 'string'
    ? row
    : `${row.date} ${row.start}${row.end ? ` … ${row.end}` : ''} ${KINDS[row.kind].label}: ${row.description.slice(0, 80)}`;

const signed = (is: boolean | null): string => (is === null ? '' : is ? ' (signed)' : ' (not signed)');

/** A hand-over in one line. */
const handed = (c: CustodyEntry, items: ReadonlyMap<string, string>): string =>
  [
    `Item ${items.get(c.itemId) ?? '?'}: ${c.releasedBy || '—'}${signed(c.releasedSigned)} to ${c.receivedBy || '—'}${signed(c.receivedSigned)}`,
    `${c.receivedDate || c.releasedDate} ${c.receivedAt || c.releasedAt}`.trim(),
    c.purpose ?? '',
    c.seal === '' ? '' : `seal ${c.seal}`,
    c.quantities.map((q) => `${q.of} ${q.value} ${q.unit}`).join(', '),
    c.note.slice(0, 60),
  ]
    .filter((part) => part !== '')
    .join(' · ');

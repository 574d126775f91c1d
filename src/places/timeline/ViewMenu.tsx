import { ActionIcon, Button, Checkbox, Group, Popover, Select, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { cloneElement } from 'react';
import { clockLine } from '../../analysis/clocks';
import { LANES } from '../../drawing/lanes';
import type { Group as LaneGroup } from '../../drawing/lanes/lane';
import type { Sheet } from '../../drawing/lanes/lanes';
import { inOrder } from '../../drawing/scene/layout';
import { ruleOf } from '../../rules';
import type { CaseView } from '../../ui/case-view';
import { type Behind, useOpening } from '../../ui/later-menu';
import { FOLD_DEFAULT, type Lanes } from './use-lanes';

const MINUTE = 60_000;
const FOLDS: readonly (readonly [string, number | null])[] = [
  ['15 minutes', 15 * MINUTE],
  ['75 minutes', FOLD_DEFAULT],
  ['6 hours', 360 * MINUTE],
  ['a day', 1440 * MINUTE],
  ['three weeks', 21 * 1440 * MINUTE],
  ['never', null],
];

/** Lists of fields lie within the menu: outside of it, pressing the mouse on a line would shut the menu before the line is taken. */
const INSIDE = { withinPortal: false } as const;

interface Props extends Behind {
  readonly view: CaseView;
  readonly sheet: Sheet;
  readonly lanes: Lanes;
  /** The clock of the ruler; null for case time. */
  readonly clock: string | null;
  readonly onClock: (id: string | null) => void;
  readonly findings: string;
  readonly onFindings: (which: string) => void;
  /** Whether each entry is drawn by its own clock. */
  readonly plain: boolean;
  readonly onAsWritten: (on: boolean) => void;
  readonly minute: boolean;
  readonly onMinute: (on: boolean) => void;
}

/** Which clock, which findings, what is drawn of it, which dead time is folded, which lanes and in which order. */
export function ViewMenu({
  button,
  view,
  sheet,
  lanes,
  clock,
  onClock,
  findings,
  onFindings,
  plain,
  onAsWritten,
  minute,
  onMinute,
}: Props) {
  const { target, ...menu } = useOpening({ button });
  const list = inOrder(sheet.lanes, lanes.order);
  const ids = list.map((l) => l.id);
  const rulerClocks = view.record.clocks
    .filter((c) => Number.isFinite(clockLine(view.analysis, c.id)?.offset?.max ?? Number.NaN))
    .map((c) => ({ value: c.id, label: c.name }));
  return (
    <Popover position="bottom-end" width={330} trapFocus returnFocus shadow="md" {...menu}>
      <Popover.Target>{cloneElement(target, { onClick: () => menu.onChange(!menu.opened) })}</Popover.Target>
      <Popover.Dropdown style={{ maxHeight: '60vh', overflowY: 'auto' }}>
        <Select
          size="xs"
          label="Clock of the ruler"
          comboboxProps={INSIDE}
          placeholder="wall clock"
          clearable
          value={clock}
          onChange={onClock}
          data={rulerClocks}
          mb={6}
        />
        <Select
          size="xs"
          label="Findings shown"
          comboboxProps={INSIDE}
          value={findings}
          onChange={(which) => onFindings(which ?? 'all')}
          allowDeselect={false}
          data={[
            { value: 'all', label: 'All findings' },
            { value: 'selected', label: 'Only the one selected' },
            ...[...new Set(view.analysis.findings.map((f) => f.rule))].map((rule) => ({
              value: rule,
              label: ruleOf(rule).name,
            })),
          ]}
          mb={6}
        />
        <Switch
          size="xs"
          label="As written (W): each entry by its own clock"
          checked={plain}
          onChange={(e) => onAsWritten(e.currentTarget.checked)}
          mb={6}
        />
        <Switch
          size="xs"
          label="One minute (M): what the stop needed, how long it lasted"
          checked={minute}
          onChange={(e) => onMinute(e.currentTarget.checked)}
          mb={8}
        />
        <Select
          size="xs"
          label="Fold dead time over"
          comboboxProps={INSIDE}
          mb={8}
          allowDeselect={false}
          value={FOLDS.find(([, ms]) => ms === lanes.fold)?.[0] ?? null}
          data={FOLDS.map(([name]) => name)}
          onChange={(name) => lanes.foldOver(FOLDS.find(([n]) => n === name)?.[1] ?? null)}
        />
        {LANES.filter((kind) => kind.tables).map((kind) => (
          <Checkbox
            key={kind.id}
            size="xs"
            mb={4}
            label={`${kind.group.name}: ${kind.says} (yours, in no exhibit)`}
            checked={lanes.beside.includes(kind.id)}
            onChange={(e) => lanes.draw(kind.id, e.currentTarget.checked)}
          />
        ))}
        {list.map((l, i) => (
          <div key={l.id}>
            {list[i - 1]?.group.id !== l.group.id && (
              <GroupHead
                group={l.group}
                ids={list.filter((x) => x.group.id === l.group.id).map((x) => x.id)}
                lanes={lanes}
              />
            )}
            <Group gap={4} wrap="nowrap" justify="space-between" mb={2}>
              <Checkbox
                size="xs"
                label={l.name}
                checked={!lanes.hidden.includes(l.id)}
                onChange={(e) => lanes.hide([l.id], !e.currentTarget.checked)}
              />
              <span style={{ whiteSpace: 'nowrap' }}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={20}
                  aria-label={`Move ${l.name} up`}
                  disabled={list[i - 1]?.group.id !== l.group.id}
                  onClick={() => lanes.move(ids, l.id, -1)}
                >
                  <IconArrowUp size={13} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={20}
                  aria-label={`Move ${l.name} down`}
                  disabled={list[i + 1]?.group.id !== l.group.id}
                  onClick={() => lanes.move(ids, l.id, 1)}
                >
                  <IconArrowDown size={13} />
                </ActionIcon>
              </span>
            </Group>
          </div>
        ))}
        <Button size="compact-xs" variant="subtle" onClick={lanes.reset} mt={6}>
          As they were
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A group of lanes, put away or brought back as a whole. */
function GroupHead({ group, ids, lanes }: { group: LaneGroup; ids: readonly string[]; lanes: Lanes }) {
  const away = ids.every((id) => lanes.hidden.includes(id));
  return (
    <Group justify="space-between" mt={8} mb={2}>
      <span className="overline" style={{ border: 0, margin: 0, padding: 0 }}>
        {group.name}
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => lanes.hide(ids, !away)}
        aria-label={`${away ? 'Show' : 'Put away'} all lanes of ${group.name}`}
      >
        {away ? 'Show all' : 'Put away'}
      </Button>
    </Group>
  );
}

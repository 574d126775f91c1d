import { ActionIcon, Button, Checkbox, Group, Popover, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { LANES } from '../../drawing/lanes';
import type { Group as LaneGroup } from '../../drawing/lanes/lane';
import type { Sheet } from '../../drawing/lanes/lanes';
import { inOrder } from '../../drawing/scene/layout';
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
export const INSIDE = { withinPortal: false } as const;

/** How the sheet is looked at: what its caller adds, which dead time is folded, which lanes are drawn and in which order. */
export function ViewMenu({
  sheet,
  lanes,
  children,
}: {
  sheet: Sheet;
  lanes: Lanes;
  children: React.ReactNode;
}) {
  const list = inOrder(sheet.lanes, lanes.order);
  const ids = list.map((l) => l.id);
  return (
    <Popover position="bottom-end" width={330} trapFocus shadow="md">
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          View{lanes.hidden.length > 0 ? ` (${lanes.hidden.length} hidden)` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown style={{ maxHeight: '60vh', overflowY: 'auto' }}>
        {children}
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

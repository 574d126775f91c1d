import { Group, Menu, TextInput } from '@mantine/core';
import * as v from 'valibot';
import type { Sheet } from '../../drawing/lanes/lanes';
import { keep, recall } from '../../store/commands';
import { draftKey } from '../../store/drafts';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { type Behind, useOpening } from '../../ui/later-menu';
import { RowActions } from '../../ui/RowActions';
import { useDraftText } from '../../ui/use-draft';
import { useKept } from '../../ui/use-kept';
import type { Range } from './use-range';

const MarksSchema = v.array(v.object({ name: v.string(), t0: v.number(), t1: v.number() }));
type Mark = v.InferOutput<typeof MarksSchema>[number];

/** The bookmarks as they were kept; none where nothing is read yet. */
function marksOf(kept: unknown): readonly Mark[] {
  const read = v.safeParse(MarksSchema, kept);
  return read.success ? read.output : [];
}

/** Views kept under a name, by time and not by drawing, so that they hold when the sheet changes. */
export function Bookmarks({
  button,
  view,
  sheet,
  range,
}: Behind & { view: CaseView; sheet: Sheet; range: Range }) {
  const { target, ...menu } = useOpening({ button });
  const [name, setName] = useDraftText(draftKey(view.record.case.id, 'bookmark'));
  const key = `bookmarks ${view.record.case.id}`;
  const marks = marksOf(useKept(() => recall(db, key), [key]));
  // What is kept is asked first: a name may be typed before it was read.
  const change = async (to: (marks: readonly Mark[]) => Mark[]): Promise<void> =>
    keep(db, key, to(marksOf(await recall(db, key))));
  return (
    <Menu closeOnItemClick position="bottom-start" {...menu}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {marks.map((m) => (
          <Group key={m.name} gap={2} wrap="nowrap">
            <Menu.Item onClick={() => range.zoomTo(sheet.axis.toU(m.t0), sheet.axis.toU(m.t1))}>
              {m.name}
            </Menu.Item>
            <RowActions
              of={`the bookmark ${m.name}`}
              onRemove={() => void change((list) => list.filter((x) => x.name !== m.name))}
            />
          </Group>
        ))}
        {marks.length > 0 && <Menu.Divider />}
        <form
          style={{ padding: 6 }}
          onSubmit={(e) => {
            e.preventDefault();
            if (name.trim() === '') return;
            const mark = { name: name.trim(), t0: sheet.axis.toT(range.u0), t1: sheet.axis.toT(range.u1) };
            void change((list) => [...list.filter((m) => m.name !== mark.name), mark]);
            setName('');
          }}
        >
          <TextInput
            size="xs"
            aria-label="Name of this view"
            placeholder="keep this view as …"
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
          />
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}

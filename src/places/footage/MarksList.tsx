import { ActionIcon, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { noteMark, removeMark } from '../../actions/footage';
import { msOf } from '../../media/marks';
import { type Part, wholeMs } from '../../media/parts';
import type { FramePlayer } from '../../media/player/frame-player';
import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { draftKey } from '../../store/drafts';
import { printMedia } from '../../time/grammar/print';
import { DraftNote } from '../../ui/DraftNote';
import { LongRows, useLongList } from '../../ui/LongRows';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import css from './footage.module.css';
import { useShown } from './use-player';

interface Props {
  readonly rows: readonly EventRow[];
  readonly player: FramePlayer | null;
  /** The file on screen, and all files of the recording. */
  readonly leader: string;
  readonly parts: readonly Part[];
  /** To a moment of a file, ms. */
  readonly onGo: (ms: number, source: string) => void;
  readonly selected: string | null;
  readonly editing: string | null;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (id: string | null) => void;
}

/** What is marked on this recording, in its order; it follows the picture. */
export function MarksList({ rows, player, leader, parts, onGo, selected, editing, onSelect, onEdit }: Props) {
  const { ms, playing } = useShown(player, 150);
  const times = useMemo(() => rows.map((r) => msOf(r.start) ?? 0), [rows]);
  let now = -1;
  const along = useMemo(
    () => rows.map((r, i) => wholeMs(parts, r.sourceId, times[i] as number)),
    [rows, times, parts],
  );
  const here = wholeMs(parts, leader, ms);
  for (let i = 0; i < along.length && (along[i] as number) <= here + 1; i++) now = i;
  const list = useLongList({ count: rows.length, height: 46, keyOf: (i) => rows[i]?.id ?? i, of: rows });
  const { virtual } = list;
  const chosen = rows.findIndex((r) => r.id === selected);
  useEffect(() => {
    // A list that moved away from a note would take the note with it.
    if (playing && now >= 0 && editing === null) virtual.scrollToIndex(now, { align: 'center' });
  }, [playing, now, virtual, editing]);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);
  if (rows.length === 0)
    return (
      <p className="cite">
        Nothing is marked on this recording yet. Play it and press a key of the set below; each mark is an
        entry of the record.
      </p>
    );
  return (
    <div ref={list.scroller} className={css['marks-list']}>
      <LongRows
        list={list}
        role="list"
        aria-label="Marks on this recording"
        row={(i) => ({
          role: 'listitem',
          className: css['mark-row'],
          'data-selected': rows[i]?.id === selected,
          'data-now': i === now,
        })}
      >
        {(i) => {
          const row = rows[i] as EventRow;
          const at = times[i] as number;
          const end = msOf(row.end);
          return (
            <>
              <button
                type="button"
                className={css['mark-go']}
                onClick={() => {
                  onSelect(row.id);
                  onGo(at, row.sourceId);
                }}
              >
                <span className="mono">
                  {printMedia(at, 1)}
                  {end !== null && ` – ${printMedia(end, 1)}`}
                </span>
                <span className="cite">
                  {row.filmed
                    ? ` frame ${row.filmed.frame}${row.filmed.endFrame === null ? '' : `–${row.filmed.endFrame}`}`
                    : ''}
                </span>
                {parts.length > 1 && (
                  <span className="cite">
                    {' '}
                    of file {1 + parts.findIndex((p) => p.source.id === row.sourceId)}
                  </span>
                )}
                <br />
                <strong>{KINDS[row.kind].label}</strong>{' '}
                {row.actor && <span className="cite">{row.actor}</span>}{' '}
                {editing === row.id ? null : row.description}
              </button>
              {editing === row.id ? (
                <MarkNote row={row} onDone={() => onEdit(null)} />
              ) : (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`Take out ${KINDS[row.kind].label} at ${printMedia(at, 1)}`}
                  onClick={() => void run(removeMark(row))}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              )}
            </>
          );
        }}
      </LongRows>
    </div>
  );
}

/** The words beside a mark, typed over what stood there when that began. A note that is left is kept as a draft and said the next time. */
function MarkNote({ row, onDone }: { row: EventRow; onDone: () => void }) {
  const { form, input, draft } = useFields(
    { text: row.description },
    draftKey(row.caseId, 'note on a mark', row.id),
  );
  const keep = async (): Promise<void> => {
    const seen = { ...row, description: form.seen.text };
    if (!(await run(noteMark(seen, form.fields.text.trim())))) return;
    draft.drop();
    onDone();
  };
  return (
    <div>
      <TextInput
        size="xs"
        aria-label="Note on the mark"
        description="Enter keeps it; Escape leaves it as a draft"
        data-mark-note
        {...input('text')}
        autoFocus
        onKeyDown={(e) => {
          e.stopPropagation();
          if (e.key === 'Escape') onDone();
          if (e.key === 'Enter') void keep();
        }}
      />
      <DraftNote at={draft.at} onDrop={draft.drop} />
    </div>
  );
}

import { Button, Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { Cite } from '../../ui/Cite';
import type { CaseView } from '../../ui/case-view';
import { elapsedText } from '../../words/elapsed';
import { dayText, widthText, windowText } from '../../words/moment';
import { together } from '../../words/together';
import css from './record.module.css';

interface Props {
  readonly e: EventRow;
  /** Why it has no place; empty where it has one. */
  readonly bad: string;
  readonly view: CaseView;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly index: number;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onSelect: () => void;
  /** @param range from the one chosen last to this one */
  readonly onChoose: (range: boolean) => void;
  readonly onStep: (by: -1 | 1) => void;
}

/** One entry of the table. With the focus on it: Enter edits, x or Space chooses, Delete takes out, arrows go on. */
export function RecordLine({ e, bad, view, current, chosen, index, ...on }: Props) {
  const name = e.ref || e.description;
  const keys = (k: KeyboardEvent<HTMLElement>): void => {
    if (k.target !== k.currentTarget || k.ctrlKey || k.metaKey || k.altKey) return;
    const does: Record<string, () => void> = {
      Enter: on.onEdit,
      x: () => on.onChoose(k.shiftKey),
      X: () => on.onChoose(true),
      ' ': () => on.onChoose(k.shiftKey),
      Delete: on.onRemove,
      ArrowDown: () => on.onStep(1),
      ArrowUp: () => on.onStep(-1),
    };
    const act = does[k.key];
    if (!act) return;
    k.preventDefault();
    act();
  };
  return (
    <div
      className={css['grid-row']}
      style={{ background: current || chosen ? 'var(--finding-soft)' : undefined }}
      role="row"
      tabIndex={index === 0 || current ? 0 : -1}
      data-row={e.id}
      data-bad={bad !== ''}
      aria-rowindex={index + 2}
      onDoubleClick={on.onEdit}
      onClick={on.onSelect}
      onKeyDown={keys}
    >
      <div role="cell">
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={`Choose ${name}`}
          checked={chosen}
          onChange={() => undefined}
          onClick={(k) => {
            k.stopPropagation();
            on.onChoose(k.shiftKey);
          }}
        />
      </div>
      <div role="cell" className="mono">
        {e.start}
        {e.end ? ` … ${e.end}` : ''}
      </div>
      <div role="cell" className="mono">
        {bad ? (
          <span className="bad">not dated</span>
        ) : (
          `${dayText(view, e.id).slice(5)} ${windowText(view, e.id)}`
        )}
      </div>
      <div role="cell" className="mono">
        {together(elapsedText(view, e.id))}
      </div>
      <div role="cell">{KINDS[e.kind].label}</div>
      <div role="cell">
        {e.description}
        {bad && <div className="bad">{bad}</div>}
      </div>
      <div role="cell">{e.actor}</div>
      <div role="cell">
        <Cite row={e} source={view.record.sources.find((s) => s.id === e.sourceId)} />
      </div>
      <div role="cell" className="cite">
        {widthText(view, e.id)}
      </div>
      <div role="cell" className="no-print" style={{ display: 'flex', gap: 2 }}>
        <Button size="compact-xs" variant="subtle" onClick={on.onEdit} aria-label={`Edit ${name}`}>
          Edit
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={on.onRemove}
          aria-label={`Take out ${name}`}
        >
          ✕
        </Button>
      </div>
    </div>
  );
}

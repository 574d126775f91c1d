import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { DraftNote } from './DraftNote';
import type { Draft } from './use-draft';

interface Props {
  readonly label: string;
  readonly ready: boolean;
  /** `Save` or `Add`. */
  readonly action: string;
  readonly note?: string;
  /** What stands between the fields and the buttons. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
  /** Gives false or null where it was not saved: what was typed stays. */
  readonly onSave: () => Promise<unknown>;
  readonly onDone: () => void;
  /** What was typed before: said, and gone once it is saved or left. */
  readonly draft?: Draft;
}

/** The frame of every entry form: Enter saves what is ready, Escape leaves it as it was. */
export function EntryFrame({ label, ready, action, note, below, children, onSave, onDone, draft }: Props) {
  const leave = (): void => {
    draft?.drop();
    onDone();
  };
  return (
    <form
      className="entry-form"
      aria-label={label}
      onSubmit={(e) => {
        e.preventDefault();
        if (ready) void onSave().then((done) => done && leave());
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Escape') return;
        e.stopPropagation();
        leave();
      }}
    >
      {draft && <DraftNote at={draft.at} onDrop={draft.drop} />}
      <div className="entry-fields">{children}</div>
      {below}
      <Group gap="xs" mt={6}>
        <Button type="submit" size="xs" disabled={!ready}>
          {action}
        </Button>
        <Button size="xs" variant="default" onClick={leave}>
          Cancel
        </Button>
        {note && <span className="cite">{note}</span>}
      </Group>
    </form>
  );
}

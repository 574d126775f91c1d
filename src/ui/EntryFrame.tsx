import { Button, Group } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { DraftNote } from './DraftNote';
import { useFormHandBack } from './hand';
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
  /** For a form that stays open for the next one: what is done once this one is saved, in place of leaving. */
  readonly onSaved?: () => void;
  /** One of its times is asked about: Enter goes to the question. */
  readonly asked?: boolean;
  /** What comes after it are the keys of the place: no button has the focus then. */
  readonly keysNext?: boolean;
}

/** Where typing goes on in a form that stays open: where it says so, or at its first field. */
const goOn = (form: HTMLFormElement | null): void =>
  (['[data-next]', '[data-autofocus]', '.entry-fields :is(input, textarea, select):not([disabled])'] as const)
    .map((where) => form?.querySelector<HTMLElement>(where))
    .find((field) => field)
    ?.focus();

/** What keeps a form from being saved: a field at fault, or one that is needed and empty. */
const missing = (form: HTMLFormElement): HTMLElement | undefined =>
  [...form.querySelectorAll<HTMLInputElement>('[aria-invalid="true"], [aria-required="true"]')].find(
    (field) => field.getAttribute('aria-invalid') === 'true' || field.value.trim() === '',
  );

/**
 * The frame of every entry form: Enter saves what is ready, or goes to what is missing; Escape leaves it as it was. The hand is then where it was before
 * the form opened, or, in one that stays open, at the field where the next is begun.
 */
export function EntryFrame(props: Props) {
  const {
    label,
    ready,
    action,
    note,
    below,
    children,
    onSave,
    onDone,
    draft,
    onSaved,
    asked = false,
    keysNext = false,
  } = props;
  const saving = useRef(false);
  const frame = useRef<HTMLFormElement>(null);
  useFormHandBack(!keysNext);
  const leave = (): void => {
    draft?.drop();
    onDone();
  };
  const submit = async (e: FormEvent<HTMLFormElement>): Promise<void> => {
    e.preventDefault();
    if (asked) e.currentTarget.querySelector<HTMLElement>('[aria-label="Which is meant?"] button')?.focus();
    if (!ready || saving.current) return;
    saving.current = true;
    try {
      const saved = await onSave();
      if (saved === false || saved === null) return;
      if (!onSaved) return leave();
      onSaved();
      goOn(frame.current);
    } finally {
      saving.current = false;
    }
  };
  return (
    <form
      ref={frame}
      className="entry-form"
      aria-label={label}
      onSubmit={(e) => void submit(e)}
      onKeyDown={(e) => {
        // No form is sent whose button is off: without this nothing would happen.
        if (
          e.key === 'Enter' &&
          !ready &&
          !asked &&
          !e.defaultPrevented &&
          e.target instanceof HTMLInputElement
        )
          missing(e.currentTarget)?.focus();
        // An open list of choices is closed first, by itself.
        if (e.key !== 'Escape' || (e.target as HTMLElement).hasAttribute('aria-controls')) return;
        e.stopPropagation();
        leave();
      }}
    >
      {draft && <DraftNote at={draft.at} onDrop={draft.drop} />}
      <div className="entry-fields">{children}</div>
      {below}
      <Group gap="xs" mt={6}>
        <Button type="submit" size="xs" disabled={!ready && !asked}>
          {action}
        </Button>
        <Button size="xs" variant="default" onClick={leave}>
          {onSaved ? 'Close' : 'Cancel'}
        </Button>
        {note && <span className="cite">{note}</span>}
      </Group>
    </form>
  );
}

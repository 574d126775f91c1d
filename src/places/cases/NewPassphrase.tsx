import { PasswordInput } from '@mantine/core';
import { useFields } from '../../ui/use-fields';

/** A passphrase that is typed twice; it is kept nowhere. */
export interface NewPassphrase {
  readonly text: string;
  /** Long enough, and twice the same. */
  readonly ready: boolean;
  readonly clear: () => void;
  readonly letters: number;
  readonly fields: ReturnType<typeof useFields<typeof EMPTY>>;
}

const EMPTY = { once: '', again: '' };

/** @param letters at least so many */
export function useNewPassphrase(letters: number): NewPassphrase {
  const fields = useFields(EMPTY);
  const { once, again } = fields.form.fields;
  return {
    text: once,
    ready: once.length >= letters && once === again,
    clear: fields.reset,
    letters,
    fields,
  };
}

interface Props {
  readonly of: NewPassphrase;
  readonly label?: string;
  readonly autofocus?: boolean;
}

/** The two fields of a new passphrase. */
export function NewPassphraseFields({
  of: { letters, fields },
  label = 'Passphrase',
  autofocus = false,
}: Props) {
  const { once, again } = fields.form.fields;
  return (
    <>
      <PasswordInput
        label={label}
        description={`${letters} letters or more; several words are best`}
        {...fields.input('once')}
        {...(autofocus ? { 'data-autofocus': true } : {})}
      />
      <PasswordInput
        label="Once more"
        {...fields.input('again')}
        error={again !== '' && again !== once ? 'not the same' : undefined}
      />
    </>
  );
}

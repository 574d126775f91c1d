import { Checkbox, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { faultsOf, type OwnFields, type OwnTable, saveOwn } from '../actions/own-rows';
import type { Rows } from '../record/tables';
import { draftKey } from '../store/drafts';
import { DaysField } from './DaysField';
import { EntryFrame } from './EntryFrame';
import { run } from './run';
import { useFields } from './use-fields';

/** One field of a form, by the field of the row that it holds. */
export interface FieldOf<T extends OwnTable> {
  readonly name: keyof OwnFields<T> & string;
  readonly label: string;
  readonly as: 'text' | 'long' | 'days' | 'date' | 'hour' | 'choice' | 'flag' | 'count' | 'paper';
  readonly hint?: string;
  /** Of a choice: value and what it is called. */
  readonly choices?: readonly (readonly [value: string, says: string])[];
  /** Shown only where the rest of the form wants it. */
  readonly when?: (fields: OwnFields<T>) => boolean;
}

interface Props<T extends OwnTable> {
  readonly table: T;
  readonly caseId: string;
  /** The row that is edited; null for a new one, which begins as `blank`. */
  readonly row: Rows[T] | null;
  readonly blank: OwnFields<T>;
  readonly label: string;
  readonly fields: readonly FieldOf<T>[];
  /** The field without which there is no row. */
  readonly needs: keyof OwnFields<T> & string;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  readonly note?: string;
  readonly onDone: () => void;
  /** What follows from what is typed, as it is kept. */
  readonly derive?: (fields: OwnFields<T>) => OwnFields<T>;
  /** The form stays open for the next row: what of this one it begins with. */
  readonly next?: (fields: OwnFields<T>) => Partial<OwnFields<T>>;
}

/** The form of a row beside the facts: Enter keeps it, Escape leaves it; what is typed outlives the form until it is kept. */
export function RowForm<T extends OwnTable>(props: Props<T>) {
  const { table, caseId, row, blank, label, fields, needs, papers, note, onDone, next, derive } = props;
  const { id: _, caseId: _c, ...now } = (row ?? { id: '', caseId: '' }) as { id: string; caseId: string };
  const start = (row ? now : blank) as OwnFields<T>;
  const { form, set, draft, reset } = useFields<OwnFields<T>>(start, draftKey(caseId, table, row?.id));
  const f = form.fields as OwnFields<T> & Record<string, unknown>;
  const faults = faultsOf(f);
  const ready = String(f[needs] ?? '').trim() !== '' && Object.keys(faults).length === 0;
  return (
    <EntryFrame
      label={label}
      ready={ready}
      action={row ? 'Save' : 'Add'}
      {...(note ? { note } : {})}
      draft={draft}
      onSave={() => run(saveOwn(table, caseId, row, derive ? { ...form, fields: derive(f) } : form))}
      onDone={onDone}
      {...(next && !row
        ? {
            onSaved: () => {
              draft.drop();
              reset();
              set(next(f));
            },
          }
        : {})}
    >
      {fields
        .filter((x) => x.when?.(f) ?? true)
        .map((x, i) => (
          <OneField
            key={x.name}
            field={x}
            value={f[x.name]}
            papers={papers}
            first={i === 0}
            needed={x.name === needs}
            onChange={(value) => set({ [x.name]: value } as Partial<OwnFields<T>>)}
          />
        ))}
    </EntryFrame>
  );
}

interface OneProps<T extends OwnTable> {
  readonly field: FieldOf<T>;
  readonly value: unknown;
  readonly papers: Props<T>['papers'];
  readonly first: boolean;
  readonly needed: boolean;
  readonly onChange: (value: unknown) => void;
}

function OneField<T extends OwnTable>({ field, value, papers, first, needed, onChange }: OneProps<T>) {
  const { label, hint } = field;
  const text = String(value ?? '');
  const common = {
    label,
    ...(first ? { autoFocus: true } : {}),
    ...(needed ? { 'aria-required': true } : {}),
  };
  switch (field.as) {
    case 'days':
      return <DaysField label={label} value={text} onChange={onChange} hint={hint} autoFocus={first} />;
    case 'long':
      return (
        <Textarea
          {...common}
          description={hint}
          autosize
          minRows={1}
          maxRows={12}
          value={text}
          onChange={(e) => onChange(e.currentTarget.value)}
          // Enter is a line here, as in the paper; Ctrl and Enter keep the row.
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.form?.requestSubmit();
          }}
        />
      );
    case 'date':
      return (
        <TextInput
          {...common}
          type="date"
          value={text}
          description={hint}
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      );
    case 'hour':
      return (
        <TextInput
          {...common}
          type="time"
          value={text}
          description={hint}
          onChange={(e) => onChange(e.currentTarget.value.slice(0, 5))}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          description={hint}
          value={text}
          data={(field.choices ?? []).map(([v, says]) => ({ value: v, label: says }))}
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={label}
          description={hint}
          mt={22}
          checked={value === true}
          onChange={(e) => onChange(e.currentTarget.checked)}
        />
      );
    case 'count':
      return (
        <NumberInput
          {...common}
          description={hint}
          value={Number(value)}
          min={1}
          max={20_000}
          allowDecimal={false}
          onChange={(v) => onChange(Number(v) || 1)}
        />
      );
    case 'paper':
      return (
        <Select
          {...common}
          description={hint}
          placeholder="none of the papers of the case"
          searchable
          clearable
          limit={50}
          value={text === '' ? null : text}
          data={papers.map((p) => ({ value: p.id, label: p.name }))}
          onChange={(v) => onChange(v ?? '')}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          description={hint}
          value={text}
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      );
  }
}

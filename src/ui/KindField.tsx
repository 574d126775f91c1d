import { Select } from '@mantine/core';
import { useState } from 'react';
import { type EventKind, KINDS } from '../record/vocabulary';
import { KIND_GROUPS, kindsFor } from './kind-choice';

interface Props {
  readonly value: EventKind | null;
  readonly onChange: (kind: EventKind) => void;
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly description?: string | undefined;
  readonly placeholder?: string;
  readonly size?: 'xs' | 'sm';
  readonly w?: number;
  readonly autoFocus?: boolean;
}

/** A kind of event, chosen by typing: its name or a word that logs use for it. What stood there makes room for what is typed. */
export function KindField({ value, onChange, placeholder = '', ...rest }: Props) {
  const name = value === null ? '' : KINDS[value].label;
  const [typed, setTyped] = useState<string | null>(null);
  // One who only passes through changes nothing.
  const searching = typed !== null && typed.trim() !== '';
  return (
    <Select
      {...rest}
      searchable
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange={searching}
      autoSelectOnBlur={searching}
      nothingFoundMessage="No kind is called so"
      value={value}
      data={KIND_GROUPS}
      searchValue={typed ?? name}
      onInput={(e) => {
        const text = e.currentTarget.value;
        setTyped(typed === null && text.startsWith(name) ? text.slice(name.length) : text);
      }}
      onKeyDown={(e) => {
        // Enter before the list has marked its first kind takes it all the same, and saves no form.
        if (e.key !== 'Enter' || !searching || e.currentTarget.getAttribute('aria-activedescendant')) return;
        e.preventDefault();
        const [first] = kindsFor(typed ?? '');
        if (!first) return;
        setTyped(null);
        onChange(first.value);
      }}
      onFocus={() => setTyped('')}
      onBlur={() => setTyped(null)}
      placeholder={name || placeholder}
      filter={({ options, search }) => (search.trim() === '' ? options : kindsFor(search))}
      onChange={(kind) => {
        setTyped(null);
        if (kind) onChange(kind as EventKind);
      }}
    />
  );
}

import { Button, Paper, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Ask, Drafts } from '../../intake/drafts';
import { Table } from '../../ui/Table';
import type { HalfTyped } from './use-half-typed';

/** Lines shown; what is mended makes room for the next. */
const SHOWN = 200;

interface Props {
  readonly drafts: Drafts;
  /** The field that a column of that name holds; null where the line was refused as a whole. */
  readonly fieldOf: (column: string) => { readonly field: string; readonly label: string } | null;
  readonly cell: (line: number, field: string) => string;
  readonly typed: HalfTyped;
  readonly onMend: (line: number, field: string, text: string) => void;
}

/** Lines that are left out, each with its reason, and its cell to be mended in place: Enter reads the line again. */
export function RefusedLines({ drafts, fieldOf, cell, typed, onMend }: Props) {
  const { refused, asks } = drafts;
  const table = useRef<HTMLTableElement>(null);
  const mended = useRef(false);
  useEffect(() => {
    // The hand goes on to the next line that waits.
    if (!mended.current || refused.length === 0) return;
    mended.current = false;
    table.current?.querySelector('input')?.focus();
  }, [refused]);
  if (refused.length === 0) return null;
  return (
    <Paper withBorder p="md" mb="md">
      <p className="bad" style={{ margin: '0 0 8px', fontWeight: 650 }}>
        {refused.length} {refused.length === 1 ? 'line' : 'lines'} refused
      </p>
      <Table
        ref={table}
        label="Refused lines"
        className="mapping"
        rows={refused.slice(0, SHOWN)}
        keyOf={(r) => `${r.line} ${r.column} ${r.why}`}
        columns={[
          { head: 'Line', className: 'mono', cell: (r) => r.line },
          { head: 'Column', cell: (r) => r.column || fieldOf(r.column)?.label },
          { head: 'Why', cell: (r) => r.why },
          {
            head: 'As written; mend it here',
            cell: (r) => {
              const at = fieldOf(r.column);
              if (!at) return null;
              const id = `cell ${r.line} ${at.field}`;
              const written = cell(r.line, at.field);
              return (
                <Mend
                  name={`Line ${r.line}, ${at.label}`}
                  written={written}
                  text={typed.of(id) ?? written}
                  onType={(text) => typed.set(id, text === written ? null : text)}
                  choices={asks.find((a) => a.id === id)?.choices ?? []}
                  onMend={(text) => {
                    mended.current = true;
                    typed.set(id, null);
                    onMend(r.line, at.field, text);
                  }}
                />
              );
            },
          },
        ]}
      />
      {refused.length > SHOWN && <p className="cite">and {refused.length - SHOWN} more</p>}
    </Paper>
  );
}

interface MendProps {
  readonly name: string;
  readonly written: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly choices: Ask['choices'];
  readonly onMend: (text: string) => void;
}

function Mend({ name, written, text, onType, choices, onMend }: MendProps) {
  return (
    <form
      style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}
      onSubmit={(e) => {
        e.preventDefault();
        if (text !== written) onMend(text);
      }}
    >
      <TextInput
        size="xs"
        w={170}
        aria-label={name}
        classNames={{ input: 'mono' }}
        value={text}
        onChange={(e) => onType(e.currentTarget.value)}
      />
      {text !== written && (
        <Button size="compact-sm" type="submit">
          Read again
        </Button>
      )}
      {choices.map((c) => (
        <Button key={c.value} size="compact-sm" variant="default" onClick={() => onMend(c.value)}>
          {c.says}
        </Button>
      ))}
    </form>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { chooseLimit } from '../actions/case';
import type { Case } from '../record/case';
import type { Limit } from '../rules/rule';
import css from './ask-limit.module.css';
import { NUMBERS, numberFault } from './case-numbers';
import { run } from './run';

/** Asks for a limit on which findings turn, where they are listed, with its default in the field: once, since it is kept. */
export function AskLimit({ of, limit, many }: { of: Case; limit: Limit; many: number }) {
  const field = NUMBERS.find((n) => n.policy === limit);
  const [typed, setTyped] = useState(field ? String(of.policies[limit] / field.unit) : '');
  if (!field) return null;
  const fault = numberFault(field, typed);
  return (
    <form
      className={css['ask']}
      aria-label={`Limit: ${field.label}`}
      onSubmit={(e) => {
        e.preventDefault();
        if (!fault) void run(chooseLimit(of, limit, Math.round(Number(typed) * field.unit)));
      }}
    >
      <span>
        {many === 1 ? 'This turns' : `These ${many} turn`} on a limit that nobody chose yet. {field.label}
      </span>
      <TextInput
        size="xs"
        w={64}
        aria-label={`${field.label}, ${field.called}`}
        value={typed}
        error={fault !== undefined}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      <span>{field.called}</span>
      <Button
        type="submit"
        size="compact-xs"
        variant="default"
        disabled={fault !== undefined}
        aria-label={`Use it: ${field.label}`}
      >
        Use it
      </Button>
      {fault && <span role="alert">{fault}</span>}
    </form>
  );
}

import { useEffect, useMemo, useState } from 'react';
import type { Typed } from '../actions/act';
import { same } from '../record/fields';
import type { Outcome } from './run';
import { type Draft, useDraft } from './use-draft';

interface Both<F> {
  readonly typed: Partial<F>;
  readonly seen: Partial<F>;
}

/** What an input takes: `onChange` hears events and values alike, as Mantine's inputs give them. */
interface Input<V> {
  readonly value: V;
  readonly onChange: (given: unknown) => void;
}

export interface FieldsForm<F> {
  readonly form: Typed<F>;
  /** What is typed. */
  readonly set: (patch: Partial<F>) => void;
  /** The input of a field that is a text, a choice or a list: `<TextInput label="Page" {...input('page')} />`. */
  readonly input: <K extends keyof F>(name: K) => Input<F[K]>;
  /** The input of a number, empty for none. */
  readonly amount: <K extends keyof F>(name: K) => Input<F[K]>;
  /** What came of writing these: what is typed from now on is typed over them; or, where a choice was made, the row shows. */
  readonly done: (outcome: Outcome, fields: Partial<F>) => void;
  /** Nothing is typed: every field follows the row. */
  readonly reset: () => void;
  /** What was typed before and not saved, where `key` keeps it. */
  readonly draft: Draft;
}

const NOTHING = { typed: {}, seen: {} };

/** Inputs of one line tell of an event, choices and numbers give their value. */
const givenBy = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'currentTarget' in given
    ? (given.currentTarget as HTMLInputElement).value
    : given;

/** What is typed, where spaces at its ends were not written: without them, so that the row can catch up with it. */
function trimmed<F>(typed: Partial<F>, written: Partial<F>): Partial<F> {
  const out = { ...typed };
  for (const k of Object.keys(typed) as (keyof F)[]) {
    const [is, was]: unknown[] = [typed[k], written[k]];
    if (typeof is === 'string' && is.trim() === was) out[k] = written[k] as F[keyof F];
  }
  return out;
}

/**
 * The fields of a form over a row: those that were typed stay as they are, whatever another tab writes meanwhile; all others
 * follow the row. A field that the row has caught up with follows it again. The state is ours: that of `useForm` is a copy of
 * the row as it was when the form opened, and what another tab writes would be lost in it, or what is typed.
 * @param now the fields as the row has them now @param key under which what is typed outlives the form (`draftKey`)
 */
export function useFields<F extends object>(now: F, key: string | null = null): FieldsForm<F> {
  const [both, setBoth] = useState<Both<F>>(NOTHING);
  const draft = useDraft(key, Object.keys(both.typed).length > 0 ? both : null, (found) => {
    const { typed, seen } = found as Both<F>;
    setBoth((old) => ({ typed: { ...typed, ...old.typed }, seen: { ...seen, ...old.seen } }));
  });
  const dropped = {
    at: draft.at,
    drop: (): void => {
      draft.drop();
      setBoth(NOTHING);
    },
  };
  const caughtUp = Object.keys(both.typed).filter((k) => same(both.typed[k as keyof F], now[k as keyof F]));
  const left = caughtUp.join(' ');
  useEffect(() => {
    if (left === '') return;
    setBoth((old) => {
      const [typed, seen] = [{ ...old.typed }, { ...old.seen }];
      for (const k of left.split(' ') as (keyof F)[]) {
        delete typed[k];
        delete seen[k];
      }
      return { typed, seen };
    });
  }, [left]);
  const pick = (from: Partial<F>, keys: readonly string[]): Partial<F> =>
    Object.fromEntries(keys.map((k) => [k, from[k as keyof F]])) as Partial<F>;
  const set = (patch: Partial<F>): void =>
    setBoth((old) => ({
      typed: { ...old.typed, ...patch },
      seen: { ...pick(now, Object.keys(patch)), ...old.seen },
    }));
  const fields = useMemo(() => ({ ...now, ...both.typed }), [now, both]);
  const input = <K extends keyof F>(name: K, read: (given: unknown) => unknown): Input<F[K]> => ({
    value: fields[name],
    onChange: (given) => set({ [name]: read(givenBy(given)) } as unknown as Partial<F>),
  });
  return {
    form: { now, seen: { ...now, ...both.seen }, fields },
    set,
    // A choice that was taken back is none.
    input: (name) => input(name, (given) => given ?? ''),
    amount: (name) => input(name, (given) => (typeof given === 'number' ? given : '')),
    done: (outcome, fields) => {
      if (outcome === 'settled') setBoth(NOTHING);
      else if (outcome)
        setBoth((old) => ({ typed: trimmed(old.typed, fields), seen: { ...old.seen, ...fields } }));
    },
    reset: () => setBoth(NOTHING),
    draft: dropped,
  };
}

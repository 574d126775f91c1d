import type { Bracket, Case, Policies } from '../record/case';
import { changed, type Edit } from '../record/change';
import type { Source } from '../record/source';
import type { Limit } from '../rules/rule';
import { type Act, formEdit, type Typed } from './act';

const edit = (of: Case, says: string, patch: Partial<Case>): Act => ({
  caseId: of.id,
  says,
  edits: [changed('cases', of, patch)],
});

/** @param at ms */
export const binCase = (of: Case, at: number): Act => edit(of, 'Case put in the bin', { deletedAt: at });
export const restoreCase = (of: Case): Act => edit(of, 'Case taken out of the bin', { deletedAt: null });

const without = (list: readonly string[], x: string): string[] => list.filter((k) => k !== x);
const toggled = (list: readonly string[], x: string): string[] =>
  list.includes(x) ? without(list, x) : [...list, x];
const trust = (of: Case, says: string, patch: Partial<Case['trust']>): Act =>
  edit(of, says, { trust: { ...of.trust, ...patch } });

/** Switches an assumption on or off by its key. */
export const switchAssumption = (of: Case, key: string, on: boolean): Act =>
  trust(of, on ? 'Assumption switched on' : 'Assumption switched off', {
    off: on ? without(of.trust.off, key) : [...without(of.trust.off, key), key],
  });

/** A row that is set aside first, or no longer; it is not pinned then. */
export const impeach = (of: Case, row: string): Act =>
  trust(of, 'Entry impeached or restored', {
    impeached: toggled(of.trust.impeached, row),
    pinned: without(of.trust.pinned, row),
  });

/** A row that is never set aside, or no longer; it is not impeached then. */
export const pin = (of: Case, row: string): Act =>
  trust(of, 'Entry pinned or unpinned', {
    pinned: toggled(of.trust.pinned, row),
    impeached: without(of.trust.impeached, row),
  });

/** Kinds of source, the most trusted first. */
export const orderTrust = (of: Case, order: readonly string[]): Act =>
  trust(of, 'Order of trust', { order: [...order] });

/** Whose law binds: forum, circuit, State and what else was chosen of it. */
export const chooseLaw = (of: Case, choices: Partial<Case['choices']>): Act =>
  edit(of, 'Whose law binds', { choices: { ...of.choices, ...choices } });

/** A limit on which findings turn, chosen where they ask for it. @param value ms, or days */
export const chooseLimit = (of: Case, limit: Limit, value: number): Act =>
  edit(of, 'A limit chosen', {
    policies: {
      ...of.policies,
      [limit]: value,
      chosen: [...without(of.policies.chosen ?? [], limit), limit],
    },
  });

/** What the attorney read herself, added or taken out. */
export const changeOwnLaw = (of: Case, law: Case['law'], says: string): Act => edit(of, says, { law });

/** What the form of a case holds. */
export interface CaseFields {
  readonly title: string;
  readonly number: string;
  readonly court: string;
  readonly zone: string;
  readonly choices: Case['choices'];
  readonly policies: Partial<Policies>;
  readonly brackets: readonly Bracket[];
}

/** Names, zone, policies and brackets of a case, as they were typed. */
export function changeCase(of: Case, form: Typed<CaseFields>): Act {
  const row = (f: CaseFields): Partial<Case> => {
    const { policies: _, ...plain } = f;
    return { ...plain, brackets: [...f.brackets].sort((a, b) => a.over - b.over) };
  };
  // Policies are one part of the case, edited one by one.
  const policies = Object.entries(form.fields.policies).filter(
    ([k, x]) => x !== form.seen.policies[k as keyof Policies],
  );
  const was = Object.fromEntries(policies.map(([k]) => [k, form.seen.policies[k as keyof Policies]]));
  const before = { ...of, policies: { ...of.policies, ...was } };
  const edits: Edit[] = [
    formEdit('cases', of, form, row),
    changed('cases', before, { policies: { ...before.policies, ...Object.fromEntries(policies) } }),
  ];
  return { caseId: of.id, says: 'Case settings', edits };
}

/** Fields of a source as they are shown and typed. @param seen the source as it was when that began */
export const changeSource = (seen: Source, patch: Partial<Source>, says = `Source: ${seen.name}`): Act => ({
  caseId: seen.caseId,
  says,
  edits: [changed('sources', seen, patch)],
});

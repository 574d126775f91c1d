import type { Case } from '../record/case';

/** What an attorney asks for as a matter of course. The list is the office's own, and no statement of law. */
export interface Usual {
  readonly asks: string;
  readonly why: string;
  /** In which kind of case: `stop`, `dog`, `drugs`, `informant`, `report`; empty for every one. */
  readonly kind: string;
  /** `federal`, or a state by its code; empty for every court. */
  readonly where: string;
}

/** Kinds of case that the usual list knows. */
export const CASE_KINDS = [
  ['', 'every case'],
  ['stop', 'a stop'],
  ['dog', 'a dog'],
  ['drugs', 'a laboratory'],
  ['informant', 'an informant'],
  ['report', 'a report drafted by a program'],
] as const;

const usual = (kind: string, asks: string, why: string): Usual => ({ asks, why, kind, where: '' });

/** What the app begins with; each office makes it its own. */
export const USUAL: readonly Usual[] = [
  usual(
    '',
    'Audit trail of each device and camera',
    'It shows what was recorded, muted, kept and looked at, and when.',
  ),
  usual(
    '',
    'Audit trail of the evidence system for each item of this case',
    'It shows who opened, changed and copied what.',
  ),
  usual(
    '',
    'All recordings in their native form, with their metadata',
    'A copy made anew loses what the camera wrote.',
  ),
  usual('', 'Photographs and notes made at the scene', 'They were made before any report was written.'),
  usual(
    '',
    'Access logs of the evidence room and its lockers',
    'They show who was with the items between two entries of the form.',
  ),
  usual('', 'Messages between the officers about this case', 'They bear times of their own.'),
  usual('stop', 'Dispatch log of the call, whole, with all units on it', 'Its times are those of a machine.'),
  usual(
    'stop',
    'Keystrokes and queries of each mobile data terminal',
    'They show what was asked when, and what was being written.',
  ),
  usual('stop', 'Radio traffic of the call as sound', 'What was said, when, and by whom.'),
  usual('stop', 'Vehicle location records of each unit', 'Where each car was, minute by minute.'),
  usual('dog', 'Training records of the dog and its handler', 'How it was trained, on what, and how it did.'),
  usual('dog', 'Deployment records of the dog', 'How often it alerted, and what was found.'),
  usual('drugs', 'Bench notes of the analyst, whole', 'What was done to which part of the item, and when.'),
  usual(
    'drugs',
    'Accreditation of the laboratory, and its corrective actions',
    'Whether the method was in order on that day.',
  ),
  usual(
    'drugs',
    'Documentation of each field test',
    'Which kit, its lot and expiry, what it showed, and a photograph.',
  ),
  usual(
    'informant',
    'Benefits promised or given to each informant',
    'What a witness gains bears on what he says.',
  ),
  usual(
    'report',
    'First draft of each report that a program drafted, with its log',
    'It shows what the officer changed.',
  ),
];

/** The usual list of a case: of every court and of its own, of every kind and of those chosen. */
export function usualOf(
  list: readonly Usual[],
  of: Pick<Case, 'choices'>,
  kinds: readonly string[],
): Usual[] {
  const where = new Set(['', of.choices.state, of.choices.forum === 'federal' ? 'federal' : '']);
  return list.filter((u) => where.has(u.where) && (u.kind === '' || kinds.includes(u.kind)));
}

/** The list as lines to be edited: `asks | why | kind | where`. */
export const usualText = (list: readonly Usual[]): string =>
  list.map((u) => [u.asks, u.why, u.kind, u.where].join(' | ').replace(/( \| ?)+$/, '')).join('\n');

/** The list of such lines; lines without words are left out, kinds that nobody knows are for every case. */
export const usualLines = (text: string): Usual[] =>
  text.split('\n').flatMap((line) => {
    const [asks = '', why = '', kind = '', where = ''] = line.split('|').map((s) => s.trim());
    const known = CASE_KINDS.some(([k]) => k === kind);
    return asks === ''
      ? []
      : [{ asks: asks.slice(0, 1000), why: why.slice(0, 2000), kind: known ? kind : '', where }];
  });

import type { CustodyEntry, Sampling } from '../../src/record/custody';
import type { EventRow } from '../../src/record/event';
import type { EventKind } from '../../src/record/vocabulary';
import type { Finding } from '../../src/rules/finding';
import { record } from '../make';
import { judged } from './read-out';

type Event = Partial<EventRow> & { ref: string; start: string };

/** `14:23 search: trunk opened @officer B`: an event in the words of a log. A span is `14:08-14:15`; a date before the time `2024-03-16 14:00`; `#1` names an item. */
export function log(...lines: string[]): Event[] {
  return lines.map((line, i) => {
    const m =
      /^(?:(\d{4}-\d\d-\d\d) )?(\S+?)(?:-(\d\S*))? ([a-z-]+)(?:: ([^@#]*))?(?: ?#(\S+))?(?: ?@(.*))?$/.exec(
        line.replace(/^(after|before|about) /, '$1~'),
      );
    if (!m) throw new Error(`not a line of a log: ${line}`);
    const [, date, start, end, kind, description, item, actor] = m;
    return {
      ref: `e${i}`,
      start: (start as string).replace('~', ' ').replace('&', '@'),
      end: end ?? '',
      kind: kind as EventKind,
      description: (description ?? kind ?? '').trim(),
      actor: actor ?? 'officer A',
      item: item ?? '',
      ...(date ? { date } : {}),
    };
  });
}

/** The findings of one rule on a record of these events. */
export function found(
  rule: string,
  events: Event[],
  more: Partial<Parameters<typeof record>[0]> = {},
  over: Partial<ReturnType<typeof record>['case']> = {},
): Finding[] {
  const r = record({ events, ...more });
  return judged({ ...r, case: { ...r.case, ...over } }).findings.filter((f) => f.rule === rule);
}

/** The statuses alone, in order. */
export const statuses = (list: readonly Finding[]): string[] => list.map((f) => f.status);

/** A line of a custody form: `Ortiz 09:10 > Lab 13:55` with what else it says. */
export function hand(line: string, more: Partial<CustodyEntry> = {}): Partial<CustodyEntry> & { id: string } {
  const m =
    /^(?:([A-Za-z .]+?)(?: (\d\d:\d\d(?::\d\d)?))? )?> ([A-Za-z0-9 .]+?)(?: (\d\d:\d\d(?::\d\d)?))?$/.exec(
      line,
    );
  if (!m) throw new Error(`not a line of a form: ${line}`);
  const [, releasedBy, releasedAt, receivedBy, receivedAt] = m;
  return {
    id: line.replace(/\W+/g, '-'),
    releasedBy: releasedBy ?? '',
    releasedAt: releasedAt ?? '',
    receivedBy: receivedBy ?? '',
    receivedAt: receivedAt ?? '',
    ...more,
  };
}

/** Item 1, of which something was tested. */
export const sampled = (sampling: Partial<Sampling>) => [
  {
    id: 'i1',
    caseId: 'c',
    number: '1',
    description: 'bags',
    sampling: {
      units: 50,
      tested: 4,
      negative: 0,
      netTested: null,
      plusMinus: null,
      netClaimed: null,
      ...sampling,
    },
  },
];

import type { MomentRef } from '../../src/record/event';
import type { Finding } from '../../src/rules/finding';
import type { Bounds } from '../../src/time/duration';

const seconds = (ms: number): string => (Number.isFinite(ms) ? String(ms / 1000) : 'open');
const between = ({ min, max }: Bounds): string => `${seconds(min)} to ${seconds(max)} s`;
const moment = ({ id, edge }: MomentRef): string =>
  `${id}${edge === 'end' || edge === 'released' ? ` ${edge}` : ''}`;

/**
 * A finding as it is read aloud in court: its marks and title; how long, and what that measures; from where to where; of which
 * rows; what is measured beside; each sentence with its row, `+` for the accused, `-` for the State; and what it rests on.
 */
export function aloud(f: Finding): string[] {
  const marks = { for: '+', state: '-', neutral: '' };
  const rests = f.restsOn.map((r) => ('row' in r ? r.row : r.kind));
  return [
    `${f.status}${f.standing === 'contested' ? ', contested' : ''}: ${f.title}`,
    ...(f.bounds ? [`${between(f.bounds)} ${f.measures}`] : []),
    ...(f.span ? [`from ${moment(f.span.from)} to ${moment(f.span.to)}`] : []),
    ...(f.subjects.length > 0 ? [`about ${f.subjects.join(' ')}`] : []),
    ...f.quantities.map((q) => `${moment(q.from)} > ${moment(q.to)}: ${between(q.bounds)}`),
    ...f.premises.map((p) => `${marks[p.side ?? 'neutral']}${p.says}${p.row === null ? '' : ` [${p.row}]`}`),
    ...(rests.length > 0 ? [`rests on ${[...new Set(rests)].sort().join(' ')}`] : []),
  ];
}

import type { EventRow } from '../../record/event';
import { clockOf } from '../../time/grammar/zones';
import { type Finding, type Status, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBeFor } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { settingsOf } from '../settings';

export const warrantClock: Rule = {
  id: 'warrant-clock',
  section: 'search',
  name: 'The warrant’s own clock',
  finds: 'A warrant executed before it was issued, after its days had run out, or outside daytime.',
  bounds: 'from issue to execution, against the days and hours that it allows',
  settledBy: 'The warrant itself with its command, and the return with the hour of execution.',
  answers:
    'drugs at any hour (gooding); the judge allowed it / nothing hung on the hour / no prejudice, no design',
  turns: 'Days and hours of Rule 41 bind in federal court; a state has its own.',
  run: (context) => context.ofKind('warrant-executed').flatMap((e) => judge(context, e)),
};

const DAY = 86_400_000;

function judge(context: RuleContext, executed: EventRow): Finding[] {
  return [...againstIssue(context, executed), ...againstHours(context, executed)];
}

/** Examining a device under a warrant is never late: its days run to the seizure. */
const DEVICE = /\b(phone|cell ?phone|device|computer|laptop|tablet|hard drive|forensic|extraction)\b/i;

/** Against the issue that fits best: only where none fits is there anything to say. */
function againstIssue({ solved, ofKind, record }: RuleContext, executed: EventRow): Finding[] {
  const issued = ofKind('warrant-issued').filter((w) => mayBeFor(w, executed));
  if (issued.length === 0) return [];
  const at = startOf(executed);
  const { warrantDays: days, dayFrom, dayUntil } = settingsOf(record.case);
  const each = issued.map((w) => ({ w, bounds: solved.bounds(startOf(w), at) }));
  // Days are counted to the end of the last one.
  const most = (days + 1) * DAY;
  const early = leastOf(each.map((x) => ({ min: -x.bounds.max, max: -x.bounds.min })));
  const late = leastOf(each.map((x) => x.bounds));
  const found: Finding[] = [];
  const add = (
    key: string,
    title: string,
    status: Status,
    bounds: { min: number; max: number },
    measures: string,
  ): void => {
    const w = (each[0] as (typeof each)[number]).w;
    found.push(
      makeFinding('warrant-clock', `${executed.id} ${key}`, {
        status,
        title,
        bounds: { min: Math.max(0, bounds.min), max: bounds.max },
        measures,
        quantities: each.map((x) => ({ from: startOf(x.w), to: at, bounds: x.bounds })),
        span: { from: startOf(w), to: at },
        subjects: [executed.id, ...issued.map((i) => i.id)],
        premises: [
          premise(executed),
          ...issued.map((i) => premise(i)),
          {
            says: `The case counts ${days} days and executes from ${dayFrom}:00 to ${dayUntil}:00.`,
            row: null,
          },
        ],
        restsOn: reasonsFor(
          solved,
          each.map((x) => [startOf(x.w), at] as const),
        ),
      }),
    );
  };
  if (early.max > 0)
    add('early', 'Executed before the warrant was issued', statusOf(early), early, 'from execution to issue');
  if (late.max > most - DAY && !DEVICE.test(executed.description))
    add('late', `Executed after ${days} days`, statusOf(late, most), late, 'from issue to execution');
  return found;
}

/** The hour of execution on the wall of the case's zone; established where every instant it can be lies outside daytime. */
function againstHours({ solved, record }: RuleContext, executed: EventRow): Finding[] {
  const settings = settingsOf(record.case);
  const { dayFrom, dayUntil, warrantHours } = settings;
  if (warrantHours === 'any' || (settings.drugWarrant === 'yes' && settings.forum === 'federal')) return [];
  const { min, max } = solved.window(startOf(executed));
  if (max - min > DAY) return [];
  const hour = (t: number): number => {
    const [h, m, s] = clockOf(t, record.case.zone, true).split(':').map(Number);
    return (h as number) + (m as number) / 60 + (s as number) / 3600;
  };
  const day = (t: number): boolean => hour(t) >= dayFrom && hour(t) < dayUntil;
  // Between two instants less than a day apart, the ends and every full hour between tell all.
  const samples = [min, max];
  for (let t = Math.ceil(min / 900_000) * 900_000; t < max; t += 900_000) samples.push(t);
  const inside = samples.filter(day).length;
  if (inside === samples.length) return [];
  return [
    makeFinding('warrant-clock', `${executed.id} hour`, {
      status: inside === 0 && warrantHours === 'daytime' ? 'established' : 'arguable',
      title: 'Executed outside daytime',
      span: { from: startOf(executed), to: startOf(executed) },
      subjects: [executed.id],
      premises: [
        premise(executed),
        {
          says: `It was executed between ${clockOf(min, record.case.zone, true)} and ${clockOf(max, record.case.zone, true)}; daytime is ${dayFrom}:00 to ${dayUntil}:00.`,
          row: executed.id,
        },
        warrantHours === 'daytime'
          ? { says: 'The warrant allows daytime only.', row: null }
          : { says: 'No entry of this case states the hours that the warrant allows.', row: null },
        ...(settings.forum === 'state' && !settings.hoursEntered
          ? [{ says: 'The state’s own hours are not entered.', row: null }]
          : []),
        { says: 'It suppresses only for prejudice or design.', row: null },
      ],
    }),
  ];
}

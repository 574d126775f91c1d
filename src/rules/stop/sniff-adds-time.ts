import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import type { Stop } from '../../stops/stops';
import { type Finding, statusOf } from '../finding';
import { mayBelong } from '../order';
import { distinct, endOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { mostUncovered, uncovered } from '../spans';

export const sniffAddsTime: Rule = {
  id: 'sniff-adds-time',
  section: 'stop',
  name: 'The sniff adds time',
  finds: 'A sniff, or the wait for it, during the mission, that no mission task by any officer runs beside.',
  bounds: 'of sniff and wait with no mission task beside it',
  authorities: ['rodriguez', 'caballes'],
  answer: 'A second officer kept writing the whole time.',
  settledBy:
    'Who was writing, and when, while the dog worked: dispatch entries and the other officer’s camera.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop
        .of('canine')
        .filter((e) => e.kind === 'sniff')
        .flatMap((sniff) => judge(context, stop, sniff)),
    ),
};

function judge(context: RuleContext, stop: Stop, sniff: EventRow): Finding[] {
  const { solved } = context;
  const completions = stop.of('completion');
  // After the mission the whole delay is `mission-complete`'s to measure.
  if (completions.some((c) => solved.bounds(startOf(c), startOf(sniff)).min >= 0)) return [];
  const mission = stop.of('mission').filter((e) => KINDS[e.kind].span);
  const closing = solved.openEnd(sniff.id)
    ? stop
        .of('canine')
        .find(
          (e) =>
            (e.kind === 'alert' || e.kind === 'no-alert') &&
            solved.bounds(startOf(sniff), startOf(e)).min >= 0,
        )
    : undefined;
  const own = uncovered(solved, sniff, mission, stop.acts);
  const end = closing ? startOf(closing) : endOf(sniff);
  const length = closing ? solved.bounds(startOf(sniff), startOf(closing)) : own.bounds;
  const beside = mission.some((m) =>
    solved.openEnd(m.id)
      ? solved.bounds(end, startOf(m)).min < 0 && (m.actor === '' || m.actor !== sniff.actor)
      : solved.bounds(endOf(m), startOf(sniff)).min < 0 && solved.bounds(end, startOf(m)).min < 0,
  );
  // The wait may be off-mission too where no task is recorded beside it: it can only raise the upper end.
  const asked = stop.of('canine').find((e) => e.kind === 'dog-requested');
  const wait = asked ? mostUncovered(solved, startOf(asked), startOf(sniff), mission) : 0;
  const bounds = closing
    ? { min: beside ? 0 : Math.max(0, length.min), max: length.max + wait }
    : { min: own.bounds.min, max: own.bounds.max + wait };
  const stated = mayBelong(context, stop, ['suspicion-articulated', 'plain-view']).filter(
    (e) => solved.bounds(startOf(e), startOf(sniff)).max > 0,
  );
  const suspicion = stated.find((e) => solved.bounds(startOf(e), startOf(sniff)).min >= 0);
  const after = completions.filter((c) => solved.bounds(startOf(c), startOf(sniff)).max > 0);
  const added = statusOf(bounds);
  return [
    {
      key: `sniff-adds-time ${sniff.id}`,
      rule: 'sniff-adds-time',
      standing: 'uncontested',
      // Suspicion that may have come first takes certainty away; so does a mission that may have been over.
      status: suspicion
        ? 'foreclosed'
        : added === 'established' && stated.length + after.length > 0
          ? 'arguable'
          : added,
      title: 'The sniff adds time',
      bounds,
      measures: 'of sniff and wait with no mission task beside it',
      quantities: [{ from: startOf(sniff), to: end, bounds: length }],
      span: { from: startOf(asked && beside === false ? asked : sniff), to: end },
      subjects: [sniff.id, ...(asked ? [asked.id] : []), ...(closing ? [closing.id] : [])],
      item: null,
      premises: [
        { says: `Sniff: ${sniff.description}`, row: sniff.id },
        ...(asked ? [{ says: `Dog asked for: ${asked.description}`, row: asked.id }] : []),
        ...mission.map((m) => ({ says: `Mission task: ${m.description}`, row: m.id })),
        suspicion
          ? { says: `Suspicion stated before it: ${suspicion.description}`, row: suspicion.id }
          : { says: 'No suspicion is recorded before the sniff.', row: null },
      ],
      restsOn: distinct([...own.restsOn, ...reasonsFor(solved, [[startOf(sniff), end]])]),
    },
  ];
}

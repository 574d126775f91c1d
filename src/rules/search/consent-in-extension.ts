import type { EventRow } from '../../record/event';
import type { Stop } from '../../stops/stops';
import { type Finding, type Premise, statusOf } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { mayBelong, surelyBefore } from '../order';
import { type Rule, type RuleContext, reasonsFor, startOf } from '../rule';

export const consentInExtension: Rule = {
  id: 'consent-in-extension',
  section: 'search',
  name: 'Consent in an unlawful extension',
  finds:
    'Consent given after the mission was done, after a detour had begun, after a refusal, or while the documents were still held.',
  bounds: 'from the end of the mission, the detour, or the refusal to the consent',
  authorities: ['royer', 'schneckloth', 'robinette'],
  answer: 'It was voluntary, and what came before had worn off.',
  settledBy:
    'Body-camera sound of the request and the answer, and the moment the documents were handed back.',
  run: (context) =>
    context.stops.flatMap((stop) =>
      stop
        .of('consent')
        .filter((e) => e.kind === 'consent-given')
        .flatMap((consent) => judge(context, stop, consent)),
    ),
};

function judge(context: RuleContext, stop: Stop, consent: EventRow): Finding[] {
  const { solved } = context;
  const at = startOf(consent);
  const before = [
    ...stop.of('completion').map((e) => ({ e, why: 'The mission was done' })),
    ...stop.of('off-mission').map((e) => ({ e, why: 'A detour had begun' })),
    ...stop
      .of('consent')
      .flatMap((e) => (e.kind === 'consent-refused' ? [{ e, why: 'The person had said no' }] : [])),
  ].map((x) => ({ ...x, bounds: solved.bounds(startOf(x.e), at) }));
  const asked = before.filter((x) => x.bounds.max > 0);
  const taken = mayBelong(context, stop, ['documents-received']);
  const returned = mayBelong(context, stop, ['documents-returned']);
  const heldNow =
    taken.some((t) => surelyBefore(solved, startOf(t), at)) &&
    !returned.some((r) => solved.bounds(startOf(r), at).max > 0);
  if (asked.length === 0 && !heldNow) return [];
  // Suspicion stated first, the detention needed no more.
  const suspicion = mayBelong(context, stop, ['suspicion-articulated', 'plain-view', 'alert']);
  const excused = (from: EventRow): 'surely' | 'maybe' | 'no' =>
    suspicion.some((s) => surelyBefore(solved, startOf(s), startOf(from)))
      ? 'surely'
      : suspicion.some((s) => solved.bounds(startOf(s), at).max > 0)
        ? 'maybe'
        : 'no';
  const best = asked.reduce<(typeof asked)[number] | null>(
    (a, b) => (a === null || b.bounds.min > a.bounds.min ? b : a),
    null,
  );
  const open = asked.filter((x) => excused(x.e) === 'no');
  const established =
    open.some((x) => x.bounds.min > 0) ||
    (heldNow && suspicion.every((s) => solved.bounds(at, startOf(s)).min >= 0));
  const allExcused = asked.length > 0 && asked.every((x) => excused(x.e) === 'surely') && !heldNow;
  const bounds = best && { min: Math.max(0, best.bounds.min), max: best.bounds.max };
  const premises: Premise[] = [
    premise(consent),
    ...asked.map((x) => ({ says: `${x.why}: ${x.e.description || x.e.kind}`, row: x.e.id })),
    ...(heldNow
      ? [
          {
            says: 'The documents had been taken and are nowhere said to have been given back by then.',
            row: taken[0]?.id ?? null,
          },
        ]
      : []),
    ...suspicion.slice(0, 3).map((s) => premise(s, 'Suspicion stated')),
  ];
  return [
    makeFinding('consent-in-extension', consent.id, {
      status: allExcused
        ? 'foreclosed'
        : established
          ? 'established'
          : bounds && statusOf(bounds) === 'foreclosed'
            ? 'foreclosed'
            : 'arguable',
      title: heldNow && !best ? 'Consent while the documents were held' : 'Consent in an extended stop',
      bounds,
      measures: best ? `from “${best.why.toLowerCase()}” to the consent` : '',
      quantities: asked.map((x) => ({ from: startOf(x.e), to: at, bounds: x.bounds })),
      span: best ? { from: startOf(best.e), to: at } : { from: at, to: at },
      subjects: [consent.id, ...asked.map((x) => x.e.id)],
      premises,
      restsOn: reasonsFor(
        solved,
        asked.map((x) => [startOf(x.e), at] as const),
      ),
    }),
  ];
}

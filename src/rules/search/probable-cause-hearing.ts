import type { EventRow } from '../../record/event';
import { forState } from '../doubts';
import type { Finding, Premise, Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted } from '../order';
import { leastOf, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { ByTime } from '../sweep';

export const probableCauseHearing: Rule = {
  id: 'probable-cause-hearing',
  section: 'search',
  name: 'No judge within 48 hours',
  finds: 'An arrest without a warrant after which no judge found probable cause within 48 hours.',
  bounds: 'from the arrest to the judge’s finding',
  settledBy: 'The jail’s booking log and the court’s docket.',
  answers: 'released, or found on paper in time / an emergency / nothing came of the delay',
  run,
};

/** Words of a row that speak of a warrant for a person, and not of one that was missing. */
const FOR_PERSON =
  /\b(?:arrest|bench|body) warrants?\b|\bwarrants? (?:for|of) (?:the |his |her |their )?arrest\b|\bcapias\b/i;
const ON_WARRANT =
  /\b(?:on|under|per|by|via|pursuant to|in execution of|executing|served|confirmed) (?:(?!without|no\b)[\w’'-]+ ){0,4}warrants?\b/i;
const WITHOUT =
  /\b(?:without|no|lacking|absent|w\/o|warrantless)\b(?:(?!\bbut\b).)*\bwarrants?\b|\bwarrantless\b/i;

const speaksOfWarrant = ({ description }: EventRow): boolean =>
  !WITHOUT.test(description) && (FOR_PERSON.test(description) || ON_WARRANT.test(description));

/** A row as a premise: a warrant for a person that a log calls by one word for every warrant is no search warrant. */
const asWarrant = (e: EventRow): Premise =>
  e.kind === 'warrant-issued' ? premise(e, 'A warrant for the person') : premise(e);

const HOURS = 48 * 3_600_000;
/** A warrant for an arrest is learned of no longer than this before it, ms. */
const LEARNED = 24 * 3_600_000;

/** What ends or excuses the wait, each by its time. */
interface Around {
  readonly findings: ByTime<EventRow>;
  readonly presentments: ByTime<EventRow>;
  readonly releases: ByTime<EventRow>;
  readonly warrants: ByTime<EventRow>;
}

/** So many of each around one arrest. */
const NEAR = 24;

function run(context: RuleContext): Finding[] {
  const { solved, ofKind } = context;
  const by = (...kinds: Parameters<typeof ofKind>[0][]): ByTime<EventRow> =>
    new ByTime(
      solved,
      kinds.flatMap((k) => ofKind(k)),
      startOf,
    );
  const around: Around = {
    findings: by('probable-cause-finding'),
    presentments: by('presentment'),
    releases: by('released'),
    warrants: new ByTime(
      solved,
      [
        ...ofKind('arrest-warrant'),
        // A log that knows one word for every warrant says in its text which it was.
        ...ofKind('warrant-issued').filter((w) => FOR_PERSON.test(w.description)),
      ],
      startOf,
    ),
  };
  return ofKind('arrest').flatMap((e) => judge(context, e, around));
}

/** Each arrest by itself: a record that says nothing of any judge or release is silent, not late. */
function judge({ solved }: RuleContext, arrest: EventRow, around: Around): Finding[] {
  const from = startOf(arrest);
  const { min, max } = solved.window(from);
  const inOrder = (list: ByTime<EventRow>, hi: number, most: number): EventRow[] =>
    list
      .touching(min, hi, most)
      .reverse()
      .filter((e) => solved.may(from, startOf(e)));
  const after = (list: ByTime<EventRow>): EventRow[] => {
    // The nearest that may come after: those long after it do not shorten anything.
    const near = inOrder(list, max + HOURS, NEAR);
    return near.length === 0 ? inOrder(list, Number.POSITIVE_INFINITY, 4 * NEAR) : near;
  };
  const findings = after(around.findings);
  const presentments = after(around.presentments);
  const releases = after(around.releases);
  if (findings.length + presentments.length + releases.length === 0) return [];
  const warrants = around.warrants
    .touching(min - LEARNED, max, NEAR)
    .filter((w) => solved.may(startOf(w), from));
  // One of days before may have been for another arrest, and may have been for this one: it shows nothing, and nothing is shown.
  const [older] = around.warrants.touching(Number.NEGATIVE_INFINITY, min, 1);
  const within = (list: readonly EventRow[], how: 'surely' | 'may'): EventRow | undefined =>
    list.find((e) => {
      const b = solved.bounds(from, startOf(e));
      return how === 'surely' ? b.min >= 0 && b.max <= HOURS : b.min <= HOURS;
    });
  const unfound = findings.length === 0;
  const until = unfound ? [...presentments, ...releases] : findings;
  const bounds = counted(leastOf(until.map((e) => solved.bounds(from, startOf(e)))));
  const settled =
    within(findings, 'surely') ??
    within(releases, 'surely') ??
    warrants.find((w) => solved.surely(startOf(w), from));
  const seenInTime = within(presentments, 'may');
  // A judge seen in time may have made the finding then, unless the record says when he made it.
  const unsaid = unfound ? seenInTime : undefined;
  const mayBeIn = within(findings, 'may') ?? within(releases, 'may') ?? warrants[0] ?? unsaid;
  const status: Status = settled
    ? 'foreclosed'
    : unfound || mayBeIn || older || bounds.min <= HOURS
      ? 'arguable'
      : 'established';
  if (status === 'arguable' && unfound && bounds.max <= HOURS && !seenInTime) return [];
  const first =
    settled ??
    until.reduce((a, b) => (solved.least(from, startOf(b)) < solved.least(from, startOf(a)) ? b : a));
  const premises: Premise[] = [
    premise(arrest),
    asWarrant(first),
    ...(mayBeIn && mayBeIn !== first && mayBeIn !== warrants[0]
      ? [premise(mayBeIn, 'It may come in time')]
      : []),
    ...(seenInTime && seenInTime !== mayBeIn && seenInTime !== first
      ? [forState(seenInTime, 'Before a judge by then')]
      : []),
    ...(speaksOfWarrant(arrest) ? [forState(arrest, 'Its own words speak of a warrant')] : []),
    ...(unfound
      ? [{ says: 'No entry of this case states a judge’s finding of probable cause.', row: null }]
      : []),
    ...(warrants.length === 0
      ? [
          older
            ? forState(older, 'A warrant for the person, more than a day before')
            : { says: 'No entry of this case states a warrant for the arrest.', row: null },
        ]
      : [asWarrant(warrants[0] as EventRow)].filter((w) => w.row !== first.id)),
    { says: 'What is excluded is what the delay produced.', row: null },
  ];
  const listed = until.slice(0, 12);
  return [
    makeFinding('probable-cause-hearing', arrest.id, {
      status,
      title: 'No judge within 48 hours',
      bounds,
      measures: unfound
        ? 'from the arrest to what the record has next'
        : 'from the arrest to the judge’s finding',
      quantities: listed.map((f) => ({ from, to: startOf(f), bounds: solved.bounds(from, startOf(f)) })),
      span: { from, to: startOf(first) },
      subjects: [arrest.id, first.id],
      premises,
      restsOn: reasonsFor(
        solved,
        listed.map((f) => [from, startOf(f)] as const),
      ),
    }),
  ];
}

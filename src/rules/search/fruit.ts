import type { EventRow } from '../../record/event';
import type { EventKind } from '../../record/vocabulary';
import type { Stop } from '../../stops/stops';
import type { Bounds } from '../../time/duration';
import { began, type Finding, type Premise, type Status } from '../finding';
import { makeFinding, premise } from '../make-finding';
import { counted, few, mayBelong, mayComeAfter, measured, stopAfter, stopOf } from '../order';
import { distinct, type Rule, type RuleContext, reasonsFor, startOf } from '../rule';
import { unwarnedQuestions } from './unwarned-questions';

export const fruit: Rule = {
  id: 'fruit',
  section: 'search',
  name: 'What came after it',
  finds:
    'Evidence, statements and consent that come after what is found above, with the time between and what lies between.',
  bounds: 'from that moment to each thing after it',
  settledBy: 'Footage from that moment to the finding, and who decided what in between.',
  answers: 'no violation / own source; earlier warrant (strieff)',
  drawn: { label: 'what came after it', onlyLabel: true },
  builds: 'after',
  run: (context, earlier) => {
    const byStop = new Map<Stop | null, Finding[]>();
    for (const f of earlier) {
      if (f.status === 'foreclosed') continue;
      const stop = stopBehind(context, f);
      const list = byStop.get(stop);
      if (list) list.push(f);
      else byStop.set(stop, [f]);
    }
    return [...byStop].flatMap(([stop, list]) => judge(context, stop, list));
  },
};

/** What may come of a violation. */
const FRUIT: readonly EventKind[] = [
  'found',
  'field-test',
  'alert',
  'consent-given',
  'statement',
  'custodial-questions',
  'phone-seized',
  'phone-opened',
];

/** Of unwarned words only later words come; things found through them stay in. */
const WORDS: readonly EventKind[] = ['statement', 'custodial-questions'];

const BETWEEN: readonly EventKind[] = [
  'seizure-ends',
  'released',
  'told-free',
  'warnings-given',
  'consent-given',
  'warrant-issued',
  'arrest-warrant',
];

/** The stop in which a violation was; null for one outside them all: at a home, in jail. */
function stopBehind(context: RuleContext, f: Finding): Stop | null {
  for (const id of f.subjects) {
    const stop = stopOf(context, id);
    if (stop) return stop;
  }
  return null;
}

interface Later {
  readonly e: EventRow;
  readonly bounds: Bounds;
  /** In a later stop: tied to this one by word that was passed on or by backup that was called, or the violation was in none. */
  readonly elsewhere: boolean;
}

/** So many violations of one stop are looked at for one from which something surely follows. */
const TRIED = 12;

/** One a stop: of what surely follows, from the strongest; the earliest of those that are alike. */
function judge(context: RuleContext, stop: Stop | null, violations: readonly Finding[]): Finding[] {
  const goods = goodsOf(context, stop);
  const from = (f: Finding): Bounds => context.solved.window(began(f));
  const first = (f: Finding): number => violations.findIndex((v) => v.rule === f.rule);
  const strongest = [...violations].sort(
    (a, b) =>
      strength(a) - strength(b) ||
      sooner(from(a), from(b)) ||
      first(a) - first(b) ||
      (a.key < b.key ? -1 : 1),
  );
  let best: Finding | null = null;
  for (const v of strongest.slice(0, TRIED)) {
    const later = after(context, stop, v, goods);
    if (later.length === 0) continue;
    const f = describe(context, stop, v, later);
    if (f.status === 'established') return [f];
    best ??= f;
  }
  return best ? [best] : [];
}

const strength = (f: Finding): number =>
  (f.status === 'established' ? 0 : 2) + (f.standing === 'contested' ? 1 : 0);

/** Which of two comes first, whatever the order in which the record lists them; also where one has no least. */
const sooner = (a: Bounds, b: Bounds): number =>
  a.min !== b.min ? (a.min < b.min ? -1 : 1) : a.max === b.max ? 0 : a.max < b.max ? -1 : 1;

function goodsOf(context: RuleContext, stop: Stop | null): { e: EventRow; elsewhere: boolean }[] {
  if (!stop)
    return FRUIT.flatMap((k) => context.ofKind(k)).map((e) => ({
      e,
      elsewhere: stopOf(context, e.id) !== null,
    }));
  const own = FRUIT.flatMap((k) => stop.kind(k)).map((e) => ({ e, elsewhere: false }));
  const tied = stop.kind('passed-on').length > 0 || stop.kind('backup-requested').length > 0;
  const next = tied ? stopAfter(context, stop) : undefined;
  const there = next ? FRUIT.flatMap((k) => next.kind(k)).map((e) => ({ e, elsewhere: true })) : [];
  return [...own, ...there];
}

function after(
  context: RuleContext,
  stop: Stop | null,
  v: Finding,
  goods: readonly { readonly e: EventRow; readonly elsewhere: boolean }[],
): Later[] {
  const { solved } = context;
  const from = began(v);
  // A phone is opened days after the stop in which it was taken.
  const phones = stop ? few(LISTED, mayComeAfter(context, ['phone-opened'], from)) : [];
  return (
    [...goods, ...phones.map((e) => ({ e, elsewhere: false }))]
      // A find is what is to be suppressed, also where the violation is measured up to it.
      .filter(({ e }) => e.id !== from.id && (e.kind === 'found' || !v.subjects.includes(e.id)))
      .filter(({ e }) => v.rule !== unwarnedQuestions.id || WORDS.includes(e.kind))
      .map(({ e, elsewhere }) => ({ e, elsewhere, bounds: solved.bounds(from, startOf(e)) }))
      .filter((x) => x.bounds.max > 0)
      .sort((a, b) => sooner(a.bounds, b.bounds) || (a.e.id < b.e.id ? -1 : 1))
  );
}

/** So many things are listed one by one. */
const LISTED = 24;

function describe(context: RuleContext, stop: Stop | null, v: Finding, all: readonly Later[]): Finding {
  const { solved } = context;
  const from = began(v);
  // What the finding itself is about lies between nothing: the consent that came of a detour is no consent after it.
  const between = mayBelong(context, stop, BETWEEN).filter(
    (e) => solved.mayBefore(from, startOf(e)) && e.id !== v.subjects[0],
  );
  /** Nothing lies between, and it surely comes later, in the same stop. */
  const linked = (l: Later): boolean =>
    !l.elsewhere && l.bounds.min >= 0 && !between.some((b) => solved.may(startOf(b), startOf(l.e)));
  const later = all.slice(0, LISTED);
  const status: Status = v.status === 'established' && later.some(linked) ? 'established' : 'arguable';
  const first = later[0] as Later;
  const last = later.reduce((a, b) => (b.bounds.max > a.bounds.max ? b : a));
  const lying = between.filter((b) => solved.may(startOf(b), startOf(last.e))).slice(0, 8);
  const premises: Premise[] = [
    { says: `What it comes after: ${v.title}`, row: from.id },
    ...later.map((l) => premise(l.e, l.elsewhere ? 'After it, in a later stop' : 'After it')),
    ...lying.map((e) => premise(e, 'In between')),
    ...(lying.length === 0
      ? [
          {
            says: 'No entry of this case states a release, warnings, consent or a warrant in between.',
            row: null,
          },
        ]
      : []),
    ...(lying.some((e) => e.kind === 'arrest-warrant')
      ? [{ says: 'An arrest warrant breaks the link if it is valid, earlier and untainted.', row: null }]
      : []),
    {
      says: 'It came after. That it came of this is for the defense to show; what broke the link, for the prosecution.',
      row: null,
    },
    ...(v.standing === 'contested'
      ? [
          {
            says: `What it comes after is itself contested: ${v.title}`,
            row: from.id,
            side: 'state' as const,
          },
        ]
      : []),
  ];
  const bounds = counted(first.bounds);
  return makeFinding('fruit', stop?.key ?? 'record', {
    status,
    title: 'What came after it',
    bounds,
    measures: measured(`from “${v.title.toLowerCase()}” to the first thing after it`, bounds),
    quantities: later.map((l) => ({ from, to: startOf(l.e), bounds: l.bounds })),
    span: { from, to: startOf(last.e) },
    subjects: later.map((l) => l.e.id),
    premises,
    restsOn: distinct([
      ...v.restsOn,
      ...reasonsFor(
        solved,
        later.slice(0, 12).map((l) => [from, startOf(l.e)] as const),
      ),
    ]),
  });
}

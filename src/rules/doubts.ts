import type { EventRow, MomentRef } from '../record/event';
import { type EventKind, KINDS } from '../record/vocabulary';
import { otherNamed } from '../stops/acts';
import { DOUBTS } from '../stops/kinds';
import type { Stop } from '../stops/stops';
import type { Premise } from './finding';
import { inOtherWords } from './in-other-words';
import { says } from './make-finding';
import { mayComeBy } from './order';
import type { RuleContext } from './rule';
import { settingsOf, stateLawOf } from './settings';

/** So many answering rows are listed one by one. */
const LISTED = 12;

interface Asked {
  /** Rows that are no doubt here: what the finding is about, or what the rule measures to. */
  readonly except?: ReadonlySet<string>;
  /** Kinds that contest beside the usual ones, such as consent. */
  readonly also?: readonly EventKind[];
  /** Usual kinds that do not: what the rule counts as a ground or as a fact of its own. */
  readonly without?: readonly EventKind[];
  /** Who acted: what another named officer knew counts only where it was passed on. */
  readonly actor?: string;
}

/**
 * What the State will point to: rows that may give a ground and may come no later than any of these moments. It contests a
 * finding and never changes what the clock proves. So do entries whose words may tell of such a row, whatever their kind.
 * @param stop null for the whole record
 */
export function contests(
  context: RuleContext,
  stop: Stop | null,
  at: readonly MomentRef[],
  { except, also = [], without = [], actor = '' }: Asked = {},
): Premise[] {
  const settings = settingsOf(context.record.case);
  const kinds = [...DOUBTS.filter((k) => !without.includes(k)), ...also];
  const { odorAlone } = stateLawOf(settings);
  const found: Premise[] = [];
  for (const d of mayComeBy(context, stop, kinds, at)) {
    if (except?.has(d.id)) continue;
    if (found.length >= LISTED) {
      found.push({ says: 'More entries of these kinds may come before it.', row: null, side: 'state' });
      break;
    }
    const smell =
      d.kind === 'odour' &&
      (odorAlone === 'no ground' || (odorAlone === 'burnt no ground' && /burn/i.test(d.description)));
    if (smell) found.push({ says: `${said(d)}. In this state the smell alone is no ground.`, row: d.id });
    else if (d.kind === 'observation' && settings.observations === 'listed')
      found.push({ says: `Observed: ${says(d)}`, row: d.id });
    else
      found.push({
        says: `${said(d)}. The prosecution will point to this; whether it suffices is for the court.${notPassedOn(context, stop, d, at, actor)}`,
        row: d.id,
        side: 'state',
      });
  }
  found.push(...inOtherWords(context, stop, kinds, at).filter((p) => p.row === null || !except?.has(p.row)));
  return found;
}

const said = (d: EventRow): string => `${KINDS[d.kind].label}: ${says(d).replace(/\.$/, '')}`;

/** Kinds that live in an officer's head until he tells somebody. */
const KNOWN_BY_ONE: readonly EventKind[] = [
  'suspicion-articulated',
  'observation',
  'odour',
  'plain-view',
  'danger-stated',
];

function notPassedOn(
  context: RuleContext,
  stop: Stop | null,
  d: EventRow,
  at: readonly MomentRef[],
  actor: string,
): string {
  if (!KNOWN_BY_ONE.includes(d.kind) || !otherNamed(d.actor, actor)) return '';
  const passed = !mayComeBy(context, stop, ['passed-on'], at).next().done;
  return passed ? '' : ' Nothing says that it was passed on.';
}

/** A fact that is the State's to point to. */
export const forState = (e: EventRow, before = KINDS[e.kind].label): Premise => ({
  says: `${before}: ${says(e)}`,
  row: e.id,
  side: 'state',
});

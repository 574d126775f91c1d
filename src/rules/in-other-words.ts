import type { EventRow, MomentRef } from '../record/event';
import type { EventKind } from '../record/vocabulary';
import { DOUBTS } from '../stops/kinds';
import type { Stop } from '../stops/stops';
import type { Premise } from './finding';
import { says } from './make-finding';
import { mayComeOf } from './order';
import type { RuleContext } from './rule';

/** What words of an entry may tell of a ground, loosely: that one stands there is for a person to say. */
const TELLS: Readonly<Partial<Record<EventKind, RegExp>>> = {
  alert:
    /\balert(?:s|ed|ing)?\b|\b(?:k-?9|dog|canine)\b[^.;]{0,40}\b(?:hit|pos(?:itive)?|indicat\w+|sat|sits)\b|\bpos(?:itive)?\b[^.;]{0,15}\b(?:k-?9|dog|canine|hit|response)\b/i,
  'consent-given': /\bconsent(?:s|ed)?\b|\bpermission\b|\bagree[sd]?\b/i,
  'warrant-issued':
    /\bsearch warrant\b|\bs\/w\b|\bwarrant\b[^.;]{0,20}\b(?:issued|signed|granted|approved|obtained|in hand)\b/i,
  'plain-view': /\b(?:in )?plain (?:view|sight)\b/i,
  arrest: /\barrest(?:ed|s)?\b|\bin custody\b|\b10-15\b/i,
  'warnings-given':
    /\bmirand\w+|\brights\b[^.;]{0,25}\b(?:read|given|advised|waived)\b|\b(?:read|advised?|gave|given)\b[^.;]{0,25}\brights\b/i,
  'danger-stated': /\b(?:bulge|weapon|gun|firearm|knife|armed|threat\w*|danger\w*)\b/i,
};

/** What makes it something else: denied, asked for, only expected, or said to come later. */
const NOT_SO =
  /\b(?:no|not|non|never|none|nothing|without|neg(?:ative)?|refus\w*|declin\w*|den(?:y|ies|ied)|withdr\w*|revok\w*|ask\w*|request\w*|seek\w*|sought|appl\w+|if|unless|until|before|prior|will|would|await\w*|wait\w*|lack\w*)\b|n['’]t\b/i;

/** Kinds whose words speak of a ground that is not there, and those that contest a finding by themselves. */
const OTHERWISE: ReadonlySet<EventKind> = new Set<EventKind>([
  'no-alert',
  'consent-asked',
  'consent-refused',
  'consent-withdrawn',
  'dog-requested',
  'warrant-sought',
  'records-check',
  ...DOUBTS,
]);

const read = new WeakMap<EventRow, readonly EventKind[]>();

/** The kinds, other than its own, that the words of an entry may tell of. */
function toldIn(e: EventRow): readonly EventKind[] {
  let kinds = read.get(e);
  if (!kinds) {
    const clauses = OTHERWISE.has(e.kind) ? [] : e.description.split(/[.;]/).filter((c) => !NOT_SO.test(c));
    kinds = (Object.keys(TELLS) as EventKind[]).filter(
      (k) => k !== e.kind && clauses.some((c) => TELLS[k]?.test(c)),
    );
    read.set(e, kinds);
  }
  return kinds;
}

/** So many are listed. */
const LISTED = 4;

/**
 * Entries of another kind whose words may tell of one of these grounds and that may come by then: `Dog walked around car;
 * alerts at trunk`, entered as a sniff. Where one does, that no entry states a ground shows nothing.
 */
export function inOtherWords(
  context: RuleContext,
  stop: Stop | null,
  kinds: readonly EventKind[],
  at: MomentRef,
): Premise[] {
  const found: Premise[] = [];
  const seen = new Set<string>();
  for (const kind of kinds) {
    if (!TELLS[kind]) continue;
    const rows = mayComeOf(context, stop, `told ${kind}`, (e) => toldIn(e).includes(kind), at);
    for (const e of rows) {
      if (seen.size >= LISTED) return found;
      if (seen.has(e.id)) continue;
      seen.add(e.id);
      found.push({
        says: `Its words may tell of a ground, and its kind does not say so: “${says(e).slice(0, 160)}”. Give it an entry of its own if it is one.`,
        row: e.id,
        side: 'state',
      });
    }
  }
  return found;
}

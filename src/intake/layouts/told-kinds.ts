import { type EventKind, KINDS } from '../../record/vocabulary';
import { actsIn, kindOfRow } from '../readers/kinds';
import { isAsked, isCorrection, isSupposed } from '../readers/told-as-done';

/** Letters up to which an event of a log is a line of its own, and not a paragraph that tells several. */
const MOST = 120;

/** What is planned, doubted, denied, or another's word: the act may never have been done, or not then. */
const NOT_THEN =
  /\?|["“”]|\b(?:if|unless|before|prior|previous(?:ly)?|until|will|would|could|might|may|should|going to|plan(?:s|ned)?|intend\w*|wants?|wanted|need(?:s|ed)?|possibl[ey]|maybe|perhaps|unknown|unclear|alleg\w+|claim(?:s|ed)?|says?|said|states?|stated|according|per|denie[sd]|declin\w+|refus\w+|no|not|never|nobody|none|cancel\w*|n\/a|tbd|see|history|last|ago)\b|n['’]t\b/i;
/** Kinds that such words are a part of. */
const SAID_SO: ReadonlySet<EventKind> = new Set<EventKind>(['consent-refused', 'no-alert', 'consent-asked']);

/** What a check of records gave: that is its end, and no check of its own. */
const CHECKED = /\b(?:clear|valid|negative|return\w*|back|complete\w*|done)\b/i;

const HIT = /^\W*(?:pos(?:itive)?|no|neg(?:ative)?)[ -]hits?\W*$/i;
const TIME_OF_ITS_OWN =
  /\b\d{1,2}:\d{2}\b|\b(?:at|@) ?(?:about |approx\w*\.? )?\d{3,4}\b(?! block)|\b\d{4} ?h(?:rs?|ours)\b/i;

const words = (text: string): readonly string[] => text.split(/[\s.&+]+/).filter((w) => w !== '');
const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Who may stand before the act: the officer or the one who was stopped, and no other person or paper. */
const BEFORE = setOf(
  'the then and i we he she they was were is has been being both had now also driver drvr suspect subject defendant def vehicle veh car handler dog k9 k-9 canine',
);
const RANK = setOf(
  'officer ofc off deputy dep trooper tpr sergeant sgt corporal cpl detective det ptl patrolman',
);
/** Whose own doing is no act of the police: `Driver searches glovebox`. */
const OWN = /\b(?:driver|drvr|suspect|subject|defendant|def)\s*$/i;

/** What may stand behind it: whom, what and where it was done to. Anything else makes it another thing: `Search team arrives`. */
const BEHIND = setOf(
  `to on at near of by in into with w/ around from the a an his her him them my driver drvr suspect subject defendant def vehicle
 veh car truck van suv sedan trunk cab interior exterior front back rear patrol seat side door unit cruiser hood bumper handcuffs
 cuffs custody person dog k9 k-9 canine passenger radio dispatch jail station hospital scene shoulder eb wb nb sb completed
 complete conducted initiated made handed issued given signed begins began started deployed warnings warning rights`.replace(
    /\n/g,
    '',
  ),
);
/** Where another clause begins. */
const CLAUSE =
  /[;:,(–—]|\s-\s|\band\b|\bfor (?:speed|traffic|no |tail|lane|weav|fail|expired|equip|the dog|k-?9|a dog)/i;
/** A name, a number of a road, a quantity; a year is another time's. */
const NAMED = /^(?!(?:19|20)\d\d$)(?:[A-Z]|\S*\d)/;

const mayStandBefore = (text: string): boolean =>
  words(text).every((w, i, all) => {
    const word = w.toLowerCase();
    return (
      BEFORE.has(word) ||
      RANK.has(word) ||
      (i > 0 && /^[A-Z]/.test(w) && all.slice(0, i).some((r) => RANK.has(r.toLowerCase())))
    );
  });

const mayStandBehind = (text: string): boolean =>
  words(text.split(CLAUSE)[0] ?? '').every((w) => BEHIND.has(w.toLowerCase()) || NAMED.test(w));

/**
 * The kind that a line of a log tells in a few words of its own, as reports write them: `Traffic stop initiated I-40 MM 212`,
 * `Driver arrested`. Null where it tells none, and where what it tells may not have been done then, or not by the police.
 */
export function kindTold(text: string): EventKind | null {
  if (text.length > MOST) return null;
  const kind = kindOfRow(text);
  const act = actsIn(text)[0];
  if (kind === 'note' || act?.kind !== kind || !KINDS[kind].leaves) return null;
  // Which officer is the second is not told by his arriving; what a check gave is its end.
  if (kind === 'backup-arrives' || (kind === 'records-check' && CHECKED.test(text))) return null;
  // A hit is of a name or a plate as well.
  if (HIT.test(text)) return null;
  // Words that state a time of their own tell what was done then, and not at the time of their row.
  if (TIME_OF_ITS_OWN.test(text)) return null;
  if (isAsked(text) || isSupposed(text) || isCorrection(text)) return null;
  if (!SAID_SO.has(kind) && NOT_THEN.test(text)) return null;
  const before = /[^;:,.–—(]*$/.exec(text.slice(0, act.at))?.[0] ?? '';
  if (!mayStandBefore(before) || (OWN.test(before) && /^\w+s\b/.test(text.slice(act.at)))) return null;
  return mayStandBehind(text.slice(act.end)) ? kind : null;
}

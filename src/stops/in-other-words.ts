import type { EventRow } from '../record/event';
import { classOf, type EventKind } from '../record/vocabulary';
import { DOUBTS } from './kinds';
import type { Stop } from './stops';

/** What words of an entry may tell of an act, loosely: that it was done is for a person to say. */
const TELLS: Readonly<Partial<Record<EventKind, RegExp>>> = {
  alert:
    /\balert(?:s|ed|ing)?\b|\b(?:k-?9|dog|canine)\b[^.;]{0,40}\b(?:hit|pos(?:itive)?|indicat\w+|sat|sits)\b|\bpos(?:itive)?\b[^.;]{0,15}\b(?:k-?9|dog|canine|hit|response)\b/i,
  'consent-given':
    /\bconsent(?:s|ed)?\b|\bpermission\b|\bagree[sd]?\b|\bgo(?:es)? ahead\b|\b(?:says?|said|answer(?:s|ed)|repl(?:ies|ied))\b[^.;]{0,12}\b(?:yes|yeah|ok(?:ay)?|sure|fine)\b|\byou can (?:search|look|check)\b|\b(?:lets?|allow(?:s|ed)?) (?:him|her|them|me|us|\w+ officers?|the officers?|officers?|troopers?|deput\w+)\b/i,
  'warrant-issued':
    /\bsearch warrant\b|\bs\/w\b|\bwarrant\b[^.;]{0,20}\b(?:issued|signed|granted|approved|obtained|in hand)\b/i,
  'plain-view': /\bplain (?:view|sight)\b/i,
  odour: /\b(?:smell(?:s|ed|ing)?|odou?rs?|reek(?:s|ed|ing)?)\b/i,
  found:
    /\b(?:found|locat(?:es|ed)|recover(?:s|ed)|seiz(?:es|ed))\b[^.;]{0,40}\b(?:meth\w*|marijuana|weed|cannabis|cocaine|crack|heroin|fentanyl|drugs?|narcotics?|contraband|pills?|guns?|firearms?|pistol|rifle|handgun|weapons?|bagg\w+|paraphernalia|pipe)\b/i,
  'danger-stated': /\b(?:bulge|weapons?|guns?|firearms?|knife|knives|armed|threat\w*|danger\w*)\b/i,
  inventory: /\binventor(?:y|ies|ied)\b/i,
  'impound-decided': /\b(?:tow(?:s|ed|ing)?|impound(?:s|ed)?)\b/i,
  arrest: /\barrest(?:ed|s)?\b|\bin custody\b|\b10-15\b/i,
  'warnings-given':
    /\bmirand\w+|\brights\b[^.;]{0,25}\b(?:read|given|advised|waived)\b|\b(?:read|advised?|gave|given)\b[^.;]{0,25}\brights\b/i,
  'documents-returned':
    /\b(?:licen[cs]e|dl|ol|id|papers|paperwork|documents|registration|rental agreement)\b[^.;]{0,40}\b(?:back|return(?:s|ed))\b|\b(?:return(?:s|ed)|(?:gives?|gave|hand(?:s|ed)?) back)\b[^.;]{0,40}\b(?:licen[cs]e|dl|ol|id|papers|paperwork|documents|registration|everything)\b/i,
  'told-free':
    /\bfree to (?:go|leave)\b|\bgood to go\b|\b(?:can|may|could) (?:go|leave)\b|\breleased\b|\blet (?:him |her |them )?go\b|\b(?:sen[dt]s?|go(?:es)?|went|lets?) (?:him |her |them )?on (?:his|her|their|your) way\b|\bdr(?:ives?|ove) (?:off|away)\b|\bcut loose\b|\bhave a (?:good|nice|safe)\b/i,
};

/** What makes it something else: denied, asked for, only expected, or said to come later. */
const NOT_SO =
  /\b(?:no|not|non|never|none|nothing|without|neg(?:ative)?|refus\w*|declin\w*|den(?:y|ies|ied)|withdr\w*|revok\w*|ask\w*|request\w*|seek\w*|sought|appl\w+|if|unless|until|before|prior|will|would|await\w*|wait\w*|lack\w*)\b|n['’]t\b/i;

/** Kinds whose words speak of what is not there, and those that contest a finding by themselves. */
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

/** What is listed after one “no”: `no odor, weapons or drugs`. Of the others each part of a sentence speaks for itself. */
const LISTED: ReadonlySet<EventKind> = new Set<EventKind>(['odour', 'found', 'danger-stated', 'plain-view']);

const KINDS = Object.keys(TELLS) as readonly EventKind[];
const NONE: readonly EventKind[] = [];
const read = new WeakMap<EventRow, readonly EventKind[]>();

/**
 * The kinds, other than its own, that the words of an entry may tell of: a warning of which it is written “and license back”, a
 * note “told he is free to go”. What no entry's kind states is not shown to be missing where the words of one may tell of it.
 */
function toldIn(e: EventRow): readonly EventKind[] {
  let kinds = read.get(e);
  if (!kinds) {
    kinds = OTHERWISE.has(e.kind) || e.description === '' ? NONE : kindsIn(e.description, e.kind);
    read.set(e, kinds);
  }
  return kinds;
}

function kindsIn(text: string, own: EventKind): readonly EventKind[] {
  const said = text.replace(/\bno (?:problem|worries)\b/gi, 'okay');
  // What no words of the whole tell, none of its parts does: nearly every entry is done here.
  const may = KINDS.filter((k) => k !== own && TELLS[k]?.test(said));
  if (may.length === 0) return NONE;
  const whole = said.split(/[.;]/).filter((c) => !NOT_SO.test(c));
  const parts = said
    .split(/[.;,:–—]|\s-\s|\b(?:and|but|then|who|which|so)\b/i)
    .filter((c) => !NOT_SO.test(c));
  const found = may.filter((k) =>
    (LISTED.has(k) ? whole : [...whole, ...parts]).some((c) => TELLS[k]?.test(c)),
  );
  return found.length === 0 ? NONE : found;
}

const byKind = new WeakMap<readonly EventRow[], ReadonlyMap<EventKind, readonly EventRow[]>>();

/** Of these entries those whose words may tell of a kind, in their order; read once a list. */
export function tellingOf(rows: readonly EventRow[], kind: EventKind): readonly EventRow[] {
  let found = byKind.get(rows);
  if (!found) {
    const lists = new Map<EventKind, EventRow[]>();
    for (const e of rows)
      for (const k of toldIn(e)) {
        const list = lists.get(k);
        if (list) list.push(e);
        else lists.set(k, [e]);
      }
    byKind.set(rows, lists);
    found = lists;
  }
  return found.get(kind) ?? NONE_OF;
}
const NONE_OF: readonly EventRow[] = [];

/** What else, once it is entered, is what words that he was let go speak of. */
const SAME: Readonly<Partial<Record<EventKind, readonly EventKind[]>>> = {
  'told-free': ['released', 'seizure-ends'],
};

/** The kinds of entry that words which may tell of a kind speak of, once one is there. */
export const enteredAs = (kind: EventKind): readonly EventKind[] => [kind, ...(SAME[kind] ?? [])];

/**
 * Of the acts of a stop those whose words may tell of a kind. Where the stop has an entry of that kind, words speak of it, and none
 * is told beside it.
 */
export function toldInStop(stop: Stop, kind: EventKind): readonly EventRow[] {
  const entered = enteredAs(kind).some((k) => stop.kind(k).length > 0);
  return entered ? NONE_OF : tellingOf(stop.acts, kind);
}

/** What lasts: checks, writing, talk, a wait, and whatever is said to begin. */
const LASTS =
  /\b(?:run(?:s|ning)|ran|check(?:s|ing)|writ(?:es|ing)|typ(?:es|ing)|prepar(?:es|ing)|fill(?:s|ing) (?:out|in)|search(?:es|ing)|talk(?:s|ing)|speak(?:s|ing)|question(?:s|ing)|interview(?:s|ing)|wait(?:s|ing)|hold(?:s|ing)|review(?:s|ing)|read(?:s|ing)|explain(?:s|ing)|begins?|began|starts?|started|on (?:the )?(?:phone|radio)|slow|down|delay(?:s|ed)?|busy|still)\b/i;

/** What says that it is over. */
const OVER = /\b(?:clear|valid|complete[ds]?|done|back|finish(?:es|ed)|return(?:s|ed)|end(?:s|ed)|over)\b/i;

const lasting = new WeakMap<EventRow, boolean>();

/** Whether a note without an end tells of what may have gone on: `runs license through dispatch`, `begins the warning`. */
export function mayGoOn(e: EventRow): boolean {
  if (e.kind !== 'note' || e.end !== '') return false;
  let lasts = lasting.get(e);
  if (lasts === undefined) {
    lasts = LASTS.test(e.description) && !OVER.test(e.description);
    lasting.set(e, lasts);
  }
  return lasts;
}

/** A task of the stop: a check of papers, the ticket, talk of the violation. */
const TASK =
  /\b(?:run(?:s|ning)|ran|check(?:s|ing|ed)?|quer(?:y|ies|ying|ied)|verif(?:y|ies|ying|ied))\b[^.;]{0,40}\b(?:licen[cs]es?|dl|ol|driver(?:'s|’s)?|names?|plates?|tags?|registration|insurance|warrants?|wants|records?|vin|ncic|10-?2[789]|2[789])\b|\b(?:writ(?:es|ing)|wrote|typ(?:es|ing)|prepar(?:es|ing)|complet(?:es|ing)|issu(?:es|ing)|work(?:s|ing) on|fill(?:s|ing) (?:out|in)|print(?:s|ing)|finish(?:es|ing)|start(?:s|ing|ed)|begin(?:s|ning)?|began)\b[^.;]{0,30}\b(?:tickets?|citations?|cites?|warnings?|paperwork|summons(?:es)?)\b|\b(?:explain(?:s|ing|ed)?|discuss(?:es|ing|ed)?)\b[^.;]{0,30}\b(?:stop|violation|speed(?:ing)?|tickets?|citations?|warnings?)\b/i;

/** A task that is denied, left off, over, or still to come. */
const NOT_DONE =
  /\b(?:no|not|never|without|until|before|after|will|would|if|stop(?:s|ped|ping)?|instead|interrupt\w*|aside|paus\w*|abandon\w*|rather|halt\w*|ceas\w*|suspend\w*|postpon\w*|unrelated)\b|n['’]t\b/i;
/** What another act is done beside. */
const BESIDE = /\b(?:while|as|during|meanwhile|at the same time)\b/i;

const tasks = new WeakMap<EventRow, boolean>();

/**
 * Whether the words of an entry may tell of a task of the stop that runs as long as the entry, or may have gone on: a note
 * `writing the citation in his car`, questions on a journey `while he writes the warning`.
 */
export function maySayTask(e: EventRow): boolean {
  if (classOf(e.kind) === 'mission' || classOf(e.kind) === 'completion' || e.description === '') return false;
  let told = tasks.get(e);
  if (told === undefined) {
    told = e.description
      .split(/[.;]/)
      .some(
        (c) =>
          TASK.test(c) &&
          !NOT_DONE.test(c) &&
          (e.kind === 'note' || BESIDE.test(c)) &&
          (e.end !== '' || !OVER.test(c)),
      );
    tasks.set(e, told);
  }
  return told;
}

import { AUTHORITIES, type AuthorityId } from './authorities';

/** What the State answers, layer by layer: no violation, no link, no exclusion. A layer that nothing fills is empty. */
export interface Answers {
  readonly noViolation: string;
  readonly noLink: string;
  readonly noExclusion: string;
}

/** What it answers to every finding of a section, where the rule's own line leaves a layer out. */
const COMMON: Readonly<Record<string, Omit<Answers, 'noViolation'>>> = {
  stop: {
    noLink: 'it had a source of its own',
    noExclusion:
      'it would have been found anyway (nix, tow); precedent of that day (davis); not his to complain of',
  },
  custody: {
    noLink: 'seal, photograph, description agree',
    noExclusion: 'weight; regularity is presumed',
  },
};

/** Three layers apart by ` / `; a dot, or a layer left out, is the common one (`doctrine.md`, "The State will say"). */
const LINES: Readonly<Record<string, string>> = {
  'mission-complete':
    'suspicion by then, judged by what they knew; he stayed of his own will / safety, language, his own delay fill the minutes',
  'sniff-adds-time':
    'another officer wrote; dispatch was awaited; the dog was there / suspicion justified it anyway',
  'off-mission-detour': 'it belongs to the stop here; asked while dispatch was awaited / suspicion by then',
  'should-have-ended': 'diligence, not the least time (hill) / the terminal was slow',
  'unaccounted-minutes':
    'he wrote and ran checks, which nothing logs / nothing came of them / no fixed limit (sharpe)',
  'slow-mission': 'each stop by itself: a rental, two people / averages are no test',
  'stop-before-cause':
    'another saw it or asked; the plate (glover), a caller (navarette); times are rounded / · / an honest mistake (heien)',
  'claim-against-footage':
    'angle, light, range, compression; smell and nerves cannot be filmed / the stop hangs on more / credibility is for the judge',
  'suspicion-late': 'knowledge counts, not ink / the footage shows it from the first minute',
  'frisk-without-danger': 'drugs and guns; bulk, hands, night, numbers; about to sit in our car / he agreed',
  'de-facto-arrest': 'cuffs on facts; diligent; he caused it (sharpe) / cause all along',
  'search-before-cause':
    'odor or the whole was cause; weapons (long); parole / inventory / the tow (nix); not his car',
  'consent-in-extension':
    'still lawful, and officers may ask; told free / free by all the circumstances / slight, worn off',
  'search-after-withdrawal': 'never clearly taken back / cause by then',
  'sniff-enters-car': 'instinct, through a door he left open / cause before it leapt',
  'sniff-at-home': 'a shared hallway / the warrant stands without the dog / reliance (leon)',
  'search-incident-late': 'a drug arrest; not yet secured / automobile exception / inventory',
  'phone-without-warrant':
    'consent; now or never / the later warrant owes it nothing / the days were work; isolated neglect (smith2)',
  'warrant-clock':
    'drugs at any hour (gooding); the judge allowed it / nothing hung on the hour / no prejudice, no design',
  'wait-for-warrant': 'cause, real risk, only the door, hours of work',
  'probable-cause-hearing': 'released, or found on paper in time / an emergency / nothing came of the delay',
  'presentment-delay': 'held on state charges; distance, hospital / within six hours, or waived / voluntary',
  'unwarned-questions':
    'no custody; booking, or unasked / public safety (quarles) / things and warned words come in (patane, elstad)',
  fruit: 'no violation / own source; earlier warrant (strieff)',
  'camera-hole': 'policy allows the mute; battery, buffer / others saw it / no bad faith; we rebut (havens)',
  'late-loss': 'overwritten on schedule / something like it remains / a request is no bad faith (fisher)',
  'never-produced': 'there is none; never ours / it would show nothing / not material',
  'ai-report': 'he read and signed it / his testimony is his own / no statute excludes it',
  contradiction: 'rounding, two clocks / the order is the same / the witness will reconcile',
  'clock-off': 'rounding, two clocks / the order is the same / the witness will reconcile',
  'custody-gap': 'locked in car or locker; policy is not law',
  'late-booking': 'locked in car or locker; policy is not law',
  'custody-mismatch': 'a clerk, a slip, typed later; seals come in batches / · / both will testify',
  'missing-hand': 'a clerk, a slip, typed later; seals come in batches / · / both will testify',
  'two-places': 'a clerk, a slip, typed later; seals come in batches / · / both will testify',
  'unlogged-access': 'another item; a badge shows doors, not hands',
  'seal-break': 'opened to test; gross is not net, scales estimate, moisture',
  'quantity-drift': 'opened to test; gross is not net, scales estimate, moisture',
  'lab-order': 'entry, not act; an export, another method / the instrument’s log, the original’s hash',
  'hash-mismatch': 'entry, not act; an export, another method / the instrument’s log, the original’s hash',
  sampling: 'accepted practice / a jury may infer from like units / a mixture counts whole',
  'substitute-analyst':
    'his own opinion from raw data / notes are no testimony / notice given, none demanded',
};

/** Ids in brackets as the short names that running text uses: `(nix, tow)` reads `(Nix, tow)`. */
const named = (s: string): string =>
  s.replace(/\(([^)]*)\)/g, (_, list: string) => {
    const words = list.split(', ').map((w) => AUTHORITIES[w as AuthorityId]?.short ?? w);
    return `(${words.join(', ')})`;
  });

/** What the State will say to findings of this rule. It stands on the screen and in no exhibit. @throws when the rule has no line */
export function answersOf(rule: { readonly id: string; readonly section: string }): Answers {
  const line = LINES[rule.id];
  if (line === undefined) throw new Error(`the State has no answer to ${rule.id}`);
  const common = COMMON[rule.section === 'search' ? 'stop' : rule.section];
  const [noViolation = '', noLink = '·', noExclusion = '·'] = line.split(' / ');
  const own = (layer: string, shared: string | undefined): string =>
    named(layer === '·' ? (shared ?? '') : layer);
  return {
    noViolation: named(noViolation),
    noLink: own(noLink, common?.noLink),
    noExclusion: own(noExclusion, common?.noExclusion),
  };
}

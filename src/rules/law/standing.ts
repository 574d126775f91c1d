import type { Case } from '../../record/case';
import type { Choices } from '../../record/choices';
import { AUTHORITIES, type Authority, type AuthorityId } from './authorities';

/** What an authority is worth in the court of the case, as the screen says it. */
export type LawStanding = 'against us here' | 'binds here' | 'persuades' | 'against us elsewhere';

/** As a paper says it. */
export type PaperStanding = 'controlling' | 'persuasive' | 'contrary';

type Court = Pick<Choices, 'forum' | 'circuit' | 'state'>;
type Ranked = Pick<Authority, 'court' | 'lowered' | 'side'>;

/**
 * Whether an authority binds the court of the case (`doctrine.md`, "whose law"). The Supreme Court binds everywhere; rules
 * and statutes of the United States, and the published opinions of the circuit, bind in federal court; the state's statutes,
 * its highest court and its published appellate opinions bind in its own courts. Trial courts, districts, unpublished
 * opinions, model rules, guidelines and military courts bind nobody.
 */
export function binds(a: Ranked, { forum, circuit, state }: Court): boolean {
  if (a.court === 'us') {
    if (a.lowered === 'rule' || a.lowered === 'statute') return forum === 'federal';
    return a.lowered === '' || a.lowered === 'plurality';
  }
  if (a.court === circuit) return forum === 'federal' && a.lowered === '';
  if (a.court === `st-${state}` && state !== '')
    return forum === 'state' && (a.lowered === '' || a.lowered === 'appellate' || a.lowered === 'statute');
  return false;
}

/** What it is worth to us there. */
export function standingInCourt(a: Ranked, court: Court): LawStanding {
  if (binds(a, court)) return a.side === 'against' ? 'against us here' : 'binds here';
  return a.side === 'against' ? 'against us elsewhere' : 'persuades';
}

const ON_PAPER: Readonly<Record<LawStanding, PaperStanding>> = {
  'against us here': 'contrary',
  'binds here': 'controlling',
  persuades: 'persuasive',
  'against us elsewhere': 'contrary',
};

/** Nothing from memory and no cite that is not whole stands on a paper. */
export const mayStandOnPaper = (a: Pick<Authority, 'read' | 'complete'>): boolean =>
  a.read !== null && a.complete;

/** One authority beside a finding, as it stands in this case. */
export interface Law {
  readonly id: string;
  readonly cite: string;
  readonly short: string;
  readonly holding: string;
  readonly standing: LawStanding;
  readonly onPaper: PaperStanding;
  /** `read 2026-11-26 (opening)`, or that it is from memory. */
  readonly readSays: string;
  /** What lowers or limits it here; empty for most. */
  readonly note: string;
  /** Whether it may leave the screen. */
  readonly paper: boolean;
  /** Added by the attorney to this case. */
  readonly own: boolean;
}

const RANK: Readonly<Record<LawStanding, number>> = {
  'against us here': 0,
  'binds here': 1,
  persuades: 2,
  'against us elsewhere': 3,
};

const READ_AS = { opening: 'opening', restated: 'restated by another court', summary: 'summary' } as const;

/** When and how an authority was read, as every paper says it: `read 2026-11-26 (opening)`. */
export function readSays(a: Authority): string {
  if (a.how === 'memory') return 'From memory; not yet read';
  return `read ${a.read} (${READ_AS[a.how]})${a.complete ? '' : '; its cite is not complete'}`;
}

/** In a state's court a rule or statute of the United States does not bind; elsewhere a lowered court says what it is. */
function noteOf(a: Ranked, { forum }: Court): string {
  const federal = a.court === 'us' && (a.lowered === 'rule' || a.lowered === 'statute');
  if (federal) return forum === 'federal' ? '' : 'binds in federal court alone; the state has its own';
  if (a.court.startsWith('st-') && forum === 'federal')
    return 'a state’s own rule does not decide suppression in federal court (Moore)';
  if (a.lowered === 'appellate' && forum === 'state') return 'binds trial courts';
  return a.lowered === '' || /statute|rule/.test(a.lowered) ? '' : a.lowered;
}

/**
 * The law beside a rule's findings in this case: what is against us and binds first, then what binds, what persuades, and what
 * is against us elsewhere; in each the rule's own leading ones first, and what is from memory last. A rule of fact shows none.
 */
export function lawFor(
  rule: { readonly id: string; readonly section: string },
  of: Pick<Case, 'choices' | 'law'>,
): Law[] {
  const court = of.choices;
  const beside = (rules: readonly string[]): boolean =>
    rules.includes(rule.id) || (rule.section === 'custody' && rules.includes('custody'));
  const known = (Object.keys(AUTHORITIES) as AuthorityId[])
    .filter((id) => beside(AUTHORITIES[id].rules))
    .map((id): Law => {
      const a = AUTHORITIES[id];
      return { ...shown(a, court), id, readSays: readSays(a), paper: mayStandOnPaper(a), own: false };
    });
  const own = of.law
    .filter((a) => a.rules.includes(rule.id))
    .map(
      (a): Law => ({
        ...shown(a, court),
        id: a.id,
        readSays: `read ${a.read} by the attorney`,
        paper: true,
        own: true,
      }),
    );
  const last = (l: Law): number => (l.own || l.readSays.startsWith('read') ? 0 : 1);
  return [...known, ...own]
    .map((l, i) => ({ l, i }))
    .sort((a, b) => last(a.l) - last(b.l) || RANK[a.l.standing] - RANK[b.l.standing] || a.i - b.i)
    .map(({ l }) => l);
}

/**
 * What of it stands on a paper: nothing from memory, no cite that is not whole, and of the courts elsewhere only what persuades
 * for us. What is against us and binds is named there too, whole; of the rest, a holding's answer for the State stays on the screen.
 */
export const lawOnPaper = (...args: Parameters<typeof lawFor>): Law[] =>
  lawFor(...args)
    .filter((l) => l.paper && l.standing !== 'against us elsewhere')
    .map((l) => (l.standing === 'against us here' ? l : { ...l, holding: printedOf(l) }));

const printedOf = ({ id, holding }: Law): string =>
  (AUTHORITIES as Readonly<Record<string, Authority | undefined>>)[id]?.printed ?? holding;

function shown(
  a: Ranked & { readonly cite: string; readonly short: string; readonly holding: string },
  court: Court,
): Pick<Law, 'cite' | 'short' | 'holding' | 'standing' | 'onPaper' | 'note'> {
  const standing = standingInCourt(a, court);
  const { cite, short, holding } = a;
  return { cite, short, holding, standing, onPaper: ON_PAPER[standing], note: noteOf(a, court) };
}

/** Said above law that is against us and binds: what a lawyer owes the court. */
export const ADVERSE = `${AUTHORITIES.mr33.holding.replace(/\.$/, '')} (${AUTHORITIES.mr33.short}).`;

/** The day on which Rodriguez was decided. */
const RODRIGUEZ = '2015-04-21';

/**
 * The line on good faith beside a stop of after Rodriguez, where a court's own good-faith outcome is shown.
 * @param day local day of the stop, `2024-03-14`; empty where the record does not date it
 */
export function goodFaithSays(law: readonly Law[], day: string): string {
  const excused = law.some((l) => l.id === 'campbell' || l.id === 'gomez');
  return excused && day > RODRIGUEZ
    ? `Precedent that Rodriguez overturned does not excuse this stop; later binding precedent may (${AUTHORITIES.davis.short}).`
    : '';
}

/**
 * The authorities behind the rules, in our own plain words. `read` is the day on which the opinion or a court's summary
 * was last read in a stored copy; null means stated from memory and not yet re-read. Verify before filing.
 */
export interface Authority {
  readonly cite: string;
  readonly holding: string;
  readonly jurisdiction: string;
  readonly read: string | null;
}

const us = (cite: string, holding: string, read: string | null = null): Authority => ({ cite, holding, jurisdiction: 'us', read });

export const AUTHORITIES = {
  rodriguez: us(
    'Rodriguez v. United States, 575 U.S. 348 (2015)',
    'A stop that has done its business may not be drawn out for a dog sniff without reasonable suspicion, however briefly; what counts is whether the sniff adds time.',
    '2026-11-24',
  ),
  caballes: us('Illinois v. Caballes, 543 U.S. 405 (2005)', 'A sniff that adds no time to a lawful stop is lawful.'),
  johnson: us('Arizona v. Johnson, 555 U.S. 323 (2009)', 'Unrelated inquiries are allowed so long as they do not measurably extend the stop.'),
  sharpe: us(
    'United States v. Sharpe, 470 U.S. 675 (1985)',
    'The length of a stop is judged by whether the officers diligently pursued what would quickly settle it.',
  ),
  campbell: {
    cite: 'United States v. Campbell, 26 F.4th 860 (11th Cir. 2022) (en banc)',
    holding: 'Twenty-five seconds of unrelated questions by the officer writing the warning prolonged the stop; good faith saved the evidence.',
    jurisdiction: 'ca11',
    read: '2026-11-24',
  },
  green: {
    cite: 'United States v. Green, 897 F.3d 173 (3d Cir. 2018)',
    holding: 'Looks for the moment at which tasks tied to the stop end or should have ended; suspicion must exist by then.',
    jurisdiction: 'ca3',
    read: '2026-11-24',
  },
  fre901: us(
    'Fed. R. Evid. 901',
    'The proponent must show that the item is what it is claimed to be; breaks in the chain usually go to weight, not admissibility.',
  ),
  melendezDiaz: us(
    'Melendez-Diaz v. Massachusetts, 557 U.S. 305 (2009)',
    'Who must testify to a laboratory’s result; its first note speaks of the chain of custody.',
  ),
  brady: us('Brady v. Maryland, 373 U.S. 83 (1963)', 'The prosecution must disclose evidence favourable to the accused.'),
  youngblood: us(
    'Arizona v. Youngblood, 488 U.S. 51 (1988)',
    'Loss of potentially useful evidence violates due process only where the police acted in bad faith.',
  ),
} as const satisfies Record<string, Authority>;

export type AuthorityId = keyof typeof AUTHORITIES;

/** Printed with every statement of law. */
export const VERIFY = 'Stated as of November 24, 2026. Verify before filing; this is no legal advice.';

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

const us = (cite: string, holding: string, read: string | null = null): Authority => ({
  cite,
  holding,
  jurisdiction: 'us',
  read,
});

export const AUTHORITIES = {
  rodriguez: us(
    'Rodriguez v. United States, 575 U.S. 348 (2015)',
    'A stop that has done its business may not be drawn out for a dog sniff without reasonable suspicion, however briefly; what counts is whether the sniff adds time.',
    '2026-11-24',
  ),
  caballes: us(
    'Illinois v. Caballes, 543 U.S. 405 (2005)',
    'A sniff that adds no time to a lawful stop is lawful.',
  ),
  johnson: us(
    'Arizona v. Johnson, 555 U.S. 323 (2009)',
    'Unrelated inquiries are allowed so long as they do not measurably extend the stop.',
  ),
  sharpe: us(
    'United States v. Sharpe, 470 U.S. 675 (1985)',
    'The length of a stop is judged by whether the officers diligently pursued what would quickly settle it.',
  ),
  campbell: {
    cite: 'United States v. Campbell, 26 F.4th 860 (11th Cir. 2022) (en banc)',
    holding:
      'Twenty-five seconds of unrelated questions by the officer writing the warning prolonged the stop; good faith saved the evidence.',
    jurisdiction: 'ca11',
    read: '2026-11-24',
  },
  green: {
    cite: 'United States v. Green, 897 F.3d 173 (3d Cir. 2018)',
    holding:
      'Looks for the moment at which tasks tied to the stop end or should have ended; suspicion must exist by then.',
    jurisdiction: 'ca3',
    read: '2026-11-24',
  },
  evans: {
    cite: 'United States v. Evans, 786 F.3d 779 (9th Cir. 2015)',
    holding:
      'An ex-felon registration check of eight minutes and a sniff, both apart from the traffic mission, prolonged the stop.',
    jurisdiction: 'ca9',
    read: '2026-11-24',
  },
  frazier: {
    cite: 'United States v. Frazier, 30 F.4th 1165 (10th Cir. 2022)',
    holding:
      'Arranging a sniff before writing the ticket, and then searching licence-plate history, prolonged the stop.',
    jurisdiction: 'ca10',
    read: '2026-11-24',
  },
  terry: us(
    'Terry v. Ohio, 392 U.S. 1 (1968)',
    'A brief stop needs specific facts that raise reasonable suspicion; a pat-down needs facts that show danger.',
  ),
  whren: us(
    'Whren v. United States, 517 U.S. 806 (1996)',
    'A stop is lawful where a traffic violation was seen, whatever else the officer had in mind.',
  ),
  heien: us(
    'Heien v. North Carolina, 574 U.S. 54 (2014)',
    'A reasonable mistake of law can still make a stop lawful.',
  ),
  royer: us(
    'Florida v. Royer, 460 U.S. 491 (1983)',
    'A stop may last no longer than its purpose needs; consent given in unlawful detention is tainted by it.',
  ),
  place: us(
    'United States v. Place, 462 U.S. 696 (1983)',
    'Ninety minutes were too long to hold luggage on suspicion alone.',
  ),
  dunaway: us(
    'Dunaway v. New York, 442 U.S. 200 (1979)',
    'A detention that is in substance an arrest needs probable cause.',
  ),
  harris: us(
    'Florida v. Harris, 568 U.S. 237 (2013)',
    'A reliable dog’s alert can be probable cause, looked at with all the facts.',
  ),
  ross: us(
    'United States v. Ross, 456 U.S. 798 (1982)',
    'With probable cause a car may be searched without a warrant wherever the thing sought may be.',
  ),
  acevedo: us(
    'California v. Acevedo, 500 U.S. 565 (1991)',
    'A container in a car may be searched where there is probable cause to believe that it holds contraband.',
  ),
  schneckloth: us(
    'Schneckloth v. Bustamonte, 412 U.S. 218 (1973)',
    'Consent counts where it was voluntary, by all the circumstances.',
  ),
  robinette: us(
    'Ohio v. Robinette, 519 U.S. 33 (1996)',
    'Consent may be voluntary though nobody said that the driver was free to go; it depends on the circumstances.',
  ),
  jimeno: us(
    'Florida v. Jimeno, 500 U.S. 248 (1991)',
    'Consent reaches as far as a reasonable person would understand it.',
  ),
  jardines: us(
    'Florida v. Jardines, 569 U.S. 1 (2013)',
    'To bring a drug dog to the front door of a home is a search.',
  ),
  gant: us(
    'Arizona v. Gant, 556 U.S. 332 (2009)',
    'A car may be searched incident to arrest only while the arrestee could reach into it, or where evidence of that offence may be in it.',
  ),
  knowles: us('Knowles v. Iowa, 525 U.S. 113 (1998)', 'A citation alone allows no search of the car.'),
  riley: us(
    'Riley v. California, 573 U.S. 373 (2014)',
    'A phone taken at an arrest may not be searched without a warrant.',
  ),
  mitchell: {
    cite: 'United States v. Mitchell, 565 F.3d 1347 (11th Cir. 2009)',
    holding: 'Twenty-one days between seizing a computer drive and seeking a warrant were too long.',
    jurisdiction: 'ca11',
    read: null,
  },
  rule41: us(
    'Fed. R. Crim. P. 41(a)(2)(B), (e)(2)(A)',
    'A warrant is executed within its days, at most 14, and in daytime, 6:00 a.m. to 10:00 p.m. local time, unless the judge allows otherwise for good cause.',
  ),
  mcarthur: us(
    'Illinois v. McArthur, 531 U.S. 326 (2001)',
    'Two hours of keeping a man out of his home while a warrant was diligently sought were reasonable.',
  ),
  segura: us(
    'Segura v. United States, 468 U.S. 796 (1984)',
    'Premises may be secured for a time while a warrant is sought.',
  ),
  mclaughlin: us(
    'County of Riverside v. McLaughlin, 500 U.S. 44 (1991)',
    'After an arrest without a warrant a judge is to find probable cause within 48 hours.',
  ),
  gerstein: us(
    'Gerstein v. Pugh, 420 U.S. 103 (1975)',
    'Someone arrested without a warrant is entitled to a prompt judicial finding of probable cause.',
  ),
  wongSun: us(
    'Wong Sun v. United States, 371 U.S. 471 (1963)',
    'What was come by through exploiting an illegality is excluded; what was come by otherwise is not.',
  ),
  brown: us(
    'Brown v. Illinois, 422 U.S. 590 (1975)',
    'Whether a statement is tainted turns on the time between, what came between, and how flagrant the violation was.',
  ),
  strieff: us(
    'Utah v. Strieff, 579 U.S. 232 (2016)',
    'A valid warrant found in between may break the link to an unlawful stop.',
  ),
  miranda: us(
    'Miranda v. Arizona, 384 U.S. 436 (1966)',
    'Questions in custody must be preceded by warnings.',
  ),
  berkemer: us(
    'Berkemer v. McCarty, 468 U.S. 420 (1984)',
    'A traffic stop is not custody by itself; it becomes so when the person is treated as under arrest.',
  ),
  seibert: us(
    'Missouri v. Seibert, 542 U.S. 600 (2004)',
    'Warnings given in the middle of one interrogation do not cure what was asked before them.',
  ),
  fre901: us(
    'Fed. R. Evid. 901',
    'The proponent must show that the item is what it is claimed to be; breaks in the chain usually go to weight, not admissibility.',
  ),
  melendezDiaz: us(
    'Melendez-Diaz v. Massachusetts, 557 U.S. 305 (2009)',
    'Who must testify to a laboratory’s result; its first note speaks of the chain of custody.',
  ),
  trombetta: us(
    'California v. Trombetta, 467 U.S. 479 (1984)',
    'The State must keep evidence that plays a significant part in the defense and cannot be had otherwise.',
  ),
  fre902: us(
    'Fed. R. Evid. 902(13), 902(14)',
    'Records that a machine made, and copies shown true by their hash, may be authenticated by certificate.',
  ),
  brady: us(
    'Brady v. Maryland, 373 U.S. 83 (1963)',
    'The prosecution must disclose evidence favourable to the accused.',
  ),
  youngblood: us(
    'Arizona v. Youngblood, 488 U.S. 51 (1988)',
    'Loss of potentially useful evidence violates due process only where the police acted in bad faith.',
  ),
} as const satisfies Record<string, Authority>;

export type AuthorityId = keyof typeof AUTHORITIES;

/** Printed with every statement of law. */
export const VERIFY = 'Stated as of November 24, 2026. Verify before filing; this is no legal advice.';

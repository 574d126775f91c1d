import { expect, it } from 'vitest';
import { radioKind } from '../../src/intake/layouts/radio-words';

it.each([
  ['REFUSES CONSENT TO SEARCH', 'consent-refused'],
  ['driver refused consent', 'consent-refused'],
  ['HE CONSENTS TO SEARCH OF VEH', 'consent-given'],
  ['PC SEARCH VEH', 'search'],
  ['POS ALERT ON DRIVER DOOR', 'alert'],
  ['K9 HIT ON PASS SIDE', 'alert'],
  ['DOG ALERTED AT TRUNK', 'alert'],
  ['RUNNING K9', 'sniff'],
  ['K9-2 OS', 'dog-arrives'],
  ['1 IN CUSTODY', 'arrest'],
  ['1 to jail', 'transport'],
  ['METH LOCATED', 'found'],
  ['APPROX 1 OZ MARIJ LOCATED', 'found'],
  ['12.5g of suspected meth recovered', 'found'],
  ['SRCHING VEH', 'search'],
  ['searching', 'search'],
  ['NIK POS FOR METH', 'field-test'],
  ['contact w/ driver', 'approach'],
  ['VERBAL WARNING GIVEN', 'warning-issued'],
  ['SEARCH (PAT)', 'frisk'],
  ['SEARCH - CELL 4', 'note'],
] as const)('a whole line of radio tells its act: %s', (line, kind) => {
  expect(radioKind(line)).toBe(kind);
  expect(radioKind(`${line}.`)).toBe(kind);
});

it.each([
  'HIT ON LEFT SIDE',
  'hit on front door',
  'refuses medical',
  'refused to sign',
  'consents to talk',
  'search warrant in hand',
  'K9 requested',
  '2 vehicles to jail',
  'located driver',
  'searching for suspect',
  'searching area',
  '1 oz located',
  'contact with dispatch',
  'PC SEARCH VEH, then let him go',
  `1 in custody ${'x'.repeat(80)}`,
])('a line that says more, or something else, tells none here: %s', (line) => {
  expect(radioKind(line)).toBeNull();
});

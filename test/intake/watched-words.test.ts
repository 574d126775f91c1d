import { expect, it } from 'vitest';
import { radioKind } from '../../src/intake/layouts/radio-words';

it.each([
  ['Officer pulls car over', 'seizure-begins'],
  ['Approaches driver window', 'approach'],
  ['Ofc. Dunn walks up to the car', 'approach'],
  ['Asks for license and registration', 'documents-requested'],
  ['Driver hands over license, registration and insurance', 'documents-received'],
  ['Gives license back to driver', 'documents-returned'],
  ['Runs license', 'records-check'],
  ['Runs driver through dispatch', 'records-check'],
  ['Begins writing citation', 'writing'],
  ['Starts writing the ticket', 'writing'],
  ['Officer is filling out the warning', 'writing'],
  ['Finishes ticket', 'paper-finished'],
  ['Gives him the warning', 'warning-issued'],
  ['Hands ticket and ID back', 'citation-issued'],
  ['Tells driver he is free to go', 'told-free'],
  ['Asks about drugs and guns', 'off-mission-questions'],
  ['Asks where he is coming from', 'travel-questions'],
  ['Radios for K9', 'dog-requested'],
  ['K-9 car pulls up', 'dog-arrives'],
  ['Handler starts walking dog around car', 'sniff'],
  ['Dog goes around the car', 'sniff'],
  ['Driver agrees to search', 'consent-given'],
  ['Starts searching car', 'search'],
  ['Finds bag of meth in the console', 'found'],
  ['Puts driver in handcuffs', 'secured'],
  ['Driver placed in back of cruiser', 'secured'],
  ['Pats him down', 'frisk'],
  ['Tells driver to step out of the car', 'ordered-out'],
] as const)('a line of somebody who watches tells its act: %s', (line, kind) => {
  expect(radioKind(line)).toBe(kind);
});

it.each([
  'Finishes talking',
  'Asks for license plate number of the truck',
  'Driver asks for ID of officer',
  'Does not search car',
  'Will search car',
  'Searches car for his pen',
  'Driver searches car for papers',
  'Dog walks off',
  'Dog sits by passenger door',
  'Hands him a pen',
  'Gives directions',
  'Runs to car',
  'Asks about the weather',
  'Tells driver to stay put',
  'Driver says he agrees',
  'Wants to search car',
  'Calls for backup',
  'Driver calls for dog',
  'Pulls car forward',
  'Car pulled over ahead of them',
])('a line that says something else tells none: %s', (line) => {
  expect(radioKind(line)).toBeNull();
});

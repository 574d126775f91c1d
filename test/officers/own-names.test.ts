import { expect, it } from 'vitest';
import { ownNames } from '../../src/officers/own-names';

it('counts as one officer’s what bears his last name and no other first name', () => {
  const table = ['MARSH D', 'Marsh, Dale', 'Ofc. Marsh #412', 'MARSH K', 'Marshall D', 'D. Kane', '4471'];
  expect(ownNames(['Dale Marsh'], table)).toEqual(['MARSH D', 'Marsh, Dale', 'Ofc. Marsh #412']);
  expect(ownNames(['Dale Marsh', '4471'], ['4471', '4472'])).toEqual(['4471']);
  expect(ownNames(['Marsh'], table)).toEqual(['MARSH D', 'Marsh, Dale', 'Ofc. Marsh #412', 'MARSH K']);
});

it('an initial alone is nobody’s name', () => {
  expect(ownNames(['Officer A'], ['Officer A', 'A. Other', 'Dale Marsh'])).toEqual(['Officer A']);
  expect(ownNames([''], ['', 'A. Other'])).toEqual([]);
});

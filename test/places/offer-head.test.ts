import { expect, it } from 'vitest';
import { offersOf } from '../../src/intake/readers/offers';
import { typedPaper } from '../../src/papers/paper';
import { headOf, namesOf } from '../../src/places/papers/offer-head';
import { readTyped } from '../papers/typed';

it('a proposal that counts from another says from what, and not by the name that the reader gave it', () => {
  const text = `INCIDENT REPORT
On 03/15/2024 at 2239 hours I arrived with my dog.
About five minutes later the driver refused consent.
Reported by: Ofc. C. Poe`;
  const offers = offersOf(readTyped(text), typedPaper(text, 'paper.txt').pages);
  const names = namesOf(offers);
  const heads = offers.map((o) => headOf(o, names));
  const counted = heads.find((h) => h.kind === 'Consent refused');
  expect(counted?.when).toMatch(/“.+” 22:39/);
  expect(heads.map((h) => h.when).join('\n')).not.toContain('@');
});

import { describe, expect, it } from 'vitest';
import { found, log } from './facts';

const marks = (rule: string, ...lines: string[]): string[] =>
  found(
    rule,
    log('14:04 seizure-begins: stopped', '14:10 warning-issued', ...lines, '14:20 search: trunk'),
  ).map((f) => `${f.status} ${f.standing}`);

describe('consent that was asked for, and of which no entry states the answer', () => {
  it('contests a search before any ground, and shows no restraint by that search', () => {
    expect(marks('search-before-cause')).toEqual(['established uncontested']);
    expect(marks('search-before-cause', '14:15 consent-asked: may I look')).toEqual([
      'established contested',
    ]);
    expect(marks('mission-complete')).toEqual(['established uncontested']);
    expect(marks('mission-complete', '14:15 consent-asked: may I look')).toEqual(['arguable uncontested']);
  });
  it('is answered by a refusal that may come after it, and by none before', () => {
    const refused = ['14:15 consent-asked: may I look', '14:16 consent-refused: no'];
    expect(marks('search-before-cause', ...refused)).toEqual(['established uncontested']);
    expect(marks('mission-complete', ...refused)).toEqual(['established uncontested']);
    const again = [...refused, '14:18 consent-asked: are you sure'];
    expect(marks('search-before-cause', ...again)).toEqual(['established contested']);
  });
  it('says nothing of a search that surely came before it', () => {
    expect(
      found(
        'search-before-cause',
        log('14:04 seizure-begins', '14:20 search: trunk', '14:25 consent-asked: may I look'),
      ).map((f) => f.standing),
    ).toEqual(['uncontested']);
  });
});

import { describe, expect, it } from 'vitest';
import { establishedIn } from '../../src/words/status';

const finding = (standing: 'contested' | 'uncontested') => ({ status: 'established' as const, standing });

describe('what leads a motion', () => {
  it.each([
    [[], '0 established findings'],
    [[finding('contested')], '1 established finding, contested'],
    [[finding('uncontested')], '1 established finding, uncontested'],
    [[finding('contested'), finding('uncontested')], '2 established findings, 1 of them uncontested'],
    [[finding('contested'), finding('contested')], '2 established findings, none of them uncontested'],
    [[finding('uncontested'), finding('uncontested')], '2 established findings, all of them uncontested'],
  ])('%j', (list, says) => expect(establishedIn(list)).toBe(says));
});

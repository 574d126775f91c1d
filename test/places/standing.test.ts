import { describe, expect, it } from 'vitest';
import { establishedIn } from '../../src/words/status';

const finding = (standing: 'contested' | 'uncontested') => ({ status: 'established' as const, standing });

describe('what leads a motion', () => {
  it.each([
    [[], '0 findings shown by the record'],
    [[finding('contested')], '1 finding shown by the record, contested'],
    [[finding('uncontested')], '1 finding shown by the record, uncontested'],
    [[finding('contested'), finding('uncontested')], '2 findings shown by the record, 1 of them uncontested'],
    [
      [finding('contested'), finding('contested')],
      '2 findings shown by the record, none of them uncontested',
    ],
    [
      [finding('uncontested'), finding('uncontested')],
      '2 findings shown by the record, all of them uncontested',
    ],
  ])('%j', (list, says) => expect(establishedIn(list)).toBe(says));
});

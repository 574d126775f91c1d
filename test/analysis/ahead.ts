import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';

/** Made up: what is written by `cam` reads ten minutes ahead of dispatch, as its offset states. */
export const aheadByTen = (events: NonNullable<Parameters<typeof record>[0]['events']>): CaseRecord =>
  record({
    clocks: [
      { id: 'dispatch' },
      {
        id: 'cam',
        name: 'camera',
        kind: 'camera',
        reference: false,
        offset: { min: -600_000, max: -600_000, why: 'seen' },
      },
    ],
    events,
  });

import type { Reader } from '../reader';
import { readTestimony, testimonyShare } from '../testimony';

export const hearing: Reader = {
  id: 'testimony',
  name: 'Record of a hearing',
  sure: (p) => Math.min(1, testimonyShare(p) * 2.5),
  read: readTestimony,
};

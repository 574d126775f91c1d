import { LIMITS, type Limits } from './limits';
import type { Paper } from './paper';

const mb = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en-US')} MB`;

/** That a file is larger than what is opened, and what to do. */
export const saysTooLarge = (bytes: number, most: number): string =>
  `This file has ${mb(bytes)}; ${mb(most)} are the most that is opened at once. If it is a packet, unpack it and drop what lies in it: recordings stay on the disk.`;

/** A file whose size alone keeps it from being opened, as a paper that says so; null for all others. No byte of it is read. */
export const tooLarge = (file: string, bytes: number, limits: Limits = LIMITS): Paper | null =>
  bytes <= limits.unpacked
    ? null
    : {
        file,
        sha256: '',
        bytes,
        kind: 'unknown',
        state: 'too-large',
        pages: [],
        members: [],
        says: [saysTooLarge(bytes, limits.unpacked)],
      };

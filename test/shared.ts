import { existsSync, readFileSync } from 'node:fs';

/** Where files by other hands lie, beside the checkout. */
const SHARED = '../shared/data';

/** Whether a file or folder by other hands is there; tests of it are skipped by name where it is not. */
export const isShared = (path: string): boolean => existsSync(`${SHARED}/${path}`);

/** The bytes of a file by other hands. */
export const shared = (path: string): Uint8Array => new Uint8Array(readFileSync(`${SHARED}/${path}`));

import { readFileSync } from 'node:fs';
import { Encrypter } from 'age-encryption';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { BadCaseFile } from '../../src/casefile/content';
import { lock, unlock } from '../../src/casefile/encrypt';
import { forgeries, reckon } from './forged';

type Int = (below: number) => number;
type Fail = (round: number, why: string) => never | void;

const good = (): Uint8Array => new Uint8Array(readFileSync('test/fixtures/casefile/version-3.stopline'));
/** A file that is not refused or read in this time hangs at the door, ms. */
const DOOR = 1000;

/** Bits flipped, lengths cut: always refused with a sentence. */
export async function flipped(rounds: number, int: Int, fail: Fail): Promise<string> {
  const whole = await readCaseFile(good());
  const file = await writeCaseFile(whole);
  if (!Buffer.from(await writeCaseFile(await readCaseFile(file))).equals(Buffer.from(file)))
    fail(0, 'written, read and written again it is other bytes');
  for (let round = 0; round < rounds; round++) {
    const bad = file.slice();
    const at = int(bad.length);
    const bit = int(8);
    bad[at] = (bad[at] as number) ^ (1 << bit);
    const read = await readCaseFile(bad).catch((e: unknown) =>
      e instanceof BadCaseFile ? null : Promise.reject(e),
    );
    if (read) fail(round, `bit ${bit} of byte ${at}: it was read`);
  }
  for (let n = 0; n < file.length; n++) {
    const read = await readCaseFile(file.slice(0, n)).catch((e: unknown) =>
      e instanceof BadCaseFile ? null : Promise.reject(e),
    );
    if (read) fail(n, `cut to ${n} bytes it is read`);
  }
  return `case files: ${rounds} bits flipped, each refused; cut at each of ${file.length} lengths, refused; written, read, written: the same bytes`;
}

/** Locked files: a wrong passphrase and a damaged file are told apart by their sentences, and never opened. */
export async function locked(rounds: number, int: Int, fail: Fail, locking = lock): Promise<string> {
  const file = await locking(good(), 'correct horse battery staple');
  if (!Buffer.from(await unlock(file, 'correct horse battery staple')).equals(Buffer.from(good())))
    fail(0, 'what was locked is not what is unlocked');
  for (let round = 0; round < rounds; round++) {
    const says = await unlock(file, `wrong ${int(1e6)}`).then(
      () => 'opened',
      (e: unknown) => (e instanceof BadCaseFile ? e.message : String(e)),
    );
    if (!/passphrase is wrong/.test(says)) fail(round, `a wrong passphrase: ${says}`);
    const bad = file.slice();
    const at = 200 + int(bad.length - 200);
    bad[at] = (bad[at] as number) ^ (1 + int(255));
    const damaged = await unlock(bad, 'correct horse battery staple').then(
      () => 'opened',
      (e: unknown) => (e instanceof BadCaseFile ? 'refused' : String(e)),
    );
    if (damaged !== 'refused') fail(round, `a damaged file: ${damaged}`);
  }
  return `locked case files: ${rounds} wrong passphrases and ${rounds} damaged files refused, each with its sentence`;
}

/** Locked as `lock` does it, but stretched for a moment: to open it a thousandth of a second is enough. */
export async function lightly(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const e = new Encrypter();
  e.setScryptWorkFactor(8);
  e.setPassphrase(passphrase);
  return e.encrypt(bytes);
}

/** What a hostile hand may make of a case file. */
export function corpus(): readonly (readonly [string, Uint8Array])[] {
  const parts = unzipSync(good());
  const manifest = JSON.parse(strFromU8(parts['manifest.json'] as Uint8Array)) as {
    files: Record<string, string>;
  };
  const zip = (more: Record<string, Uint8Array>): Uint8Array => zipSync({ ...parts, ...more });
  const said = (more: object): Uint8Array =>
    zip({ 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...more })) });
  // A central directory that promises four thousand megabytes of nothing.
  const bomb = zip({ 'bomb.json': new Uint8Array(2_000_000) });
  const claim = bomb.slice();
  for (let i = 0; i < claim.length - 46; i++)
    if (claim[i] === 0x50 && claim[i + 1] === 0x4b && claim[i + 2] === 1 && claim[i + 3] === 2)
      claim.set([0, 0, 0, 0xf0], i + 24);
  return [
    ['nothing', new Uint8Array()],
    ['a letter', strToU8('Dear Sir or Madam')],
    ['a zip of something else', zipSync({ 'word/document.xml': strToU8('<w:document/>') })],
    ['a bomb by what it claims', claim],
    [
      'keys of prototypes',
      said({ files: { ...manifest.files, ['__proto__']: '0'.repeat(64), constructor: '0'.repeat(64) } }),
    ],
    ['a manifest of another kind', said({ format: 'other' })],
    ['a version from tomorrow', said({ version: 1e9 })],
    ['a version that is no number', said({ version: '1' })],
    [
      'names that climb',
      zip({
        '../../etc/passwd': strToU8('x'),
        'manifest.json': strToU8(
          JSON.stringify({ ...manifest, files: { ...manifest.files, '../../etc/passwd': '0'.repeat(64) } }),
        ),
      }),
    ],
    [
      'a list as deep as a well',
      zip({ 'case.json': strToU8(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) }),
    ],
    ['a case that is a list', zip({ 'case.json': strToU8('[]') })],
    ['a case with a prototype', zip({ 'case.json': strToU8('{"__proto__":{"polluted":true}}') })],
    ['a text that is not UTF-8', zip({ 'case.json': new Uint8Array([0xff, 0xfe, 0xfd]) })],
    ['a name of ten thousand letters', zip({ ['x'.repeat(10_000)]: strToU8('x') })],
    ['an age header and nothing', strToU8('age-encryption.org/v1\n')],
  ];
}

/** The hostile corpus: none gets past the door, none keeps anybody waiting, each says what is wrong. */
export async function hostile(fail: Fail): Promise<string> {
  let slowest = 0;
  const list = corpus();
  for (const [i, [name, bytes]] of list.entries()) {
    const started = performance.now();
    const says = await readCaseFile(bytes).then(
      () => null,
      (e: unknown) =>
        e instanceof BadCaseFile ? e.message : `not a sentence: ${e instanceof Error ? e.stack : String(e)}`,
    );
    const took = performance.now() - started;
    slowest = Math.max(slowest, took);
    if (says === null) fail(i, `${name}: was read`);
    else if (says.startsWith('not a sentence')) fail(i, `${name}: ${says}`);
    if (took > DOOR) fail(i, `${name}: took ${Math.round(took)} ms`);
    if (({} as { polluted?: boolean }).polluted) fail(i, `${name}: a prototype was changed`);
  }
  return `hostile case files: ${list.length} refused, each with a sentence, the slowest in ${Math.round(slowest)} ms`;
}

/** Files that were altered and sealed anew: each refused with a sentence that says where, or harmless in all that is reckoned with it. */
export async function forged(fail: Fail): Promise<string> {
  const list = forgeries(await writeCaseFile(await readCaseFile(good())));
  let [refused, harmless, slowest] = [0, 0, 0];
  for (const [i, [name, fate, bytes]] of list.entries()) {
    const started = performance.now();
    const came = await readCaseFile(bytes).catch((e: unknown) =>
      e instanceof BadCaseFile ? e.message : `not a sentence: ${e instanceof Error ? e.stack : String(e)}`,
    );
    if (typeof came === 'string') {
      if (fate !== 'refused' || came.startsWith('not a sentence')) fail(i, `${name}: ${came}`);
      if (/hash|seal/.test(came)) fail(i, `${name}: it was stopped before it came to its rows: ${came}`);
      refused++;
    } else {
      if (fate !== 'harmless') fail(i, `${name}: was read`);
      await reckon(came).catch((e: unknown) =>
        fail(i, `${name}: ${e instanceof Error ? e.stack : String(e)}`),
      );
      harmless++;
    }
    if (({} as { polluted?: boolean }).polluted) fail(i, `${name}: a prototype was changed`);
    slowest = Math.max(slowest, performance.now() - started);
    if (slowest > 3 * DOOR) fail(i, `${name}: took ${Math.round(slowest)} ms`);
  }
  return `forged case files: ${list.length} sealed anew, ${refused} refused with a sentence that says where, ${harmless} read and harmless; the slowest ${Math.round(slowest)} ms`;
}

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { VERSION } from '../casefile/upgrades';
import { InstantSchema } from '../record/bounds';
import { canonicalJson } from '../record/canonical';
import { IdSchema, TextSchema } from '../record/case';
import { BrokenSeal } from './seal';
import { DeviceSchema, knowsOf, type Step, StepSchema, stepHash, type Vector, VectorSchema } from './steps';

/** Of the files that devices write into a folder; what rows hold is of the case file's version. */
const FORMAT = 1;
/** Steps in one file of a log: a full one is never written again. */
export const PART = 100;
/** Bytes that one file may unpack to. */
const MOST = 1024 * 1024 * 1024;

const HeadSchema = v.object({
  /** How many steps the device has done, and what it has taken in of the others. */
  n: v.pipe(v.number(), v.integer(), v.minValue(0)),
  knows: VectorSchema,
  who: TextSchema,
  /** Counts what the device said of itself: of two, the greater is the later. */
  turn: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** ms, by its own clock: shown, and nothing is decided by it. */
  at: InstantSchema,
  left: v.boolean(),
});
/** What a device says of itself. */
export type Head = v.InferOutput<typeof HeadSchema>;

const BundleSchema = v.object({
  format: v.literal('stopline share'),
  version: v.number(),
  /** The version of what rows hold. */
  data: v.number(),
  caseId: IdSchema,
  device: DeviceSchema,
  /** 0, 1, 2 ...: a part of the log of that device; `whole`: the case as it stood there. */
  part: v.union([v.literal('whole'), v.pipe(v.number(), v.integer(), v.minValue(0))]),
  head: HeadSchema,
  steps: v.array(StepSchema),
});

/** What one file holds: a part of the log of a device, or the whole case with every step it is made of. */
export interface Bundle extends Omit<v.InferOutput<typeof BundleSchema>, 'format' | 'version' | 'data'> {
  /** The bytes of a case file; null in a part of a log. */
  readonly whole: Uint8Array | null;
}

/** A bundle as bytes, not shut yet. */
export function bundleBytes({ whole, ...said }: Bundle): Uint8Array {
  const text = canonicalJson({ format: 'stopline share', version: FORMAT, data: VERSION, ...said });
  return zipSync({
    'share.json': [strToU8(text), { mtime: '1980-01-02T00:00:00', level: 6 }],
    ...(whole && { 'case.stopline': [whole, { mtime: '1980-01-02T00:00:00', level: 0 }] as const }),
  });
}

/**
 * A bundle out of its bytes. @param known steps that were taken in already: they are not looked at again, since nothing takes
 * them a second time @throws BrokenSeal with why it is not taken
 */
export function readBundle(bytes: Uint8Array, known: Vector = {}): Bundle {
  const parts = unpacked(bytes);
  const text = parts['share.json'];
  if (!text) throw new BrokenSeal('it holds nothing of a share');
  const said = json(strFromU8(text));
  const versions = v.safeParse(v.looseObject({ version: v.number(), data: v.number() }), said);
  if (versions.success && (versions.output.version > FORMAT || versions.output.data > VERSION))
    throw new BrokenSeal('a newer Stopline wrote it: update this one, and it is read then');
  const found = v.safeParse(BundleSchema, said);
  if (!found.success) throw new BrokenSeal('it does not hold what a file of a share should');
  const { caseId, device, part, head, steps } = found.output;
  const whole = parts['case.stopline'] ?? null;
  if ((part === 'whole') !== (whole !== null)) throw new BrokenSeal('it is not whole');
  if (!areChained(steps, known)) throw new BrokenSeal('its steps do not hold together');
  return { caseId, device, part, head, steps, whole };
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        return total <= MOST;
      },
    });
  } catch {
    throw new BrokenSeal('it cannot be unpacked');
  }
}

function json(text: string): unknown {
  if (/"__proto__"\s*:/.test(text)) throw new BrokenSeal('it was made to do harm');
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenSeal('it cannot be read');
  }
}

/** Whether steps of one device that follow on one another say so by their hashes; those that are known were looked at before. */
function areChained(steps: readonly Step[], known: Vector): boolean {
  return steps.every((s, i) => {
    if (knowsOf(known, s.device, s.n)) return true;
    const before = steps[i - 1];
    const follows = before?.device === s.device ? before.n === s.n - 1 && before.hash === s.before : true;
    return follows && (s.n > 1 || s.before === '') && s.hash === stepHash(s);
  });
}

import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { InstantSchema } from '../record/bounds';
import { canonicalJson } from '../record/canonical';
import { TextSchema } from '../record/case';
import { type Change, ChangeSchema } from '../record/change';

/** Up to which step of each device something is known. */
export type Vector = Readonly<Record<string, number>>;

const NumberSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9));
export const DeviceSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
export const VectorSchema = v.record(DeviceSchema, NumberSchema);

/** One thing that somebody did, as it goes from one device to the others. */
export const StepSchema = v.object({
  /** The device on which it was done; 1, 2, 3 ... of that device, without a gap. */
  device: DeviceSchema,
  n: NumberSchema,
  /** Which steps of the others this one was done after: it is taken in after them, and what it sets stands over theirs. */
  knows: VectorSchema,
  who: TextSchema,
  /** ms, by the clock of that device: shown, and nothing is decided by it. */
  at: InstantSchema,
  what: TextSchema,
  changes: v.array(ChangeSchema),
  /** The hash of the step before it on that device; empty for the first. */
  before: v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/)),
  /** Over all of the above. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Step = v.InferOutput<typeof StepSchema>;

const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');

/** The hash of a step: sha-256 over what it says, the hash of the one before it included. */
export function stepHash({ hash: _, ...step }: Omit<Step, 'hash'> & { hash?: string }): string {
  return hex(sha256(new TextEncoder().encode(canonicalJson(step))));
}

/** A step with its hash. */
export const sealedStep = (step: Omit<Step, 'hash'>): Step => ({ ...step, hash: stepHash(step) });

/** Whether somebody who knows so much knows this step. */
export const knowsOf = (vector: Vector, device: string, n: number): boolean => n <= (vector[device] ?? 0);

/** Whether a step was done in the knowledge of another. */
export const stepKnows = (step: Pick<Step, 'device' | 'n' | 'knows'>, device: string, n: number): boolean =>
  step.device === device ? n < step.n : knowsOf(step.knows, device, n);

/** What a person settled or did, without the one field that is of a browser and not of the case: whether it lies in the bin. */
export function sharedChanges(changes: readonly Change[]): Change[] {
  return changes.flatMap((c) => {
    if (c.table !== 'cases' || c.before === null || c.after === null) return [c];
    const [{ deletedAt: _was, ...before }, { deletedAt: _to, ...after }] = [c.before, c.after];
    return Object.keys(after).length === 0 ? [] : [{ ...c, before, after }];
  });
}

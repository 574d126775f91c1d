import type { Replica } from './replica';
import { knowsOf, type Step, type Vector } from './steps';

/** Why a device is not followed further, or waits. */
export interface Waiting {
  readonly device: string;
  /** The first step that cannot be taken in yet. */
  readonly n: number;
  /** The step that it waits for; null where it does not follow on what that device told before. */
  readonly for: { readonly device: string; readonly n: number } | null;
}

/** Steps that were read and not taken in yet, by device and number. What is missing waits; what is there twice is there once. */
export class Pool {
  private readonly steps = new Map<string, Map<number, Step>>();

  add(steps: readonly Step[], known: Vector): void {
    for (const step of steps) {
      if (knowsOf(known, step.device, step.n)) continue;
      const of = this.steps.get(step.device) ?? new Map<number, Step>();
      this.steps.set(step.device, of);
      if (!of.has(step.n)) of.set(step.n, step);
    }
  }

  /** The steps of a device that are not taken in, in order. */
  of(device: string): Step[] {
    return [...(this.steps.get(device)?.values() ?? [])].sort((a, b) => a.n - b.n);
  }

  /** Leaves the steps of a device out. */
  drop(device: string): void {
    this.steps.delete(device);
  }

  /** The next steps that can be taken in, each after what it knows; at most so many. They leave the pool. */
  due(replica: Replica, most: number): Step[] {
    const at: Record<string, number> = { ...replica.vector };
    const hashes = new Map<string, string>();
    const out: Step[] = [];
    for (let moved = true; moved && out.length < most; ) {
      moved = false;
      for (const [device, of] of [...this.steps].sort(([a], [b]) => (a < b ? -1 : 1))) {
        for (let step = of.get((at[device] ?? 0) + 1); step && out.length < most; step = of.get(step.n + 1)) {
          if (missingOf(step, at) || step.before !== (hashes.get(device) ?? replica.headOf(device))) break;
          at[device] = step.n;
          hashes.set(device, step.hash);
          out.push(step);
          moved = true;
        }
      }
    }
    for (const { device, n } of out) this.steps.get(device)?.delete(n);
    return out;
  }

  /** What cannot be taken in, and why: asked after `due` gave nothing more. */
  waiting(vector: Vector): Waiting[] {
    return [...this.steps].flatMap(([device, of]): Waiting[] => {
      const [first] = [...of.keys()].filter((n) => !knowsOf(vector, device, n)).sort((a, b) => a - b);
      if (first === undefined) return [];
      const next = (vector[device] ?? 0) + 1;
      if (first > next) return [{ device, n: first, for: { device, n: next } }];
      return [{ device, n: first, for: missingOf(of.get(first) as Step, vector) }];
    });
  }
}

/** The first step that a step knows and that is not here. */
function missingOf(step: Step, at: Vector): { device: string; n: number } | null {
  for (const [device, n] of Object.entries(step.knows))
    if (device !== step.device && !knowsOf(at, device, n)) return { device, n: (at[device] ?? 0) + 1 };
  return null;
}

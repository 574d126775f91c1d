import type { Bounds } from '../duration';
import { Network } from '../network/network';
import { type Reason, reasonKey } from './reason';

/**
 * A question put to the record: what if an assumption were off, an entry wrong by more, or a reading known exactly?
 * Keys are those of `reasonKey`.
 */
export interface WhatIf {
  readonly off?: ReadonlySet<string>;
  /** ms by which a constraint is widened at both ends. */
  readonly slack?: ReadonlyMap<string, number>;
  /** Intervals (ms) in place of those written. */
  readonly exact?: ReadonlyMap<string, Bounds>;
}

/** Something that the network takes for granted, in words; `key`, the name by which a case keeps it, switches it off (`trust.off`). */
export interface Assumption {
  readonly key: string;
  readonly says: string;
  readonly on: boolean;
}

/** The key of the reason that an assumption is, by the name by which a case keeps it: `cam zone` is the zone of the clock `cam`. */
const keyOfAssumption = (name: string): string => reasonKey({ kind: 'assumption', row: name, says: '' });

/** A network in which every constraint has a reason, and stands as the question put changes it. */
export class ReasonedNetwork {
  readonly network = new Network();
  readonly reasons: Reason[] = [];
  private readonly ids = new Map<string, number>();
  private readonly off: ReadonlySet<string>;
  private readonly asked: boolean;

  /** @param off names of the assumptions that the case has switched off */
  constructor(
    off: readonly string[],
    private readonly whatIf: WhatIf,
  ) {
    this.off = new Set([...off.map(keyOfAssumption), ...(whatIf.off ?? [])]);
    this.asked = Boolean(this.off.size || whatIf.slack?.size || whatIf.exact?.size);
  }

  /** What the network takes for granted of its clocks, in the order in which it was laid; each can be switched off by its key. */
  assumptions(): Assumption[] {
    return this.reasons.flatMap((r) =>
      r.kind === 'assumption' ? [{ key: r.row, says: r.says, on: !this.off.has(reasonKey(r)) }] : [],
    );
  }

  /** The number of a reason that is known to stand in the network under no other. */
  ownReason(reason: Reason): number {
    return this.reasons.push(reason) - 1;
  }

  /** The number under which a reason stands in the network. */
  reason(reason: Reason): number {
    const key = reasonKey(reason);
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.reasons.length;
      this.reasons.push(reason);
      this.ids.set(key, id);
    }
    return id;
  }

  /** min <= t(b) - t(a) <= max, in ms, for this reason. */
  constrain(a: number, b: number, min: number, max: number, reason: number): void {
    const [lo, hi] = this.asAskedOf(reason, min, max);
    this.network.constrain(a, b, lo, hi, reason);
  }

  /** An interval (ms) as the question put changes it. */
  asAsked(key: string, min: number, max: number): [number, number] {
    if (!this.asked) return [min, max];
    if (this.off.has(key)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const exact = this.whatIf.exact?.get(key);
    if (exact) return [exact.min, exact.max];
    const slack = this.whatIf.slack?.get(key) ?? 0;
    return [min - slack, max + slack];
  }

  /** The same by the number of the reason. */
  asAskedOf(reason: number, min: number, max: number): [number, number] {
    return this.asked ? this.asAsked(reasonKey(this.reasons[reason] as Reason), min, max) : [min, max];
  }

  /** Whether any question is put: keys are then worked out for each reading. */
  get hasQuestion(): boolean {
    return this.asked;
  }
}

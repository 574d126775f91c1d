import type { Bounds } from '../duration';
import { type Direction, Distances, direction, type Graph } from './distances';

/** One edge of a proof: t(to) - t(from) <= ms, by one side of the constraint that `reason` stands for. */
export interface ProofEdge {
  readonly reason: number;
  readonly from: number;
  readonly to: number;
  readonly ms: number;
  /** `max`: no later than; `min`: no earlier than (the constraint read the other way round). */
  readonly side: 'min' | 'max';
}

/**
 * A Simple Temporal Network (Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49, 1991):
 * variables are instants in whole ms, an edge `from -> to` of weight w says t(to) - t(from) <= w. The tightest upper
 * bound on t(b) - t(a) is the shortest path from a to b; a negative cycle is a contradiction.
 *
 * Edges are added, then `close()` finds one assignment that satisfies them all (Bellman and Ford, from the guesses given
 * with the variables) and keeps it as potential, so that every later query is one Dijkstra run over non-negative costs
 * (Johnson's method), remembered by its first variable.
 */
export class Network {
  private readonly guess: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly weight: number[] = [];
  private readonly reasons: number[] = [];
  /** 1 where the edge is the lower side of its constraint. */
  private readonly lower: number[] = [];
  private readonly dead = new Set<number>();
  private out: Direction = direction(0, [], [], () => true);
  private into: Direction | null = null;
  private potential = new Float64Array(0);
  private paths: (Distances | undefined)[] = [];
  private turned: (Distances | undefined)[] = [];

  get size(): number {
    return this.guess.length;
  }

  /** A new variable; `guess` is a likely instant, which only makes `close` faster. */
  variable(guess: number): number {
    this.guess.push(guess);
    return this.guess.length - 1;
  }

  /** min <= t(b) - t(a) <= max, in whole ms; infinite ends say nothing. `reason` is the caller's number for what says so. */
  constrain(a: number, b: number, min: number, max: number, reason: number): void {
    if (max < Number.POSITIVE_INFINITY) this.edge(a, b, max, reason, 0);
    if (min > Number.NEGATIVE_INFINITY) this.edge(b, a, -min, reason, 1);
  }

  private edge(from: number, to: number, weight: number, reason: number, lower: number): void {
    this.lower.push(lower);
    this.edgesByReason = null;
    this.from.push(from);
    this.to.push(to);
    this.weight.push(weight);
    this.reasons.push(reason);
  }

  /** Takes every edge of a reason out of the network; `close` must follow. */
  setAside(reason: number): void {
    this.dead.add(reason);
  }

  /** Whether a reason was taken out. */
  isSetAside(reason: number): boolean {
    return this.dead.has(reason);
  }

  /** Puts a reason that was set aside back; `close` must follow. */
  putBack(reason: number): void {
    this.dead.delete(reason);
  }

  /** The network of these reasons alone, over the same variables, and of edges beside. */
  private only(reasons: ReadonlySet<number>, beside: readonly number[]): Network {
    const part = new Network();
    const map = new Map<number, number>();
    const variable = (v: number): number => {
      const known = map.get(v);
      if (known !== undefined) return known;
      const made = part.variable(this.guess[v] as number);
      map.set(v, made);
      return made;
    };
    const put = (e: number): void =>
      part.edge(
        variable(this.from[e] as number),
        variable(this.to[e] as number),
        this.weight[e] as number,
        this.reasons[e] as number,
        this.lower[e] as number,
      );
    for (const reason of reasons) this.edgesOf(reason).forEach(put);
    beside.forEach(put);
    return part;
  }

  private edgesByReason: Map<number, number[]> | null = null;
  private edgesOf(reason: number): readonly number[] {
    if (!this.edgesByReason || this.edgesByReason.size === 0) {
      const made = new Map<number, number[]>();
      this.reasons.forEach((r, e) => {
        const list = made.get(r);
        if (list) list.push(e);
        else made.set(r, [e]);
      });
      this.edgesByReason = made;
    }
    return this.edgesByReason.get(reason) ?? [];
  }

  /**
   * A smallest part of these reasons that cannot all be true: taking any one of those not in `always` out leaves a
   * network that can be satisfied, with all that `always` says of the same variables.
   * @returns those reasons, without `always`, and by how many ms they miss; null where all can be true
   */
  smallest(
    reasons: ReadonlySet<number>,
    always: ReadonlySet<number>,
  ): { reasons: number[]; by: number } | null {
    const touched = new Set<number>();
    for (const e of [...reasons].flatMap((r) => this.edgesOf(r)))
      touched.add(this.from[e] as number).add(this.to[e] as number);
    const beside = [...always]
      .filter((r) => !reasons.has(r))
      .flatMap((r) =>
        this.edgesOf(r).filter(
          (e) => touched.has(this.from[e] as number) && touched.has(this.to[e] as number),
        ),
      );
    let kept = new Set(reasons);
    let found = this.only(kept, beside).close();
    if (!found) return null;
    for (const r of reasons) {
      if (always.has(r) || !kept.has(r)) continue;
      const without = new Set([...kept].filter((x) => x !== r));
      const still = this.only(without, beside).close();
      if (!still) continue;
      found = still;
      kept = new Set([
        ...still.reasons.filter((x) => without.has(x)),
        ...[...without].filter((x) => always.has(x)),
      ]);
    }
    return { reasons: [...kept].filter((r) => !always.has(r)), by: found.by };
  }

  /**
   * Makes the network ready for queries, or finds a negative cycle.
   * @returns null when consistent; otherwise the reasons on the cycle in order, and its weight: by how many ms they cannot all be true
   */
  close(): { reasons: number[]; by: number } | null {
    this.paths = new Array(this.size);
    this.turned = new Array(this.size);
    this.into = null;
    const n = this.size;
    this.out = direction(n, this.from, this.to, (e) => !this.dead.has(this.reasons[e] as number));
    const { first, list } = this.out;
    const dist = Float64Array.from(this.guess);
    const by = new Int32Array(n).fill(-1);
    const queued = new Uint8Array(n).fill(1);
    let queue = Array.from({ length: n }, (_, i) => i);
    let relaxed = 0;
    while (queue.length > 0) {
      const next: number[] = [];
      for (const u of queue) {
        queued[u] = 0;
        for (let k = first[u] as number; k < (first[u + 1] as number); k++) {
          const e = list[k] as number;
          const v = this.to[e] as number;
          const d = (dist[u] as number) + (this.weight[e] as number);
          if (d >= (dist[v] as number)) continue;
          dist[v] = d;
          by[v] = e;
          relaxed++;
          if (queued[v] === 0) {
            queued[v] = 1;
            next.push(v);
          }
        }
      }
      queue = next;
      if (relaxed > n || queue.length === 0) {
        relaxed = 0;
        const cycle = this.cycleIn(by);
        if (cycle)
          return {
            reasons: cycle.map((e) => this.reasons[e] as number),
            by: -cycle.reduce((s, e) => s + (this.weight[e] as number), 0),
          };
      }
    }
    this.potential = dist;
    return null;
  }

  private graph(): Graph {
    this.into ??= direction(this.size, this.to, this.from, (e) => !this.dead.has(this.reasons[e] as number));
    return { out: this.out, into: this.into, weight: this.weight, potential: this.potential };
  }

  /** A cycle among the edges by which variables were last improved, in the order of its edges; null where there is none. */
  private cycleIn(by: Int32Array): number[] | null {
    const seen = new Int32Array(by.length);
    for (let start = 0; start < by.length; start++) {
      let v = start;
      while (v >= 0 && seen[v] === 0) {
        seen[v] = start + 1;
        const e = by[v] as number;
        v = e < 0 ? -1 : (this.from[e] as number);
      }
      if (v < 0 || seen[v] !== start + 1) continue;
      const cycle: number[] = [];
      let w = v;
      do {
        const e = by[w] as number;
        cycle.push(e);
        w = this.from[e] as number;
      } while (w !== v);
      return cycle.reverse();
    }
    return null;
  }

  private pathsFrom(source: number): Distances {
    let known = this.paths[source];
    if (!known) {
      known = new Distances(this.size, source, false).grow(this.graph());
      this.paths[source] = known;
    }
    return known;
  }

  private pathsTo(source: number): Distances {
    let known = this.turned[source];
    if (!known) {
      known = new Distances(this.size, source, true).grow(this.graph());
      this.turned[source] = known;
    }
    return known;
  }

  /** The greatest that t(b) - t(a) can be, in ms; infinite where nothing bounds it. */
  most(a: number, b: number): number {
    // Whole ms add up to the same from either end: a run that is known is as good as one more.
    const known = this.paths[a] ? undefined : this.turned[b];
    return ((known ? known.dist[a] : this.pathsFrom(a).dist[b]) as number) + 0;
  }

  /** The tightest bounds on t(b) - t(a), in ms, both ends reached. */
  bounds(a: number, b: number): Bounds {
    return { min: 0 - this.most(b, a), max: this.most(a, b) };
  }

  /** The edges of the shortest path from a to b, in order: what proves `most(a, b)`. Empty where nothing bounds it. */
  proof(a: number, b: number): ProofEdge[] {
    const { dist, by } = this.pathsFrom(a);
    if (!Number.isFinite(dist[b] as number)) return [];
    const path: ProofEdge[] = [];
    for (let v = b; v !== a; ) {
      const e = by[v] as number;
      path.push({
        reason: this.reasons[e] as number,
        from: this.from[e] as number,
        to: v,
        ms: this.weight[e] as number,
        side: this.lower[e] === 1 ? 'min' : 'max',
      });
      v = this.from[e] as number;
    }
    return path.reverse();
  }

  /** For every variable, the least t(v) - t(zero) can be is the negative of this: one run over the turned graph. */
  negatedLeastFrom(zero: number): Float64Array {
    return this.pathsTo(zero).dist;
  }

  /** For every variable, the most t(v) - t(zero) can be. */
  mostFrom(zero: number): Float64Array {
    return this.pathsFrom(zero).dist;
  }
}

import { Heap } from './heap';

/** Edges as seen in one direction: those that leave v are `list[first[v]]` up to `list[first[v + 1]]`, each from `tail` to `head`. */
export interface Direction {
  readonly first: Int32Array;
  readonly list: Int32Array;
  readonly tail: readonly number[];
  readonly head: readonly number[];
}

/** A network as its shortest paths need it: both directions, the weights in ms, and a potential under which none is negative. */
export interface Graph {
  readonly out: Direction;
  readonly into: Direction;
  readonly weight: readonly number[];
  readonly potential: Float64Array;
}

/** Edges by the variable that they leave, without the dead ones. */
export function direction(
  size: number,
  tail: readonly number[],
  head: readonly number[],
  live: (edge: number) => boolean,
): Direction {
  const first = new Int32Array(size + 1);
  for (let e = 0; e < tail.length; e++)
    if (live(e)) first[(tail[e] as number) + 1] = (first[(tail[e] as number) + 1] as number) + 1;
  for (let v = 0; v < size; v++) first[v + 1] = (first[v + 1] as number) + (first[v] as number);
  const fill = first.slice();
  const list = new Int32Array(first[size] as number);
  for (let e = 0; e < tail.length; e++) {
    if (!live(e)) continue;
    const u = tail[e] as number;
    list[fill[u] as number] = e;
    fill[u] = (fill[u] as number) + 1;
  }
  return { first, list, tail, head };
}

/**
 * Shortest distances from one variable, or to it (`turned`), in ms: one Dijkstra run over non-negative costs (Johnson,
 * Journal of the ACM 24, 1977).
 */
export class Distances {
  readonly dist: Float64Array;
  /** The edge by which each variable was reached; -1 for none. */
  readonly by: Int32Array;

  constructor(
    size: number,
    private readonly source: number,
    private readonly turned: boolean,
  ) {
    this.dist = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.by = new Int32Array(size).fill(-1);
  }

  /** All distances. */
  grow(graph: Graph): this {
    this.dist[this.source] = 0;
    const heap = new Heap();
    heap.push(0, this.source);
    this.run(graph, heap);
    return this;
  }

  private key(graph: Graph, v: number): number {
    const toSource = (graph.potential[this.source] as number) - (graph.potential[v] as number);
    return (this.dist[v] as number) + (this.turned ? -toSource : toSource);
  }

  private run(graph: Graph, heap: Heap): void {
    const { dist, by } = this;
    const { first, list, head } = this.turned ? graph.into : graph.out;
    while (heap.size > 0) {
      const u = heap.pop();
      if (heap.key > this.key(graph, u)) continue;
      for (let k = first[u] as number; k < (first[u + 1] as number); k++) {
        const e = list[k] as number;
        const v = head[e] as number;
        const d = (dist[u] as number) + (graph.weight[e] as number);
        if (d >= (dist[v] as number)) continue;
        dist[v] = d;
        by[v] = e;
        heap.push(this.key(graph, v), v);
      }
    }
  }
}

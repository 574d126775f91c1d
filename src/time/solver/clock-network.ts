import type { Clock } from '../../record/clock';
import type { CaseRecord } from '../../record/record';
import { parseTime } from '../grammar/parse';
import { resolveReading } from '../grammar/resolve';
import { type Drift, type DriftingClock, driftingClocks, driftOver, type SyncReading } from './drift';
import { ReasonedNetwork, type WhatIf } from './what-if';

/** A sync point whose readings could not be used, and why. */
export interface UnusedSync {
  readonly row: string;
  readonly why: string;
}

/**
 * The clocks of a case as variables of its network: wall clocks with the range of their offset from the reference clock,
 * recordings' counters, and the sync points that tie them together, with a bounded rate where two of them need it.
 */
export class ClockNetwork extends ReasonedNetwork {
  readonly zero: number;
  /** The day on which each counter's recording was made; by its variable. */
  readonly counterDay = new Map<number, string>();
  /** Clocks on which two sync points need a rate: their offset at each of them. */
  readonly drifts = new Map<number, Drift>();
  readonly byId: ReadonlyMap<string, Clock>;
  private readonly hangs = new Map<string, number>();

  constructor(
    private readonly record: CaseRecord,
    whatIf: WhatIf,
  ) {
    super(record.case.trust.off, whatIf);
    this.byId = new Map(record.clocks.map((c) => [c.id, c]));
    this.zero = this.network.variable(0);
    this.layClocks();
  }

  private layClocks(): void {
    const { clocks, case: of } = this.record;
    const wall = clocks.filter((c) => c.kind !== 'media');
    const chosen = wall.find((c) => c.reference);
    const reference = chosen ?? wall.find((c) => c.kind === 'dispatch') ?? wall[0];
    for (const clock of wall) {
      const v = this.network.variable(0);
      this.hangs.set(clock.id, v);
      if (clock === reference) {
        const says = chosen
          ? `${clock.name} is the reference clock`
          : `no reference clock is chosen; ${clock.name} is taken for it`;
        this.constrain(this.zero, v, 0, 0, this.reason({ kind: 'definition', says }));
      } else if (clock.offset) {
        this.constrain(
          this.zero,
          v,
          clock.offset.min,
          clock.offset.max,
          this.reason({ kind: 'offset', row: clock.id }),
        );
      } else {
        const by = clock.kind === 'person' ? of.policies.personClock : of.policies.machineClock;
        const says = `${clock.name} is within ${by / 60_000} min of the reference clock; nothing ties it down`;
        this.constrain(this.zero, v, -by, by, this.reason({ kind: 'assumption', row: clock.id, says }));
      }
    }
  }

  /** The variable of a clock, where any wall clock bears that id. */
  clock(id: string): number | undefined {
    return this.hangs.get(id);
  }

  /** The variables that wall readings hang on. */
  wallVariables(): number[] {
    return [...this.hangs.values()].filter((v) => !this.counterDay.has(v));
  }

  /** The variable that wall readings of a clock hang on; where no zone is stated, one more that knows the case's zone is assumed. */
  wallHang(clockId: string, zoneAssumed: boolean): number | null {
    const v = this.hangs.get(clockId);
    if (v === undefined) return null;
    if (!zoneAssumed) return v;
    const key = `${clockId} zone`;
    let z = this.hangs.get(key);
    if (z === undefined) {
      z = this.network.variable(0);
      this.hangs.set(key, z);
      const name = this.byId.get(clockId)?.name ?? 'this clock';
      const says = `${name} keeps the time of ${this.record.case.zone}; its source states no zone`;
      this.constrain(v, z, 0, 0, this.reason({ kind: 'assumption', row: key, says }));
    }
    return z;
  }

  /** The variable of a recording's counter: its first frame. */
  counterHang(sourceId: string, day: string): number {
    const key = `counter ${sourceId}`;
    let v = this.hangs.get(key);
    if (v === undefined) {
      const start = day === '' ? 0 : Date.parse(`${day}T00:00:00Z`);
      v = this.network.variable(start);
      this.hangs.set(key, v);
      this.counterDay.set(v, day);
    }
    return v;
  }

  /** The variable of a recording's counter, where any reading hangs on it. */
  counter(sourceId: string): number | undefined {
    return this.hangs.get(`counter ${sourceId}`);
  }

  /** Lays the sync points of the record. @returns those whose readings cannot be used */
  laySyncPoints(): UnusedSync[] {
    const unused: UnusedSync[] = [];
    const readings = this.record.syncPoints.flatMap((s) => {
      const a = this.syncReading(s.sourceId, s.clockA, s.dateA, s.readingA);
      const b = this.syncReading(s.sourceB ?? s.sourceId, s.clockB, s.dateB, s.readingB);
      for (const x of [a, b]) if (typeof x === 'string') unused.push({ row: s.id, why: x });
      return typeof a === 'string' || typeof b === 'string'
        ? []
        : [{ reason: this.reason({ kind: 'sync', row: s.id }), a, b }];
    });
    for (const d of driftingClocks(readings, this.referenceHangs(), this.record.case.policies.drift))
      this.layDrift(d);
    for (const { reason, a, b } of readings) {
      const moment = this.network.variable(0);
      for (const r of [a, b]) {
        const anchor = this.drifts.get(r.hang)?.anchors.find((x) => x.reason === reason);
        this.constrain(anchor?.variable ?? r.hang, moment, r.min, r.max, reason);
      }
    }
    return unused;
  }

  private syncReading(sourceId: string, clockId: string, date: string, text: string): SyncReading | string {
    const parsed = parseTime(text);
    if (!parsed.ok) return parsed.why;
    if (parsed.written.form !== 'reading') return 'a sync point needs a reading on each clock';
    const clock = this.byId.get(clockId);
    const resolved = resolveReading(parsed.written, {
      date,
      zone: clock?.zone || this.record.case.zone,
      approximate: this.record.case.policies.approximate,
    });
    if (!resolved.ok) return resolved.why;
    const stamp = parsed.written.from;
    const hang =
      stamp.clock === 'media'
        ? this.counterHang(sourceId, date)
        : this.wallHang(clockId, clock?.zone === '' && stamp.zone === null);
    if (hang === null) return 'a sync point names an unknown clock';
    return { hang, min: resolved.interval.min, max: resolved.interval.max };
  }

  /** The variable of the reference clock: of two clocks that part, the other is said to drift. */
  private referenceHangs(): ReadonlySet<number> {
    const reference = this.record.clocks.find((c) => c.reference);
    return new Set(reference ? [this.hangs.get(reference.id) ?? -1] : []);
  }

  /** A drifting clock has an offset of its own at each sync point; neighbouring ones differ by no more than its rate allows. */
  private layDrift(d: DriftingClock): void {
    const name = [...this.hangs].find(([, v]) => v === d.hang)?.[0] ?? '';
    const rate = this.record.case.policies.drift;
    const label = this.byId.get(name)?.name ?? 'the recording’s counter';
    const reason = this.reason({
      kind: 'assumption',
      row: `${name} drift`,
      says: `${label} drifts by no more than ${rate} parts in a million`,
    });
    const anchors = d.points.map((p, i) => ({
      variable: i === 0 ? d.hang : this.network.variable(0),
      at: p.at,
      reason: p.reason,
    }));
    anchors.slice(1).forEach((x, i) => {
      const before = anchors[i] as (typeof anchors)[number];
      const most = driftOver(x.at - before.at, rate);
      this.constrain(before.variable, x.variable, -most, most, reason);
    });
    this.drifts.set(d.hang, { anchors, reason, rate });
  }

  /** Ties a variable to a reading (ms) on what it hangs on: directly, or, where the clock drifts, to its offsets on either side. */
  tie(hang: number, variable: number, lo: number, hi: number, reason: number): void {
    const drift = this.drifts.get(hang);
    if (!drift) {
      this.network.constrain(hang, variable, lo, hi, reason);
      return;
    }
    const own = this.network.variable(0);
    const at = Number.isFinite(lo) ? lo : hi;
    const next = drift.anchors.findIndex((x) => x.at > at);
    const near = next < 0 ? drift.anchors.slice(-1) : drift.anchors.slice(Math.max(0, next - 1), next + 1);
    for (const x of near) {
      const most = driftOver(Math.max(Math.abs(x.at - lo), Math.abs(x.at - hi)), drift.rate);
      if (Number.isFinite(most)) this.constrain(x.variable, own, -most, most, drift.reason);
    }
    this.network.constrain(own, variable, lo, hi, reason);
  }
}

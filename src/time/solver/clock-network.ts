import type { Clock } from '../../record/clock';
import { isDrafted } from '../../record/source';
import { parseTime } from '../grammar/parse';
import { resolveReading } from '../grammar/resolve';
import { ClockLine } from './clock-line';
import { type SyncReading, shownToDrift } from './drift';
import type { Timed } from './timed';
import { ReasonedNetwork, type WhatIf } from './what-if';

const MINUTE = 60_000;

/** A sync point whose readings could not be used, and why. */
export interface UnusedSync {
  readonly row: string;
  readonly why: string;
}

/** The range of a clock's offset, which holds at every reading: ms, and the number of what says so. */
interface Range {
  readonly min: number;
  readonly max: number;
  readonly reason: number;
}

/**
 * The clocks of a case as lines in its network: wall clocks with the range of their offset from the reference clock,
 * recordings' counters, and the sync points that tie them together where they were read, and elsewhere within a bounded rate.
 */
export class ClockNetwork extends ReasonedNetwork {
  readonly zero: number;
  /** The day on which each counter's recording was made; by its variable. */
  readonly counterDay = new Map<number, string>();
  readonly byId: ReadonlyMap<string, Clock>;
  private readonly lines = new Map<number, ClockLine>();
  private readonly variables = new Map<string, number>();
  private readonly ranges = new Map<number, Range>();
  /** By the line of bare readings of a clock whose zone nobody states: the line of the clock itself, and the assumption between them. */
  private readonly zoneOf = new Map<number, { readonly clock: number; readonly reason: number }>();
  /** By line: the readings at which sync points fix it. */
  private readonly fixed = new Map<number, number[]>();

  constructor(
    private readonly record: Timed,
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
      const { min, max, reason } = this.rangeOf(clock, clock === reference, chosen !== undefined);
      const v = this.network.variable(Math.min(Math.max(0, min), max));
      this.variables.set(clock.id, v);
      this.constrain(this.zero, v, min, max, reason);
      if (clock !== reference) this.ranges.set(v, { min, max, reason });
      const { personDrift, machineDrift } = of.policies;
      const rate = clock === reference ? 0 : clock.kind === 'person' ? personDrift : machineDrift;
      this.lines.set(v, new ClockLine(v, clock.id, clock.name, rate, false));
    }
  }

  private rangeOf(clock: Clock, isReference: boolean, isChosen: boolean): Range {
    if (isReference) {
      const says = isChosen
        ? `${clock.name} is the reference clock`
        : `no reference clock is chosen; ${clock.name} is taken for it`;
      return { min: 0, max: 0, reason: this.reason({ kind: 'definition', says }) };
    }
    if (clock.offset) return { ...clock.offset, reason: this.reason({ kind: 'offset', row: clock.id }) };
    const { personClock, machineClock } = this.record.case.policies;
    const by = clock.kind === 'person' ? personClock : machineClock;
    const says = `${clock.name} is within ${by / 60_000} min of the reference clock; nothing ties it down`;
    return { min: -by, max: by, reason: this.reason({ kind: 'assumption', row: clock.id, says }) };
  }

  /** The variable of a clock, where any wall clock bears that id. */
  clock(id: string): number | undefined {
    return this.variables.get(id);
  }

  /** The line of a clock variable. */
  line(clockVariable: number): ClockLine {
    return this.lines.get(clockVariable) as ClockLine;
  }

  /** Every line: wall clocks, their bare readings where no zone is stated, counters. */
  all(): Iterable<ClockLine> {
    return this.lines.values();
  }

  /** Whether a variable is a wall clock's own, laid before any row is read: in the same case always the same number. */
  isLaid(clockVariable: number): boolean {
    return !this.line(clockVariable).counter && !this.zoneOf.has(clockVariable);
  }

  /** The line of a clock itself, of its bare readings too, where no zone is stated. */
  clockOf(clockVariable: number): number {
    return this.zoneOf.get(clockVariable)?.clock ?? clockVariable;
  }

  /** The variables by which entries that nothing ties to the reference clock are drawn, the wall clocks' own. */
  wallVariables(): number[] {
    return [...this.lines.values()].flatMap((l) => {
      const [first] = l.order;
      if (l.counter) return [];
      return first === undefined ? [l.clockVariable] : [l.clockVariable, l.knots.get(first) as number];
    });
  }

  /** The variable by which wall readings of a clock are known; where no zone is stated, one more that knows the case's zone is assumed. */
  wallVariable(clockId: string, zoneAssumed: boolean): number | null {
    const v = this.variables.get(clockId);
    if (v === undefined) return null;
    if (!zoneAssumed) return v;
    const key = `${clockId} zone`;
    let z = this.variables.get(key);
    if (z === undefined) {
      z = this.network.variable(0);
      this.variables.set(key, z);
      const { name } = this.byId.get(clockId) as Clock;
      const says = `${name} keeps the time of ${this.record.case.zone}; its source states no zone`;
      const reason = this.reason({ kind: 'assumption', row: key, says });
      this.constrain(v, z, 0, 0, reason);
      this.zoneOf.set(z, { clock: v, reason });
      this.lines.set(z, new ClockLine(z, clockId, name, this.line(v).rate, false));
    }
    return z;
  }

  /** The variable of a recording's counter: its first frame. */
  counterVariable(sourceId: string, day: string): number {
    const key = `counter ${sourceId}`;
    let v = this.variables.get(key);
    if (v === undefined) {
      const start = day === '' ? 0 : Date.parse(`${day}T00:00:00Z`);
      v = this.network.variable(start);
      this.variables.set(key, v);
      this.counterDay.set(v, day);
      const name = this.record.sources.find((s) => s.id === sourceId)?.name ?? 'the recording';
      const label = `the counter of ${name}`;
      this.lines.set(v, new ClockLine(v, key, label, this.record.case.policies.machineDrift, true));
    }
    return v;
  }

  /** The variable of a recording's counter, where any reading is counted on it. */
  counter(sourceId: string): number | undefined {
    return this.variables.get(`counter ${sourceId}`);
  }

  /**
   * What is assumed of one clock by itself, where a clash of its own readings is beyond what it could be off: its drift and its
   * range are not in doubt then. Its zone and any sync point say something of other clocks.
   * @param clockVariable the line by which all readings of the clash are read
   * @param by ms
   */
  ownAssumptions(clockVariable: number, by: number): ReadonlySet<string> {
    const range = this.ranges.get(this.clockOf(clockVariable));
    const { row } = this.line(clockVariable);
    const off = range ? range.max - range.min : 0;
    return new Set([row, ...(by > Math.max(off, MINUTE) ? [`${row} drift`] : [])]);
  }

  /** Lays the sync points of the record. @returns those whose readings cannot be used */
  laySyncPoints(): UnusedSync[] {
    const unused: UnusedSync[] = [];
    const drafted = new Set(this.record.sources.filter(isDrafted).map((s) => s.id));
    const readings = this.record.syncPoints.flatMap((s) => {
      if (drafted.has(s.sourceId) || drafted.has(s.sourceB ?? s.sourceId)) {
        unused.push({ row: s.id, why: 'a report that a program drafted ties no clock' });
        return [];
      }
      const a = this.syncReading(s.sourceId, s.clockA, s.dateA, s.readingA);
      const b = this.syncReading(s.sourceB ?? s.sourceId, s.clockB, s.dateB, s.readingB);
      for (const x of [a, b]) if (typeof x === 'string') unused.push({ row: s.id, why: x });
      return typeof a === 'string' || typeof b === 'string'
        ? []
        : [{ reason: this.reason({ kind: 'sync', row: s.id }), key: `sync ${s.id} `, a, b }];
    });
    const shown = this.record.case.policies.drift;
    for (const clockVariable of shownToDrift(readings, (h) => this.line(h).rate, shown))
      this.line(clockVariable).rate = Math.max(this.line(clockVariable).rate, shown);
    for (const { reason, key, a, b } of readings) {
      const moment = this.network.variable(this.line(a.clockVariable).counter ? b.min : a.min);
      for (const r of [a, b]) {
        const [min, max] = this.asAsked(key, r.min, r.max);
        this.tie(r.clockVariable, moment, min, max, reason);
        this.fixed.set(r.clockVariable, [...(this.fixed.get(r.clockVariable) ?? []), min]);
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
    const clockVariable =
      stamp.clock === 'media'
        ? this.counterVariable(sourceId, date)
        : this.wallVariable(clockId, clock?.zone === '' && stamp.zone === null);
    if (clockVariable === null) return 'a sync point names an unknown clock';
    return { clockVariable, min: resolved.interval.min, max: resolved.interval.max };
  }

  /** The offset of a line at one of its readings, as a variable; one that the network does not know yet is added. */
  offsetAt(clockVariable: number, p: number): number {
    const line = this.line(clockVariable);
    if (line.rate === 0) return line.clockVariable;
    let v = line.knots.get(p);
    if (v === undefined) {
      const range = this.ranges.get(this.clockOf(line.clockVariable));
      const day = this.counterDay.get(line.clockVariable);
      const start = day ? Date.parse(`${day}T00:00:00Z`) : 0;
      v = this.network.variable(range ? Math.min(Math.max(0, range.min), range.max) : start);
      line.knots.set(p, v);
    }
    return v;
  }

  /** Ties a variable to a reading (ms) of the clock by which it is read, as it was there. Readings closer than a second share a knot. */
  tie(clockVariable: number, variable: number, lo: number, hi: number, reason: number): void {
    const line = this.line(clockVariable);
    line.touch(lo, hi);
    const never = Number.POSITIVE_INFINITY;
    if (line.rate === 0) this.network.constrain(clockVariable, variable, lo, hi, reason);
    else if (hi - lo <= 1000)
      this.network.constrain(
        this.offsetAt(clockVariable, lo),
        variable,
        lo,
        hi + line.wander(lo, hi),
        reason,
      );
    else {
      if (Number.isFinite(lo))
        this.network.constrain(this.offsetAt(clockVariable, lo), variable, lo, never, reason);
      if (Number.isFinite(hi))
        this.network.constrain(this.offsetAt(clockVariable, hi), variable, -never, hi, reason);
    }
  }

  /** Lays the lines: no knot is added afterwards. Each knot lies in its clock's range, and as far from the one before as the clock may drift. */
  layLines(): void {
    // A clock and its bare readings run along one another: what is known of either at a reading is known of both.
    for (const [z, { clock }] of this.zoneOf)
      for (const [from, to] of [
        [z, clock],
        [clock, z],
      ] as const)
        for (const p of this.line(from).knots.keys()) {
          this.offsetAt(to, p);
          this.line(to).touch(p, p);
        }
    for (const [z, { clock }] of this.zoneOf) this.line(z).reachAs(this.line(clock));
    for (const line of this.lines.values()) {
      line.settle();
      if (line.rate === 0) continue;
      const rate = `${line.rate} parts in a million`;
      line.near = this.reason({
        kind: 'definition',
        says: `within an hour ${line.label} gains or loses no more than ${rate}`,
      });
      if (line.reachesFar) {
        line.far = this.reason({
          kind: 'assumption',
          row: `${line.row} drift`,
          says: `${line.label} drifts by no more than ${rate}`,
        });
        line.isLoose = this.asAskedOf(line.far, 0, 0)[1] > 0;
      }
      this.layLine(line);
    }
  }

  private layLine(line: ClockLine): void {
    const [range, zone] = [this.ranges.get(line.clockVariable), this.zoneOf.get(line.clockVariable)];
    line.order.forEach((p, k) => {
      const v = line.variables[k] as number;
      if (range) this.constrain(this.zero, v, range.min, range.max, range.reason);
      if (zone) this.constrain(this.line(zone.clock).knots.get(p) as number, v, 0, 0, zone.reason);
      if (k === 0) return;
      // What is near one another shares a stretch; only from stretch to stretch is anything assumed.
      const ms = line.wander(line.order[k - 1] as number, p);
      const reason = line.isOneStretch(k - 1, k) ? line.near : line.far;
      this.constrain(line.variables[k - 1] as number, v, -ms, ms, reason);
    });
  }

  /** What a line may wander between two of its readings, ms, as the question put and what was set aside leave it. */
  wanders(line: ClockLine, p: number, q: number): number {
    const ms = line.wander(p, q);
    const reason = line.why(p, q);
    if (reason < 0) return ms;
    const isFree = line.far >= 0 && (line.isLoose || this.network.isSetAside(line.far));
    // Where a clock may have been set in between, what is near two stretches says nothing of either.
    if (reason === line.near) return isFree && line.isParted(p, q) ? Number.POSITIVE_INFINITY : ms;
    if (this.network.isSetAside(reason)) return Number.POSITIVE_INFINITY;
    return this.asAskedOf(reason, -ms, ms)[1];
  }

  /** The line of a clock's bare readings, where its zone is not stated. */
  bareOf(clockVariable: number): number | undefined {
    return [...this.zoneOf].find(([, z]) => z.clock === clockVariable)?.[0];
  }

  /** The readings at which sync points fix a line, in order, each with the variable of its offset there. */
  fixedAt(clockVariable: number): { at: number; variable: number }[] {
    const line = this.line(clockVariable);
    return [...new Set(this.fixed.get(clockVariable) ?? [])]
      .sort((a, b) => a - b)
      .map((at) => ({ at, variable: line.knots.get(at) ?? clockVariable }));
  }
}

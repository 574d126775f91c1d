import type { Edge } from '../../record/event';
import type { Contradiction } from './contradiction';
import { FORM, NONE } from './moment';
import type { Moments } from './moments';
import type { Reason } from './reason';
import { sourceKinds, tieRanks, trustOf } from './trust';
import { leastReading, mostReading } from './ways';

/** How far the search for overlapping contradictions goes. */
const MOST_TRIES = 500;
const MOST_TRIES_LARGE = 40;
/** So many partial hitting sets are looked at: where dozens of claims clash with one another there are more than anybody could wait for. */
const MOST_NODES = 20_000;
/** Variables from which on a network is large. */
const LARGE = 400;
/** So many ties of one contradiction are each tried without. */
const MOST_TIES = 12;
const MOST_CONTRADICTIONS = 60;

/**
 * What is laid in the network: clocks, and the moments that relations touch, as variables; all else is read from a clock. What
 * cannot all be true is found, and the least trusted of it set aside, until the rest can.
 */
export class Laid {
  /** The variable of each moment; NONE for one that is read by its clock alone. */
  readonly variable: Int32Array;
  readonly contradictions: Omit<Contradiction, 'claimed'>[] = [];
  private readonly setAside = new Set<number>();
  private readonly noted = new Set<string>();

  constructor(private readonly m: Moments) {
    this.variable = new Int32Array(m.form.length).fill(NONE);
  }

  /** Lays the variables and closes their network. */
  solve(): void {
    this.lay();
    this.close();
    this.settleDoubled();
  }

  private lay(): void {
    const { form, isVariable, n, lo, hi, clockVariable, clocks, doubled } = this.m;
    this.gather();
    const guess = this.guesses();
    for (let m = 0; m < isVariable.length; m++) {
      if (isVariable[m] === 0) continue;
      if (m < 2 * n && m % 2 === 1 && form[m] === FORM.sameAsStart) {
        this.variable[m] = this.variable[m - 1] as number;
        continue;
      }
      const v = clocks.network.variable(guess[m] as number);
      this.variable[m] = v;
      if (form[m] !== FORM.reading) continue;
      const reason = this.m.reasonOf(m);
      clocks.tie(clockVariable[m] as number, v, lo[m] as number, hi[m] as number, reason);
      for (const p of doubled.get(m)?.flat() ?? []) clocks.offsetAt(clockVariable[m] as number, p);
    }
    const ends = clocks.reason({ kind: 'definition', says: 'nothing ends before it begins' });
    for (let m = 0; m < 2 * n; m += 2) {
      const [s, e] = [this.variable[m] as number, this.variable[m + 1] as number];
      if (s !== NONE && e !== NONE && s !== e) clocks.constrain(s, e, 0, Number.POSITIVE_INFINITY, ends);
    }
    for (const t of this.m.tied.ties) {
      const [a, b] = [this.variable[t.target] as number, this.variable[t.moment] as number];
      clocks.constrain(a, b, t.min, t.max, clocks.reason(t.reason));
    }
    for (const t of this.m.tied.clockTies)
      clocks.tie(t.clockVariable, this.variable[t.moment] as number, t.min, t.max, clocks.reason(t.reason));
    for (const c of this.m.tied.counterTies)
      clocks.constrain(c.counter, this.variable[c.moment] as number, 0, 0, c.reason);
    clocks.layLines();
  }

  /**
   * A likely instant for each moment that is a variable, ms: by its reading, or by its tie to one that has one. A chain of ties
   * thus begins where it fits, and closing the network does not creep along it once a link.
   */
  private guesses(): Float64Array {
    const { lo, hi, clockVariable, isVariable, clocks } = this.m;
    const { ties } = this.m.tied;
    const guess = new Float64Array(isVariable.length).fill(Number.NaN);
    const next = new Map<number, number>();
    // Links of one moment follow on one another; each stands at the place of its tie, the way back one further.
    const [to, far, following] = [[] as number[], [] as number[], [] as number[]];
    const link = (from: number, target: number, ms: number): void => {
      following.push(next.get(from) ?? NONE);
      next.set(from, to.push(target) - 1);
      far.push(ms);
    };
    for (let k = ties.length - 1; k >= 0; k--) {
      const t = ties[k] as (typeof ties)[number];
      const ms = Number.isFinite(t.min) ? t.min : Number.isFinite(t.max) ? t.max : 0;
      link(t.moment, t.target, -ms);
      link(t.target, t.moment, ms);
    }
    const waiting: number[] = [];
    for (let m = 0; m < isVariable.length; m++) {
      if (isVariable[m] === 0) continue;
      const at = Number.isFinite(lo[m] as number) ? (lo[m] as number) : (hi[m] as number);
      if (!Number.isFinite(at)) continue;
      const day = clocks.counterDay.get(clockVariable[m] as number) ?? '';
      guess[m] = day === '' ? at : at + Date.parse(`${day}T00:00:00Z`);
      waiting.push(m);
    }
    for (const { moment, min, max } of this.m.tied.clockTies) {
      const at = Number.isFinite(min) ? min : max;
      if (!Number.isNaN(guess[moment] as number) || !Number.isFinite(at)) continue;
      guess[moment] = at;
      waiting.push(moment);
    }
    const follow = (): void => {
      for (let m = waiting.pop(); m !== undefined; m = waiting.pop())
        for (let k = next.get(m) ?? NONE; k !== NONE; k = following[k] as number) {
          const o = to[k] as number;
          if (!Number.isNaN(guess[o] as number)) continue;
          guess[o] = (guess[m] as number) + (far[k] as number);
          waiting.push(o);
        }
    };
    follow();
    for (let m = 0; m < isVariable.length; m++) {
      if (isVariable[m] === 0 || !Number.isNaN(guess[m] as number)) continue;
      guess[m] = 0;
      waiting.push(m);
      follow();
    }
    return guess;
  }

  /** Where one end of a span is a variable, the other becomes one. */
  private gather(): void {
    const { form, isVariable, n } = this.m;
    for (let m = 0; m < 2 * n; m += 2) {
      const end = form[m + 1];
      if (
        isVariable[m + 1] === 1 &&
        (end === FORM.sameAsStart || end === FORM.notStated || form[m] !== FORM.none)
      )
        isVariable[m] = 1;
      if (isVariable[m] === 1 && end === FORM.reading) isVariable[m + 1] = 1;
    }
  }

  /** Sets aside the least trusted entry of every contradiction until the rest can all be true. */
  private close(): void {
    const { clocks, record } = this.m;
    const { network, reasons } = clocks;
    let kinds: ReturnType<typeof sourceKinds> | null = null;
    let ties: ReturnType<typeof tieRanks> | null = null;
    // Each round sets one reason aside, and what holds by definition can all be true: it comes to an end.
    for (;;) {
      const found = network.close();
      if (!found) break;
      kinds ??= sourceKinds(record);
      ties ??= tieRanks(record);
      const ids = this.smallestOf(found.reasons);
      let worst: number[] = [];
      let least = Number.POSITIVE_INFINITY;
      for (const id of this.inDoubt(ids)) {
        const trust = trustOf(reasons[id] as Reason, kinds, record.case.trust, ties);
        if (trust < least) [least, worst] = [trust, [id]];
        else if (trust === least) worst.push(id);
      }
      const out = this.fewest(worst);
      this.note(ids, out);
      this.setAside.add(out);
      network.setAside(out);
    }
    if (this.setAside.size > 0) this.findOverlapping();
  }

  /**
   * What of a clash may be set aside: all of it; but where one clock alone shows what cannot be, by more than it could be off
   * (an end an hour before its start), what is assumed of that clock stays, or one slip would untie every row that it times.
   */
  private inDoubt({ reasons: ids, by }: { reasons: readonly number[]; by: number }): readonly number[] {
    const { clocks, clockVariable } = this.m;
    let own: number | null = null;
    for (const id of ids) {
      const reason = clocks.reasons[id] as Reason;
      if (reason.kind === 'sync' || reason.kind === 'offset') return ids;
      if (reason.kind !== 'reading') continue;
      const m = this.m.momentOfRow(reason.row, reason.edge);
      const clock = m === null ? NONE : (clockVariable[m] as number);
      if (clock === NONE || (own !== null && own !== clocks.clockOf(clock))) return ids;
      own = clocks.clockOf(clock);
    }
    if (own === null) return ids;
    const known = clocks.ownAssumptions(own, by);
    const rest = ids.filter((id) => {
      const reason = clocks.reasons[id] as Reason;
      return reason.kind !== 'assumption' || !known.has(reason.row);
    });
    return rest.length > 0 ? rest : ids;
  }

  /** Of entries trusted alike, the end that a row gives before its own start, else the last; of ties trusted alike, one without which all the rest can be true, where there is one. */
  private fewest(alike: readonly number[]): number {
    const { network, reasons } = this.m.clocks;
    const edge = (id: number, of: Edge): string | null => {
      const reason = reasons[id] as Reason;
      return reason.kind === 'reading' && reason.edge === of ? reason.row : null;
    };
    const starts = new Set(alike.map((id) => edge(id, 'start')));
    const ends = alike.filter((id) => edge(id, 'end') !== null && starts.has(edge(id, 'end')));
    const last = (ends.at(-1) ?? alike.at(-1)) as number;
    if (alike.length < 2 || alike.length > MOST_TIES || network.size >= LARGE) return last;
    if (alike.some((id) => (reasons[id] as Reason).kind !== 'sync')) return last;
    const alone = [...alike].reverse().find((id) => {
      network.setAside(id);
      const rest = network.close();
      network.putBack(id);
      return !rest;
    });
    return alone ?? last;
  }

  private smallestOf(cycle: readonly number[]): { reasons: number[]; by: number } {
    const { network, reasons } = this.m.clocks;
    const always = new Set<number>();
    reasons.forEach((r, id) => {
      if (r.kind === 'definition') always.add(id);
    });
    return network.smallest(new Set(cycle), always) as { reasons: number[]; by: number };
  }

  private note(found: { reasons: readonly number[]; by: number }, worst: number): void {
    // One clash, whether the drift of its clock or its range is in the set.
    const key = [...this.inDoubt(found)].sort().join();
    if (this.noted.has(key)) return;
    this.noted.add(key);
    const { reasons } = this.m.clocks;
    this.contradictions.push({
      entries: found.reasons.map((id) => reasons[id] as Reason),
      by: found.by,
      setAside: reasons[worst] as Reason,
    });
  }

  /**
   * What was set aside may clash with the rest in more ways than the one that was met first. All smallest sets are
   * found by Reiter's tree of hitting sets (Artificial Intelligence 32, 1987): from the whole network, each member of a
   * set found is taken out in turn and the rest asked again; up to a limit, which small cases never reach.
   */
  private findOverlapping(): void {
    const { network } = this.m.clocks;
    const known: (readonly number[])[] = [];
    const waiting: (readonly number[])[] = [[]];
    const seen = new Set<string>();
    let tries = network.size < LARGE ? MOST_TRIES : MOST_TRIES_LARGE;
    for (const r of this.setAside) network.putBack(r);
    for (let next = 0; next < Math.min(waiting.length, MOST_NODES); next++) {
      if (tries === 0 || this.contradictions.length >= MOST_CONTRADICTIONS) break;
      const out = waiting[next] as readonly number[];
      const key = [...out].sort().join();
      if (seen.has(key)) continue;
      seen.add(key);
      let members = known.find((m) => !m.some((x) => out.includes(x)));
      if (!members) {
        tries--;
        for (const x of out) network.setAside(x);
        const found = network.close();
        for (const x of out) network.putBack(x);
        if (!found) continue;
        const ids = this.smallestOf(found.reasons);
        members = ids.reasons;
        known.push(members);
        this.note(ids, ids.reasons.find((x) => this.setAside.has(x)) ?? (ids.reasons[0] as number));
      }
      if (waiting.length < MOST_NODES) for (const x of members) waiting.push([...out, x]);
    }
    for (const r of this.setAside) network.setAside(r);
    network.close();
  }

  /** An hour that happened twice is narrowed to the one that the rest of the record leaves open, where it leaves one. */
  private settleDoubled(): void {
    const { clocks, doubled, clockVariable } = this.m;
    let narrowed = false;
    for (const [m, alternatives] of doubled) {
      const [v, h] = [this.variable[m] as number, clockVariable[m] as number];
      if (v === NONE || this.setAside.has(this.m.reasonOf(m))) continue;
      const open = alternatives.filter(
        ([min, max]) =>
          min <= clocks.network.bounds(clocks.offsetAt(h, min), v).max &&
          max >= clocks.network.bounds(clocks.offsetAt(h, max), v).min,
      );
      if (open.length !== 1) continue;
      const [min, max] = open[0] as readonly [number, number];
      clocks.tie(h, v, min, max, this.m.reasonOf(m));
      narrowed = true;
    }
    if (narrowed) this.close();
  }

  /** Whether what a reason says was not set aside. */
  stands(reason: Reason): boolean {
    return this.setAside.size === 0 || !this.setAside.has(this.m.clocks.reason(reason));
  }

  /** Whether a moment's own reading was set aside: then it tells nothing of when the moment is. */
  isSetAside(m: number): boolean {
    return this.setAside.size > 0 && this.variable[m] !== NONE && this.setAside.has(this.m.reasonOf(m));
  }

  /** The least that a moment's reading shows on its clock, ms: an end is not before its start, but not where either was set aside. */
  leastShown(m: number): number {
    return this.clashes(m) ? (this.m.lo[m] as number) : leastReading(this.m, m);
  }

  /** The most that it shows: a start is not after its end, but not where either was set aside. */
  mostShown(m: number): number {
    return this.clashes(m) ? (this.m.hi[m] as number) : mostReading(this.m, m);
  }

  private clashes(m: number): boolean {
    return this.isSetAside(m) || this.isSetAside(m ^ 1);
  }
}

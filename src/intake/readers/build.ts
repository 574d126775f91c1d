import type { EventKind } from '../../record/vocabulary';
import type { Block } from './blocks';
import type { DayOnly, Moment, Timing } from './moments';
import type { Passage, Proposal, Proposals, Unread } from './reader';

/** Where a block, or a piece of it, stands. */
export function passageOf(b: Block, quote: string = b.text): Passage {
  const unsure = b.unsure.filter((w) => /\d/.test(w) && quote.includes(w));
  return { page: b.page, quote, lines: b.lines, ...(unsure.length > 0 ? { unsure } : {}) };
}

export interface Told {
  readonly kind: EventKind;
  readonly actor?: string;
  readonly quote?: string;
  readonly relation?: string;
  readonly hedged?: boolean;
  readonly end?: string;
  readonly endDate?: string;
  readonly clock?: string;
  readonly certain?: boolean;
  readonly why?: string;
}

/** Collects what a reader understood, and names each proposal within its paper. */
export class Builder {
  readonly entries: Proposal[] = [];
  readonly unread: Unread[] = [];

  /** An entry at a time, or without one. Unsure words of a recognised page keep it from being certain. */
  put(b: Block, m: Moment | null, told: Told): Proposal {
    const quote = told.quote ?? b.text;
    const sure = !b.unsure.some((word) => (m ? m.text.includes(word) : quote.includes(word)));
    const end = told.end ?? m?.to ?? '';
    const entry: Proposal = {
      ...passageOf(b, quote),
      id: `p${this.entries.length + 1}`,
      kind: told.kind,
      start: m?.start ?? '',
      end,
      relation: told.relation ?? '',
      ...(told.hedged ? { hedged: true as const } : {}),
      actor: told.actor ?? '',
      date: m?.date ?? '',
      endDate: told.endDate ?? m?.endDate ?? '',
      dayFrom: m?.dayFrom ?? '',
      role: m?.role ?? 'event',
      clock: told.clock ?? '',
      certain: (told.certain ?? false) && sure && !b.recognised && m?.dayFrom !== '',
      why: told.why ?? whyOf(m, sure),
    };
    this.entries.push(entry);
    return entry;
  }

  /** A day without a time, as a day. */
  putDay(b: Block, d: DayOnly, told: Told): Proposal {
    const whole = {
      at: d.at,
      end: d.end,
      text: d.text,
      start: '',
      to: '',
      block: d.block,
      label: d.label,
      endDate: '',
    };
    return this.put(b, { ...whole, date: d.date, dayFrom: 'written', role: d.role }, told);
  }

  leave(b: Block, quote: string, why: string): void {
    this.unread.push({ ...passageOf(b, quote), why });
  }

  /** Everything, with what looked like a time and is none, and the blocks that nothing was made of. */
  done(blocks: readonly Block[], timing: Timing, rest: Partial<Proposals> = {}): Proposals {
    for (const d of timing.doubtful) {
      const b = blocks[d.block] as Block;
      this.leave(b, around(b.text, d.at, d.end), `“${d.text}”: ${d.why}`);
    }
    const used = new Set<string>();
    for (const e of this.entries)
      for (let line = e.lines[0]; line <= e.lines[1]; line++) used.add(`${e.page}:${line}`);
    for (const b of blocks)
      if (!used.has(`${b.page}:${b.lines[0]}`) && b.text !== '')
        this.leave(b, b.text, 'nothing was made of this line');
    return {
      entries: this.entries,
      custody: [],
      coverage: [],
      unread: this.unread,
      says: [],
      draftedFrom: '',
      ...rest,
    };
  }
}

function whyOf(m: Moment | null, sure: boolean): string {
  const parts = [
    m === null ? 'told without a time' : '',
    m?.dayFrom === 'carried' ? 'the day stands above and was carried down' : '',
    m?.dayFrom === 'concluded' ? 'the day was concluded from the order of the times' : '',
    m?.dayFrom === '' && m.start !== '' ? 'the paper names no day' : '',
    sure ? '' : 'a word of it was not recognized with certainty',
  ];
  return parts.filter((x) => x !== '').join('; ');
}

/** Some words to both sides, cut at blanks. */
export function around(text: string, at: number, end: number): string {
  const from = text.lastIndexOf(' ', Math.max(0, at - 40)) + 1;
  const to = text.indexOf(' ', Math.min(text.length, end + 30));
  return text.slice(from, to < 0 ? undefined : to);
}

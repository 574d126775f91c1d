import type { Case } from '../record/case';
import { type ClientEntry, isDocumented } from '../record/client';
import { daysOf } from '../time/days';
import type { Leaf } from './leaf';
import { oneLine, printable } from './printable';

/** One fact of the packet. It is made of a marked entry alone, field by field; there is none for a note, or for what was asked of whom. */
export interface PacketEntry {
  readonly id: string;
  readonly kind: ClientEntry['kind'];
  readonly day: string;
  readonly until: string;
  readonly what: string;
  readonly who: string;
  readonly outcome: ClientEntry['outcome'];
  readonly screen: string;
  readonly laboratory: string;
  /** The document that shows it, with its page; empty where none does. */
  readonly document: string;
  readonly paper: '';
}

declare const MARKED: unique symbol;
/** What leaves of the client: entries that were marked, and nothing that a person did not mark. `packetOf` alone makes one. */
export interface Packet {
  readonly [MARKED]: true;
  readonly caption: Leaf['caption'];
  readonly madeUp: boolean;
  readonly made: string;
  readonly zone: string;
  readonly stamp: string;
  readonly entries: readonly PacketEntry[];
}

/** @param papers of the case, for the names of documents @param made `2026-11-25` */
export function packetOf(
  of: Pick<Case, 'court' | 'title' | 'number' | 'madeUp' | 'zone'>,
  entries: readonly ClientEntry[],
  papers: readonly { readonly id: string; readonly name: string }[],
  made: string,
  stamp = '',
): Packet {
  const packet: Omit<Packet, typeof MARKED> = {
    caption: {
      court: oneLine(of.court, 200),
      parties: oneLine(of.title, 200),
      number: oneLine(of.number, 80),
    },
    madeUp: of.madeUp,
    made,
    zone: of.zone,
    stamp: oneLine(stamp, 200),
    entries: entries
      .filter((e) => e.marked)
      .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
      .map((e, i) => ({
        id: String(i),
        kind: e.kind,
        day: e.day,
        until: e.until,
        what: printable(e.what),
        who: oneLine(e.who, 200),
        outcome: e.outcome,
        screen: oneLine(e.screen, 200),
        laboratory: oneLine(e.laboratory, 200),
        document: isDocumented(e) ? documentOf(e, papers) : '',
        paper: '',
      })),
  };
  return packet as Packet;
}

const at = (e: Pick<ClientEntry, 'day'>): number => daysOf(e.day)?.min ?? Number.POSITIVE_INFINITY;

function documentOf(
  e: ClientEntry,
  papers: readonly { readonly id: string; readonly name: string }[],
): string {
  const paper =
    papers
      .find((p) => p.id === e.paper)
      ?.name.split(/[/\\]/)
      .at(-1) ?? '';
  const named = [e.document.trim(), paper].filter(Boolean).join(', ') || 'a paper of the case';
  return oneLine(`${named}${e.page === '' ? '' : `, p. ${e.page.replace(/^p\.? ?/i, '')}`}`, 300);
}

/** What is not in the packet although more of its kind is: a count of chosen entries could mislead, and the person is told before it leaves. */
export function leftBeside(entries: readonly ClientEntry[]): string[] {
  const kinds = [...new Set(entries.filter((e) => e.marked).map((e) => e.kind))];
  return kinds.flatMap((kind) => {
    const left = entries.filter((e) => e.kind === kind && !e.marked);
    const bad = left.filter((e) => e.outcome === 'positive' || e.outcome === 'missed').length;
    return left.length === 0
      ? []
      : [
          `${left.length} of the ${kind} entries ${left.length === 1 ? 'is' : 'are'} not marked${bad > 0 ? `, ${bad} of them positive or missed` : ''}: the packet says that it counts only what it lists.`,
        ];
  });
}

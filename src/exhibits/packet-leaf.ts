import { countClient, firstDay } from '../analysis/client-counts';
import type { ClientEntry } from '../record/client';
import { type Days, dayNumber, daysOf, printDays } from '../time/days';
import { arcOf } from './arc';
import type { Leaf } from './leaf';
import type { Packet, PacketEntry } from './packet';
import { longDay } from './printable';

const KIND: Readonly<Record<ClientEntry['kind'], string>> = {
  intake: 'Intake',
  session: 'Session',
  screen: 'Screen',
  lapse: 'Lapse',
  work: 'Work',
  school: 'School',
  housing: 'Housing',
  letter: 'Letter',
  life: 'Before this case',
  other: 'Other',
};

/** The packet as a leaf: the arc, the counts, what is not documented, and each entry with its document. */
export function packetLeaf(packet: Packet): Leaf {
  const { entries, caption, madeUp, made, zone, stamp } = packet;
  const today = dayNumber(made);
  const counts = countClient(entries, today);
  const open = counts.filter((c) => c.open);
  const start = firstDay(entries);
  return {
    title: 'What the Client Has Done',
    caption,
    madeUp,
    made,
    zone,
    stamp,
    parts: [
      {
        t: 'text',
        text: `As of ${longDay(made)}. Each entry listed here is counted once, and only where a document shows it; the documents are named beside them.${start === null ? '' : ` Days are counted from ${printDays({ min: start, max: start })}, which is day 1.`}`,
      },
      ...(entries.length === 0
        ? [{ t: 'text' as const, text: 'Nothing is listed.' }]
        : [
            {
              t: 'picture' as const,
              scene: arcOf(entries, today),
              alt: 'The weeks, and what was done in each. The list in this document says the same, entry by entry.',
            },
          ]),
      { t: 'heading', text: 'In sum' },
      ...counts.filter((c) => !c.open).map((c) => ({ t: 'bullet' as const, text: `${c.says}.` })),
      ...(open.length === 0
        ? []
        : [
            { t: 'heading' as const, text: 'Not documented, and not counted' },
            ...open.map((c) => ({ t: 'bullet' as const, text: `${c.says}.` })),
          ]),
      { t: 'heading', text: 'Entry by entry' },
      {
        t: 'table',
        shares: [0.2, 0.42, 0.14, 0.24],
        head: ['Day', 'What', 'Outcome', 'Document'],
        rows: entries.map((e) => [
          daysSay(e),
          [KIND[e.kind], e.what, e.who, e.screen, e.laboratory].filter(Boolean).join('; '),
          e.outcome,
          e.document === '' ? 'not documented' : e.document,
        ]),
      },
    ],
  };
}

function daysSay(e: PacketEntry): string {
  const [from, to] = [daysOf(e.day), daysOf(e.until)];
  const say = (d: Days | null, text: string): string => (d ? printDays(d) : text);
  return e.until === '' ? say(from, e.day) : `${say(from, e.day)} to ${say(to, e.until)}`;
}

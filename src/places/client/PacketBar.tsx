import { Button } from '@mantine/core';
import { packetPdf, packetWord } from '../../exhibits/documents/packet';
import { leftBeside, packetOf } from '../../exhibits/packet';
import { stampOf } from '../../exhibits/stamp';
import type { Case } from '../../record/case';
import type { ClientEntry } from '../../record/client';
import type { ProtectiveOrder } from '../../record/productions';
import { useExport } from '../../ui/use-export';
import css from './client.module.css';

interface Props {
  readonly of: Case;
  readonly entries: readonly ClientEntry[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  readonly orders: readonly ProtectiveOrder[];
  readonly day: string;
}

/** The packet: how much of it there is, what a reader could be misled by, and its documents. */
export function PacketBar({ of, entries, papers, orders, day }: Props) {
  const { underWay, make, stop } = useExport();
  const packet = packetOf(of, entries, papers, day, stampOf(orders, day));
  const n = packet.entries.length;
  const undocumented = packet.entries.filter((e) => e.document === '').length;
  return (
    <section className={css['section']} aria-label="Packet">
      <h2>Packet</h2>
      <p className={css['empty']}>
        {n === 0
          ? 'Nothing is marked for the packet: choose entries below, and mark them.'
          : `${n} of ${entries.length} entries are marked${undocumented > 0 ? `; ${undocumented} of them undocumented, which it says` : ''}.`}
        {packet.stamp !== '' && ` Each page bears: ${packet.stamp}`}
      </p>
      {leftBeside(entries).map((w) => (
        <p key={w} className={css['warn']}>
          {w}
        </p>
      ))}
      <div className={css['bar']}>
        <Button
          size="compact-sm"
          disabled={n === 0 || underWay !== null}
          onClick={() => void make(packetWord, packet)}
        >
          Packet in Word
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={n === 0 || underWay !== null}
          onClick={() => void make(packetPdf, packet)}
        >
          Packet as PDF
        </Button>
        {underWay && (
          <span role="status" className="cite">
            {underWay.says} …{' '}
            <button type="button" className="cite-link" onClick={stop}>
              stop
            </button>
          </span>
        )}
      </div>
    </section>
  );
}

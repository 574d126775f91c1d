import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { orderTrust } from '../../actions/case';
import type { SourceKind } from '../../record/source';
import { DEFAULT_ORDER } from '../../time/solver/trust';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';

const NAMES: Record<SourceKind, string> = {
  camera: 'footage',
  'dispatch-log': 'dispatch',
  'access-log': 'machine logs',
  form: 'written logs and forms',
  opinion: 'opinions',
  other: 'other papers',
  report: 'reports',
  testimony: 'testimony',
};

/** Who is believed where entries cannot all be true, most trusted first; assumptions come last of all and go first. */
export function TrustOrder({ view }: { view: CaseView }) {
  const of = view.latest.case;
  const order = of.trust.order.length > 0 ? (of.trust.order as SourceKind[]) : [...DEFAULT_ORDER];
  const move = (at: number, by: number): void => {
    const next = [...order];
    const [kind] = next.splice(at, 1);
    if (kind) next.splice(at + by, 0, kind);
    void run(orderTrust(of, next));
  };
  return (
    <ol className="premises" aria-label="Order of trust">
      {order.map((kind, i) => (
        <li key={kind}>
          {NAMES[kind] ?? kind}{' '}
          <ActionIcon
            size={20}
            variant="subtle"
            color="gray"
            disabled={i === 0}
            onClick={() => move(i, -1)}
            aria-label={`Trust ${NAMES[kind]} more`}
          >
            <IconArrowUp size={13} />
          </ActionIcon>
          <ActionIcon
            size={20}
            variant="subtle"
            color="gray"
            disabled={i === order.length - 1}
            onClick={() => move(i, 1)}
            aria-label={`Trust ${NAMES[kind]} less`}
          >
            <IconArrowDown size={13} />
          </ActionIcon>
        </li>
      ))}
    </ol>
  );
}

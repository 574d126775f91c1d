import { BLANK_ORDER } from '../../actions/demands';
import { removeOwn } from '../../actions/own-rows';
import { ordersInForce } from '../../exhibits/stamp';
import type { ProtectiveOrder } from '../../record/productions';
import { daysOf, printDays } from '../../time/days';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { RowForm } from '../../ui/RowForm';
import { run } from '../../ui/run';
import css from './discovery.module.css';
import { ORDER_FIELDS } from './fields';

interface Props {
  readonly caseId: string;
  readonly orders: readonly ProtectiveOrder[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  readonly day: string;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** Protective orders: who may see what, until when, to be destroyed by which day, and the words on what leaves. */
export function Orders({ caseId, orders, papers, day, editing, onEdit }: Props) {
  const row = orders.find((o) => o.id === editing) ?? null;
  const force = new Set(ordersInForce(orders, day).map((o) => o.id));
  const said = (text: string): string => {
    const d = daysOf(text);
    return d ? printDays(d) : text;
  };
  return (
    <>
      {orders.map((o) => (
        <article key={o.id} className={css['order']} aria-label={o.name} id={`row-${o.id}`}>
          <strong>
            {o.name}
            {force.has(o.id) ? '' : ' (no longer in force)'}
          </strong>{' '}
          {o.entered !== '' && <span className="cite">entered {said(o.entered)}</span>}{' '}
          <PaperCite caseId={caseId} paper={o.paper} page={o.page} papers={papers} />
          <RowActions
            of={o.name}
            onEdit={() => onEdit(o.id)}
            onRemove={() => void run(removeOwn('protectiveOrders', o))}
          />
          {o.covers !== '' && <p>Covers {o.covers}.</p>}
          {o.who !== '' && <p>May be seen by {o.who}.</p>}
          <p>
            {o.until === '' ? 'Until it is lifted' : `Until ${said(o.until)}`}
            {o.destroyBy === '' ? '' : `; to be destroyed by ${said(o.destroyBy)}`}.
            {o.stamp === '' ? '' : ` On each page that leaves: ${o.stamp}`}
          </p>
        </article>
      ))}
      {(editing === 'new' || row) && (
        <RowForm
          key={editing}
          table="protectiveOrders"
          caseId={caseId}
          row={row}
          blank={BLANK_ORDER}
          label={row ? `Edit ${row.name}` : 'New protective order'}
          fields={ORDER_FIELDS}
          needs="name"
          papers={papers}
          onDone={() => onEdit(null)}
        />
      )}
    </>
  );
}

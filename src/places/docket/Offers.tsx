import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { BLANK_OFFER } from '../../actions/docket';
import { removeOwn } from '../../actions/own-rows';
import { changedWords, type Lit, litWords, PARTS } from '../../analysis/offers';
import type { Bracket } from '../../record/case';
import type { Offer } from '../../record/docket';
import { daysOf, printDays } from '../../time/days';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { RowForm } from '../../ui/RowForm';
import { run } from '../../ui/run';
import { usePrinting } from '../../ui/use-printing';
import css from './docket.module.css';
import { ANSWER_SAYS, OFFER_FIELDS } from './fields';

interface Props {
  readonly caseId: string;
  readonly offers: readonly Offer[];
  readonly brackets: readonly Bracket[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
}

/** So many stand side by side on paper, where nothing scrolls; the next below them. */
const ON_PAPER = 4;

const order = (o: Offer): number => daysOf(o.made)?.min ?? Number.POSITIVE_INFINITY;

/** Offers side by side in the order in which they were made: each part, what changed from the offer before, and the words that weigh. */
export function Offers({ caseId, offers, brackets, papers, editing, onEdit }: Props) {
  const [marks, setMarks] = useState<'lit' | 'changed'>('lit');
  const ordered = [...offers].sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
  const row = offers.find((o) => o.id === editing) ?? null;
  const printing = usePrinting();
  const shown = { caseId, ordered, brackets, papers, marks, onEdit };
  return (
    <section className={css['section']} aria-label="Offers">
      <div className={css['bar']}>
        <h2>Offers</h2>
        <Button size="compact-sm" variant="default" onClick={() => onEdit('new')}>
          New offer
        </Button>
        {offers.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-pressed={marks === 'changed'}
            onClick={() => setMarks(marks === 'lit' ? 'changed' : 'lit')}
          >
            {marks === 'lit' ? 'Show what changed from offer to offer' : 'Show the words that weigh'}
          </Button>
        )}
      </div>
      {(editing === 'new' || row) && (
        <RowForm
          key={editing}
          table="offers"
          caseId={caseId}
          row={row}
          blank={BLANK_OFFER}
          label={row ? `Edit ${row.name}` : 'New offer'}
          fields={OFFER_FIELDS}
          needs="name"
          papers={papers}
          note="Work product. In the long fields Ctrl and Enter keep it."
          onDone={() => onEdit(null)}
        />
      )}
      {offers.length === 0 && editing !== 'new' && (
        <p className={css['empty']}>
          No offer yet. An offer stands here as its parts, count, agreed facts, range and conditions, with the
          days it was made, told to the client, and ended; the words that carry an enhancement are lit.
        </p>
      )}
      {printing
        ? Array.from({ length: Math.ceil(ordered.length / ON_PAPER) }, (_, k) => (
            <OffersTable key={k} {...shown} from={ON_PAPER * k} to={ON_PAPER * (k + 1)} />
          ))
        : ordered.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is to be reached by the keyboard
            <div className={css['scroll']} tabIndex={0} role="region" aria-label="Offers side by side">
              <OffersTable {...shown} />
            </div>
          )}
    </section>
  );
}

interface Shown extends Pick<Props, 'caseId' | 'brackets' | 'papers' | 'onEdit'> {
  /** All of them, in their order; those from one to before another are its columns. */
  readonly ordered: readonly Offer[];
  readonly from?: number;
  readonly to?: number;
  readonly marks: 'lit' | 'changed';
}

function OffersTable({ caseId, ordered, from = 0, to, brackets, papers, marks, onEdit }: Shown) {
  const offers = ordered.slice(from, to);
  return (
    <table className={css['offers']}>
      <thead>
        <tr>
          <th scope="col">Part</th>
          {offers.map((o) => (
            <th key={o.id} scope="col" id={`row-${o.id}`}>
              {o.name}{' '}
              <RowActions
                of={`the offer ${o.name}`}
                onEdit={() => onEdit(o.id)}
                onRemove={() => void run(removeOwn('offers', o))}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <DayRow name="Made" offers={offers} of={(o) => <Said text={o.made} more={o.by} />} />
        <DayRow name="Told to the client" offers={offers} of={(o) => <Told offer={o} />} />
        <DayRow
          name="Ends"
          offers={offers}
          of={(o) => (
            <>
              <Said text={o.ends} more={o.endsAt} />
              {daysOf(o.ends) && (
                <a className="cite-link" href={`#/case/${caseId}/discovery?at=day~${daysOf(o.ends)?.max}`}>
                  what was still out on that day
                </a>
              )}
            </>
          )}
        />
        <DayRow
          name="Answer"
          offers={offers}
          of={(o) => <Said text={o.answered} more={ANSWER_SAYS[o.answer]} />}
        />
        {PARTS.map(([part, name]) => (
          <DayRow
            key={part}
            name={name}
            offers={offers}
            of={(o, i) => (
              <Part
                text={o[part]}
                before={ordered[from + i - 1]?.[part]}
                brackets={brackets}
                marks={marks}
                lit={part === 'facts' || part === 'count'}
              />
            )}
          />
        ))}
        <DayRow
          name="Paper"
          offers={offers}
          of={(o) => <PaperCite caseId={caseId} paper={o.paper} page={o.page} papers={papers} />}
        />
        <DayRow name="Note" offers={offers} of={(o) => o.note} />
      </tbody>
    </table>
  );
}

function DayRow({
  name,
  offers,
  of,
}: {
  name: string;
  offers: readonly Offer[];
  of: (o: Offer, i: number) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {offers.map((o, i) => (
        <td key={o.id}>{of(o, i)}</td>
      ))}
    </tr>
  );
}

/** A day as it was understood, with what goes with it. */
function Said({ text, more }: { text: string; more: string }) {
  const days = daysOf(text);
  return (
    <div>
      {days ? printDays(days) : text}
      {more !== '' && (days || text !== '' ? `, ${more}` : more)}
    </div>
  );
}

function Told({ offer }: { offer: Offer }) {
  if (offer.told !== '') return <Said text={offer.told} more="" />;
  return <span className="bad">not told yet, as far as is written here</span>;
}

interface PartProps {
  readonly text: string;
  readonly before: string | undefined;
  readonly brackets: readonly Bracket[];
  readonly marks: 'lit' | 'changed';
  readonly lit: boolean;
}

function Part({ text, before, brackets, marks, lit }: PartProps) {
  if (marks === 'changed' && before !== undefined)
    return (
      <>
        {changedWords(before, text).map((r, i) => (
          <Fragment key={i}>
            {r.kind === 'same' ? (
              r.text
            ) : r.kind === 'new' ? (
              <ins className={css['new']}>{r.text}</ins>
            ) : (
              <del className={css['gone']}>{r.text}</del>
            )}
          </Fragment>
        ))}
      </>
    );
  const words = lit ? litWords(text, brackets) : [];
  return (
    <>
      {pieces(text, words).map((p) =>
        p.why === '' ? (
          <Fragment key={p.at}>{p.text}</Fragment>
        ) : (
          <mark key={p.at} className={css['lit']} title={p.why}>
            {p.text}
          </mark>
        ),
      )}
      {words.length > 0 && (
        <ul className={css['why']}>
          {[
            ...new Set(
              words.map((w) =>
                w.why.startsWith(text.slice(w.from, w.to)) ? w.why : `${text.slice(w.from, w.to)}: ${w.why}`,
              ),
            ),
          ].map((w) => (
            <li key={w}>{w}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function pieces(text: string, words: readonly Lit[]): { at: number; text: string; why: string }[] {
  const out: { at: number; text: string; why: string }[] = [];
  let at = 0;
  for (const w of words) {
    if (w.from > at) out.push({ at, text: text.slice(at, w.from), why: '' });
    out.push({ at: w.from, text: text.slice(w.from, w.to), why: w.why });
    at = w.to;
  }
  if (at < text.length) out.push({ at, text: text.slice(at), why: '' });
  return out;
}

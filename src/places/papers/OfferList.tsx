import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Offer } from '../../intake/readers/offers';
import type { Unread } from '../../intake/readers/reader';
import { LongRows, useLongList } from '../../ui/LongRows';
import { headOf, namesOf } from './offer-head';
import css from './papers.module.css';

export type Done = 'accepted' | 'refused' | '';

interface Props {
  readonly offers: readonly Offer[];
  readonly loading: boolean;
  readonly chosen: string | null;
  readonly doneOf: (o: Offer) => Done;
  readonly unread: readonly Unread[];
  readonly onChoose: (o: Offer) => void;
  readonly onAccept: (o: Offer) => void;
  readonly onEdit: (o: Offer) => void;
  readonly onRefuse: (o: Offer) => void;
  readonly onTakeBack: (o: Offer) => void;
  readonly onPage: (page: number) => void;
}

/** The proposals of a paper in the order of its lines; under them the lines of which nothing was made. */
export function OfferList({ offers, loading, chosen, doneOf, unread, ...on }: Props) {
  const [showUnread, setShowUnread] = useState(false);
  const names = useMemo(() => namesOf(offers), [offers]);
  const list = useLongList({
    count: offers.length,
    height: 76,
    keyOf: (i) => offers[i]?.key ?? i,
    of: offers,
  });
  const { virtual } = list;
  const at = offers.findIndex((o) => o.key === chosen);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  if (loading) return <p className={css['says']}>Reading what it says …</p>;
  return (
    <div className={css['list']} ref={list.scroller}>
      {offers.length === 0 && (
        <p className={css['says']}>
          Nothing is proposed from this paper. Select any words on the page and press N: they become an entry
          with its page.
        </p>
      )}
      <LongRows list={list} role="listbox" aria-label="Proposals" tabIndex={-1}>
        {(i) => {
          const o = offers[i];
          return o && <OneOffer o={o} names={names} chosen={o.key === chosen} done={doneOf(o)} {...on} />;
        }}
      </LongRows>
      {unread.length > 0 && (
        <div className={css['says']}>
          <button type="button" className="cite-link" onClick={() => setShowUnread(!showUnread)}>
            {unread.length} line{unread.length === 1 ? '' : 's'} of which nothing was made
          </button>
          {showUnread && (
            <ul>
              {unread.slice(0, 500).map((u, i) => (
                <li key={`${u.page} ${u.lines[0]} ${i}`}>
                  <button type="button" className="cite-link" onClick={() => on.onPage(u.page)}>
                    page {u.page}
                  </button>{' '}
                  {u.quote.slice(0, 160)} <span className={css['why']}>{u.why}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

type OneProps = Pick<Props, 'onChoose' | 'onAccept' | 'onEdit' | 'onRefuse' | 'onTakeBack'> & {
  readonly o: Offer;
  readonly names: ReadonlyMap<string, string>;
  readonly chosen: boolean;
  readonly done: Done;
};

function OneOffer({ o, names, chosen, done, onChoose, onAccept, onEdit, onRefuse, onTakeBack }: OneProps) {
  const { kind, when, who, why } = headOf(o, names);
  return (
    <>
      <button
        type="button"
        role="option"
        className={css['offer']}
        aria-selected={chosen}
        data-done={done}
        onClick={() => onChoose(o)}
      >
        <span className={css['head']}>
          <strong>{kind}</strong>
          <span className="mono">{when}</span>
          <span>{done === '' ? (o.certain ? 'certain' : `page ${o.page}`) : done}</span>
        </span>
        {who !== '' && <span>{who}</span>}
        <q>{o.quote}</q>
        {o.unsure && (
          <span className={css['why']} data-unsure>
            not certain: {o.unsure.map((w) => `“${w}”`).join(', ')}. Compare with the page.
          </span>
        )}
        {why !== '' && <span className={css['why']}>{why}</span>}
      </button>
      {chosen && (
        <div style={{ display: 'flex', gap: 6, padding: '4px 11px 8px' }}>
          {done === '' ? (
            <>
              <Button size="compact-xs" onClick={() => onAccept(o)}>
                Accept
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => onEdit(o)}>
                Edit first
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => onRefuse(o)}>
                Refuse
              </Button>
            </>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => onTakeBack(o)}>
              Take back
            </Button>
          )}
        </div>
      )}
    </>
  );
}

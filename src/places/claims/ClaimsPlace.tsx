import { Button, Loader, SegmentedControl, Title } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { type Claim, missedBy, STANDINGS, type Standing, standingOf } from '../../analysis/claims';
import type { ClaimNote } from '../../record/work-product';
import { printAtLeast } from '../../time/duration';
import { Narrowed } from '../../ui/Narrowed';
import type { PlaceProps } from '../../ui/place';
import { useKeys } from '../../ui/use-keys';
import { usePrinting } from '../../ui/use-printing';
import { STANDING_WORDS } from '../../words/claim';
import { ClaimExport } from './ClaimExport';
import css from './claims.module.css';
import { LengthForm } from './LengthForm';
import { OneClaim } from './OneClaim';
import { Speakers } from './Speakers';
import { useClaimNotes, useLedger } from './use-ledger';

/** So many claims are listed at once; the rest is found by its standing or printed. */
const SHOWN = 400;

/** Claims: what the papers say, sentence by sentence, and how each stands against what others prove. */
export function ClaimsPlace({ view, at, selected, onSelect, onRow, onPlace }: PlaceProps) {
  const { ledger, fault, busy } = useLedger(view);
  const notes = useClaimNotes(view.record.case.id);
  const [filter, setFilter] = useState<Standing | 'all'>('all');
  const [adding, setAdding] = useState(false);
  const printing = usePrinting();
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(
    () =>
      (ledger?.claims ?? []).map((claim) => ({ claim, standing: standingFor(claim, notes.get(claim.id)) })),
    [ledger, notes],
  );
  const shown = all.filter((c) => filter === 'all' || c.standing === filter);
  const listed = printing ? shown : shown.slice(0, SHOWN);
  const named = at ?? selected;
  const chosen = shown.find((c) => c.claim.id === named) ?? shown[0];
  const move = (by: number): void => {
    const next = listed[(chosen ? listed.indexOf(chosen) : -1) + by];
    if (!next) return;
    onSelect(next.claim.id);
    if (at !== null) onPlace('claims');
    document.getElementById(`claim-${next.claim.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const inList = (): boolean => list.current?.contains(document.activeElement) ?? false;
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => (inList() ? move(1) : false),
    ArrowUp: () => (inList() ? move(-1) : false),
    c: () => document.querySelector<HTMLTextAreaElement>('[data-comment]')?.focus(),
    o: () => document.querySelector<HTMLElement>('[data-cite] a')?.click(),
  });
  return (
    <main className="wide">
      <div className={css['top']}>
        <Title order={1} size="h2">
          Claims
        </Title>
        <span className={css['tools']}>
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            A sentence on a length or an order
          </Button>
          {ledger && <ClaimExport view={view} ledger={ledger} notes={notes} />}
        </span>
      </div>
      <p className={css['lead']}>
        What reports and testimony say, each sentence against what others prove. A speaker does not bear
        himself out, nor does a camera bear out the report that was drafted from it.
      </p>
      {fault !== '' && (
        <p role="alert" className={css['fault']}>
          The ledger could not be made: {fault}
        </p>
      )}
      {adding && <LengthForm view={view} onDone={() => setAdding(false)} />}
      {ledger === null && fault === '' && (
        <p role="status">
          <Loader size="xs" /> Testing each sentence …
        </p>
      )}
      {ledger && all.length === 0 && <Empty onPlace={onPlace} />}
      {all.length > 0 && (
        <>
          <Speakers view={view} claims={ledger?.claims ?? []} />
          <Narrowed
            shown={shown.length}
            of={all.length}
            what="claims"
            by={[filter === 'all' ? '' : `“${STANDING_WORDS[filter]}”`]}
          />
          <div className={`${css['filter']} no-print`}>
            <SegmentedControl
              size="xs"
              aria-label="How they stand"
              value={filter}
              onChange={(v) => setFilter(v as Standing | 'all')}
              data={[
                { value: 'all', label: `All ${all.length}` },
                ...STANDINGS.map((s) => ({
                  value: s,
                  label: `${STANDING_WORDS[s]} ${all.filter((c) => c.standing === s).length}`,
                })),
              ]}
            />
            <span role="status" className="cite">
              {busy ? 'testing anew …' : ''}
            </span>
          </div>
          {(ledger?.leftOut ?? 0) > 0 && (
            <p className="cite">
              {ledger?.leftOut.toLocaleString('en-US')} more are not tested here: a ledger holds the first{' '}
              {all.length.toLocaleString('en-US')}.
            </p>
          )}
          <div className={css['two']}>
            <div ref={list} role="listbox" aria-label="Claims" className={css['list']} tabIndex={0}>
              {listed.map(({ claim, standing }) => (
                <Line
                  key={claim.id}
                  claim={claim}
                  standing={standing}
                  note={notes.get(claim.id)}
                  chosen={claim.id === chosen?.claim.id}
                  onChoose={() => {
                    onSelect(claim.id);
                    if (at !== null) onPlace('claims');
                  }}
                />
              ))}
              {shown.length === 0 && <p className={css['none']}>None stands so.</p>}
              {shown.length > listed.length && (
                <p className={css['none']}>
                  {shown.length - listed.length} more: choose how they stand above; the table and print hold
                  all.
                </p>
              )}
            </div>
            {chosen && (
              <OneClaim
                key={chosen.claim.id}
                view={view}
                claim={chosen.claim}
                standing={chosen.standing}
                note={notes.get(chosen.claim.id)}
                onRow={onRow}
                onPlace={onPlace}
              />
            )}
          </div>
          <p className={css['keys']}>
            J and K go through the claims, O opens the page, C goes to the comment, N makes an entry.
          </p>
        </>
      )}
    </main>
  );
}

const standingFor = (claim: Claim, note: ClaimNote | undefined): Standing =>
  standingOf(claim, note?.matter || claim.matter);

interface LineProps {
  readonly claim: Claim;
  readonly standing: Standing;
  readonly note: ClaimNote | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Line({ claim, standing, note, chosen, onChoose }: LineProps) {
  const by = standing === 'refuted' ? missedBy(claim) : null;
  return (
    <div
      id={`claim-${claim.id}`}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={css['line']}
      data-standing={standing}
      data-out={note?.out === true || undefined}
      onClick={onChoose}
      onKeyDown={(e) => e.key === 'Enter' && onChoose()}
    >
      <span className={css['standing']}>
        {STANDING_WORDS[standing]}
        {by !== null && <small> by {printAtLeast(by)}</small>}
      </span>
      <span className={css['says']}>{claim.says}</span>
      <small className={css['who']}>
        {claim.speaker || 'nobody named'}
        {claim.page === '' ? '' : ` · page ${claim.page}`}
        {note?.out ? ' · left out of the table' : ''}
      </small>
    </div>
  );
}

function Empty({ onPlace }: Pick<PlaceProps, 'onPlace'>) {
  return (
    <div className={css['empty']}>
      <p>
        No report or testimony says anything in this record yet. In Papers, choose the words of a sentence and
        press N: it becomes an entry with its page, and stands here. A source is somebody’s word where its
        kind is report or testimony.
      </p>
      <Button size="compact-sm" onClick={() => onPlace('papers')}>
        Go to Papers
      </Button>
    </div>
  );
}

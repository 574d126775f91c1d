import { Alert, Autocomplete, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Act } from '../../actions/act';
import {
  acceptedOf,
  acceptOffers,
  changePaper,
  clockFor,
  refuseOffer,
  shortName,
} from '../../actions/discovery';
import type { Offer } from '../../intake/readers/offers';
import { removed } from '../../record/change';
import type { PaperRow } from '../../record/discovery';
import type { Passage } from '../../record/passage';
import { faultSays } from '../../store/faults';
import type { CaseView } from '../../ui/case-view';
import { handTable } from '../../ui/page-table';
import { run } from '../../ui/run';
import { useKeys } from '../../ui/use-keys';
import { AboutPaper } from './AboutPaper';
import { TypedHere } from './EntryHere';
import { litWords, passageBetween } from './lit';
import { OfferList } from './OfferList';
import { PageView } from './PageView';
import { NotRead, Password, Turner } from './PaperTools';
import { Progress } from './Progress';
import css from './papers.module.css';
import { stateSays } from './states';
import type { Typing } from './typing';
import { usePaper, useTables, useWidth } from './use-paper';

interface Props {
  readonly view: CaseView;
  readonly paper: PaperRow;
  /** What the address names. */
  readonly passage: Passage | null;
  /** The page that is shown first where there is none. */
  readonly first: number;
  readonly onClose: () => void;
  readonly onNext: (paper: string) => void;
  /** To the mapping of columns. */
  readonly onMap: () => void;
  readonly onSelect: (row: string | null) => void;
}

/** One paper: its page at the left with the passages lit, what was understood of it at the right. */
export function OnePaper({ view, paper, passage, first: firstPage, onClose, onNext, onMap }: Props) {
  const { latest } = view;
  const { pages, bytes, understood, fault, waits, setPages } = usePaper(paper);
  const offers = understood?.offers ?? NONE;
  const [chosen, setChosen] = useState<string | null>(passage?.proposal ?? null);
  const [number, setNumber] = useState(passage?.page ?? firstPage);
  const [typing, setTyping] = useState<Typing | null>(null);
  const [wide, setWide] = useState(1);
  const [shownPassage, setShownPassage] = useState<Passage | null>(passage);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const desk = useRef<HTMLDivElement>(null);
  const width = useWidth(desk) * wide;
  const accepted = useMemo(() => acceptedOf(latest, paper.id), [latest, paper.id]);
  const refused = useMemo(() => new Set(paper.refused), [paper.refused]);
  const isOpen = useCallback(
    (o: Offer): boolean => !accepted.has(o.key) && !refused.has(o.key) && !pending.has(o.key),
    [accepted, refused, pending],
  );
  // What was written is done as soon as the record shows it, and not before: nothing is accepted twice meanwhile.
  useEffect(() => {
    setPending((old) => {
      const left = [...old].filter((k) => !accepted.has(k) && !refused.has(k));
      return left.length === old.size ? old : new Set(left);
    });
  }, [accepted, refused]);
  const current = offers.find((o) => o.key === chosen) ?? null;
  const clock = clockFor(latest, paper);

  const choose = useCallback((o: Offer | undefined): void => {
    if (!o) return;
    setChosen(o.key);
    setNumber(o.page);
    setShownPassage(null);
  }, []);
  // The first that waits is chosen once the paper is understood.
  useEffect(() => {
    if (chosen !== null || passage !== null || offers.length === 0) return;
    const from = offers.filter((o) => o.page >= firstPage);
    if (firstPage > 1) setChosen((from[0] ?? offers[0])?.key ?? null);
    else choose(offers.find(isOpen) ?? offers[0]);
  }, [offers, chosen, passage, choose, isOpen, firstPage]);

  const tables = useTables(paper, pages, number);
  const map = (): void => {
    const wanted =
      tables.find(
        (t) => current && t.at.some((p) => p.page === number && overlaps(p.lines, current.lines)),
      ) ?? tables[0];
    if (!wanted)
      return void notifications.show({
        message: 'No table was found on this page: turn to the page it is on.',
      });
    handTable({ table: wanted, paper });
    onMap();
  };
  const step = (by: number): void => {
    const at = offers.findIndex((o) => o.key === chosen);
    choose(offers[Math.max(0, Math.min(offers.length - 1, at < 0 ? 0 : at + by))]);
  };
  const nextOpen = (but: ReadonlySet<string>): void => {
    const at = offers.findIndex((o) => o.key === chosen);
    const left = (o: Offer): boolean => isOpen(o) && !but.has(o.key);
    choose(offers.slice(at + 1).find(left) ?? offers.find(left));
  };
  /** Runs an act; its proposals count as done at once, and wait again where it fails. */
  const act = async (made: Act, keys: readonly string[]): Promise<void> => {
    setPending((old) => new Set([...old, ...keys]));
    nextOpen(new Set(keys));
    const done = await run(made).catch((error: unknown) => {
      notifications.show({
        color: 'red',
        title: 'Not accepted',
        message: faultSays(error) ?? String(error),
        autoClose: false,
      });
      return null;
    });
    if (done === null) setPending((old) => new Set([...old].filter((k) => !keys.includes(k))));
  };
  const accept = async (wanted: readonly Offer[]): Promise<void> => {
    const { act: made, left } = acceptOffers(latest, paper, wanted, offers, clock);
    const first = left[0];
    if (first && wanted.length === 1) notifications.show({ message: first.why });
    else if (first) notifications.show({ message: `${left.length} of ${wanted.length} wait: ${first.why}` });
    const kept = new Set(left.map((l) => l.offer.key));
    if (made)
      await act(
        made,
        wanted.map((o) => o.key).filter((k) => !kept.has(k)),
      );
  };
  const takeBack = async (o: Offer): Promise<void> => {
    if (refused.has(o.key))
      return void (await run(
        changePaper(paper, { refused: paper.refused.filter((k) => k !== o.key) }, 'Refusal taken back'),
      ));
    const rows = accepted.get(o.key) ?? [];
    if (rows.length === 0) return;
    const edits = rows.map((r) => ('kind' in r ? removed('events', r) : removed('custody', r)));
    await run({ caseId: paper.caseId, says: `Taken back: ${o.quote.slice(0, 60)}`, edits });
  };
  const page = pages?.find((p) => p.number === number);
  const selectedWords = (): Typing | null => {
    const selection = getSelection();
    if (!page || !selection || selection.isCollapsed) return null;
    const at = (node: Node | null) => {
      const el = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-line]');
      return el && desk.current?.contains(el)
        ? { line: Number(el.dataset['line']), word: Number(el.dataset['word']) }
        : null;
    };
    const [a, b] = [at(selection.anchorNode), at(selection.focusNode)];
    if (!a || !b) return null;
    return { of: 'words', page: page.number, ...passageBetween(page, a, b) };
  };
  const certain = offers.filter((o) => o.certain && isOpen(o));
  const turnTo = (n: number): void => {
    setNumber(Math.max(1, Math.min(pages?.at(-1)?.number ?? 1, n)));
    setShownPassage(null);
    desk.current?.scrollTo({ top: 0 });
  };
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      Enter: () => current && isOpen(current) && void accept([current]),
      e: () => current && isOpen(current) && setTyping({ of: 'offer', offer: current }),
      x: () => current && isOpen(current) && void act(refuseOffer(paper, current.key), [current.key]),
      u: () => current && void takeBack(current),
      a: () => certain.length > 0 && void accept(certain),
      n: () => {
        const words = selectedWords();
        if (words) setTyping(words);
        else notifications.show({ message: 'Select the words on the page first, then press N.' });
      },
      t: map,
      PageDown: () => turnTo(number + 1),
      PageUp: () => turnTo(number - 1),
      Escape: onClose,
    },
    typing === null,
  );

  const lit = useMemo(() => {
    if (!page) return new Set<string>();
    if (shownPassage && shownPassage.page === page.number)
      return litWords(page, shownPassage.from, shownPassage.to, shownPassage.quote);
    return current && current.page === page.number
      ? litWords(page, current.lines[0], current.lines[1], current.quote)
      : new Set<string>();
  }, [page, shownPassage, current]);
  const marked = useMemo(
    () =>
      new Set(
        offers
          .filter((o) => o.page === number)
          .flatMap((o) => Array.from({ length: o.lines[1] - o.lines[0] + 1 }, (_, i) => o.lines[0] + i)),
      ),
    [offers, number],
  );
  const at = latest.papers.findIndex((p) => p.id === paper.id);
  const following = latest.papers.slice(at + 1).find((p) => p.pages > 0 && p.state !== 'again');
  return (
    <div className={css['one']}>
      <section className={css['left']} aria-label="The paper">
        <div className={css['bar']}>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            All papers
          </Button>
          <strong title={paper.name}>{shortName(paper)}</strong>
          <span className="cite">{stateSays(paper)}</span>
          <span style={{ marginLeft: 'auto' }} />
          <Turner number={number} last={pages?.at(-1)?.number ?? paper.pages} onTurn={turnTo} />
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Smaller"
            onClick={() => setWide(Math.max(0.5, wide - 0.25))}
          >
            −
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Larger"
            onClick={() => setWide(Math.min(3, wide + 0.25))}
          >
            +
          </Button>
          {following && (
            <Button size="compact-sm" variant="default" onClick={() => onNext(following.id)}>
              Next paper
            </Button>
          )}
        </div>
        <div className={css['desk']} ref={desk}>
          <Progress />
          {fault !== '' && (
            <Alert color="red" role="alert">
              {fault}
            </Alert>
          )}
          {paper.state === 'asks-for-password' && pages?.length === 0 && <Password paper={paper} />}
          <NotRead paper={paper} pages={pages ?? []} bytes={bytes} onPages={setPages} />
          {pages === null && <p role="status">Opening the paper …</p>}
          {waits !== '' && <p role="status">{waits}</p>}
          {pages?.length === 0 && paper.pages > 0 && waits === '' && (
            <p>
              The pages of this paper are not in this browser: its case file came without them. Drop the file
              itself ({paper.name}) and they are back.
            </p>
          )}
          {page && width > 0 && (
            <PageView
              paper={paper}
              page={page}
              bytes={bytes}
              width={width}
              lit={lit}
              marked={marked}
              onLine={(line) => {
                if (getSelection()?.isCollapsed !== false)
                  choose(offers.find((o) => o.page === number && o.lines[0] <= line && line <= o.lines[1]));
              }}
            />
          )}
        </div>
      </section>
      <section className={css['right']} aria-label="What was understood">
        <AboutPaper key={paper.id} paper={paper} understood={understood} />
        <div className={css['bar']}>
          <Autocomplete
            size="xs"
            label="Clock of its times"
            value={clock}
            data={[...new Set([clock, ...latest.clocks.map((c) => c.name)])]}
            onChange={(name) =>
              void run(changePaper(paper, { clock: name.slice(0, 300) }, 'Clock of a paper'))
            }
            style={{ flex: '1 1 200px' }}
          />
          <Button size="xs" mt={18} disabled={certain.length === 0} onClick={() => void accept(certain)}>
            Accept all {certain.length} certain (A)
          </Button>
          {tables.length > 0 && (
            <Button size="xs" mt={18} variant="default" onClick={map}>
              Map this table (T)
            </Button>
          )}
        </div>
        {typing && (
          <TypedHere
            key={typing.of === 'offer' ? typing.offer.key : typing.quote}
            view={view}
            paper={paper}
            typing={typing}
            offers={offers}
            clock={clock}
            onDone={(saved) => {
              setTyping(null);
              if (saved && typing.of === 'offer') nextOpen(new Set([typing.offer.key]));
            }}
          />
        )}
        <OfferList
          offers={offers}
          loading={understood === null && fault === ''}
          chosen={chosen}
          doneOf={(o) =>
            accepted.has(o.key) || pending.has(o.key) ? 'accepted' : refused.has(o.key) ? 'refused' : ''
          }
          unread={understood?.unread ?? []}
          onChoose={choose}
          onAccept={(o) => void accept([o])}
          onEdit={(o) => setTyping({ of: 'offer', offer: o })}
          onRefuse={(o) => void act(refuseOffer(paper, o.key), [o.key])}
          onTakeBack={(o) => void takeBack(o)}
          onPage={turnTo}
        />
        <div className={css['keys']}>
          J next, K back · Enter accept · E edit · X refuse · U take back · A all certain · select words, N:
          an entry · T the table here to the mapping
        </div>
      </section>
    </div>
  );
}

const NONE: readonly Offer[] = [];

type Lines = readonly [number, number];
const overlaps = (a: Lines, b: Lines): boolean => a[0] <= b[1] && b[0] <= a[1];

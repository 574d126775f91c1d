import { entryTimes, namedIn, passageOf, sourceOf } from '../../actions/discovery';
import type { EntryFields } from '../../actions/entries';
import { findDates } from '../../intake/readers/dates';
import type { Offer } from '../../intake/readers/offers';
import { findTimes } from '../../intake/readers/times';
import type { Edit } from '../../record/change';
import type { PaperRow } from '../../record/discovery';
import type { CaseView } from '../../ui/case-view';
import { EventForm } from '../../ui/EventForm';
import { OfferForm } from './OfferForm';
import css from './papers.module.css';
import type { Typing } from './typing';

interface Props {
  readonly view: CaseView;
  readonly paper: PaperRow;
  readonly typing: Typing;
  readonly offers: readonly Offer[];
  readonly clock: string;
  readonly onDone: (saved: boolean) => void;
}

/** What is typed of a proposal or of words of the page, before it is in the record. */
export function TypedHere(props: Props) {
  const { typing } = props;
  return typing.of === 'offer' && typing.offer.what !== 'entry' ? (
    <OfferForm {...props} offer={typing.offer} />
  ) : (
    <EntryHere {...props} />
  );
}

/** An entry with its page, passage and time filled in: of a proposal that is edited first, or of words selected on the page. */
function EntryHere({ view, paper, typing, offers, clock, onDone }: Props) {
  const edits: Edit[] = [];
  const source = sourceOf(view.latest, paper, edits);
  const fields: Partial<EntryFields> = {
    clock,
    source: source.name,
    ...(typing.of === 'offer' ? ofOffer(typing.offer, offers) : ofWords(typing, offers)),
  };
  const passage =
    typing.of === 'offer'
      ? passageOf(paper, typing.offer)
      : {
          paper: paper.id,
          page: typing.page,
          from: typing.lines[0],
          to: typing.lines[1],
          quote: typing.quote,
        };
  const line = typing.of === 'offer' ? typing.offer : typing;
  return (
    <div className={css['form']}>
      <EventForm
        view={view}
        event={null}
        given={{
          fields,
          row: { logId: paper.id, passage, order: line.page * 10_000 + line.lines[0] },
          edits,
          draft: `passage ${paper.id} ${line.page}:${line.lines.join('-')}`,
        }}
        onDone={onDone}
      />
    </div>
  );
}

function ofOffer(o: Offer, all: readonly Offer[]): Partial<EntryFields> {
  if (o.what !== 'entry') return {};
  const { entry } = o;
  const times = entryTimes(entry, () => true);
  return {
    ...(typeof times === 'string' ? { start: '', end: '', date: entry.date } : times),
    kind: entry.kind,
    actor: entry.actor,
    description: o.quote,
    page: String(o.page),
    ref: namedIn(all).has(entry.id) ? entry.id : '',
  };
}

/** The first time and day of the words themselves; a day they do not say is that of the proposal above them. */
function ofWords(words: Typing & { of: 'words' }, all: readonly Offer[]): Partial<EntryFields> {
  const day = findDates(words.quote, 'mdy').find((d) => !d.day.startsWith('-'));
  const time = findTimes(words.quote, (at) => day !== undefined && at > day.at).times[0];
  const above = all.findLast(
    (o) =>
      (o.page < words.page || (o.page === words.page && o.lines[0] <= words.lines[0])) &&
      o.what === 'entry' &&
      o.entry.date !== '',
  );
  return {
    start: time?.start ?? '',
    end: time?.to ?? '',
    date: day?.day ?? (above?.what === 'entry' ? above.entry.date : ''),
    kind: 'note',
    description: words.quote.slice(0, 20_000),
    page: String(words.page),
    actor: '',
    ref: '',
  };
}

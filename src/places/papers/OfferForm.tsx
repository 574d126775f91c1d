import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { acceptOffers } from '../../actions/discovery';
import type { Offer } from '../../intake/readers/offers';
import type { PaperRow } from '../../record/discovery';
import { draftKey } from '../../store/drafts';
import { dayFault } from '../../time/grammar/date';
import type { CaseView } from '../../ui/case-view';
import { EntryFrame } from '../../ui/EntryFrame';
import { run } from '../../ui/run';
import { TimeField, understoodTime } from '../../ui/TimeField';
import { useFields } from '../../ui/use-fields';
import { corrected, type OfferFields, type Part, partsOf } from './offer-fields';
import css from './papers.module.css';

type Listed = Exclude<Offer, { readonly what: 'entry' }>;

interface Props {
  readonly view: CaseView;
  readonly paper: PaperRow;
  readonly offer: Listed;
  readonly offers: readonly Offer[];
  readonly clock: string;
  readonly onDone: (saved: boolean) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** A line of custody or a span of coverage, put right by a person before it is accepted: what, who, days and times. */
export function OfferForm({ view, paper, offer, offers, clock, onDone }: Props) {
  const { latest } = view;
  const parts = partsOf(offer);
  const { form, input, draft } = useFields<OfferFields>(
    Object.fromEntries(parts.map((p) => [p.key, p.value])),
    draftKey(paper.caseId, 'proposal', `${paper.id} ${offer.key}`.slice(0, 190)),
  );
  const [why, setWhy] = useState('');
  const [saved, setSaved] = useState(false);
  const f = form.fields;
  const zone = latest.clocks.find((c) => c.name === clock)?.zone || latest.case.zone;
  const about = latest.case.policies.approximate;
  const text = (key: string): string => f[key] ?? '';
  const good = (p: Part): boolean =>
    p.is === 'day'
      ? dayFault(text(p.key)) === undefined
      : p.is !== 'time' ||
        text(p.key).trim() === '' ||
        understoodTime(text(p.key), text(p.day), zone, NONE, about).ok;
  const said = parts.some((p) => p.needed)
    ? parts.every((p) => !p.needed || text(p.key).trim() !== '')
    : true;
  return (
    <div className={css['form']}>
      <EntryFrame
        keysNext
        label={offer.what === 'custody' ? 'Edit the hand-over first' : 'Edit the coverage first'}
        ready={said && parts.every(good)}
        action="Accept"
        note={`Enter accepts it as it stands here, Escape leaves it. Zone: ${zone}`}
        draft={draft}
        below={
          why !== '' && (
            <div role="alert" className="understood">
              {why}
            </div>
          )
        }
        onSave={async () => {
          const { act, left } = acceptOffers(latest, paper, [corrected(offer, f)], offers, clock, true);
          setWhy(left[0]?.why ?? '');
          if (!act) return null;
          const outcome = await run(act);
          setSaved(Boolean(outcome));
          if (outcome) onDone(true);
          return outcome;
        }}
        onDone={() => !saved && onDone(false)}
      >
        {parts.map((p, i) =>
          p.is === 'time' ? (
            <TimeField
              key={p.key}
              label={p.label}
              {...input(p.key)}
              date={text(p.day)}
              zone={zone}
              refs={NONE}
              approximate={about}
              optional
            />
          ) : p.is === 'choice' ? (
            <Select
              key={p.key}
              label={p.label}
              data={p.choices}
              {...input(p.key)}
              allowDeselect={false}
              data-autofocus
            />
          ) : (
            <TextInput
              key={p.key}
              label={p.label}
              {...input(p.key)}
              {...(i === 0 ? { 'data-autofocus': true, autoFocus: true } : {})}
              error={p.is === 'day' ? dayFault(text(p.key)) : undefined}
            />
          ),
        )}
      </EntryFrame>
    </div>
  );
}

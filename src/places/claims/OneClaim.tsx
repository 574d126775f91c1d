import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { noteClaim, sameMoment, speaksOf, viewOf } from '../../actions/claims';
import type { Claim, Standing, Tested } from '../../analysis/claims';
import type { EventRow } from '../../record/event';
import { rowById } from '../../record/rows';
import { type ClaimNote, MATTERS } from '../../record/work-product';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { DraftNote } from '../../ui/DraftNote';
import type { PlaceProps } from '../../ui/place';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import { MATTER_WORDS, STANDING_WORDS } from '../../words/claim';
import css from './claims.module.css';
import { RowCite } from './RowCite';
import { SideBySide } from './SideBySide';

interface Props extends Pick<PlaceProps, 'onRow' | 'onPlace'> {
  readonly view: CaseView;
  readonly claim: Claim;
  readonly standing: Standing;
  readonly note: ClaimNote | undefined;
}

/** One claim: what was tested of it, by which rows, what stands beside it, what would test it, and what the attorney makes of it. */
export function OneClaim({ view, claim, standing, note, onRow, onPlace }: Props) {
  const { latest } = view;
  const own = rowById(latest.events, claim.id);
  const marks = claim.beside.flatMap((id) => {
    const e = rowById(latest.events, id);
    return e && e.about === claim.id ? [e] : [];
  });
  return (
    <section aria-label="The claim" className={css['one']}>
      <blockquote className={css['quote']}>{claim.says}</blockquote>
      <p className={css['meta']}>
        {claim.speaker || 'nobody named'},{' '}
        <span data-cite>
          <RowCite view={view} id={claim.id} onRow={onRow} />
        </span>
      </p>
      <p className={css['stands']} data-standing={standing}>
        {STANDING_WORDS[standing]}
      </p>
      {claim.tests.length === 0 && standing !== 'outside' && (
        <p className={css['test']}>
          It states no time that could be tested, and no mark on footage speaks of it.
        </p>
      )}
      <ul className={css['tests']}>
        {claim.tests.map((t, i) => (
          <TestLine key={`${t.of} ${i}`} test={t} view={view} onRow={onRow} />
        ))}
      </ul>
      {claim.dependent !== '' && <p className="cite">{claim.dependent}</p>}
      <SideBySide view={view} claim={claim} onRow={onRow} />
      {marks.map((m) => (
        <ViewField key={m.id} mark={m} />
      ))}
      {own && <WhatWould view={view} claim={claim} own={own} onPlace={onPlace} onRow={onRow} />}
      <Work claim={claim} note={note} caseId={latest.case.id} />
    </section>
  );
}

function TestLine({ test, view, onRow }: { test: Tested; view: CaseView; onRow: (id: string) => void }) {
  return (
    <li data-standing={test.standing} className={css['test']}>
      {test.says}
      {test.rows.length > 0 && (
        <span className={css['cites']}>
          {test.rows.map((id) => (
            <RowCite key={id} view={view} id={id} onRow={onRow} />
          ))}
        </span>
      )}
      {test.assumes.map((a) => (
        <small key={a}>Assumed: {a}.</small>
      ))}
    </li>
  );
}

/** What would test a claim: rows that may be the same moment, marks that may speak of it, cameras to be watched. */
function WhatWould({
  view,
  claim,
  own,
  onRow,
  onPlace,
}: Pick<Props, 'view' | 'claim' | 'onRow' | 'onPlace'> & { own: EventRow }) {
  const { latest } = view;
  const rows = (ids: readonly string[]): EventRow[] => ids.flatMap((id) => rowById(latest.events, id) ?? []);
  const [mayBe, near] = [rows(claim.mayBe), rows(claim.near)];
  if (mayBe.length + near.length + claim.watch.length === 0) return null;
  return (
    <div className={css['would']}>
      <h3>What would test it</h3>
      <ul>
        {mayBe.map((e) => (
          <li key={e.id}>
            <RowCite view={view} id={e.id} onRow={onRow} /> {e.description || e.kind} ({e.start || 'no time'}){' '}
            <Button size="compact-xs" variant="default" onClick={() => void run(sameMoment(own, e))}>
              It is the same moment
            </Button>
          </li>
        ))}
        {near.map((e) => (
          <li key={e.id}>
            <RowCite view={view} id={e.id} onRow={onRow} /> {e.kind.replaceAll('-', ' ')}: {e.description}{' '}
            <Button size="compact-xs" variant="default" onClick={() => void run(speaksOf(e, claim.id))}>
              It speaks of this
            </Button>
          </li>
        ))}
        {claim.watch.map((id) => (
          <li key={id}>
            {latest.sources.find((s) => s.id === id)?.name ?? 'A camera'} may have filmed it, and nothing is
            marked there of it.{' '}
            <Button size="compact-xs" variant="default" onClick={() => onPlace(`footage?rec=${id}`)}>
              Watch it
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the camera takes in where a mark was made, in words. */
function ViewField({ mark }: { mark: EventRow }) {
  const { form, input, done } = useFields({ view: mark.view ?? '' }, draftKey(mark.caseId, 'view', mark.id));
  const save = async (): Promise<void> => {
    if (form.fields.view === form.seen.view) return;
    done(await run(viewOf({ ...mark, view: form.seen.view }, form.fields.view.trim())), form.fields);
  };
  return (
    <div className={css['view']}>
      <TextInput
        size="xs"
        label={`What the camera takes in at “${mark.description || mark.kind.replaceAll('-', ' ')}”`}
        placeholder="from the chest of the officer, the driver’s hands below the sill are out of view"
        {...input('view')}
        onBlur={() => void save()}
        onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()}
      />
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void run(speaksOf(mark, ''))}>
        It does not speak of this
      </Button>
    </div>
  );
}

/** The attorney's own part: shown here and in nothing that leaves. */
function Work({ claim, note, caseId }: { claim: Claim; note: ClaimNote | undefined; caseId: string }) {
  const { form, input, done, draft } = useFields(
    { comment: note?.comment ?? '' },
    draftKey(caseId, 'claim', claim.id),
  );
  const save = async (): Promise<void> => {
    if (form.fields.comment === form.seen.comment) return;
    const seen = note && { ...note, comment: form.seen.comment };
    done(await run(noteClaim(caseId, claim.id, seen, form.fields)), form.fields);
  };
  return (
    <div className={css['work']}>
      <p className={css['own']}>Work product: your comment never leaves</p>
      <DraftNote at={draft.at} onDrop={draft.drop} />
      <Textarea
        data-comment
        label="Comment"
        autosize
        minRows={2}
        {...input('comment')}
        onBlur={() => void save()}
        onKeyDown={(e) => e.key === 'Escape' && e.currentTarget.blur()}
      />
      <div className={css['choices']}>
        <Select
          size="xs"
          label="It is about"
          w={250}
          value={note?.matter ?? ''}
          allowDeselect={false}
          data={[
            { value: '', label: `${MATTER_WORDS[claim.matter]} (as it reads)` },
            ...MATTERS.map((m) => ({ value: m as string, label: MATTER_WORDS[m] })),
          ]}
          onChange={(m) =>
            void run(noteClaim(caseId, claim.id, note, { matter: MATTERS.find((x) => x === m) ?? '' }))
          }
        />
        <Checkbox
          size="xs"
          label="Leave it out of the table"
          checked={note?.out === true}
          onChange={(e) => void run(noteClaim(caseId, claim.id, note, { out: e.currentTarget.checked }))}
        />
      </div>
    </div>
  );
}

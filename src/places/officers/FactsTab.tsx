import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { askFor, putFact } from '../../actions/officers';
import { FACT_KINDS, type Officer, type OfficerFact } from '../../officers/rows';
import { newId } from '../../record/ids';
import { draftKey } from '../../store/drafts';
import { officerRows, putOfficerRows, removeOfficerRow } from '../../store/officers';
import { db } from '../../store/open';
import { dayFault } from '../../time/grammar/date';
import type { CaseView } from '../../ui/case-view';
import { DraftNote } from '../../ui/DraftNote';
import { run } from '../../ui/run';
import { useFields } from '../../ui/use-fields';
import { useKept } from '../../ui/use-kept';
import css from './officers.module.css';
import { told } from './told';

const KINDS: Readonly<Record<OfficerFact['kind'], string>> = {
  sworn: 'Sworn',
  found: 'Found by a court or agency',
  disclosed: 'Disclosed',
  asked: 'Asked for',
};

const EMPTY = { kind: 'sworn' as OfficerFact['kind'], who: '', day: '', says: '', source: '', page: '' };

/** What was sworn, found, disclosed and asked for about an officer, each with source and page; into the letter, and into a case. */
export function FactsTab({ officer, view }: { officer: Officer; view: CaseView | null }) {
  const facts = useKept(() => officerRows(db, 'officerFacts', officer.id), [officer.id]);
  const ask = async (caseId: string, fact: OfficerFact): Promise<void> => {
    if ((await run(askFor(caseId, officer, fact))) === 'written')
      notifications.show({ message: 'It stands among the requests, under Findings and Discovery.' });
  };
  const sorted = [...(facts ?? [])].sort((a, b) => a.day.localeCompare(b.day));
  return (
    <>
      <FactForm officer={officer} />
      {!facts && <p role="status">Reading what is kept …</p>}
      {facts?.length === 0 && <p className={css['empty']}>Nothing is kept about {officer.name} yet.</p>}
      {FACT_KINDS.map((kind) => {
        const rows = sorted.filter((f) => f.kind === kind);
        if (rows.length === 0) return null;
        return (
          <section key={kind} aria-label={KINDS[kind]}>
            <h3>
              {KINDS[kind]} ({rows.length})
            </h3>
            <ul className={css['facts']}>
              {rows.map((f) => (
                <li key={f.id}>
                  <p>{f.says}</p>
                  <small>
                    {[
                      f.who,
                      f.day,
                      f.source === '' ? 'no source named' : f.source + (f.page === '' ? '' : ` at ${f.page}`),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                  <div className={css['line']}>
                    {view && (
                      <>
                        <Button
                          size="compact-xs"
                          variant="default"
                          onClick={() => void run(putFact(view.latest, officer, f))}
                        >
                          Put it into this case
                        </Button>
                        <Button
                          size="compact-xs"
                          variant="default"
                          onClick={() => void ask(view.latest.case.id, f)}
                        >
                          Ask for it in the letter
                        </Button>
                      </>
                    )}
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="red"
                      onClick={() => void told(removeOfficerRow(db, 'officerFacts', f, Date.now()))}
                    >
                      Take out
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function FactForm({ officer }: { officer: Officer }) {
  const { form, input, set, draft } = useFields(EMPTY, draftKey(officer.id, 'fact'));
  const f = form.fields;
  const fault = dayFault(f.day);
  const save = async (): Promise<void> => {
    const row = { ...f, says: f.says.trim(), officerId: officer.id, id: newId(), at: Date.now() };
    if (await told(putOfficerRows(db, 'officerFacts', [row]))) {
      draft.drop();
      set({ kind: f.kind, source: f.source });
    }
  };
  return (
    <form
      className={css['choice']}
      aria-label="Something known about him"
      onSubmit={(e) => {
        e.preventDefault();
        if (f.says.trim() !== '' && !fault) void save();
      }}
    >
      <DraftNote at={draft.at} onDrop={draft.drop} />
      <Textarea
        size="xs"
        label="What was sworn, found, disclosed or asked for"
        autosize
        minRows={2}
        {...input('says')}
      />
      <div className={css['fields']}>
        <Select
          size="xs"
          label="It was"
          data={FACT_KINDS.map((k) => ({ value: k, label: KINDS[k] }))}
          value={f.kind}
          allowDeselect={false}
          onChange={(k) => set({ kind: FACT_KINDS.find((x) => x === k) ?? 'sworn' })}
        />
        <TextInput size="xs" label="By whom" placeholder={officer.name} {...input('who')} />
        <TextInput size="xs" label="Day" placeholder="2023-05-02" {...input('day')} error={fault} />
        <TextInput
          size="xs"
          label="Source"
          placeholder="State v. Roe, hearing transcript"
          {...input('source')}
        />
        <TextInput size="xs" label="Page" placeholder="41:7" {...input('page')} />
      </div>
      <Button type="submit" size="compact-sm" mt="sm" disabled={f.says.trim() === '' || fault !== undefined}>
        Add
      </Button>
    </form>
  );
}

import { Button, FileButton, Tabs, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Officer } from '../../officers/rows';
import { newId } from '../../record/ids';
import { draftKey, dropDrafts } from '../../store/drafts';
import { eraseOfficer, officersFile, putOfficer, takeOfficersFile } from '../../store/officers';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';
import { saveFile } from '../../ui/save-file';
import { useDraftText } from '../../ui/use-draft';
import { useFields } from '../../ui/use-fields';
import { useKept } from '../../ui/use-kept';
import { FactsTab } from './FactsTab';
import css from './officers.module.css';
import { StopsTab } from './StopsTab';
import { told } from './told';
import { WordsTab } from './WordsTab';

/** Officers: across cases, in this browser alone; work product until something of it is put into a case. */
export function OfficersPlace({ view = null }: { view?: CaseView | null }) {
  const officers = useKept(() => db.officers.toArray());
  const [chosen, setChosen] = useState('');
  const [name, setName] = useDraftText(draftKey('officers', 'officer'));
  const sorted = [...(officers ?? [])].sort((a, b) => a.name.localeCompare(b.name));
  const officer = sorted.find((o) => o.id === chosen) ?? sorted[0];
  const add = async (): Promise<void> => {
    const row = { id: newId(), name: name.trim(), also: [], agency: '', note: '', at: Date.now() };
    if (row.name === '' || !(await told(putOfficer(db, row)))) return;
    setName('');
    setChosen(row.id);
  };
  const take = async (file: File): Promise<void> => {
    await told(
      takeOfficersFile(db, await file.text()).then((n) =>
        notifications.show({ message: n === 0 ? 'Nothing in it is newer.' : `${n} rows came in.` }),
      ),
    );
  };
  return (
    <main className="wide">
      <div className={css['top']}>
        <Title order={1} size="h2">
          Officers
        </Title>
        <span className={css['tools']}>
          <FileButton onChange={(f) => f && void take(f)} accept=".json">
            {(props) => (
              <Button {...props} size="compact-sm" variant="default">
                Bring in a file of officers
              </Button>
            )}
          </FileButton>
          <Button
            size="compact-sm"
            variant="default"
            disabled={sorted.length === 0}
            onClick={() =>
              void told(
                officersFile(db).then((text) =>
                  saveFile('officers.json', 'application/json', new TextEncoder().encode(text)),
                ),
              )
            }
          >
            Save all as a file
          </Button>
        </span>
      </div>
      <p className={css['lead']}>
        Kept across cases in this browser, as work product: it is in no case file and no exhibit until you put
        it into a case.
      </p>
      <div className={css['two']}>
        <nav aria-label="Officers" className={css['list']}>
          {sorted.map((o) => (
            <button
              key={o.id}
              type="button"
              aria-current={o.id === officer?.id ? 'true' : undefined}
              onClick={() => setChosen(o.id)}
            >
              {o.name}
              {o.agency !== '' && <small>{o.agency}</small>}
            </button>
          ))}
          <form
            onSubmit={(e) => {
              e.preventDefault();
              void add();
            }}
          >
            <TextInput
              size="xs"
              label="Another officer"
              placeholder="Dale Marsh"
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
            />
            <Button type="submit" size="compact-xs" mt={6} disabled={name.trim() === ''}>
              Add
            </Button>
          </form>
        </nav>
        {officer ? (
          <OneOfficer key={officer.id} officer={officer} view={view} />
        ) : (
          <p className={css['empty']}>
            {officers === undefined
              ? 'Reading the officers …'
              : 'Nobody yet. Add an officer, then bring in stop data of any size, reports of other cases, and what was sworn or found.'}
          </p>
        )}
      </div>
    </main>
  );
}

function OneOfficer({ officer, view }: { officer: Officer; view: CaseView | null }) {
  const tabs: readonly (readonly [string, string, ReactNode])[] = [
    ['stops', 'Other stops', <StopsTab key="s" officer={officer} view={view} />],
    ['words', 'Words used again', <WordsTab key="w" officer={officer} view={view} />],
    ['facts', 'Sworn, found, disclosed', <FactsTab key="f" officer={officer} view={view} />],
  ];
  return (
    <section aria-label={officer.name} className={css['one']}>
      <About officer={officer} />
      <Tabs defaultValue="stops" keepMounted={false}>
        <Tabs.List>
          {tabs.map(([id, label]) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([id, , body]) => (
          <Tabs.Panel key={id} value={id} pt="md">
            {body}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

/** Who he is, and how tables and papers write him otherwise. */
function About({ officer }: { officer: Officer }) {
  const { form, set, done } = useFields(
    {
      name: officer.name,
      agency: officer.agency,
      also: officer.also.join(', '),
    },
    draftKey(officer.id, 'about'),
  );
  const [sure, setSure] = useState(false);
  const f = form.fields;
  const save = async (): Promise<void> => {
    if (f.name.trim() === '') return;
    const also = f.also
      .split(/[,;]/)
      .map((a) => a.trim())
      .filter((a) => a !== '');
    const row = { ...officer, name: f.name.trim(), agency: f.agency.trim(), also, at: Date.now() };
    if (await told(putOfficer(db, row))) done('written', f);
  };
  const text = (field: 'name' | 'agency' | 'also', label: string, hint = '') => (
    <TextInput
      size="xs"
      label={label}
      placeholder={hint}
      value={f[field]}
      onChange={(e) => set({ [field]: e.currentTarget.value })}
      onBlur={() => void save()}
      onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()}
    />
  );
  return (
    <div className={css['about']}>
      {text('name', 'Name')}
      {text('agency', 'Agency')}
      {text('also', 'Also written', 'MARSH, D; badge 412')}
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        onClick={() =>
          sure
            ? void told(eraseOfficer(db, officer.id)).then(() => dropDrafts(db, officer.id))
            : setSure(true)
        }
        onBlur={() => setSure(false)}
      >
        {sure ? 'Erase for good, with all that is kept?' : 'Erase'}
      </Button>
    </div>
  );
}

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { changeClient } from '../../actions/client';
import { removeOwn } from '../../actions/own-rows';
import { CLIENT_KINDS, type ClientEntry, isDocumented } from '../../record/client';
import { draftKey } from '../../store/drafts';
import { daysOf, printDays } from '../../time/days';
import { PaperCite } from '../../ui/PaperCite';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { useChosen } from '../../ui/use-chosen';
import { useDraftText } from '../../ui/use-draft';
import css from './client.module.css';
import { KIND_SAYS, OUTCOME_SAYS } from './fields';

interface Props {
  readonly caseId: string;
  readonly entries: readonly ClientEntry[];
  readonly papers: readonly { readonly id: string; readonly name: string }[];
  readonly onEdit: (id: string) => void;
}

/** So many are listed before the rest is asked for. */
const FEW = 60;
const at = (e: ClientEntry): number => daysOf(e.day)?.min ?? Number.NEGATIVE_INFINITY;

/** Every entry, the newest first; several are chosen and changed at once. */
export function Entries({ caseId, entries, papers, onEdit }: Props) {
  const [kind, setKind] = useState('');
  const [words, setWords] = useState('');
  const [document, setDocument] = useDraftText(draftKey(caseId, 'document for chosen'));
  const find = words.trim().toLowerCase();
  const shown = entries
    .filter((e) => kind === '' || (kind === 'undocumented' ? !isDocumented(e) : e.kind === kind))
    .filter(
      (e) =>
        find === '' || `${e.day} ${e.what} ${e.who} ${e.document} ${e.note}`.toLowerCase().includes(find),
    )
    .sort((a, b) => at(b) - at(a) || (a.id < b.id ? 1 : -1));
  const { chosen, toggle, choose } = useChosen(() => shown.map((e) => e.id));
  const mine = entries.filter((e) => chosen.has(e.id));
  const change = (patch: Parameters<typeof changeClient>[2], says: string): void => {
    void run(changeClient(caseId, mine, patch, says)).then((done) => {
      if (!done) return;
      if (patch.document !== undefined) setDocument('');
      choose([]);
    });
  };
  return (
    <section className={css['section']} aria-label="Entries">
      <h2>Entries</h2>
      <div className={css['bar']}>
        <NativeSelect
          size="xs"
          aria-label="Kind shown"
          value={kind}
          data={[
            { value: '', label: `All ${entries.length}` },
            { value: 'undocumented', label: 'Undocumented' },
            ...CLIENT_KINDS.map((k) => ({ value: k, label: KIND_SAYS[k] })),
          ]}
          onChange={(e) => setKind(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          aria-label="Find an entry"
          placeholder="find"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        <Button size="compact-sm" variant="default" onClick={() => choose(shown.map((e) => e.id))}>
          Choose all {shown.length}
        </Button>
        {mine.length > 0 && (
          <>
            <strong>{mine.length} chosen</strong>
            <Button size="compact-sm" onClick={() => change({ marked: true }, 'Marked for the packet')}>
              Mark for the packet
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => change({ marked: false }, 'No longer in the packet')}
            >
              Not in the packet
            </Button>
            <TextInput
              size="xs"
              aria-label="Document for those chosen"
              placeholder="attendance sheet"
              value={document}
              onChange={(e) => setDocument(e.currentTarget.value)}
            />
            <Button
              size="compact-sm"
              variant="default"
              disabled={document.trim() === ''}
              onClick={() => change({ document: document.trim() }, 'Documented')}
            >
              Document them
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => choose([])}>
              None
            </Button>
          </>
        )}
      </div>
      <Table
        label="Entries of the client’s"
        rows={shown}
        keyOf={(e) => e.id}
        first={FEW}
        marks={(e) => ({ 'data-chosen': chosen.has(e.id), id: `row-${e.id}` })}
        columns={[
          {
            head: 'Chosen',
            unseen: true,
            cell: (e) => (
              <Checkbox
                size="xs"
                aria-label={`Choose ${KIND_SAYS[e.kind]} ${e.day}`}
                checked={chosen.has(e.id)}
                onChange={(x) => toggle(e.id, (x.nativeEvent as MouseEvent).shiftKey)}
              />
            ),
          },
          { head: 'Day', nowrap: true, cell: (e) => <DaysOf entry={e} /> },
          {
            head: 'What',
            cell: (e) => (
              <>
                <strong>{KIND_SAYS[e.kind]}</strong> {e.what}
                {e.who !== '' && `, ${e.who}`}
                {e.note !== '' && <small>{e.note}</small>}
              </>
            ),
          },
          { head: 'Outcome', cell: (e) => <Outcome entry={e} /> },
          {
            head: 'Document',
            cell: (e) =>
              isDocumented(e) ? (
                <>
                  {e.document} <PaperCite caseId={caseId} paper={e.paper} page={e.page} papers={papers} />
                </>
              ) : (
                <span className="bad">undocumented</span>
              ),
          },
          { head: 'Packet', cell: (e) => (e.marked ? 'marked' : '') },
          {
            head: 'Actions',
            unseen: true,
            cell: (e) => (
              <RowActions
                of={`the ${KIND_SAYS[e.kind].toLowerCase()} of ${e.day}`}
                onEdit={() => onEdit(e.id)}
                onRemove={() => void run(removeOwn('clientEntries', e))}
              />
            ),
          },
        ]}
      />
    </section>
  );
}

function Outcome({ entry: e }: { entry: ClientEntry }) {
  const nobodySays = OUTCOME_SAYS[e.outcome] === 'nobody says' && !['session', 'screen'].includes(e.kind);
  return (
    <>
      {nobodySays ? '' : OUTCOME_SAYS[e.outcome]}
      {[e.screen, e.laboratory].some(Boolean) && (
        <small>{[e.screen, e.laboratory].filter(Boolean).join(', ')}</small>
      )}
    </>
  );
}

function DaysOf({ entry: e }: { entry: ClientEntry }) {
  const [from, to] = [daysOf(e.day), daysOf(e.until)];
  return (
    <>
      {from ? printDays(from) : e.day || 'no day'}
      {e.until !== '' && <small>to {to ? printDays(to) : e.until}</small>}
    </>
  );
}

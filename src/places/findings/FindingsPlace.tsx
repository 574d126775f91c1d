import { Button, Group, SegmentedControl, Select, Textarea, TextInput, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { DISCLOSURE_PLANS, type DisclosurePlan, type Note } from '../../record/work-product';
import { ruleOf } from '../../rules';
import type { Finding } from '../../rules/finding';
import { commit, removeRows } from '../../store/commands';
import { idMaker } from '../../store/ids';
import { db } from '../../store/open';
import { addRequest, requestsOf } from '../../store/requests';
import { printBounds } from '../../time/duration';
import type { CaseView } from '../../widgets/case-view';
import { Authority, BoundsMark, Premises, Quantities, RestsOn, StatusMark } from '../../widgets/FindingDetails';
import { Examined, HeadlineProof } from '../../widgets/Proofs';

const newId = idMaker();
const PLAN_WORDS: Record<(typeof DISCLOSURE_PLANS)[number], string> = { undecided: 'Not decided', hold: 'Hold', letter: 'Letter', motion: 'Motion' };

/** What the record establishes, what is arguable, what is foreclosed; the attorney's own part beside each and never in it. */
export function FindingsPlace({ view, at, onRow }: { view: CaseView; at: string | null; onRow: (id: string) => void }) {
  const [status, setStatus] = useState('all');
  const [words, setWords] = useState('');
  const { findings } = view.analysis;
  const shown = findings.filter(
    (f) =>
      (status === 'all' || f.status === status) &&
      `${f.title} ${f.rule} ${f.premises.map((p) => p.says).join(' ')}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <main className="page" style={{ maxWidth: 1240 }}>
      <Group justify="space-between" align="flex-end" mb="md">
        <Title order={1} size="h2">
          Findings
        </Title>
        <Group gap="sm" align="flex-end">
          <TextInput aria-label="Search the findings" placeholder="search" value={words} onChange={(e) => setWords(e.currentTarget.value)} />
          <SegmentedControl
            aria-label="Status"
            value={status}
            onChange={setStatus}
            data={[
              { value: 'all', label: `All ${findings.length}` },
              ...(['established', 'arguable', 'foreclosed'] as const).map((s) => ({
                value: s,
                label: `${s} ${findings.filter((f) => f.status === s).length}`,
              })),
            ]}
          />
        </Group>
      </Group>
      {findings.length === 0 && <p>No rule found anything in this record. A finding needs at least the seizure and what came after it.</p>}
      {findings.length > 0 && shown.length === 0 && <p>No finding matches.</p>}
      {shown.map((f) => (
        <OneFinding key={f.key} finding={f} number={findings.indexOf(f) + 1} view={view} open={f.key === at} onRow={onRow} />
      ))}
      <Requests caseId={view.record.case.id} />
    </main>
  );
}

/** What to ask the other side for, gathered from what would settle the findings. */
function Requests({ caseId }: { caseId: string }) {
  const list = useLiveQuery(() => requestsOf(db, caseId), [caseId]) ?? [];
  if (list.length === 0) return null;
  return (
    <section aria-label="Discovery requests" style={{ marginTop: 28 }}>
      <Group justify="space-between">
        <Title order={2} size="h4" style={{ color: 'var(--work)' }}>
          Discovery requests
        </Title>
        <Button size="xs" variant="default" onClick={() => void navigator.clipboard.writeText(list.map((r, i) => `${i + 1}. ${r.text}`).join('\n'))}>
          Copy all
        </Button>
      </Group>
      <div className="work" style={{ marginTop: 6 }}>
        <ol className="premises">
          {list.map((r) => (
            <li key={r.id}>
              {r.text}{' '}
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => void removeRows(db, caseId, [{ table: 'notes', row: r }], 'Discovery request taken out')}
                aria-label={`Take out the request: ${r.text.slice(0, 60)}`}
              >
                ✕
              </Button>
            </li>
          ))}
        </ol>
        <div className="work-note">Work product until a letter is made of it.</div>
      </div>
    </section>
  );
}

function OneFinding({ finding, number, view, open, onRow }: { finding: Finding; number: number; view: CaseView; open: boolean; onRow: (id: string) => void }) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details className="finding-row" open={isOpen} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <span className="number">{number}</span>
        <span>
          <strong>{finding.title}</strong>
          {finding.bounds && (
            <span className="cite">
              {' '}
              {printBounds(finding.bounds)} {finding.measures}
            </span>
          )}
        </span>
        <StatusMark status={finding.status} />
      </summary>
      {isOpen && (
        <div className="finding-body">
          <div>
            <div style={{ marginTop: 14 }}>
              <BoundsMark finding={finding} />
            </div>
            <p className="cite">{ruleOf(finding.rule).finds}</p>
            <div className="overline">From the record</div>
            <Premises finding={finding} view={view} onRow={onRow} />
            <div className="overline">Every interval</div>
            <Quantities finding={finding} view={view} />
            <div className="overline">Proof</div>
            <HeadlineProof finding={finding} view={view} onRow={onRow} />
            <RestsOn finding={finding} view={view} />
          </div>
          <div>
            <Examined finding={finding} view={view} onRequest={(text) => void addRequest(db, view.record.case.id, text)} />
            <div className="overline">The State will say</div>
            <p style={{ margin: 0, fontSize: 13 }}>{ruleOf(finding.rule).answer}</p>
            <div className="overline">Authority</div>
            <Authority finding={finding} />
            <WorkProduct caseId={view.record.case.id} about={finding.key} />
          </div>
        </div>
      )}
    </details>
  );
}

/** Notes and disclosure plan: rows of tables of their own, shown here and in nothing that leaves. */
function WorkProduct({ caseId, about }: { caseId: string; about: string }) {
  const note = useLiveQuery(
    async (): Promise<Note | null> =>
      (await db.notes.where('[caseId+id]').between([caseId, ''], [caseId, '\uffff']).toArray()).find((n) => n.about === about) ?? null,
    [caseId, about],
  );
  const plan = useLiveQuery(
    async (): Promise<DisclosurePlan | null> =>
      (await db.disclosures.where('[caseId+id]').between([caseId, ''], [caseId, '\uffff']).toArray()).find((d) => d.about === about) ?? null,
    [caseId, about],
  );
  const [text, setText] = useState('');
  useEffect(() => setText(note?.text ?? ''), [note]);
  const saveNote = async (): Promise<void> => {
    if (text === (note?.text ?? '')) return;
    const after: Note = { ...(note ?? { id: newId(), caseId, about }), text, at: Date.now() };
    await commit(db, caseId, 'Note on a finding', [{ table: 'notes', id: after.id, before: note ?? null, after }]);
  };
  const savePlan = async (value: string | null): Promise<void> => {
    const chosen = DISCLOSURE_PLANS.find((p) => p === value);
    if (!chosen) return;
    const after: DisclosurePlan = { ...(plan ?? { id: newId(), caseId, about, by: '' }), plan: chosen };
    await commit(db, caseId, 'Disclosure plan', [{ table: 'disclosures', id: after.id, before: plan ?? null, after }]);
  };
  return (
    <>
      <div className="overline" style={{ color: 'var(--work)' }}>
        Work product
      </div>
      <div className="work">
        <Textarea label="Notes" autosize minRows={2} value={text} onChange={(e) => setText(e.currentTarget.value)} onBlur={() => void saveNote()} />
        <Group gap="xs" mt={6} align="flex-end">
          <Select
            label="Disclosure"
            value={plan?.plan ?? 'undecided'}
            onChange={(v) => void savePlan(v)}
            data={DISCLOSURE_PLANS.map((p) => ({ value: p, label: PLAN_WORDS[p] }))}
            w={150}
          />
          <Button size="xs" variant="default" onClick={() => void saveNote()} disabled={text === (note?.text ?? '')}>
            Save note
          </Button>
        </Group>
        <div className="work-note">Never leaves this case but in its case file.</div>
      </div>
    </>
  );
}

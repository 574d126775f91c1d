import { Select, TextInput } from '@mantine/core';
import { changeSource } from '../../actions/case';
import { isDrafted, SOURCE_KINDS, type Source } from '../../record/source';
import { draftKey } from '../../store/drafts';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';
import { useFields } from '../../ui/use-fields';
import { usePrinting } from '../../ui/use-printing';

/** Each paper or recording: what a cite calls it, where it stands in the production, and the file it came in. */
export function SourceTable({ view }: { view: CaseView }) {
  const { sources } = view.latest;
  const printing = usePrinting();
  if (sources.length === 0)
    return <p className="cite">No sources yet: they come with the first import or entry.</p>;
  return (
    <Table
      label="Sources"
      className="mapping"
      rows={sources}
      keyOf={(s) => s.id}
      columns={[
        { head: 'Name', cell: (s) => <Cell source={s} field="name" label="Name" /> },
        {
          head: 'Kind',
          cell: (s) =>
            printing ? (
              s.kind
            ) : (
              <Select
                size="xs"
                aria-label={`Kind of ${s.name}`}
                data={[...SOURCE_KINDS]}
                value={s.kind}
                onChange={(kind) => kind && void run(changeSource(s, { kind }))}
                w={130}
              />
            ),
        },
        {
          head: 'Drafted by a program',
          cell: (s) =>
            s.kind === 'report' &&
            (printing ? draftedText(s, sources) : <DraftedFrom source={s} sources={sources} />),
        },
        { head: 'Exhibit', cell: (s) => <Cell source={s} field="exhibit" label="Exhibit" /> },
        { head: 'Bates from', cell: (s) => <Cell source={s} field="batesFrom" label="Bates from" /> },
        { head: 'Bates to', cell: (s) => <Cell source={s} field="batesTo" label="Bates to" /> },
        {
          head: 'File',
          className: 'cite',
          title: (s) => s.sha256,
          cell: (s) => (
            <>
              {s.file}
              {s.sha256 && <div className="mono">sha-256 {s.sha256.slice(0, 12)}…</div>}
            </>
          ),
        },
      ]}
    />
  );
}

/** On paper, where a field shows no more than its width. */
const draftedText = (s: Source, sources: readonly Source[]): string =>
  !isDrafted(s)
    ? 'no'
    : `yes, from ${sources.find((c) => c.id === s.draftedFrom)?.name ?? 'what is not known'}`;

/** From which camera a program drafted the report; such a report ties no clock and is no source of its own. */
function DraftedFrom({ source, sources }: { source: Source; sources: readonly Source[] }) {
  return (
    <Select
      size="xs"
      aria-label={`What ${source.name} was drafted from`}
      data={[
        { value: '', label: 'no' },
        { value: 'a program', label: 'yes, from what is not known' },
        ...sources
          .filter((c) => c.kind === 'camera')
          .map((c) => ({ value: c.id, label: `yes, from ${c.name}` })),
      ]}
      value={source.draftedFrom ?? ''}
      allowDeselect={false}
      onChange={(draftedFrom) => void run(changeSource(source, { draftedFrom: draftedFrom ?? '' }))}
      w={170}
    />
  );
}

/** A text of a source, kept when the field is left or Enter is pressed. */
function Cell({
  source,
  field,
  label,
}: {
  source: Source;
  field: 'name' | 'exhibit' | 'batesFrom' | 'batesTo';
  label: string;
}) {
  const { form, input, done, reset } = useFields(
    { text: source[field] },
    draftKey(source.caseId, `source ${field}`, source.id),
  );
  const printing = usePrinting();
  const save = async (): Promise<void> => {
    const text = form.fields.text.trim();
    if (field === 'name' && text === '') return reset();
    const seen = { ...source, [field]: form.seen.text };
    done(await run(changeSource(seen, { [field]: text }, `${label} of ${source.name}`)), { text });
  };
  if (printing) return source[field];
  return (
    <TextInput
      size="xs"
      aria-label={`${label} of ${source.name}`}
      {...input('text')}
      onBlur={() => void save()}
      onKeyDown={(e) => (e.key === 'Enter' ? e.currentTarget.blur() : e.key === 'Escape' && reset())}
    />
  );
}

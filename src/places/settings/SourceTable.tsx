import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SOURCE_KINDS, type Source } from '../../record/source';
import { updateRow } from '../../store/commands';
import { db } from '../../store/open';
import type { CaseView } from '../../ui/case-view';

/** Each paper or recording: what a cite calls it, where it stands in the production, and the file it came in. */
export function SourceTable({ view }: { view: CaseView }) {
  const { sources } = view.latest;
  if (sources.length === 0)
    return <p className="cite">No sources yet: they come with the first import or entry.</p>;
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="mapping" aria-label="Sources">
        <thead>
          <tr>
            <th>Name</th>
            <th>Kind</th>
            <th>Exhibit</th>
            <th>Bates from</th>
            <th>Bates to</th>
            <th>File</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((s) => (
            <tr key={s.id}>
              <td>
                <Cell source={s} field="name" label="Name" />
              </td>
              <td>
                <Select
                  size="xs"
                  aria-label={`Kind of ${s.name}`}
                  data={[...SOURCE_KINDS]}
                  value={s.kind}
                  onChange={(kind) => kind && void updateRow(db, 'sources', s, { kind }, `Source: ${s.name}`)}
                  w={130}
                />
              </td>
              <td>
                <Cell source={s} field="exhibit" label="Exhibit" />
              </td>
              <td>
                <Cell source={s} field="batesFrom" label="Bates from" />
              </td>
              <td>
                <Cell source={s} field="batesTo" label="Bates to" />
              </td>
              <td className="cite" title={s.sha256}>
                {s.file}
                {s.sha256 && <div className="mono">sha-256 {s.sha256.slice(0, 12)}…</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
  const [text, setText] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (text !== null && text.trim() !== source[field] && !(field === 'name' && text.trim() === ''))
      await updateRow(db, 'sources', source, { [field]: text.trim() }, `${label} of ${source.name}`);
    setText(null);
  };
  return (
    <TextInput
      size="xs"
      aria-label={`${label} of ${source.name}`}
      value={text ?? source[field]}
      onChange={(e) => setText(e.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(e) => (e.key === 'Enter' ? e.currentTarget.blur() : e.key === 'Escape' && setText(null))}
    />
  );
}

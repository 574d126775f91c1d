import { Button } from '@mantine/core';
import { useState } from 'react';
import { takeMarks } from '../../actions/footage';
import { fileName } from '../../exhibits/printable';
import { MARK_FORMS, readMarks } from '../../media/exchange';
import { type MarksRead, plainMarks } from '../../media/exchange/mark';
import type { EventRow } from '../../record/event';
import type { Source } from '../../record/source';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import { run } from '../../ui/run';
import { saveFile } from '../../ui/save-file';
import { pickFiles } from './handles';

interface Props {
  readonly view: CaseView;
  readonly source: Source;
  readonly open: OpenFile | undefined;
  readonly rows: readonly EventRow[];
}

/** Marks to other programs and back: a table, ELAN, subtitles. What comes is looked at before it is taken. */
export function MarksExchange({ view, source, open, rows }: Props) {
  const [found, setFound] = useState<{ file: string; read: MarksRead } | null>(null);
  const bring = async (): Promise<void> => {
    const [picked] = await pickFiles(false);
    if (picked)
      setFound({ file: picked.file.name, read: readMarks(picked.file.name, await picked.file.text()) });
  };
  const act = found && takeMarks(view.latest, source, found.file, found.read.marks, open?.frames ?? null);
  const there = found && act ? found.read.marks.length - act.edits.length : 0;
  return (
    <div className="cite">
      Marks out:{' '}
      {MARK_FORMS.map((f) => (
        <Button
          key={f.ending}
          size="compact-xs"
          variant="default"
          disabled={rows.length === 0}
          onClick={() =>
            saveFile(
              fileName(`${source.name} marks`, f.ending),
              f.type,
              new TextEncoder().encode(f.write(plainMarks(rows), source.file, new Date().toISOString())),
            )
          }
        >
          {f.name}
        </Button>
      ))}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void bring()}>
        Bring marks in
      </Button>
      {found && act && (
        <div role="status">
          {found.file}: {found.read.marks.length} marks
          {there > 0 ? `, ${there} of them there already` : ''}
          {open?.frames ? '' : '; their frames are not known until the file is open'}.
          {found.read.refused.length > 0 && (
            <ul>
              {found.read.refused.slice(0, 12).map((r) => (
                <li key={r}>{r}</li>
              ))}
              {found.read.refused.length > 12 && <li>and {found.read.refused.length - 12} more</li>}
            </ul>
          )}{' '}
          <Button
            size="compact-xs"
            disabled={act.edits.length === 0}
            onClick={() => void run(act).then((done) => done && setFound(null))}
          >
            Take {act.edits.length}
          </Button>{' '}
          <button type="button" className="cite-link" onClick={() => setFound(null)}>
            leave them
          </button>
        </div>
      )}
    </div>
  );
}

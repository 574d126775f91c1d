import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addTranscript } from '../../actions/footage';
import { against, placedAt, toPlace } from '../../intake/transcripts/check';
import { clockMs } from '../../intake/transcripts/stamp';
import type { Transcript } from '../../intake/transcripts/transcript';
import type { Cue } from '../../record/cue';
import type { Source } from '../../record/source';
import { printMedia } from '../../time/grammar/print';
import { run } from '../../ui/run';
import { Table } from '../../ui/Table';

interface Props {
  readonly source: Source;
  /** The lines that the recording has already. */
  readonly cues: readonly Cue[];
  readonly file: string;
  readonly transcript: Transcript;
  readonly onDone: () => void;
}

/** Lines shown of a file before they are taken. */
const SHOWN = 8;
const REFUSED = 200;

/** What a transcript's file holds, before any of it is taken: its lines, what was not read, and whether its times fit the recording. */
export function TranscriptPreview({ source, cues, file, transcript, onDone }: Props) {
  const { refused, format, notices } = transcript;
  const duration = source.media?.duration ?? 0;
  const asked = toPlace(transcript, duration);
  const [counter, setCounter] = useState('');
  const at = clockMs(counter);
  /** Lines as they would be taken; while their place is asked for, none. */
  const found = asked ? (at === null ? [] : placedAt(asked, at)) : transcript.cues;
  const seen = found.length > 0 ? found : (asked ?? []);
  const had = cues.filter((c) => c.line > 0);
  const take = async (replaces: readonly Cue[]): Promise<void> => {
    if (await run(addTranscript(source, file, found, replaces))) onDone();
  };
  const says = [...notices, ...against(seen === asked && transcript.day ? [] : seen, duration)];
  return (
    <div>
      <p>
        <strong>{file}</strong> ({format}): {seen.length} lines
        {refused.length > 0 ? `, ${refused.length} to look at` : ''}.
      </p>
      {says.map((n) => (
        <p key={n} className="cite" role="status">
          {n}
        </p>
      ))}
      {asked && (
        <TextInput
          size="xs"
          w={260}
          label="Counter of the recording at the first line"
          description="The lines keep the time between them; a recording that leaves out silence does not."
          placeholder="0:00:12"
          value={counter}
          onChange={(e) => setCounter(e.currentTarget.value)}
          error={counter.trim() !== '' && at === null ? 'Write it as 0:00:12' : undefined}
        />
      )}
      <ol className="premises" aria-label="First lines of the file">
        {seen.slice(0, SHOWN).map((c, i) => (
          <li key={`${i} ${c.from}`}>
            <span className="mono cite">{printMedia(c.from, 1000)}</span>{' '}
            {c.speaker && <strong>{c.speaker}: </strong>}
            {c.text.slice(0, 200)}
          </li>
        ))}
      </ol>
      {seen.length > SHOWN && <p className="cite">and {seen.length - SHOWN} more.</p>}
      {refused.length > 0 && (
        <div>
          <Table
            label="Refused lines"
            className="mapping"
            headless
            rows={refused.slice(0, REFUSED)}
            keyOf={(r) => `${r.line} ${r.why}`}
            columns={[
              { head: 'Line', className: 'mono', cell: (r) => r.line },
              { head: 'Why', cell: (r) => r.why },
            ]}
          />
          {refused.length > REFUSED && <p className="cite">and {refused.length - REFUSED} more.</p>}
        </div>
      )}
      {had.length > 0 && (
        <p>
          {source.name} has a transcript of {had.length} lines already.
        </p>
      )}
      <Group gap="xs">
        <Button size="xs" disabled={found.length === 0} onClick={() => void take(had)}>
          {had.length > 0 ? `Take ${found.length} lines in its place` : `Take ${found.length} lines`}
        </Button>
        {had.length > 0 && (
          <Button size="xs" variant="default" disabled={found.length === 0} onClick={() => void take([])}>
            Add them to it
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}

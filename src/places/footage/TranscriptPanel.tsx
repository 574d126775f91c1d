import { ActionIcon, Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { removeTranscript } from '../../actions/footage';
import { UnreadableFile } from '../../intake/formats/table';
import { readTranscript, type Transcript } from '../../intake/transcripts/transcript';
import type { FramePlayer } from '../../media/player/frame-player';
import type { Cue } from '../../record/cue';
import type { Source } from '../../record/source';
import { printMedia } from '../../time/grammar/print';
import { LongRows, useLongList } from '../../ui/LongRows';
import { run } from '../../ui/run';
import css from './footage.module.css';
import { pickFiles } from './handles';
import { TranscriptPreview } from './TranscriptPreview';
import { LineEditor, TranscriptTools } from './TranscriptTools';
import { useShown } from './use-player';

/** Lines of other recordings that a search shows at most. */
const OTHERS = 50;

interface Props {
  readonly source: Source;
  readonly cues: readonly Cue[];
  readonly player: FramePlayer | null;
  /** To a moment of the recording, ms. */
  readonly onGo: (ms: number) => void;
  /** Lines of the other recordings, for a search over all, and their names. */
  readonly others: readonly Cue[];
  readonly nameOf: (source: string) => string;
}

/** The transcript beside the picture: it follows, is searched, and a click goes to what was said. */
export function TranscriptPanel({ source, cues, player, onGo, others, nameOf }: Props) {
  const [words, setWords] = useState('');
  const [read, setRead] = useState<{ file: string; transcript: Transcript } | null>(null);
  const { ms, playing } = useShown(player, 150);
  const wanted = words.trim().toLowerCase();
  const shown = useMemo(
    () =>
      wanted === '' ? cues : cues.filter((c) => `${c.speaker} ${c.text}`.toLowerCase().includes(wanted)),
    [cues, wanted],
  );
  const elsewhere = useMemo(
    () =>
      wanted === '' ? [] : others.filter((c) => `${c.speaker} ${c.text}`.toLowerCase().includes(wanted)),
    [others, wanted],
  );
  const [editing, setEditing] = useState<string | null>(null);
  let now = -1;
  for (let i = 0; i < shown.length && (shown[i] as Cue).from <= ms + 1; i++) now = i;
  const list = useLongList({ count: shown.length, height: 40, keyOf: (i) => shown[i]?.id ?? i, of: shown });
  const { virtual } = list;
  useEffect(() => {
    if (playing && now >= 0) virtual.scrollToIndex(now, { align: 'center' });
  }, [playing, now, virtual]);

  const choose = async (): Promise<void> => {
    const [picked] = await pickFiles(false);
    if (!picked) return;
    try {
      setRead({
        file: picked.file.name,
        transcript: readTranscript(new Uint8Array(await picked.file.arrayBuffer()), picked.file.name),
      });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      notifications.show({
        color: 'red',
        title: `${picked.file.name} was not read`,
        message: error.message,
        autoClose: false,
      });
    }
  };
  const takeOut = (): Promise<unknown> => run(removeTranscript(source, cues));

  if (read) return <TranscriptPreview source={source} cues={cues} {...read} onDone={() => setRead(null)} />;
  return (
    <>
      <div className="row-tools">
        <TextInput
          size="xs"
          aria-label="Search the transcript"
          placeholder="search"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        {wanted !== '' && <span className="cite">{shown.length} lines</span>}
        <Button size="compact-xs" variant="default" onClick={() => void choose()}>
          Bring in a transcript
        </Button>
        {cues.length > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void takeOut()}>
            Take it out
          </Button>
        )}
      </div>
      {cues.length > 0 && <TranscriptTools source={source} cues={cues} />}
      {elsewhere.length > 0 && (
        <ul className="premises" aria-label="Found in other recordings">
          {elsewhere.slice(0, OTHERS).map((c) => (
            <li key={c.id}>
              <a href={`#/case/${source.caseId}/footage?rec=${c.sourceId}&t=${c.from}`}>
                {nameOf(c.sourceId)} <span className="mono">{printMedia(c.from, 1000)}</span>
              </a>{' '}
              {c.speaker && <strong>{c.speaker}: </strong>}
              {c.text}
            </li>
          ))}
          {elsewhere.length > OTHERS && <li>and {elsewhere.length - OTHERS} more.</li>}
        </ul>
      )}
      {cues.length === 0 && (
        <p className="cite">
          No transcript yet: SRT, WebVTT, a Word file or lines such as “[03:15] Name: text”, a table, or JSON
          with times of words or lines. U marks who begins to speak.
        </p>
      )}
      <div ref={list.scroller} className={css['marks-list']}>
        <LongRows
          list={list}
          role="list"
          aria-label="Transcript"
          row={(i) => ({
            role: 'listitem',
            className: css['mark-row'],
            'data-now': i === now && ms <= (shown[i] as Cue).to + 1500,
          })}
        >
          {(i) => {
            const c = shown[i] as Cue;
            return (
              <>
                <button type="button" className={css['mark-go']} onClick={() => onGo(c.from)}>
                  <span className="mono cite">{printMedia(c.from, 1000)}</span>{' '}
                  {c.speaker && <strong>{c.speaker}: </strong>}
                  {editing === c.id ? '' : c.text}
                </button>
                {editing === c.id ? (
                  <LineEditor source={source} cue={c} player={player} onDone={() => setEditing(null)} />
                ) : (
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`Correct the line at ${printMedia(c.from, 1000)}`}
                    onClick={() => setEditing(c.id)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                )}
              </>
            );
          }}
        </LongRows>
      </div>
    </>
  );
}

/** The line that is spoken at a time, ms: the last that has begun and has not long ended. */
export function cueAt(cues: readonly Cue[], ms: number): Cue | null {
  let found: Cue | null = null;
  for (const c of cues) {
    if (c.from > ms + 1) break;
    found = c;
  }
  return found && ms <= found.to + 3000 ? found : null;
}

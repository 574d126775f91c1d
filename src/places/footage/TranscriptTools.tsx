import { Autocomplete, Button, NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { editCue, renameSpeaker, shiftTranscript } from '../../actions/footage';
import type { FramePlayer } from '../../media/player/frame-player';
import type { Cue } from '../../record/cue';
import type { Source } from '../../record/source';
import { draftKey } from '../../store/drafts';
import { run } from '../../ui/run';
import { useDraftText } from '../../ui/use-draft';
import { useFields } from '../../ui/use-fields';

/** Moves a transcript as a whole, and gives a speaker a name in every line. */
export function TranscriptTools({ source, cues }: { source: Source; cues: readonly Cue[] }) {
  const [by, setBy] = useState<number | string>('');
  const [was, setWas] = useDraftText(draftKey(source.caseId, 'speaker', source.id));
  const [now, setNow] = useDraftText(draftKey(source.caseId, 'speaker is', source.id));
  const speakers = [...new Set(cues.map((c) => c.speaker).filter(Boolean))];
  const ms = Math.round(Number(by) * 1000);
  return (
    <details>
      <summary className="cite">Move it, name its speakers</summary>
      <form
        className="row-tools wrap"
        aria-label="Move the transcript"
        onSubmit={(e) => {
          e.preventDefault();
          if (ms !== 0) void run(shiftTranscript(source, cues, ms)).then((done) => done && setBy(''));
        }}
      >
        <NumberInput size="xs" w={130} label="Later by, s" decimalScale={3} value={by} onChange={setBy} />
        <Button size="compact-xs" type="submit" variant="default" disabled={!ms}>
          Move all lines
        </Button>
      </form>
      <form
        className="row-tools wrap"
        aria-label="Name a speaker"
        onSubmit={(e) => {
          e.preventDefault();
          if (now.trim() !== '' && speakers.includes(was))
            void run(renameSpeaker(source, cues, was, now.trim())).then((done) => {
              if (!done) return;
              setWas('');
              setNow('');
            });
        }}
      >
        <Autocomplete size="xs" w={130} label="Speaker" data={speakers} value={was} onChange={setWas} />
        <TextInput size="xs" w={130} label="is" value={now} onChange={(e) => setNow(e.currentTarget.value)} />
        <Button
          size="compact-xs"
          type="submit"
          variant="default"
          disabled={now.trim() === '' || !speakers.includes(was)}
        >
          In every line
        </Button>
      </form>
    </details>
  );
}

/** One line's words, corrected while they are played again and again. */
export function LineEditor({
  source,
  cue,
  player,
  onDone,
}: {
  source: Source;
  cue: Cue;
  player: FramePlayer | null;
  onDone: () => void;
}) {
  const { form, input, draft } = useFields({ text: cue.text }, draftKey(source.caseId, 'line', cue.id));
  const { from, to } = cue;
  useEffect(() => {
    player?.setLoop({ from, to: Math.max(to, from + 500) });
    player?.seek(from);
    void player?.play(1);
    return () => {
      player?.setLoop(null);
      player?.pause();
    };
  }, [player, from, to]);
  const leave = (): void => {
    draft.drop();
    onDone();
  };
  const keep = async (): Promise<void> => {
    const text = form.fields.text.trim();
    if (text === '' || (await run(editCue(source, { ...cue, text: form.seen.text }, { text })))) leave();
  };
  return (
    <TextInput
      size="xs"
      aria-label="Words of the line"
      description="Enter keeps it, Escape leaves it"
      {...input('text')}
      autoFocus
      onKeyDown={(e) => {
        e.stopPropagation();
        if (e.key === 'Escape') leave();
        if (e.key === 'Enter') void keep();
      }}
    />
  );
}

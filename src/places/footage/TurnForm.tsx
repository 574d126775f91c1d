import { Autocomplete } from '@mantine/core';
import { beginTurn } from '../../actions/footage';
import type { Cue } from '../../record/cue';
import type { Source } from '../../record/source';
import { draftKey } from '../../store/drafts';
import { printMedia } from '../../time/grammar/print';
import { EntryFrame } from '../../ui/EntryFrame';
import { run } from '../../ui/run';
import { useDraftText } from '../../ui/use-draft';

interface Props {
  readonly source: Source;
  readonly cues: readonly Cue[];
  /** ms of the counter. */
  readonly at: number;
  readonly onDone: () => void;
}

/** Who begins to speak here. Two who talk take turns, so that the other one is offered. */
export function TurnForm({ source, cues, at, onDone }: Props) {
  const names = [...new Set(cues.map((c) => c.speaker).filter(Boolean))];
  const last = cues.filter((c) => c.line === 0 && c.from <= at).at(-1)?.speaker;
  const [speaker, setSpeaker, over] = useDraftText(
    draftKey(source.caseId, 'turn', source.id),
    names.find((n) => n !== last) ?? `Speaker ${names.length + 1}`,
  );
  return (
    <EntryFrame
      keysNext
      label="Speaker’s turn"
      ready={speaker.trim() !== ''}
      action="Begin the turn"
      onSave={() => run(beginTurn(source, cues, at, speaker.trim()))}
      onDone={() => {
        over();
        onDone();
      }}
    >
      <Autocomplete
        label={`Who begins to speak at ${printMedia(Math.round(at), 1)}`}
        value={speaker}
        onChange={setSpeaker}
        data={names}
        autoFocus
        data-autofocus
        onFocus={(e) => e.currentTarget.select()}
      />
    </EntryFrame>
  );
}

import { SegmentedControl } from '@mantine/core';
import { msOf } from '../../media/marks';
import type { Part } from '../../media/parts';
import { type FramePlayer, SOUND_STEP } from '../../media/player/frame-player';
import type { Cue } from '../../record/cue';
import type { EventRow } from '../../record/event';
import type { HearingStep } from '../../record/paper';
import type { Source } from '../../record/source';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import { ClockPanel } from './ClockPanel';
import { MarksExchange } from './MarksExchange';
import { MarksList } from './MarksList';
import { StillsPanel } from './StillsPanel';
import { ToHearing } from './ToHearing';
import { TranscriptPanel } from './TranscriptPanel';
import type { Stills } from './use-stills';

interface Props {
  readonly view: CaseView;
  readonly leader: Source | undefined;
  readonly open: OpenFile | undefined;
  readonly player: FramePlayer | null;
  /** Marks on all files of the recording. */
  readonly rows: readonly EventRow[];
  readonly parts: readonly Part[];
  readonly cues: readonly Cue[];
  /** Lines of the other recordings' transcripts. */
  readonly others: readonly Cue[];
  readonly recordings: readonly Source[];
  readonly stills: Stills;
  /** To a moment of a recording, ms. */
  readonly onGo: (ms: number, source: string) => void;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly editing: string | null;
  readonly onEdit: (id: string | null) => void;
  readonly onRow: (id: string) => void;
}

/** A mark as a step of the hearing: from its frame to that of its end. */
function stepOf(row: EventRow): HearingStep {
  const [from, to] = [msOf(row.start) ?? 0, msOf(row.end)];
  const step: HearingStep = { show: 'footage', id: row.sourceId, at: from, row: row.id };
  return to !== null && to > from ? { ...step, to } : step;
}

/** Beside the picture: the marks on it, what is said in it, what ties it, and the stills taken of it. */
export function BesidePicture(of: Props) {
  const { view, leader, open, player, rows, cues, others, recordings, stills, tab, selected, editing } = of;
  const marked = rows.find((r) => r.id === selected);
  return (
    <aside className="side" aria-label="Beside the picture">
      <SegmentedControl
        size="xs"
        fullWidth
        value={tab}
        onChange={of.onTab}
        data={[
          { value: 'marks', label: `Marks (${rows.length})` },
          { value: 'transcript', label: `Transcript (${cues.length})` },
          { value: 'clock', label: 'Clock' },
          { value: 'stills', label: `Stills (${stills.taken.length})` },
        ]}
        mb="sm"
      />
      {tab === 'marks' && (
        <MarksList
          rows={rows}
          player={player}
          leader={leader?.id ?? ''}
          parts={of.parts}
          onGo={of.onGo}
          selected={selected}
          editing={editing}
          onSelect={of.onSelect}
          onEdit={of.onEdit}
        />
      )}
      {tab === 'marks' && leader && (
        <MarksExchange
          view={view}
          source={leader}
          open={open}
          rows={rows.filter((r) => r.sourceId === leader.id)}
        />
      )}
      {tab === 'marks' && marked && (
        <p className="cite">
          Enter notes it; Alt with an arrow moves its beginning by{' '}
          {marked.filmed ? 'a frame' : `${SOUND_STEP / 1000} s`}, with Shift its end.{' '}
          <button type="button" className="cite-link" onClick={() => of.onRow(marked.id)}>
            on the timeline
          </button>{' '}
          <ToHearing caseId={view.latest.case.id} step={stepOf(marked)} />
        </p>
      )}
      {tab === 'transcript' && leader && (
        <TranscriptPanel
          key={leader.id}
          source={leader}
          cues={cues}
          player={player}
          onGo={(ms) => of.onGo(ms, leader.id)}
          others={others}
          nameOf={(id) => recordings.find((r) => r.id === id)?.name ?? ''}
        />
      )}
      {tab === 'clock' && leader && (
        <ClockPanel key={leader.id} view={view} source={leader} player={player} />
      )}
      {tab === 'stills' && <StillsPanel stills={stills} />}
    </aside>
  );
}

import { Button, NumberInput } from '@mantine/core';
import { proxy } from 'comlink';
import { useState } from 'react';
import { addSyncPoints } from '../../actions/clocks';
import type { Alignment, NoMatch } from '../../media/alignment';
import { alignmentPoints, counterPoint } from '../../media/marks';
import { newId } from '../../record/ids';
import type { Source } from '../../record/source';
import type { CaseView } from '../../ui/case-view';
import { askMedia, type OpenFile, stopMedia } from '../../ui/open-files';
import { run as write } from '../../ui/run';
import { AlignmentPicture } from './AlignmentPicture';
import css from './footage.module.css';
import { TieFaults } from './TieFaults';

interface Props {
  readonly view: CaseView;
  readonly leader: Source;
  readonly follower: Source;
  readonly files: ReadonlyMap<string, OpenFile>;
  /** By how much the follower is ahead now, ms, and a frame of it. */
  readonly ahead: number | null;
  readonly frame: number;
  readonly nudged: number;
  readonly at: () => number;
  readonly onNudge: (by: number) => void;
  readonly onKept: () => void;
}

let jobs = 0;

/** Two cameras in step: nudged by a frame while they play, or laid on one another by what both heard. */
export function StepPanel({
  view,
  leader,
  follower,
  files,
  ahead,
  frame,
  nudged,
  at,
  onNudge,
  onKept,
}: Props) {
  const [apart, setApart] = useState<number>(15);
  const [busy, setBusy] = useState<{ job: string; done: number } | null>(null);
  const [found, setFound] = useState<Alignment | NoMatch | { why: string; found: false; pieces: [] } | null>(
    null,
  );
  const { latest } = view;
  const step = files.get(follower.id)?.inspected.plays.video === true ? 'a frame' : `${Math.round(frame)} ms`;
  const ready = files.get(leader.id)?.peaks && files.get(follower.id)?.peaks;
  const run = async (): Promise<void> => {
    const job = `align ${++jobs}`;
    setBusy({ job, done: 0 });
    setFound(null);
    const outcome = await askMedia((api) =>
      api.align(
        leader.id,
        follower.id,
        apart,
        job,
        proxy((done: number) => setBusy((b) => (b?.job === job ? { job, done } : b))),
      ),
    );
    setBusy(null);
    if (outcome.ok) setFound(outcome.value);
    else setFound({ found: false, why: outcome.why, pieces: [] });
  };
  /** Which sounds were compared, where one is not the first of its file. */
  const soundsSaid = (): string =>
    [leader, follower]
      .flatMap((s) => {
        const n = files.get(s.id)?.sound ?? 0;
        return n > 0 ? [`, sound ${n + 1} of ${s.name}`] : [];
      })
      .join('');
  const keepSound = async (): Promise<void> => {
    if (!found?.found) return;
    const points = alignmentPoints(latest, leader, follower, found, newId, soundsSaid());
    if (
      !(await write(
        addSyncPoints(leader.caseId, `${leader.name} and ${follower.name} tied by sound`, points),
      ))
    )
      return;
    setFound(null);
    onKept();
  };
  const keepEye = async (): Promise<void> => {
    if (ahead === null) return;
    const t = at();
    const point = counterPoint(
      latest,
      leader,
      t,
      follower,
      Math.max(0, t + ahead),
      2 * frame,
      'eye',
      'seen in both, by eye',
      newId,
    );
    if (
      !(await write(addSyncPoints(leader.caseId, `${leader.name} and ${follower.name} tied by eye`, [point])))
    )
      return;
    onKept();
  };
  return (
    <section className={css['step']} aria-label={`${follower.name} in step`}>
      <h3>
        {follower.name} beside {leader.name}
      </h3>
      <p>
        {ahead === null ? (
          'Nothing ties the two yet: both are shown from their beginning.'
        ) : (
          <>
            Its counter is <strong className="mono">{(Math.abs(ahead) / 1000).toFixed(3)} s</strong>{' '}
            {ahead >= 0 ? 'ahead of' : 'behind'} that of {leader.name}
            {nudged !== 0 && (
              <span className="cite"> (moved by {(nudged / 1000).toFixed(3)} s by hand, not kept yet)</span>
            )}
            .
          </>
        )}
      </p>
      <TieFaults view={view} sources={[leader.id, follower.id]} />
      <div className="row-tools">
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onNudge(-frame)}
          aria-label={`${follower.name} ${step} earlier`}
        >
          {step} earlier [
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onNudge(frame)}
          aria-label={`${follower.name} ${step} later`}
        >
          {step} later ]
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onNudge(-1000)}>
          −1 s
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onNudge(1000)}>
          +1 s
        </Button>
        <Button size="compact-xs" disabled={nudged === 0} onClick={() => void keepEye()}>
          Keep as it is now
        </Button>
      </div>
      <div className="row-tools">
        <NumberInput
          size="xs"
          w={200}
          label="Cameras apart, at most (m)"
          min={0}
          max={500}
          value={apart}
          onChange={(v) => setApart(typeof v === 'number' ? v : 15)}
        />
        <Button
          size="xs"
          disabled={!ready || busy !== null}
          onClick={() => void run()}
          style={{ alignSelf: 'end' }}
        >
          Align by sound
        </Button>
        {busy && (
          <span role="status" className="cite" style={{ alignSelf: 'end' }}>
            comparing, {Math.round(busy.done * 100)} %{' '}
            <button type="button" className="cite-link" onClick={() => stopMedia(busy.job)}>
              stop
            </button>
          </span>
        )}
        {!ready && <span className="cite">the sound of both is read first</span>}
      </div>
      {found && (
        <div role="status">
          {found.found ? (
            <>
              <p>
                <strong>The same sound in both.</strong> The counter of {follower.name} is{' '}
                {(Math.abs(found.ahead) / 1000).toFixed(3)} s {found.ahead >= 0 ? 'ahead' : 'behind'}, within{' '}
                {(Math.ceil(found.within) / 1000).toFixed(3)} s ({Math.round(apart / 0.343)} ms of it for
                sound on its way over {apart} m)
                {Math.abs(found.rate) >= 1 && found.to - found.from >= 60_000
                  ? `, and drifts by ${found.rate.toFixed(0)} parts in a million`
                  : ''}
                . {found.pieces.filter((p) => p.agrees).length} of {found.pieces.length} pieces agree.
              </p>
              <AlignmentPicture found={found} />
              <Button size="xs" onClick={() => void keepSound()}>
                Keep as a sync point
              </Button>
            </>
          ) : (
            <p>
              <strong>{found.why}</strong> Tie the two by eye, or by their overlays.
            </p>
          )}
        </div>
      )}
    </section>
  );
}

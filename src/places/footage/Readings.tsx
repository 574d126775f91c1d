import { useMemo } from 'react';
import { counterLine, timeOf } from '../../analysis/clocks';
import { clockOfRecording } from '../../media/marks';
import { calibrations, overlayAt } from '../../media/overlay';
import { printMedia } from '../../time/grammar/print';
import { clockOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import type { FramePlayer } from './frame-player';
import { useShown } from './use-player';

/** A stretch of a clock to the tenth: `14:03:22.4` where it is known to a frame, else `14:03:21.2 – 22.1`. */
function tenths(min: number, max: number, zone: string): string {
  const at = (t: number): string => {
    const r = Math.round(t / 100) * 100;
    return `${clockOf(r, zone, true)}.${Math.floor((((r % 1000) + 1000) % 1000) / 100)}`;
  };
  return max - min < 100 ? at((min + max) / 2) : `${at(min)} – ${at(max)}`;
}

/** The four readings of what is on screen: frame, counter, overlay and case time, the last two with their bounds. */
export function Readings({
  view,
  open,
  player,
  source,
}: {
  view: CaseView;
  open: OpenFile | undefined;
  player: FramePlayer | null;
  source: string;
}) {
  const { frame, ms, moving } = useShown(player, 16);
  const { record, analysis } = view;
  const stands = useMemo(() => clockOfRecording(record, source), [record, source]);
  const list = useMemo(
    () => (stands ? calibrations(record, source, stands.clockId) : []),
    [record, source, stands],
  );
  const rate = record.case.policies.drift;
  const clock = record.clocks.find((c) => c.id === stands?.clockId);
  const overlay = overlayAt(list, ms, rate);
  const time = timeOf(counterLine(analysis, source), { min: ms, max: ms });
  const zone = record.case.zone;
  const count = open?.frames?.times.length ?? 0;
  return (
    <dl className="readings" aria-label="Readings">
      <div>
        <dt>Frame</dt>
        <dd data-reading="frame" data-moving={moving}>
          {frame === null ? (open && open.inspected.plays.video === null ? 'sound' : '…') : frame}
        </dd>
        <dd className="cite">{count > 0 ? `of ${count}` : ''}</dd>
      </div>
      <div>
        <dt>Counter</dt>
        <dd data-reading="counter">{printMedia(Math.max(0, Math.round(ms)), 1)}</dd>
        <dd className="cite">of {printMedia(Math.round(open?.inspected.media.duration ?? 0), 1000)}</dd>
      </div>
      <div>
        <dt>Overlay</dt>
        <dd data-reading="overlay">
          {overlay ? tenths(overlay.min, overlay.max, clock?.zone || zone) : 'not read yet'}
        </dd>
        <dd className="cite">
          {clock ? `${clock.name}${clock.zone ? `, ${clock.zone}` : ', zone not stated'}` : ''}
        </dd>
      </div>
      <div>
        <dt>Case time</dt>
        <dd data-reading="case">{time ? tenths(time.min, time.max, zone) : 'not tied yet'}</dd>
        <dd className="cite">{zone}</dd>
      </div>
    </dl>
  );
}

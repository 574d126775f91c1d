import { useMemo } from 'react';
import { counterLine, timeOf } from '../../analysis/clocks';
import { clockOfRecording } from '../../media/marks';
import { calibrations, overlayAt } from '../../media/overlay';
import type { FramePlayer } from '../../media/player/frame-player';
import { daysText, tenthsText } from '../../media/shown';
import { printMedia } from '../../time/grammar/print';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import css from './footage.module.css';
import { useShown } from './use-player';

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
    <dl className={css['readings']} aria-label="Readings">
      <div>
        <dt>Frame</dt>
        <dd data-reading="frame" data-moving={moving}>
          {frame === null ? (open && open.inspected.plays.video !== true ? 'sound' : '…') : frame}
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
        <dd data-reading="overlay">{overlay ? tenthsText(overlay, clock?.zone || zone) : 'not read yet'}</dd>
        <dd className="cite">
          {overlay ? `${daysText(overlay, clock?.zone || zone)}, ` : ''}
          {clock ? `${clock.name}${clock.zone ? `, ${clock.zone}` : ', zone not stated'}` : ''}
        </dd>
      </div>
      <div>
        <dt>Case time</dt>
        <dd data-reading="case">{time ? tenthsText(time, zone) : 'not tied yet'}</dd>
        <dd className="cite">
          {time ? `${daysText(time, zone)}, ` : ''}
          {zone}
        </dd>
      </div>
    </dl>
  );
}

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { removeSyncPoint } from '../../actions/clocks';
import { readOverlay } from '../../actions/footage';
import { counterLine } from '../../analysis/clocks';
import { clockOfRecording, overlayPoint } from '../../media/marks';
import { calibrations } from '../../media/overlay';
import { dayDoubt, twiceRead } from '../../media/overlay-day';
import type { FramePlayer } from '../../media/player/frame-player';
import { newId } from '../../record/ids';
import type { Source } from '../../record/source';
import { draftKey } from '../../store/drafts';
import { readCounter } from '../../time/grammar/counted';
import { printMedia } from '../../time/grammar/print';
import type { CaseView } from '../../ui/case-view';
import { RowActions } from '../../ui/RowActions';
import { run } from '../../ui/run';
import { TimeField, understoodTime } from '../../ui/TimeField';
import { useDraftText } from '../../ui/use-draft';
import { spanText } from '../../words/moment';
import { syncSays } from '../../words/sync-says';
import css from './footage.module.css';
import { TieFaults } from './TieFaults';
import { useShown } from './use-player';

const NONE = new Set<string>();

/** The recording's clock: its overlay read at one place or two, what that makes of it, and what ties it to the other cameras. */
export function ClockPanel({
  view,
  source,
  player,
}: {
  view: CaseView;
  source: Source;
  player: FramePlayer | null;
}) {
  const { latest, analysis } = view;
  const { ms, frame } = useShown(player, 100);
  const stands = clockOfRecording(latest, source.id);
  const clock = latest.clocks.find((c) => c.id === stands?.clockId);
  const zone = clock?.zone || latest.case.zone;
  const [shows, setShows] = useDraftText(draftKey(source.caseId, 'overlay', source.id));
  const [changes, setChanges] = useState(false);
  const [date, setDate] = useState<string | null>(null);
  const day = date ?? stands?.date ?? '';
  const about = latest.case.policies.approximate;
  const ok = understoodTime(shows, day, zone, NONE, about).ok && readCounter(shows) === null;
  const points = latest.syncPoints.filter((s) => s.sourceId === source.id || s.sourceB === source.id);
  const counter = counterLine(analysis, source.id);
  const list = calibrations(latest, source.id, stands?.clockId ?? '');
  const read = { text: shows, date: day, ms };
  const doubt = ok ? dayDoubt(latest, list, read, zone, stands?.date ?? '') : null;
  const twice = ok ? twiceRead(latest, list, read, zone) : null;
  const may = ok && !doubt?.sure;
  const add = async (): Promise<void> => {
    // Of the picture that is painted now: what stands beside the field may be a tenth of a second old.
    const at = player?.shown.ms ?? ms;
    const point = overlayPoint(latest, source, at, shows, day, changes, newId);
    if (!(await run(readOverlay(latest, source, point)))) return;
    setShows('');
    setChanges(false);
  };
  const zero = counter?.zero;
  return (
    <div>
      <p className="cite" style={{ marginTop: 0 }}>
        Read the overlay at two places far apart, best where its seconds change: they tie the counter to{' '}
        {clock?.name ?? 'the clock'} and show whether it drifts.
      </p>
      <form
        aria-label="Read the overlay"
        className={css['overlay-form']}
        onSubmit={(e) => {
          e.preventDefault();
          if (may) void add();
        }}
      >
        <span className="mono">
          {frame === null ? '' : `frame ${frame}, `}counter {printMedia(Math.round(ms), 1)}
        </span>
        <TimeField
          label="The overlay shows"
          value={shows}
          date={day}
          zone={zone}
          refs={NONE}
          approximate={latest.case.policies.approximate}
          onChange={setShows}
          placeholder="14:03:22"
          size="xs"
        />
        <TextInput
          label="On the day"
          value={day}
          onChange={(e) => setDate(e.currentTarget.value)}
          size="xs"
          classNames={{ input: 'mono' }}
        />
        {doubt && (
          <p className={doubt.sure ? 'bad' : 'cite'} role="alert">
            {doubt.why}{' '}
            <button type="button" className="cite-link" onClick={() => setDate(doubt.day)}>
              It is {doubt.day}
            </button>
          </p>
        )}
        {twice && (
          <p className="cite" role="status">
            {twice.says}{' '}
            {twice.ways.map((way) => (
              <button key={way} type="button" className="cite-link" onClick={() => setShows(way)}>
                {way}
              </button>
            ))}
          </p>
        )}
        <Checkbox
          size="xs"
          label="its seconds change at this very frame"
          checked={changes}
          onChange={(e) => setChanges(e.currentTarget.checked)}
        />
        <Button size="xs" type="submit" disabled={!may} mt={4}>
          Tie the overlay here
        </Button>
      </form>
      <div className="overline">What ties this recording</div>
      {points.length === 0 && <p className="cite">Nothing yet: its marks are true among themselves only.</p>}
      <ul className="premises" aria-label="What ties this recording">
        {points.map((s) => (
          <li key={s.id}>
            {s.what}: {syncSays(latest, s)}{' '}
            <RowActions
              of={`the sync point ${s.what}`}
              onEdit={() => {
                location.hash = `#/case/${source.caseId}/clocks`;
              }}
              onRemove={() => void run(removeSyncPoint(s))}
            />
          </li>
        ))}
      </ul>
      <TieFaults view={view} sources={[source.id]} />
      {zero && Number.isFinite(zero.min) && Number.isFinite(zero.max) && (
        <p>
          Its counter read 0:00 at{' '}
          <strong className="mono">{spanText(zero.min, zero.max, latest.case.zone)}</strong> case time
          {zero.max - zero.min >= 1000
            ? `, known within ${(Math.ceil((zero.max - zero.min) / 100) / 10).toFixed(1)} s`
            : ''}
          .
        </p>
      )}
      {counter && points.length > 0 && (
        <p>
          It is fixed where it was read; elsewhere it may drift, by up to {counter.rate} parts in a million.
        </p>
      )}
    </div>
  );
}

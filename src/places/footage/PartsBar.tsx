import { type Part, wholeMs } from '../../media/parts';
import type { FramePlayer } from '../../media/player/frame-player';
import { printMedia } from '../../time/grammar/print';
import type { OpenFile } from '../../ui/open-files';
import { useShown } from './use-player';

/** A recording that its camera split: its files, which of them is on screen, and where on the whole that stands. */
export function PartsBar({
  parts,
  leader,
  player,
  files,
  onLead,
}: {
  parts: readonly Part[];
  leader: string;
  player: FramePlayer | null;
  files: ReadonlyMap<string, OpenFile>;
  onLead: (id: string) => void;
}) {
  const { ms } = useShown(player, 100);
  const last = parts.at(-1);
  if (!last || parts.length < 2) return null;
  const at = parts.findIndex((p) => p.source.id === leader);
  const next = parts[at + 1];
  return (
    <p className="cite" role="status" aria-label="One recording in several files">
      One recording in {parts.length} files:{' '}
      {parts.map(({ source }, i) => (
        <span key={source.id}>
          {i > 0 && ', '}
          {source.id === leader ? (
            <strong>{source.file}</strong>
          ) : (
            <button type="button" className="cite-link" onClick={() => onLead(source.id)}>
              {source.file}
              {!files.has(source.id) && ' (not open)'}
            </button>
          )}
        </span>
      ))}
      .{' '}
      <span className="mono" data-reading="whole">
        {printMedia(Math.round(wholeMs(parts, leader, ms)), 1)}
      </span>{' '}
      of {printMedia(Math.round(last.from + last.length), 1000)} over all; its marks and cites name this file
      and its own counter.
      {next && !files.has(next.source.id) && ' The next file is not open: it stops at the end of this one.'}
    </p>
  );
}

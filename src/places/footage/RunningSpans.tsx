import { type Begun, runsOn } from '../../media/spans';
import type { Source } from '../../record/source';
import { KINDS } from '../../record/vocabulary';
import { printMedia } from '../../time/grammar/print';
import css from './footage.module.css';

interface Props {
  readonly running: readonly Begun[];
  /** The recording on screen, by its first file. */
  readonly leader: string;
  readonly recordings: readonly Source[];
}

/** Every span that runs, on this recording or on another, and how each ends. */
export function RunningSpans({ running, leader, recordings }: Props) {
  return running.map((b) => (
    <p key={`${b.source} ${b.kind} ${b.actor}`} className={css['begun']} role="status">
      <strong>{KINDS[b.kind].label}</strong>
      {b.actor && ` of ${b.actor}`} since {printMedia(b.ms, 1)}
      {runsOn(b, leader)
        ? ': the same key ends it, Escape drops it.'
        : ` on ${recordings.find((r) => r.id === b.source)?.name ?? 'another recording'}: it ends there.`}
    </p>
  ));
}

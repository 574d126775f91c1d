import { useMemo } from 'react';
import { msOf } from '../../media/marks';
import type { EventRow } from '../../record/event';
import { KINDS } from '../../record/vocabulary';
import { printMedia } from '../../time/grammar/print';
import type { PlaceProps } from '../../ui/place';
import { Table } from '../../ui/Table';
import { usePrinting } from '../../ui/use-printing';
import { dayText, windowText } from '../../words/moment';
import { FootagePlace } from './FootagePlace';
import { recordingsOf } from './recordings';

/** Footage as it stands on the screen; on paper the lists, which no picture on the screen has whole. */
export function Footage(props: PlaceProps) {
  const printing = usePrinting();
  return (
    <>
      <FootagePlace {...props} />
      {printing && <OnPaper view={props.view} />}
    </>
  );
}

/** On paper: every recording with its file and hash, whether it is open or not, all that is marked on it, and all that is said in it. */
function OnPaper({ view }: Pick<PlaceProps, 'view'>) {
  const { latest } = view;
  const recordings = useMemo(
    () =>
      recordingsOf(latest).map((source) => ({
        source,
        marks: latest.events
          .filter((e) => e.sourceId === source.id && e.kind !== 'recording' && msOf(e.start) !== null)
          .sort((a, b) => (msOf(a.start) ?? 0) - (msOf(b.start) ?? 0)),
        cues: latest.cues.filter((c) => c.sourceId === source.id).sort((a, b) => a.from - b.from),
      })),
    [latest],
  );
  return (
    <main className="wide">
      <h1>Footage</h1>
      {recordings.length === 0 && <p>No recording yet.</p>}
      {recordings.map(({ source, marks, cues }) => (
        <section key={source.id} aria-label={source.name}>
          <h2>{source.name}</h2>
          <p className="cite">
            {source.media
              ? `${source.file}, ${printMedia(source.media.duration, 1)}${source.sha256 ? `, sha-256 ${source.sha256}` : ''}`
              : 'Its file was never opened here.'}
            {marks.length === 0 && ' Nothing is marked on it.'}
          </p>
          {marks.length > 0 && (
            <Table
              label={`Marks on ${source.name}`}
              rows={marks}
              keyOf={(e) => e.id}
              columns={[
                { head: 'Counter', className: 'mono', nowrap: true, cell: counterOf },
                { head: 'Frame', className: 'mono', nowrap: true, cell: framesOf },
                {
                  head: 'What',
                  cell: (e) => (
                    <>
                      <strong>{KINDS[e.kind].label}</strong> {e.description}
                    </>
                  ),
                },
                { head: 'Who', cell: (e) => e.actor },
                {
                  head: 'Clock',
                  nowrap: true,
                  cell: (e) => `${dayText(view, e.id)} ${windowText(view, e.id)}`,
                },
              ]}
            />
          )}
          {cues.length > 0 && (
            <Table
              label={`Transcript of ${source.name}`}
              rows={cues}
              keyOf={(c) => c.id}
              columns={[
                { head: 'Counter', className: 'mono', nowrap: true, cell: (c) => printMedia(c.from, 1) },
                { head: 'Who', nowrap: true, cell: (c) => c.speaker },
                { head: 'Said', cell: (c) => c.text },
              ]}
            />
          )}
        </section>
      ))}
    </main>
  );
}

function counterOf(e: EventRow): string {
  const end = msOf(e.end);
  return `${printMedia(msOf(e.start) ?? 0, 1)}${end === null ? '' : ` – ${printMedia(end, 1)}`}`;
}

const framesOf = ({ filmed }: EventRow): string =>
  filmed ? `${filmed.frame}${filmed.endFrame === null ? '' : `–${filmed.endFrame}`}` : '';

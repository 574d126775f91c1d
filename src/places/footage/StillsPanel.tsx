import { Button } from '@mantine/core';
import type { Stills } from './use-stills';

/** The stills taken since this tab was opened, and pages of them. */
export function StillsPanel({ stills }: { stills: Stills }) {
  const { taken, take, drop, page, making } = stills;
  return (
    <div>
      <p className="cite" style={{ marginTop: 0 }}>
        P saves the frame on screen as a PNG with its cite, frame, counter, overlay, case time and the file’s
        hash in its margin. Pages of them are made here; the list is kept until this tab is closed.
      </p>
      <div className="row-tools">
        <Button size="compact-sm" variant="default" onClick={() => void take()}>
          Take a still (P)
        </Button>
        <Button size="compact-sm" disabled={taken.length === 0 || making} onClick={() => void page('docx')}>
          Page of stills, Word
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={taken.length === 0 || making}
          onClick={() => void page('pdf')}
        >
          PDF
        </Button>
      </div>
      <ol aria-label="Stills">
        {taken.map((s, i) => (
          <li key={`${s.cite} ${i}`}>
            {s.cite}{' '}
            <button type="button" className="cite-link" onClick={() => drop(i)}>
              take out
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

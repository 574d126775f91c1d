import type { Source } from '../../record/source';

interface ChipProps {
  readonly recording: Source;
  readonly open: boolean;
  readonly leads: boolean;
  readonly beside: boolean;
  readonly onLead: () => void;
  readonly onBeside: () => void;
  readonly onClose: () => void;
}

/** A recording of the case: leads, stands beside, or is not open. */
export function RecordingChip({ recording, open, leads, beside, onLead, onBeside, onClose }: ChipProps) {
  return (
    <span className="chip" data-leads={leads} data-open={open}>
      <button type="button" aria-pressed={leads} onClick={onLead} title={open ? recording.file : 'not open'}>
        {recording.name}
        {!open && <span className="cite"> not open</span>}
      </button>
      {open && !leads && (
        <button
          type="button"
          aria-pressed={beside}
          onClick={onBeside}
          aria-label={`${recording.name} beside`}
        >
          {beside ? 'beside' : '+ beside'}
        </button>
      )}
      {open && (
        <button type="button" onClick={onClose} aria-label={`Close the file of ${recording.name}`}>
          ✕
        </button>
      )}
    </span>
  );
}

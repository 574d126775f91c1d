import { Button } from '@mantine/core';
import { useRowHandOn } from './hand';

interface Props {
  /** `the sync point radio call`: what the buttons act on, for those who hear them. */
  readonly of: string;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

/** Edit and take out, at the end of a listed row. */
export function RowActions({ of, onEdit, onRemove }: Props) {
  const goes = useRowHandOn();
  return (
    <span className="no-print" style={{ whiteSpace: 'nowrap' }}>
      {onEdit && (
        <Button size="compact-xs" variant="subtle" onClick={onEdit} aria-label={`Edit ${of}`}>
          Edit
        </Button>
      )}
      {onRemove && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={(e) => {
            goes(e.currentTarget);
            onRemove();
          }}
          aria-label={`Take out ${of}`}
        >
          ✕
        </Button>
      )}
    </span>
  );
}

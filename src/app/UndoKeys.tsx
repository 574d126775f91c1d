import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { undoOrRedo, undoOrRedoOfficers } from './undo-redo';

/** Undo and redo, by button and by key: of the case, and in Officers of what lies beside every case too. */
export function UndoKeys({ caseId, officers }: { caseId: string | null; officers: boolean }) {
  const go = (kind: 'undo' | 'redo'): void => {
    if (officers) void undoOrRedoOfficers(caseId, kind);
    else if (caseId !== null) void undoOrRedo(caseId, kind);
  };
  useHotkeys([
    ['mod+z', () => go('undo')],
    ['mod+shift+z', () => go('redo')],
    ['mod+y', () => go('redo')],
  ]);
  return (
    <>
      <Tooltip label="Undo (Ctrl+Z)">
        <ActionIcon variant="subtle" color="gray" aria-label="Undo" onClick={() => go('undo')}>
          <IconArrowBackUp size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Redo (Ctrl+Shift+Z)">
        <ActionIcon variant="subtle" color="gray" aria-label="Redo" onClick={() => go('redo')}>
          <IconArrowForwardUp size={17} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

import { Button } from '@mantine/core';
import type { Source } from '../../record/source';
import { fileAgain, pickFiles } from './handles';
import { reopen } from './recordings';

/** A recording whose file is not open in this tab: what was marked on it stands in the case all the same. */
export function ClosedRecording({ source }: { source: Source }) {
  const again = async (): Promise<void> => {
    const file = await fileAgain(source.caseId, source.id, true);
    const [picked] = file ? [{ file, handle: null }] : await pickFiles(false);
    if (picked) await reopen(source, picked);
  };
  return (
    <div className="page" role="status">
      <h1>{source.name} is not open</h1>
      <p>
        {source.media
          ? `Its file is ${source.file}, ${source.media.size.toLocaleString('en-US')} bytes${source.sha256 ? `, sha-256 ${source.sha256.slice(0, 16)}…` : ''}. A file that differs is refused.${(source.copies ?? []).map((c) => ` ${c.file} plays in its place.`).join('')}`
          : 'It is in the record, but its file was never opened here.'}
      </p>
      <Button onClick={() => void again()}>Open its file</Button>
    </div>
  );
}

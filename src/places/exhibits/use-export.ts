import { notifications } from '@mantine/notifications';
import { proxy, type Remote } from 'comlink';
import { useEffect, useState } from 'react';
import { saveFile } from '../../ui/save-file';
import { WorkEnded, workerClient } from '../../workers/client';
import type { ExportApi, Made } from '../../workers/export-worker';

/** A document under way: what it is, and what is being done. */
export interface UnderWay {
  readonly what: string;
  readonly says: string;
}

/** Makes documents in a worker of their own, which is ended when the user has enough of it. */
export function useExport() {
  const [worker] = useState(() =>
    workerClient<ExportApi>(
      () => new Worker(new URL('../../workers/export-worker.ts', import.meta.url), { type: 'module' }),
      'makes documents',
    ),
  );
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  // A worker that nobody waits for is ended with the place.
  useEffect(() => worker.end, [worker]);
  const run = async (
    what: string,
    work: (api: Remote<ExportApi>, progress: (says: string) => void) => Promise<Made>,
  ): Promise<Made | null> => {
    worker.end();
    setUnderWay({ what, says: 'beginning' });
    try {
      const made = await worker.ask((api) =>
        work(
          api,
          proxy((says: string) => setUnderWay((u) => u && { ...u, says })),
        ),
      );
      // Fonts and pictures are as large as documents: nothing of it stays.
      worker.end();
      saveFile(made.name, made.type, made.bytes);
      return made;
    } catch (error) {
      if (error instanceof WorkEnded) return null;
      notifications.show({
        color: 'red',
        title: `${what} was not made`,
        message: error instanceof Error ? error.message : String(error),
        autoClose: false,
      });
      return null;
    } finally {
      setUnderWay(null);
    }
  };
  return { underWay, run, stop: worker.end };
}

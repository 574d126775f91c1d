import { notifications } from '@mantine/notifications';
import { proxy, type Remote, wrap } from 'comlink';
import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../../ui/save-file';
import type { ExportApi, Made } from '../../workers/export-worker';

/** A document under way: what it is, and what is being done. */
export interface UnderWay {
  readonly what: string;
  readonly says: string;
}

/** Makes documents in a worker of their own, which is ended when the user has enough of it. */
export function useExport() {
  const worker = useRef<{ raw: Worker; api: Remote<ExportApi>; stop: () => void } | null>(null);
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const end = (): void => {
    worker.current?.raw.terminate();
    worker.current?.stop();
    worker.current = null;
  };
  // A worker that nobody waits for is ended with the place.
  useEffect(
    () => () => {
      worker.current?.raw.terminate();
      worker.current = null;
    },
    [],
  );
  const run = async (
    what: string,
    work: (api: Remote<ExportApi>, progress: (says: string) => void) => Promise<Made>,
  ): Promise<Made | null> => {
    end();
    const raw = new Worker(new URL('../../workers/export-worker.ts', import.meta.url), { type: 'module' });
    const stopped = new Promise<null>((resolve, reject) => {
      worker.current = { raw, api: wrap<ExportApi>(raw), stop: () => resolve(null) };
      raw.addEventListener('error', (e) => reject(new Error(e.message || 'the worker could not be loaded')));
    });
    setUnderWay({ what, says: 'beginning' });
    try {
      const { api } = worker.current as unknown as { api: Remote<ExportApi> };
      const made = await Promise.race([
        work(
          api,
          proxy((says: string) => setUnderWay((u) => u && { ...u, says })),
        ),
        stopped,
      ]);
      if (made) saveFile(made.name, made.type, made.bytes);
      return made;
    } catch (error) {
      notifications.show({
        color: 'red',
        title: `${what} was not made`,
        message: error instanceof Error ? error.message : String(error),
        autoClose: false,
      });
      return null;
    } finally {
      setUnderWay(null);
      raw.terminate();
      if (worker.current?.raw === raw) worker.current = null;
    }
  };
  return { underWay, run, stop: end };
}

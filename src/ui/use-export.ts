import { notifications } from '@mantine/notifications';
import { proxy } from 'comlink';
import { useEffect, useState } from 'react';
import type { DocumentKind } from '../exhibits/document';
import { WorkEnded, workerClient } from '../workers/client';
import type { ExportApi, Made } from '../workers/export-worker';
import { saveFile } from './save-file';

/** A document under way: what it is, and what is being done. */
export interface UnderWay {
  readonly what: string;
  readonly says: string;
}

/** Makes documents in a worker of their own, which is ended when the user has enough of it. */
export function useExport() {
  const [worker] = useState(() =>
    workerClient<ExportApi>(
      () => new Worker(new URL('../workers/export-worker.ts', import.meta.url), { type: 'module' }),
      'makes documents',
    ),
  );
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  // A worker that nobody waits for is ended with the place.
  useEffect(() => worker.end, [worker]);
  const make = async <I>(kind: DocumentKind<I>, input: I): Promise<Made | null> => {
    worker.end();
    setUnderWay({ what: kind.name, says: 'beginning' });
    try {
      const made = await worker.ask((api) =>
        api.make(
          kind.id,
          input,
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
        title: `${kind.name} was not made`,
        message: error instanceof Error ? error.message : String(error),
        autoClose: false,
      });
      return null;
    } finally {
      setUnderWay(null);
    }
  };
  return { underWay, make, stop: worker.end };
}

import { useEffect, useRef, useState } from 'react';
import type { Source } from '../../record/source';
import { useHanded } from '../../ui/handed';
import type { OpenFile } from '../../ui/open-files';
import { openShipped } from '../../ui/shipped';
import { fileAgain, type Picked, pickFiles } from './handles';
import type { Pending } from './NewRecording';
import { look, reopen } from './recordings';

/** Files that were picked or dropped: each is looked at, and asked about one after another. */
export function useOpening() {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [opening, setOpening] = useState(false);
  const take = async (picked: readonly Picked[]): Promise<void> => {
    if (picked.length === 0) return;
    setOpening(true);
    const looked = await Promise.all(picked.map(async (p) => ({ picked: p, inspected: await look(p) })));
    setOpening(false);
    setPending((old) => [
      ...old,
      ...looked.flatMap(({ picked: p, inspected }) => (inspected ? [{ picked: p, inspected }] : [])),
    ]);
  };
  useHanded('footage', (given) => void take(given.map((file) => ({ file, handle: null }))));
  return {
    first: pending[0],
    opening,
    choose: async (): Promise<void> => take(await pickFiles(true)),
    done: (): void => setPending((old) => old.slice(1)),
  };
}

/** Files of the case that the browser still has a way to are opened at once. */
export function useOpenAgain(
  caseId: string,
  recordings: readonly Source[],
  files: ReadonlyMap<string, OpenFile>,
): void {
  const tried = useRef(new Set<string>());
  useEffect(() => {
    for (const r of recordings) {
      if (files.has(r.id) || tried.current.has(r.id) || !r.media) continue;
      tried.current.add(r.id);
      void fileAgain(caseId, r.id, false).then(async (file) => {
        if (file) await reopen(r, { file, handle: null });
        else await openShipped(r);
      });
    }
  }, [recordings, files, caseId]);
}

import { proxy } from 'comlink';
import { useEffect, useState } from 'react';
import type { Outlook } from '../../analysis/outlook';
import type { Case } from '../../record/case';
import { db } from '../../store/open';
import { today } from '../../ui/today';
import { workerClient } from '../../workers/client';
import type { FileOutlook, FoundRow, KeptOutlook, OutlookApi } from '../../workers/outlook-worker';

const worker = workerClient<OutlookApi>(
  () => new Worker(new URL('../../workers/outlook-worker.ts', import.meta.url), { type: 'module' }),
  'looks over all cases',
);

async function keptOutlooks(): Promise<ReadonlyMap<string, Outlook>> {
  const kept = await db.kept.where('key').startsWith('outlook ').toArray();
  return new Map(kept.map((k) => [k.key.slice('outlook '.length), (k.value as KeptOutlook).outlook]));
}

export interface Outlooks {
  readonly of: ReadonlyMap<string, Outlook>;
  /** How many of the cases were looked at since they were listed; all of them when it is done. */
  readonly done: number;
}

/** The outlook of every case, as it was kept, and then anew one after the other in the order in which they are listed. */
export function useOutlooks(cases: readonly Pick<Case, 'id'>[]): Outlooks {
  const [state, set] = useState<Outlooks>({ of: new Map(), done: 0 });
  const ids = cases.map((c) => c.id).join(' ');
  useEffect(() => {
    let stopped = false;
    const all = ids.split(' ').filter(Boolean);
    const every = Math.max(5, Math.ceil(all.length / 20));
    const show = async (done: number): Promise<void> => {
      const of = await keptOutlooks();
      if (!stopped) set({ of, done });
    };
    const look = async (): Promise<void> => {
      await show(0);
      for (const [i, id] of all.entries()) {
        if (stopped) return;
        // A case that cannot be read shows no outlook; its own screen says why.
        await worker.ask((api) => api.refresh(id, today())).catch(() => undefined);
        if ((i + 1) % every === 0 || i === all.length - 1) await show(i + 1);
      }
    };
    void look().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [ids]);
  return state;
}

/** Looks for words in every row of these cases. @param tell how many cases were looked through so far */
export const searchCases = (
  ids: readonly string[],
  words: string,
  tell: (cases: number) => void,
): Promise<{ readonly found: readonly FoundRow[]; readonly more: boolean }> =>
  worker.ask((api) => api.search(ids, words, proxy(tell)));

/** The outlook of a case file that is not imported. */
export const fileOutlook = (file: Blob): Promise<FileOutlook> =>
  worker.ask(async (api): Promise<FileOutlook> => await api.ofFile(file, today()));

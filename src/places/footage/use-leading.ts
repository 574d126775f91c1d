import { useCallback, useMemo, useState } from 'react';
import type { Source } from '../../record/source';
import type { OpenFile } from '../../ui/open-files';
import { asked } from './asked';

/** Cameras watched side by side, at most. */
const MOST = 4;

/**
 * Which recording leads and which are beside it. The first is what the address asks for; else what is open.
 * A camera that was beside and leads now changes places with the one that led.
 */
export function useLeading(recordings: readonly Source[], files: ReadonlyMap<string, OpenFile>) {
  const [leads, setLeads] = useState<string | null>(() => asked().recordings[0] ?? null);
  const [beside, setBeside] = useState<readonly string[]>(() => asked().recordings.slice(1, MOST));
  const leaderId =
    recordings.find((r) => r.id === leads)?.id ??
    recordings.find((r) => files.has(r.id))?.id ??
    recordings[0]?.id ??
    null;
  const followers = useMemo(
    () => beside.filter((id) => id !== leaderId && files.has(id)).slice(0, MOST - 1),
    [beside, leaderId, files],
  );
  const lead = (id: string): void => {
    setLeads(id);
    if (leaderId && followers.includes(id)) setBeside(beside.map((x) => (x === id ? leaderId : x)));
  };
  return {
    leaderId,
    followers,
    lead,
    /** What the address asks for, whatever stood there. */
    show: useCallback((wanted: readonly string[]): void => {
      if (wanted[0]) setLeads(wanted[0]);
      if (wanted.length > 0) setBeside(wanted.slice(1, MOST));
    }, []),
    toggleBeside: (id: string): void =>
      setBeside(beside.includes(id) ? beside.filter((x) => x !== id) : [...beside, id].slice(0, MOST - 1)),
    /** A camera beside goes on in another of its files. */
    goOn: useCallback(
      (from: string, to: string): void =>
        setBeside((list) => (list.includes(to) ? list : list.map((x) => (x === from ? to : x)))),
      [],
    ),
    /** The recording after the one that leads whose file is open; null where there is no other. */
    next: (): string | null => {
      const open = recordings.filter((r) => files.has(r.id));
      const at = open.findIndex((r) => r.id === leaderId);
      const after = open[(at + 1) % Math.max(1, open.length)];
      return after && after.id !== leaderId ? after.id : null;
    },
  };
}

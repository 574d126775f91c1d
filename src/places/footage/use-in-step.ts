import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FramePlayer } from '../../media/player/frame-player';
import { firstOf } from '../../record/split';
import type { CaseView } from '../../ui/case-view';
import { aheadAt, keepInStep, tiesAside } from './in-step';

/** The cameras beside the leading one, kept in step with it: by what ties them, and by hand on top of that. */
export function useInStep(
  view: CaseView,
  leaderId: string | null,
  player: FramePlayer | null,
  players: ReadonlyMap<string, FramePlayer>,
  followers: readonly string[],
) {
  const [nudges, setNudges] = useState<Readonly<Record<string, number>>>({});
  const { sources } = view.record;
  /** What is moved by hand is a recording, in whichever of its files it is. */
  const whole = useCallback((id: string) => firstOf(sources, id), [sources]);
  const aside = useMemo(() => tiesAside(view.analysis.contradictions), [view.analysis.contradictions]);
  /** By how much a recording is ahead of the leading one at a time on its counter, ms; null where nothing ties them. */
  const ahead = useCallback(
    (other: string, ms: number): number | null => {
      const base = leaderId ? aheadAt(view.record, view.analysis.counters, leaderId, other, ms, aside) : null;
      const moved = nudges[whole(other)] ?? 0;
      return base === null ? (moved === 0 ? null : moved) : base + moved;
    },
    [view.record, view.analysis.counters, leaderId, nudges, aside, whole],
  );
  useEffect(() => {
    if (!player) return;
    const stops = followers.flatMap((id) => {
      const other = players.get(id);
      return other ? [keepInStep(player, other, (ms) => ms + (ahead(id, ms) ?? 0))] : [];
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [player, players, followers, ahead]);
  return {
    ahead,
    /** What was moved by hand and is not kept yet, ms. */
    nudged: (id: string): number => nudges[whole(id)] ?? 0,
    nudge: (id: string | undefined, by: number): void => {
      if (id) setNudges((n) => ({ ...n, [whole(id)]: (n[whole(id)] ?? 0) + by }));
    },
    kept: (id: string): void => setNudges((n) => ({ ...n, [whole(id)]: 0 })),
  };
}

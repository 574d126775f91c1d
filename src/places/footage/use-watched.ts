import { useEffect, useMemo, useRef, useState } from 'react';
import { keepWatched } from '../../actions/footage';
import type { FramePlayer } from '../../media/player/frame-player';
import { Gatherer, joined, watchedLength } from '../../media/watched';
import { newId } from '../../record/ids';
import type { Source } from '../../record/source';
import { keep, recall, whoAmI } from '../../store/commands';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';
import type { Bounds } from '../../time/duration';
import { run } from '../../ui/run';
import { useKept } from '../../ui/use-kept';

const BROWSER = 'this browser';
/** Kept at most this often while it plays on, ms; and when one leaves or goes to another recording. */
const EVERY = 60_000;
/** Shown at most this often while it plays on, ms, and as soon as it pauses. */
const SHOWN = 1000;
const NOTHING: readonly Bounds[] = [];

/** Which browser this is, among those in which the case is worked on. */
async function browserId(): Promise<string> {
  const known = await recall(db, BROWSER);
  if (typeof known === 'string') return known;
  const made = newId();
  await keep(db, BROWSER, made);
  return made;
}

async function write(source: Source, gathered: readonly Bounds[]): Promise<void> {
  if (gathered.length === 0) return;
  const [browser, who] = await Promise.all([browserId(), whoAmI(db)]);
  const rows = await ofCase(db.watched, source.caseId).toArray();
  const mine = rows.find((r) => r.sourceId === source.id && r.browser === browser && r.who === who);
  // A case that is gone meanwhile, or locked, keeps nothing: nothing that anybody typed is lost.
  await run(keepWatched(source, mine, who, browser, gathered)).catch(() => undefined);
}

/** Follows what is watched of the leading recording, and gives what anybody watched of it, what is being watched now with it. */
export function useWatched(source: Source | undefined, player: FramePlayer | null): readonly Bounds[] {
  const latest = useRef(source);
  latest.current = source;
  const id = source?.id;
  const [here, setHere] = useState(NOTHING);
  useEffect(() => {
    setHere(NOTHING);
    const of = latest.current;
    if (!player || !of || of.id !== id) return;
    const gatherer = new Gatherer();
    let told = 0;
    const off = player.subscribe(({ ms, playing }) => {
      const plays = playing && !player.video.paused;
      gatherer.see(ms, plays, player.video.playbackRate);
      if (plays && performance.now() - told < SHOWN) return;
      told = performance.now();
      setHere((before) => {
        const all = joined([...before, ...gatherer.sofar()]);
        return watchedLength(all) === watchedLength(before) ? before : all;
      });
    });
    const timer = setInterval(() => void write(of, gatherer.take()), EVERY);
    return () => {
      off();
      clearInterval(timer);
      void write(of, gatherer.take());
    };
  }, [player, id]);
  const caseId = source?.caseId ?? '';
  const rows = useKept(() => ofCase(db.watched, caseId).toArray(), [caseId]);
  return useMemo(
    () => joined([...(rows ?? []).filter((r) => r.sourceId === id).flatMap((r) => r.stretches), ...here]),
    [rows, id, here],
  );
}

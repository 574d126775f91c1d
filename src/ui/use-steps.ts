import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Steps } from '../time/steps';

/** Work up to this long is done before the next frame; what is longer goes on in slices between frames, ms. */
const AT_ONCE = 24;
const SLICE = 12;

interface Work<T> {
  readonly steps: Steps<T>;
  done: { readonly value: T } | null;
}

function goOn<T>(work: Work<T>, ms: number): void {
  const until = performance.now() + ms;
  while (!work.done && performance.now() < until) {
    const { done, value } = work.steps.next();
    if (done) work.done = { value: value as T };
  }
}

function inSlices<T>(work: Work<T>, onDone: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    goOn(work, SLICE);
    if (work.done) onDone();
    else timer = setTimeout(next);
  };
  timer = setTimeout(next);
  return () => clearTimeout(timer);
}

/** Does long work in slices that leave the screen free, and then `onDone`. @returns what gives it up */
export const doInSlices = (steps: Steps<unknown>, onDone: () => void = () => undefined): (() => void) =>
  inSlices({ steps, done: null }, onDone);

/**
 * What long work comes to, in slices that leave the screen free; while it is under way what the work before it came to, and
 * null before the first. @param make begins the work; a new one gives the old one up
 */
export function useSteps<T>(make: () => Steps<T>): T | null {
  const [, shown] = useState(0);
  const last = useRef<T | null>(null);
  const work = useMemo(() => {
    const begun: Work<T> = { steps: make(), done: null };
    goOn(begun, AT_ONCE);
    return begun;
  }, [make]);
  useEffect(() => {
    if (work.done) return;
    return inSlices(work, () => startTransition(() => shown((n) => n + 1)));
  }, [work]);
  if (work.done) last.current = work.done.value;
  return last.current;
}

/** What is typed and not kept yet is kept before the lock shuts, in this tab and in every other. */
const CHANNEL = 'stopline unsaved';
/** ms that other tabs have to keep theirs. */
const OTHERS = 250;

const flushers = new Set<() => Promise<void>>();
const here = async (): Promise<void> => {
  await Promise.allSettled([...flushers].map((flush) => flush()));
};

let channel: BroadcastChannel | null = null;
function others(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === 'undefined' || typeof window === 'undefined') return channel;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => void here();
  return channel;
}

/** Adds something that can keep what is typed at once. @returns how to take it away again */
export function onFlush(flush: () => Promise<void>): () => void {
  others();
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Keeps what is typed and not kept yet, in every tab. */
export async function flushAll(): Promise<void> {
  const to = others();
  to?.postMessage('flush');
  await here();
  if (to) await new Promise((done) => setTimeout(done, OTHERS));
}

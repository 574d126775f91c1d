import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFor } from '../../src/places/papers/silence';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a watch on what reads papers', () => {
  it('tells of a minute without a word, once', () => {
    const silent = vi.fn();
    watchFor(60_000, silent);
    vi.advanceTimersByTime(59_000);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(600_000);
    expect(silent).toHaveBeenCalledTimes(1);
  });
  it('tells nothing while words come, nor after its end', () => {
    const silent = vi.fn();
    const watch = watchFor(60_000, silent);
    for (let i = 0; i < 9; i++) {
      vi.advanceTimersByTime(50_000);
      watch.heard();
    }
    watch.end();
    vi.advanceTimersByTime(600_000);
    expect(silent).not.toHaveBeenCalled();
  });
  it('does not count what the page itself does, nor a time in which nobody looked', async () => {
    const silent = vi.fn();
    const watch = watchFor(60_000, silent);
    vi.advanceTimersByTime(50_000);
    const writes = watch.during(() => new Promise((r) => setTimeout(r, 300_000)));
    await vi.advanceTimersByTimeAsync(300_000);
    await writes;
    // The machine slept for an hour: the clock went on, no look fell due.
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20_000);
    expect(silent).toHaveBeenCalledTimes(1);
  });
});

import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FramePlayer } from '../../src/media/player/frame-player';
import { useGoTo } from '../../src/places/footage/use-go-to';

/** A player that tells where it was sent. */
const made = (): { player: FramePlayer; sent: number[]; leave: () => void } => {
  const sent: number[] = [];
  let left = false;
  const player = {
    video: {
      get isConnected() {
        return !left;
      },
    },
    seek: (ms: number) => sent.push(ms),
  };
  return { player: player as unknown as FramePlayer, sent, leave: () => (left = true) };
};

it('a moment of a camera that was beside is gone to by the picture it leads with, not by the one it leaves', () => {
  const [dash, beside, leading] = [made(), made(), made()];
  const at = (leader: string, { player }: { player: FramePlayer }) => ({ leader, player });
  const { result, rerender } = renderHook(({ leader, player }) => useGoTo(leader, player), {
    initialProps: at('dash', dash),
  });
  result.current(42_066, 'wide');
  // The camera leads, and the players are still those of before for a moment.
  beside.leave();
  rerender(at('wide', beside));
  expect(beside.sent).toEqual([]);
  rerender(at('wide', leading));
  expect(leading.sent).toEqual([42_066]);
  expect(dash.sent).toEqual([]);
  // Once only.
  rerender(at('dash', dash));
  rerender(at('wide', leading));
  expect(leading.sent).toEqual([42_066]);
});

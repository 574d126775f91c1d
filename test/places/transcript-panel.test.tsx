import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, expect, it } from 'vitest';
import { readTranscript } from '../../src/intake/transcripts/transcript';
import type { FramePlayer } from '../../src/media/player/frame-player';
import { TranscriptPanel } from '../../src/places/footage/TranscriptPanel';
import { TranscriptPreview } from '../../src/places/footage/TranscriptPreview';
import type { Cue } from '../../src/record/cue';
import type { Source } from '../../src/record/source';
import { db } from '../../src/store/open';
import { record } from '../make';

const cue = (sourceId: string, from: number, to: number, text: string): Cue => ({
  id: `${sourceId}${from}`,
  caseId: 'c',
  sourceId,
  from,
  to,
  speaker: 'Ortiz',
  text,
  line: 1,
});

// The drafts of its fields open the database: it is open before the page of the test is gone.
afterAll(async () => {
  await db.open();
  db.close();
});

/** What a player was told, in order. */
function panel(): string[] {
  const told: string[] = [];
  const player = {
    shown: { frame: null, ms: 0, playing: false, moving: false },
    subscribe: () => () => {},
    setLoop: (loop: { from: number; to: number } | null) =>
      told.push(loop ? `loop ${loop.from} to ${loop.to}` : 'no loop'),
    seek: (ms: number) => told.push(`seek ${ms}`),
    play: () => Promise.resolve(told.push('play')),
    pause: () => told.push('pause'),
  };
  const { sources } = record({ sources: [{ id: 'dash' }, { id: 'body' }], events: [] });
  render(
    <MantineProvider>
      <TranscriptPanel
        source={sources[0] as Source}
        cues={[cue('dash', 1000, 2200, 'Step out of the car.'), cue('dash', 4000, 4100, 'Why?')]}
        others={[
          cue('body', 61_000, 62_000, 'The car is clear.'),
          cue('body', 70_000, 71_000, 'Send the dog.'),
        ]}
        nameOf={(id) => `camera ${id}`}
        player={player as unknown as FramePlayer}
        onGo={() => {}}
      />
    </MantineProvider>,
  );
  // Of a long list happy-dom has no row in sight; on paper all are drawn.
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  return told;
}

it('a search goes over the transcripts of all recordings, and leads to what was said in another', () => {
  panel();
  fireEvent.change(screen.getByLabelText('Search the transcript'), { target: { value: 'CAR' } });
  const here = screen.getByRole('list', { name: 'Transcript' });
  expect(
    within(here)
      .getAllByRole('listitem')
      .map((l) => l.textContent),
  ).toEqual([expect.stringContaining('Step out of the car.')]);
  const there = within(screen.getByRole('list', { name: 'Found in other recordings' }));
  expect(there.getAllByRole('listitem').map((l) => l.textContent)).toEqual([
    expect.stringMatching(/camera body .*Ortiz: The car is clear\./),
  ]);
  expect(there.getByRole('link').getAttribute('href')).toMatch(/footage\?rec=body&t=61000$/);
});

it('a line that is corrected plays from its beginning to its end again and again, until it is left', () => {
  const told = panel();
  const [first, second] = screen.getAllByRole('button', { name: /Correct the line/ });
  fireEvent.click(first as HTMLElement);
  expect(told).toEqual(['loop 1000 to 2200', 'seek 1000', 'play']);
  fireEvent.keyDown(screen.getByLabelText('Words of the line'), { key: 'Escape' });
  expect(told.slice(3)).toEqual(['no loop', 'pause']);
  // A word of a tenth of a second is heard as half a second.
  fireEvent.click(second as HTMLElement);
  expect(told.slice(5)).toEqual(['loop 4000 to 4500', 'seek 4000', 'play']);
});

it('a radio log at times of the day: the counter of its first line is asked for before any line is taken', () => {
  const { sources } = record({ sources: [{ id: 'dash' }], events: [] });
  const log = '14:04:10 TAC1: 352 traffic\n14:04:17 352: Copy\n';
  render(
    <MantineProvider>
      <TranscriptPreview
        source={sources[0] as Source}
        cues={[]}
        file="tac1.txt"
        transcript={readTranscript(new TextEncoder().encode(log), 'tac1.txt')}
        onDone={() => {}}
      />
    </MantineProvider>,
  );
  const lines = () => screen.getByRole('list', { name: 'First lines of the file' }).textContent;
  const take = (n: number) => screen.getByRole('button', { name: `Take ${n} lines` }) as HTMLButtonElement;
  expect(lines()).toMatch(/14:04:10/);
  expect(screen.getByText(/times of the day/)).toBeTruthy();
  expect(take(0).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Counter of the recording at the first line'), {
    target: { value: '0:00:12' },
  });
  expect(lines()).toMatch(/0:12 TAC1: 352 traffic.*0:19 352: Copy/);
  expect(take(2).disabled).toBe(false);
  fireEvent.change(screen.getByLabelText('Counter of the recording at the first line'), {
    target: { value: 'noon' },
  });
  expect(screen.getByText('Write it as 0:00:12')).toBeTruthy();
  expect(take(0).disabled).toBe(true);
});

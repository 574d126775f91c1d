import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Exhibit } from '../../exhibits/exhibit';
import type { HearingStep } from '../../record/paper';
import { channelName, type FromProjected, type ToProjected, type WallAt } from './channel';
import { type Film, useFilm } from './film';
import css from './hearing.module.css';
import { JumpBox } from './JumpBox';
import { Stage } from './Stage';
import { stepName } from './steps';
import { Thumb } from './Thumb';
import { useShow } from './use-show';

interface Props {
  readonly exhibit: Exhibit;
  readonly steps: readonly HearingStep[];
  readonly filmOf: (step: HearingStep | null) => Film | null;
  readonly noteOf: (step: HearingStep) => string;
  readonly onEnd: () => void;
}

/** A window that has not spoken after this, ms, was not let open. */
const OPENS = 6000;

/** The speaker's own window: what is shown, what comes next, and the notes, while a second window shows the exhibit. */
export function SpeakerDesk({ exhibit, steps, filmOf, noteOf, onEnd }: Props) {
  const [id] = useState(() => Math.random().toString(36).slice(2));
  const [state, setState] = useState<'opening' | 'open' | 'blocked' | 'closed'>('opening');
  // Where the wall stands in the clip: what the court sees is what is shown here.
  const [wall, setWall] = useState<WallAt | null>(null);
  const played = useRef(false);
  const channel = useRef<BroadcastChannel | null>(null);
  const show = useShow(steps, onEnd, false);
  const { step, black, k, found, playing } = show;
  const film = useFilm(filmOf, step);
  const fills = show.fills ?? step?.fills ?? false;
  const press = show.onKey;
  const latest = useRef({ step, black, playing, fills, press, exhibit, film, show });
  latest.current = { step, black, playing, fills, press, exhibit, film, show };
  const sendShow = useRef(() => {
    const { step: s, black: b, film: of } = latest.current;
    setWall(null);
    channel.current?.postMessage({
      type: 'show',
      step: s,
      black: b,
      file: of?.file ?? null,
      clip: of?.clip ?? null,
      frames: of?.frames ?? null,
    } satisfies ToProjected);
  });
  const sendPlay = useRef(() => {
    const { playing: p, fills: f } = latest.current;
    channel.current?.postMessage({ type: 'play', playing: p, fills: f } satisfies ToProjected);
  });
  useEffect(() => {
    const c = new BroadcastChannel(channelName(id));
    channel.current = c;
    c.onmessage = ({ data }: MessageEvent<FromProjected>) => {
      if (data.type === 'ready') {
        setState('open');
        c.postMessage({ type: 'exhibit', exhibit: latest.current.exhibit } satisfies ToProjected);
        sendShow.current();
        sendPlay.current();
      } else if (data.type === 'at') {
        // It has stopped at its end.
        if (played.current && !data.at.playing) latest.current.show.set({ playing: false });
        played.current = data.at.playing;
        setWall(data.at);
      } else if (data.type === 'key') latest.current.press(data.key);
      else setState('closed');
    };
    // Without an opener it is a process of its own: what this window holds is not in its memory.
    window.open(
      `${location.pathname}${location.search}#/projected/${id}`,
      '_blank',
      'popup,noopener,width=1280,height=720',
    );
    const blocked = setTimeout(() => setState((s) => (s === 'opening' ? 'blocked' : s)), OPENS);
    const down = (e: KeyboardEvent): void => {
      if (e.target instanceof HTMLElement && e.target.closest('input, textarea, [role=dialog]')) return;
      if (!e.ctrlKey && !e.metaKey && !e.altKey && latest.current.press(e.key)) e.preventDefault();
    };
    window.addEventListener('keydown', down);
    return () => {
      window.removeEventListener('keydown', down);
      c.postMessage({ type: 'end' } satisfies ToProjected);
      c.close();
      clearTimeout(blocked);
    };
  }, [id]);
  useEffect(() => sendShow.current(), [step, black, film]);
  useEffect(() => sendPlay.current(), [playing, fills]);
  useEffect(
    () => channel.current?.postMessage({ type: 'exhibit', exhibit } satisfies ToProjected),
    [exhibit],
  );
  const next = steps[found ? k : k + 1];
  return (
    <main className="wide">
      <div className="sheet-tools" role="toolbar" aria-label="Speaker’s desk">
        <Button size="compact-sm" variant="default" onClick={() => press('ArrowLeft')}>
          ← back
        </Button>
        <Button size="compact-sm" onClick={() => press('ArrowRight')}>
          next →
        </Button>
        <Button size="compact-sm" variant={black ? 'filled' : 'default'} onClick={() => press('b')}>
          black (B)
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => press('/')}>
          jump (/)
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={onEnd}>
          end
        </Button>
        <span role="status" className="cite">
          {state === 'opening' && 'opening the second window …'}
          {state === 'open' &&
            'the second window shows the exhibit: drag it to the projector and press F there for full screen'}
          {state === 'closed' && 'the second window was closed'}
          {state === 'blocked' &&
            'the browser did not let a second window open: allow pop-ups for this page, or show it here'}
        </span>
      </div>
      <div className={css['desk-grid']}>
        <div>
          <p className="cite">
            Shown now, {k + 1} of {steps.length}
            {found ? ', found on the spot' : ''}
            {black ? ', black' : ''}
          </p>
          <div className={css['desk-stage']}>
            {step && (
              <Stage
                exhibit={exhibit}
                step={step}
                black={black}
                film={film && { ...film, playing, fills, follows: wall, onEnd: () => undefined }}
              />
            )}
          </div>
          <p className="cite">Next: {next ? stepName(exhibit, next) : 'nothing more'}</p>
          <ol className={css['thumbs']} aria-label="Steps">
            {steps.map((s, i) => (
              <li key={`${i} ${s.show} ${s.id}`}>
                <button
                  type="button"
                  aria-current={!found && i === k ? 'step' : undefined}
                  onClick={() => show.set({ k: i, found: null, black: false, playing: false, fills: null })}
                >
                  <Thumb exhibit={exhibit} step={s} />
                  <span>{stepName(exhibit, s)}</span>
                </button>
              </li>
            ))}
          </ol>
        </div>
        <section aria-label="Notes" className="work">
          <h2>Notes</h2>
          <p style={{ whiteSpace: 'pre-wrap', fontSize: 18 }}>
            {(step && noteOf(step)) || 'None on this step.'}
          </p>
          <div className="work-note">On this window only.</div>
        </section>
      </div>
      {show.seeking && (
        <JumpBox
          exhibit={exhibit}
          onGo={(s) => show.set({ found: s, black: false, playing: false, fills: null })}
          onDone={show.endSeeking}
        />
      )}
    </main>
  );
}

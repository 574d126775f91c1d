import { useEffect, useRef, useState } from 'react';
import type { Exhibit } from '../../exhibits/exhibit';
import { channelName, type FromProjected, type ToProjected, type WallAt } from './channel';
import css from './hearing.module.css';
import { Stage } from './Stage';

const sameFile = (a: File | null, b: File | null): boolean =>
  a?.name === b?.name && a?.size === b?.size && a?.lastModified === b?.lastModified;

/** The projected window: it opens no database, and holds nothing but what the speaker's window sends it. */
export function Projected({ id }: { id: string }) {
  const [exhibit, setExhibit] = useState<Exhibit | null>(null);
  const [show, setShow] = useState<ToProjected & { type: 'show' }>({
    type: 'show',
    step: null,
    black: true,
    file: null,
    clip: null,
    frames: null,
  });
  const [play, setPlay] = useState({ playing: false, fills: false });
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    document.title = 'Exhibit';
    const c = new BroadcastChannel(channelName(id));
    channel.current = c;
    const say = (m: FromProjected): void => c.postMessage(m);
    c.onmessage = ({ data }: MessageEvent<ToProjected>) => {
      if (data.type === 'exhibit') setExhibit(data.exhibit);
      // Each message brings the file anew; the one that is playing stays.
      else if (data.type === 'show')
        setShow((old) => ({ ...data, file: sameFile(old.file, data.file) ? old.file : data.file }));
      else if (data.type === 'play') setPlay({ playing: data.playing, fills: data.fills });
      else if (data.type === 'end') window.close();
    };
    const key = (e: KeyboardEvent): void => {
      if (e.key === 'f') void document.documentElement.requestFullscreen().catch(() => undefined);
      else say({ type: 'key', key: e.key });
      if (!e.ctrlKey && !e.metaKey && e.key.length > 1) e.preventDefault();
    };
    const gone = (): void => say({ type: 'gone' });
    window.addEventListener('keydown', key);
    window.addEventListener('pagehide', gone);
    say({ type: 'ready' });
    return () => {
      window.removeEventListener('keydown', key);
      window.removeEventListener('pagehide', gone);
      c.close();
    };
  }, [id]);
  const { step, black, file, clip, frames } = show;
  if (!exhibit || !step) return <div className={css['stage']} data-black="true" />;
  const say = (m: FromProjected): void => channel.current?.postMessage(m);
  const film = file &&
    clip && {
      file,
      clip,
      frames,
      ...play,
      onEnd: () => undefined,
      onAt: (at: WallAt) => say({ type: 'at', at }),
    };
  return <Stage exhibit={exhibit} step={step} black={black} film={film} />;
}

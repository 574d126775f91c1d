import { convertLine } from '../../media/convert';
import type { Inspected } from '../../media/inspect';

/** A browser that says nothing of a file for so long (ms) has not refused it. */
const PATIENCE = 8000;

/** What the browser's own player makes of a file: nothing, its sound alone, or all of it; null where it has not said. */
async function opened(file: File): Promise<'nothing' | 'sound' | 'picture' | null> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  video.muted = true;
  video.preload = 'auto';
  try {
    return await new Promise((done) => {
      video.onloadeddata = () => done(video.videoWidth > 0 ? 'picture' : 'sound');
      video.onerror = () => done('nothing');
      setTimeout(() => done(null), PATIENCE);
      video.src = url;
    });
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

/** Tries a file in the browser's player before anything is marked on it: headers alone do not say what is shown. */
export async function tried(file: File, found: Inspected): Promise<Inspected> {
  const did = await opened(file);
  const { media, plays } = found;
  if (did === 'nothing') {
    return {
      ...found,
      opens: false,
      plays: { ...plays, video: media.video === '' ? null : false },
      notices: [
        `This browser does not open a file of this kind (${[media.video, media.audio].filter(Boolean).join(', ').toUpperCase()}): nothing of it can be seen, heard or marked here. Keep it as the original, make a copy and open that beside it: ${convertLine(file.name)}`,
        ...found.notices.filter((n) => !n.startsWith('This browser cannot show')),
      ],
    };
  }
  if (did === 'sound' && plays.video === true) {
    return {
      ...found,
      plays: { ...plays, video: false },
      notices: [
        `This browser plays the sound of this file and shows none of its pictures. Make a copy and open that beside it: ${convertLine(file.name)}`,
        ...found.notices,
      ],
    };
  }
  return found;
}

import { proxy } from 'comlink';
import { addCopy } from '../../actions/footage';
import { sameRecording } from '../../media/same';
import type { Source } from '../../record/source';
import { askMedia, type OpenFile } from '../../ui/open-files';
import { run } from '../../ui/run';
import type { Picked } from './handles';
import { look, refuse, reopen } from './recordings';

const silent = () => proxy((): void => undefined);

/**
 * Opens a copy of a recording that the browser does not play, in its place: it is compared with the original, which is open, frame by
 * frame and by sound, and its hash stands in the case beside the original's. @returns whether it was taken
 */
export async function openCopy(source: Source, original: OpenFile, picked: Picked): Promise<boolean> {
  const title = `${picked.file.name} was not taken as a copy of ${source.name}`;
  const not = (why: string): false => {
    refuse(title, why);
    return false;
  };
  const inspected = await look(picked);
  if (!inspected) return false;
  if (!inspected.opens || inspected.plays.video === false)
    return not('This browser does not play it either. Make the copy by the line that stands there.');
  const job = `copy of ${source.id}`;
  const frames = await askMedia((api) => api.frames(picked.file, job, silent()));
  if (!frames.ok) return not(frames.why);
  const heard = original.peaks && inspected.plays.audio === true;
  const sound = heard ? await askMedia((api) => api.hear(picked.file, job, job, silent())) : null;
  const like = sound?.ok && sound.value ? await askMedia((api) => api.likeness(source.id, job)) : null;
  void askMedia((api) => api.forget(job).then(() => ({ ok: true, value: null }) as const));
  if (like && !like.ok) return not(like.why);
  const verdict = sameRecording(original.frames, frames.value, like?.ok ? like.value : null);
  if (!verdict.same) return not(`${verdict.why} It is no copy of ${source.file}, frame for frame.`);
  const digest = await askMedia((api) => api.digest(picked.file, job, silent()));
  if (!digest.ok || !digest.value) return not(digest.ok ? 'Its hash is not known.' : digest.why);
  const copy = {
    file: picked.file.name,
    size: picked.file.size,
    sha256: digest.value,
    says: verdict.says,
  };
  if (!(await run(addCopy(source, copy)))) return false;
  return reopen({ ...source, copies: [...(source.copies ?? []), copy] }, picked);
}

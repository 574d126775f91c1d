import { useRef } from 'react';
import type { Read } from '../../analysis/analyze';
import type { Exhibit } from '../../exhibits/exhibit';
import type { FrameTable } from '../../media/frames';
import type { ExhibitPlan, HearingStep } from '../../record/paper';
import type { OpenFile } from '../../ui/open-files';
import { type Clip, clipOf } from './clip';

/** A clip with its file and frames, ready to be shown. */
export interface Film {
  readonly clip: Clip;
  readonly file: File;
  readonly frames: FrameTable | null;
}

/** The film of a step; null where it is none, its file is not open, or its frames are not read yet. */
export function filmOf(
  read: Read,
  exhibit: Exhibit,
  plan: ExhibitPlan,
  files: ReadonlyMap<string, OpenFile>,
  step: HearingStep | null,
): Film | null {
  const open = step?.show === 'footage' ? files.get(step.id) : undefined;
  if (!step || !open || (open.frames === null && open.inspected.media.video !== '' && open.framesRead < 1))
    return null;
  const clip = clipOf(read, exhibit, step, plan.cites, open.frames);
  return clip && { clip, file: open.file, frames: open.frames };
}

/** The film of the step that is shown; the same object while nothing of it changes, so that a clip that plays is not begun anew. */
export function useFilm(
  of: (step: HearingStep | null) => Film | null,
  step: HearingStep | null,
): Film | null {
  const kept = useRef<Film | null>(null);
  const now = of(step);
  const was = kept.current;
  const same =
    now !== null &&
    was?.file === now.file &&
    was.frames === now.frames &&
    JSON.stringify(was.clip) === JSON.stringify(now.clip);
  if (!same) kept.current = now;
  return kept.current;
}

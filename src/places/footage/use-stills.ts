import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { stillsPdf, stillsWord } from '../../exhibits/documents/stills';
import { fileName } from '../../exhibits/printable';
import type { Still } from '../../exhibits/still';
import type { FramePlayer } from '../../media/player/frame-player';
import type { Source } from '../../record/source';
import type { CaseView } from '../../ui/case-view';
import type { OpenFile } from '../../ui/open-files';
import { saveFile } from '../../ui/save-file';
import { stampNow } from '../../ui/stamp-now';
import { today } from '../../ui/today';
import { useExport } from '../../ui/use-export';
import { marginOf } from './still-of';
import { frameOn, pngWithMargin, stillFrom } from './still-png';

export interface Stills {
  readonly taken: readonly Still[];
  /** Takes the frame on screen: a PNG is saved, and the still is kept for a page of them. */
  readonly take: () => Promise<void>;
  readonly drop: (at: number) => void;
  readonly page: (ending: 'docx' | 'pdf') => Promise<void>;
  readonly making: boolean;
}

/** Two pictures of the screen: what a paused element still had to paint is painted. */
const painted = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
/** A frame on its way is waited for so long, in pictures of the screen. */
const PATIENCE = 240;

const refuse = (message: string): void => void notifications.show({ color: 'yellow', message });

/** Stills of the recording that leads, while this tab is open. */
export function useStills(
  view: CaseView,
  source: Source | undefined,
  open: OpenFile | undefined,
  player: FramePlayer | null,
): Stills {
  const [taken, setTaken] = useState<readonly Still[]>([]);
  const { underWay, make } = useExport();
  const take = async (): Promise<void> => {
    if (!source || !open || !player) return;
    if (open.inspected.plays.video !== true || player.dead || !open.frames)
      return refuse('No still was taken: this browser shows no picture of this recording, or not yet.');
    const { sha256 } = open;
    if (sha256 === '')
      return refuse(
        'No still was taken: the hash of the file, which stands in its margin, is still being read.',
      );
    player.pause();
    for (let i = 0; i < PATIENCE && (player.shown.moving || i === 0); i++) await painted();
    const { frame, ms, moving } = player.shown;
    if (frame === null || moving) return refuse('No still was taken: the frame asked for is not shown yet.');
    const picture = frameOn(player.video);
    await painted();
    if (player.shown.frame !== frame) return refuse('No still was taken: the picture was moving.');
    const { record, analysis } = view;
    const margin = marginOf({ record, analysis }, source, sha256, {
      frame,
      ms,
      of: open.frames.times.length,
    });
    const bears = [
      await stampNow(record.case.id),
      record.case.madeUp ? 'MADE UP: no such case, no such people.' : '',
    ];
    const bytes = await pngWithMargin(picture, margin, bears.filter(Boolean));
    saveFile(fileName(`${source.name} frame ${frame}`, 'png'), 'image/png', bytes);
    const still = await stillFrom(picture, margin);
    setTaken((old) => [...old, still]);
  };
  const page = async (ending: 'docx' | 'pdf'): Promise<void> => {
    const { title, court, number, madeUp } = view.record.case;
    const stamp = await stampNow(view.record.case.id);
    const pages = { caption: { court, parties: title, number }, madeUp, stamp, stills: taken };
    await make(ending === 'docx' ? stillsWord : stillsPdf, { pages, day: today() });
  };
  return {
    taken,
    take,
    drop: (at) => setTaken((old) => old.filter((_, i) => i !== at)),
    page,
    making: underWay !== null,
  };
}

import type { Read } from '../../analysis/analyze';
import { counterLine, timeOf } from '../../analysis/clocks';
import { clipCite } from '../../exhibits/cites';
import type { Still } from '../../exhibits/still';
import { clockOfRecording } from '../../media/marks';
import { calibrations, overlayAt } from '../../media/overlay';
import { daysText, secondsText, tenthsText } from '../../media/shown';
import type { Source } from '../../record/source';
import { printMedia } from '../../time/grammar/print';

/** What stands in the margin of a frame. @param at frame and counter (ms) of what is on screen @param sha256 of the file that is open: the original, or a copy that plays in its place */
export function marginOf(
  { record, analysis }: Read,
  source: Source,
  sha256: string,
  at: { readonly frame: number; readonly ms: number; readonly of: number },
): Pick<Still, 'cite' | 'lines'> {
  const stands = clockOfRecording(record, source.id);
  const clock = record.clocks.find((c) => c.id === stands?.clockId);
  const zone = clock?.zone || record.case.zone;
  const shows = stands
    ? overlayAt(calibrations(record, source.id, stands.clockId), at.ms, record.case.policies.drift)
    : null;
  const time = timeOf(counterLine(analysis, source.id), { min: at.ms, max: at.ms });
  const copy = source.copies?.find((c) => c.sha256 === sha256);
  const zoneSays = clock?.zone || 'zone not stated';
  return {
    cite: clipCite(source, at.ms, null, { from: at.frame, to: null }, 'full'),
    lines: [
      ['Frame', `${at.frame} of ${at.of}, counted from 0`],
      ['Counter', printMedia(Math.round(at.ms), 1)],
      ['Overlay', shows ? `${daysText(shows, zone)}, ${secondsText(shows, zone)} (${zoneSays})` : 'not read'],
      [
        'Case time',
        time
          ? `${daysText(time, record.case.zone)}, ${tenthsText(time, record.case.zone)} (${record.case.zone})`
          : 'not tied to the clocks of the case',
      ],
      ['File', source.file],
      ['sha-256', copy ? source.sha256 : sha256],
      ...(copy
        ? ([
            ['Shown from', `a copy, ${copy.file}: ${copy.says}`],
            ['its sha-256', copy.sha256],
          ] as const)
        : []),
    ],
  };
}

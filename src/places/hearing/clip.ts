import type { Read } from '../../analysis/analyze';
import { counterLine, type OffsetLine, timeOf } from '../../analysis/clocks';
import { clipCite } from '../../exhibits/cites';
import type { Exhibit } from '../../exhibits/exhibit';
import { printable } from '../../exhibits/printable';
import { type FrameTable, frameAt } from '../../media/frames';
import { clockOfRecording } from '../../media/marks';
import { type Calibration, calibrations, overlayAt } from '../../media/overlay';
import { daysText, tenthsText } from '../../media/shown';
import type { ExhibitPlan, HearingStep } from '../../record/paper';
import { printMedia } from '../../time/grammar/print';

/** What the wall is told of a clip: the stretch, what stands beside it, and what makes its readings. Nothing of the attorney's own. */
export interface Clip {
  readonly source: string;
  readonly from: number;
  readonly to: number | null;
  readonly loops: boolean;
  /** The entry it is of, for the picture beside it; empty for none. */
  readonly row: string;
  readonly says: string;
  readonly cites: string;
  readonly captions: readonly { readonly from: number; readonly to: number; readonly says: string }[];
  readonly overlay: {
    readonly list: readonly Calibration[];
    readonly rate: number;
    readonly zone: string;
  } | null;
  readonly time: { readonly line: OffsetLine; readonly zone: string } | null;
}

/** A line said so shortly before or after (ms) still stands below: a caption that blinks cannot be read. */
const LINGERS = 400;

/** A step of footage as the wall shows it; null for any other step, and for a recording that the case does not have. */
export function clipOf(
  { record, analysis }: Read,
  exhibit: Exhibit,
  step: HearingStep,
  style: ExhibitPlan['cites'],
  frames: FrameTable | null,
): Clip | null {
  const source = step.show === 'footage' ? record.sources.find((s) => s.id === step.id) : undefined;
  if (!source) return null;
  const from = step.at ?? 0;
  const to = step.to ?? null;
  const fact = step.row ? exhibit.facts.find((f) => f.id === step.row) : undefined;
  const stands = clockOfRecording(record, source.id);
  const clock = record.clocks.find((c) => c.id === stands?.clockId);
  const list = stands ? calibrations(record, source.id, stands.clockId) : [];
  const line = counterLine(analysis, source.id);
  const shown = frames ? { from: frameAt(frames, from), to: to === null ? null : frameAt(frames, to) } : null;
  return {
    source: source.id,
    from,
    to,
    loops: step.loops ?? false,
    row: fact ? fact.id : '',
    says: fact ? `${fact.clock} ${fact.what}${fact.doubt === '' ? '' : ` (${fact.doubt})`}` : source.name,
    cites: clipCite(source, from, to, shown, style),
    captions:
      step.captions === false
        ? []
        : record.cues
            .filter((c) => c.sourceId === source.id && c.to >= from && (to === null || c.from <= to))
            .map((c) => ({
              from: c.from,
              to: c.to,
              says: printable(c.speaker === '' ? c.text : `${c.speaker}: ${c.text}`),
            })),
    overlay:
      list.length > 0
        ? { list, rate: record.case.policies.drift, zone: clock?.zone || record.case.zone }
        : null,
    time: line
      ? {
          line: { range: line.range, rate: line.rate, fixed: line.fixed },
          zone: record.case.zone,
        }
      : null,
  };
}

/** What stands beside a clip at a time on its counter, ms; empty texts where it is not known. */
export function readingsOf(
  clip: Pick<Clip, 'overlay' | 'time' | 'captions'>,
  ms: number,
): { counter: string; overlay: string; time: string; day: string; captions: readonly string[] } {
  const { overlay, time, captions } = clip;
  const shows = overlay && overlayAt(overlay.list, ms, overlay.rate);
  const at = time && timeOf(time.line, { min: ms, max: ms });
  return {
    counter: printMedia(Math.max(0, Math.round(ms)), 1),
    overlay: shows && overlay ? `${tenthsText(shows, overlay.zone)} ${overlay.zone}` : '',
    time: at && time ? tenthsText(at, time.zone) : '',
    day: at && time ? `${daysText(at, time.zone)}, ${time.zone}` : '',
    captions: captions
      .filter((c) => c.from <= ms && ms <= Math.max(c.to, c.from + LINGERS))
      .map((c) => c.says),
  };
}

/** The middle of case time at a time on the counter, ms; null where it is not tied. */
export function caseTimeAt({ time }: Pick<Clip, 'time'>, ms: number): number | null {
  const at = time && timeOf(time.line, { min: ms, max: ms });
  return at && Number.isFinite(at.min + at.max) ? (at.min + at.max) / 2 : null;
}

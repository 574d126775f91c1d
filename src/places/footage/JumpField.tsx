import { Select, TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { clockLine, counterLine, middle, shownAt, timeOf } from '../../analysis/clocks';
import { clockOfRecording } from '../../media/marks';
import { calibrations } from '../../media/overlay';
import { jumpByOverlay } from '../../media/overlay-day';
import type { FramePlayer } from '../../media/player/frame-player';
import { parseTime } from '../../time/grammar/parse';
import { resolveReading } from '../../time/grammar/resolve';
import type { CaseView } from '../../ui/case-view';
import css from './footage.module.css';
import type { Parts } from './use-parts';

interface Props {
  readonly view: CaseView;
  readonly source: string;
  readonly player: FramePlayer | null;
  readonly field: RefObject<HTMLInputElement | null>;
  /** The files of the recording, where it has several. */
  readonly split: Parts;
}

/** On the counter of a recording in several files, over all of them. */
const WHOLE = 'whole';

/** Jumps to a typed time: a counter (`3:15.2`), a frame (`#4512`), the overlay, or any clock of the case. */
export function JumpField({ view, source, player, field, split }: Props) {
  const [text, setText] = useState('');
  const [on, setOn] = useState('counter');
  const [why, setWhy] = useState('');
  const jump = (): void => {
    const whole = on === WHOLE && split.parts.length > 1;
    const to = target(view, source, whole ? 'counter' : on, text.trim());
    if (typeof to === 'string') return setWhy(to);
    setWhy('');
    setText('');
    if (whole && 'ms' in to) split.goWhole(to.ms);
    else if ('frame' in to) player?.seekFrame(to.frame);
    else player?.seek(to.ms);
    field.current?.blur();
  };
  return (
    <form
      className={css['jump']}
      onSubmit={(e) => {
        e.preventDefault();
        jump();
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        w={130}
        aria-label="Jump to"
        placeholder="jump to  /"
        value={text}
        error={why || undefined}
        classNames={{ input: 'mono' }}
        onChange={(e) => {
          setText(e.currentTarget.value);
          setWhy('');
        }}
        onKeyDown={(e) => {
          if (e.key === 'Escape') e.currentTarget.blur();
          if (e.key !== 'Enter') return;
          // With a second field in the form a browser submits nothing by itself.
          e.preventDefault();
          jump();
        }}
      />
      <Select
        size="xs"
        w={150}
        aria-label="On the clock"
        value={on}
        onChange={(v) => v && setOn(v)}
        allowDeselect={false}
        data={[
          { value: 'counter', label: 'counter or #frame' },
          ...(split.parts.length > 1 ? [{ value: WHOLE, label: 'counter over all files' }] : []),
          { value: 'overlay', label: 'its overlay' },
          ...view.record.clocks
            .filter((c) => c.kind !== 'media')
            .map((c) => ({ value: c.id, label: c.name })),
        ]}
      />
    </form>
  );
}

/** Where a typed time lies on the counter, or why it cannot be told. */
function target(
  view: CaseView,
  source: string,
  on: string,
  text: string,
): { ms: number } | { frame: number } | string {
  const frame = /^#(\d+)$/.exec(text);
  if (frame) return { frame: Number(frame[1]) };
  const stands = clockOfRecording(view.record, source);
  if (on === 'overlay') {
    const clock = view.record.clocks.find((c) => c.id === stands?.clockId);
    const list = calibrations(view.record, source, stands?.clockId ?? '');
    const length =
      view.record.sources.find((s) => s.id === source)?.media?.duration ?? Number.POSITIVE_INFINITY;
    const zone = clock?.zone || view.record.case.zone;
    const ms = jumpByOverlay(view.record, list, text, stands?.date ?? '', zone, length);
    return typeof ms === 'string' ? ms : { ms };
  }
  const parsed = parseTime(
    on === 'counter' && /^\d/.test(text)
      ? `v ${/^\d+(\.\d+)?$/.test(text) ? `0:${text.padStart(2, '0')}` : text}`
      : text,
  );
  if (!parsed.ok) return parsed.why;
  if (parsed.written.form !== 'reading') return 'write one time, such as 3:15.2 or 14:03:22';
  const clock = view.record.clocks.find((c) => c.id === on);
  const resolved = resolveReading(parsed.written, {
    date: stands?.date ?? '',
    zone: clock?.zone || view.record.case.zone,
    approximate: 0,
  });
  if (!resolved.ok) return resolved.why;
  const at = resolved.interval.min;
  if (parsed.written.from.clock === 'media') return { ms: at };
  const time = timeOf(clockLine(view.analysis, on), { min: at, max: at });
  const counter = time && shownAt(counterLine(view.analysis, source), time);
  return counter ? { ms: middle(counter) } : 'this recording is not tied to that clock yet';
}

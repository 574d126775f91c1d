import { Autocomplete, Button, Group, Select, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { fresh } from '../../actions/act';
import { saveEntry } from '../../actions/entries';
import type { Sheet } from '../../drawing/lanes/lanes';
import { EVENT_KINDS, type EventKind, KINDS } from '../../record/vocabulary';
import { draftKey } from '../../store/drafts';
import { printLengthOf } from '../../time/duration';
import { clockOf, dayOf, localOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import { run } from '../../ui/run';
import { understoodTime } from '../../ui/TimeField';
import { useFields } from '../../ui/use-fields';
import css from './timeline.module.css';
import type { Range } from './use-range';

const NO_REFS = new Set<string>();

interface Props {
  readonly view: CaseView;
  readonly sheet: Sheet;
  readonly range: Range;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** From and to, ms. */
  readonly drawn: readonly [number, number];
  readonly onDone: () => void;
}

const WORDS = { kind: 'note' as EventKind, actor: '', description: '', source: '' };

/** A stretch drawn on the picture: how long it is, and an entry made of it, on the reference clock, in the words and by the source that are typed. */
export function SpanDraft({ view, sheet, range, left, width, height, drawn, onDone }: Props) {
  const { latest } = view;
  const reference = latest.clocks.find((c) => c.reference) ?? latest.clocks[0];
  const zone = reference?.zone || latest.case.zone;
  const [a, b] = drawn.map((t) => Math.round(t / 1000) * 1000) as [number, number];
  // Its words outlive the box; the stretch is drawn anew.
  const words = useFields(WORDS, draftKey(latest.case.id, 'stretch'));
  const times = useFields({ start: clockOf(a, zone, true), end: clockOf(b, zone, true) });
  const f = { ...words.form.fields, ...times.form.fields };
  const leave = (): void => {
    words.draft.drop();
    onDone();
  };
  const wide = Math.max(1, width - 10 - left);
  const x = (t: number): number =>
    Math.max(
      left,
      Math.min(width - 10, left + ((sheet.axis.toU(t) - range.u0) / (range.u1 - range.u0)) * wide),
    );
  const day = dayOf(localOf(a, zone));
  const sameDay = day === dayOf(localOf(b, zone));
  const asDrawn = useRef(times.reset);
  asDrawn.current = times.reset;
  // A stretch drawn anew has its own times, whatever was typed of the last.
  useEffect(() => asDrawn.current(), [a, b, zone]);
  const timeOk = (text: string): boolean =>
    understoodTime(text, day, zone, NO_REFS, latest.case.policies.approximate).ok;
  const ready =
    f.description.trim() !== '' &&
    f.source.trim() !== '' &&
    sameDay &&
    timeOk(f.start) &&
    (!KINDS[f.kind].span || timeOk(f.end));
  const save = (): Promise<unknown> =>
    run(
      saveEntry(
        latest,
        null,
        fresh({
          ...f,
          end: KINDS[f.kind].span ? f.end : '',
          date: day,
          clock: reference?.name ?? 'dispatch',
          page: '',
          ref: '',
        }),
      ),
    );
  return (
    <>
      <div
        className={css['drawn-span']}
        style={{ left: x(drawn[0]), width: Math.max(2, x(drawn[1]) - x(drawn[0])), height: height - 44 }}
      />
      <form
        className={css['edge-trial']}
        aria-label="A stretch drawn on the picture"
        style={{ top: 60 }}
        onSubmit={(s) => {
          s.preventDefault();
          if (ready) void save().then((done) => done && leave());
        }}
        onKeyDown={(k) => k.key === 'Escape' && leave()}
      >
        <strong>{printLengthOf(b - a)}</strong> on {reference?.name ?? 'the reference clock'}
        {!sameDay && (
          <span className="bad">
            {' '}
            A stretch over midnight cannot become one entry here: type it under Record.
          </span>
        )}
        <Group gap="xs" align="flex-end" mt={6}>
          <TextInput
            size="xs"
            label="From"
            {...times.input('start')}
            error={!timeOk(f.start)}
            w={90}
            classNames={{ input: 'mono' }}
          />
          <TextInput
            size="xs"
            label="to"
            {...times.input('end')}
            error={!timeOk(f.end)}
            disabled={!KINDS[f.kind].span}
            w={90}
            classNames={{ input: 'mono' }}
          />
          <Select
            size="xs"
            label="Kind"
            searchable
            value={f.kind}
            onChange={(k) => k && words.set({ kind: k as EventKind })}
            data={EVENT_KINDS.map((k) => ({ value: k, label: KINDS[k].label }))}
            w={170}
          />
          <TextInput size="xs" label="Who" {...words.input('actor')} w={120} />
          <TextInput
            size="xs"
            label="What happened"
            {...words.input('description')}
            style={{ flex: 1 }}
            autoFocus
          />
          <Autocomplete
            size="xs"
            label="Source"
            {...words.input('source')}
            data={[...new Set(latest.sources.map((s) => s.name))]}
            w={150}
          />
          <Button type="submit" size="xs" disabled={!ready}>
            Add
          </Button>
          <Button size="xs" variant="default" onClick={leave}>
            Let go
          </Button>
        </Group>
        <p className="cite" style={{ margin: '6px 0 0' }}>
          {KINDS[f.kind].span
            ? 'A span: it gets both ends.'
            : 'A moment: it gets the first of the two times.'}{' '}
          An entry says what a source says: name the source.
        </p>
      </form>
    </>
  );
}

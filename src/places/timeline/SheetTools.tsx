import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconBookmark,
  IconMinus,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Sheet } from '../../drawing/lanes/lanes';
import { typedRange } from '../../drawing/sheet/typed-range';
import type { CaseView } from '../../ui/case-view';
import { laterMenu } from '../../ui/later-menu';
import { waiting } from '../../words/grouped';
import { dayDrawn } from '../../words/moment';
import { establishedIn } from '../../words/status';
import css from './timeline.module.css';
import type { Lanes } from './use-lanes';
import type { Range } from './use-range';

const Bookmarks = laterMenu(() => import('./Bookmarks').then((m) => m.Bookmarks));
const ViewMenu = laterMenu(() => import('./ViewMenu').then((m) => m.ViewMenu));

interface Props {
  readonly view: CaseView;
  readonly sheet: Sheet;
  readonly range: Range;
  readonly lanes: Lanes;
  readonly clock: string | null;
  readonly onClock: (id: string | null) => void;
  readonly findings: string;
  readonly onFindings: (which: string) => void;
  /** How many rows moved, where the sheet shows what was written; null where it shows what is proved. */
  readonly asWritten: number | null;
  readonly onAsWritten: (on: boolean) => void;
  readonly minute: boolean;
  readonly onMinute: (on: boolean) => void;
  readonly onSelection: (() => void) | null;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onNextHit: () => void;
  /** How many entries hold the words; null while none are searched. */
  readonly hits: number | null;
  /** Null while nothing is unfolded by hand. */
  readonly onRefold: (() => void) | null;
}

/** Everything above the picture: where to look, on which clock, at which findings and lanes. */
export function SheetTools({
  view,
  sheet,
  range,
  lanes,
  clock,
  onClock,
  findings,
  onFindings,
  asWritten,
  onAsWritten,
  minute,
  onMinute,
  onSelection,
  words,
  onWords,
  onNextHit,
  hits,
  onRefold,
}: Props) {
  const stop = sheet.axis.stretches.find((s) => s.stop);
  return (
    <div className="sheet-tools" role="toolbar" aria-label="View">
      <Button.Group>
        <Button size="compact-sm" variant="default" onClick={range.whole}>
          Whole case
        </Button>
        {stop && (
          <Button size="compact-sm" variant="default" onClick={() => range.zoomTo(stop.u0, stop.u1)}>
            The stop
          </Button>
        )}
        <Button size="compact-sm" variant="default" disabled={!onSelection} onClick={() => onSelection?.()}>
          Selection
        </Button>
      </Button.Group>
      <Tool label="Back to the view before ([)" icon={<IconArrowLeft size={15} />} onClick={range.back} />
      <Tool label="Forward (])" icon={<IconArrowRight size={15} />} onClick={range.forward} />
      <Tool label="Zoom in (+)" icon={<IconPlus size={15} />} onClick={() => range.zoomBy(0.6)} />
      <Tool label="Zoom out (−)" icon={<IconMinus size={15} />} onClick={() => range.zoomBy(1 / 0.6)} />
      <RangeField view={view} sheet={sheet} range={range} />
      <Bookmarks
        button={<Tool label="Bookmarks" icon={<IconBookmark size={15} />} />}
        view={view}
        sheet={sheet}
        range={range}
      />
      <TextInput
        size="xs"
        w={120}
        aria-label="Search the timeline"
        placeholder="search"
        value={words}
        onChange={(e) => onWords(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter') onNextHit();
          if (e.key === 'Escape') onWords('');
        }}
        rightSection={hits === null ? undefined : <span className="cite">{hits}</span>}
      />
      <ViewMenu
        button={
          <Button size="compact-sm" variant="default">
            View{lanes.hidden.length > 0 ? ` (${lanes.hidden.length} hidden)` : ''}
          </Button>
        }
        {...{ view, sheet, lanes, clock, onClock, findings, onFindings, onAsWritten, minute, onMinute }}
        plain={asWritten !== null}
      />
      {onRefold && (
        <Button size="compact-sm" variant="default" onClick={onRefold}>
          Fold again
        </Button>
      )}
      <Tool label="Print the sheet" icon={<IconPrinter size={15} />} onClick={() => window.print()} />
      <span className={`cite ${css['sheet-says']}`}>
        {(view.busy
          ? ['working out the bounds …']
          : asWritten === null
            ? summaryOf(view)
            : [`as written: ${asWritten} ${asWritten === 1 ? 'entry lies' : 'entries lie'} elsewhere`]
        ).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
    </div>
  );
}

/** @param rest what a menu adds to the button that it lies behind */
function Tool({
  label,
  icon,
  ...rest
}: {
  label: string;
  icon: React.ReactNode;
  onClick?: (() => void) | null;
}) {
  const { onClick } = rest;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={26}
        {...rest}
        onClick={onClick ?? undefined}
        disabled={onClick === null}
        aria-label={label.replace(/ \(.*\)$/, '')}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** `23 entries;` and `9 findings shown by the record, 4 of them uncontested`: the second is left out whole where it has no room. */
function summaryOf(view: CaseView): string[] {
  const { findings } = view.analysis;
  const waits = new Set([...waiting(findings, view.latest.case).values()].flat());
  const established = establishedIn(findings, waits);
  const n = view.record.events.length;
  return [`${n} ${n === 1 ? 'entry' : 'entries'}`, established];
}

/** A stretch typed as people write it, `14:04 to 14:26`, on the day of the stop or of the first entry. */
function RangeField({ view, sheet, range }: { view: CaseView; sheet: Sheet; range: Range }) {
  const [text, setText] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const go = (): void => {
    const written = text.trim();
    if (written === '') return;
    const anchor =
      view.analysis.stops.find((s) => s.begins)?.begins ??
      view.record.events[0]?.id ??
      view.record.custody[0]?.id ??
      '';
    const { zone, policies } = view.record.case;
    const typed = typedRange(written, dayDrawn(view, anchor), zone, policies.approximate);
    if ('why' in typed) return setWhy(typed.why);
    setWhy(null);
    range.zoomTo(sheet.axis.toU(typed.from), sheet.axis.toU(typed.to));
  };
  return (
    <TextInput
      size="xs"
      w={135}
      aria-label="Show from one time to another"
      placeholder="14:04 to 14:26"
      value={text}
      onChange={(e) => {
        setText(e.currentTarget.value);
        setWhy(null);
      }}
      onKeyDown={(e) => e.key === 'Enter' && go()}
      error={why}
      classNames={{ input: 'mono' }}
    />
  );
}

import { counterLine, shownAt } from '../../analysis/clocks';
import { rowById } from '../../record/rows';
import { readCounter } from '../../time/grammar/counted';
import { printMedia } from '../../time/grammar/print';
import type { CaseView } from '../../ui/case-view';
import { momentNumber } from '../../words/moment';

/** A camera that was running at a moment, and what its counter then read at best, ms. */
interface Filmed {
  readonly source: string;
  readonly name: string;
  readonly ms: number;
  /** Its counter may have read from here to there. */
  readonly from: number;
  readonly to: number;
}

/** Every recording that filmed an entry: its own, and those tied to it that were running. */
export function filmedIn(view: CaseView, id: string): Filmed[] {
  const m = momentNumber(view.record, id);
  const { min, max } = view.analysis.positions;
  const [lo, hi] = [min[m] ?? Number.NaN, max[m] ?? Number.NaN];
  const own = rowById(view.record.events, id);
  const counted = readCounter(own?.start ?? '');
  return view.record.sources.flatMap((s): Filmed[] => {
    if (!s.media) return [];
    if (counted && own?.sourceId === s.id)
      return [{ source: s.id, name: s.name, ms: counted.at, from: counted.at, to: counted.to ?? counted.at }];
    const shown = Number.isFinite(lo + hi) && shownAt(counterLine(view.analysis, s.id), { min: lo, max: hi });
    if (!shown) return [];
    const { min: from, max: to } = shown;
    if (to < 0 || from > s.media.duration) return [];
    const ms = Math.max(0, Math.min(s.media.duration, (from + to) / 2));
    return [{ source: s.id, name: s.name, ms, from: Math.max(0, from), to: Math.min(s.media.duration, to) }];
  });
}

/** Opens the moment in every camera that has it. */
export function FilmedIn({ view, id }: { view: CaseView; id: string }) {
  const list = filmedIn(view, id);
  if (list.length === 0) return null;
  const href = (some: readonly Filmed[]): string =>
    `#/case/${view.record.case.id}/footage?rec=${some.map((f) => encodeURIComponent(f.source)).join(',')}&t=${Math.round(some[0]?.ms ?? 0)}`;
  return (
    <>
      <div className="overline">On the footage</div>
      <ul className="premises" aria-label="On the footage">
        {list.map((f) => (
          <li key={f.source}>
            <a href={href([f])}>{f.name}</a>{' '}
            <span className="cite mono">
              {f.to - f.from < 1000
                ? printMedia(f.ms, 1000)
                : `${printMedia(f.from, 1000)} – ${printMedia(f.to, 1000)}`}
            </span>
          </li>
        ))}
        {list.length > 1 && (
          <li>
            <a href={href(list.slice(0, 4))}>all {Math.min(4, list.length)} side by side</a>
          </li>
        )}
      </ul>
    </>
  );
}

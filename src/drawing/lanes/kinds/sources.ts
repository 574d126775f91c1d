import type { Clock } from '../../../record/clock';
import type { EventRow } from '../../../record/event';
import { firstOf } from '../../../record/split';
import { classOf } from '../../../record/vocabulary';
import { type Bounds, printUpTo } from '../../../time/duration';
import { UNTIED } from '../../../time/solver/moment';
import { eventDetails, eventLane } from '../event-lane';
import { bar, type LaneKind, SOURCES } from '../lane';

/** One lane a source: cameras by what they cover, the others by what they say when. */
export const sources: LaneKind = {
  id: 'sources',
  group: SOURCES,
  says: 'one lane a source: cameras by what they cover, the others by what they say when',
  legend: [
    { key: 'source', name: 'recorded', swatch: bar('source') },
    {
      key: 'entry',
      name: 'entry of a source',
      swatch: (x, y) => [{ t: 'dot', x: x + 11, y: y + 6, r: 3, fill: 'ink' }],
    },
    {
      key: 'uncovered',
      name: 'no sound, off, or unaccounted',
      swatch: (x, y) => [{ t: 'rect', x, y, w: 22, h: 12, fill: 'paper', stroke: 'muted', hatch: 'dots' }],
    },
  ],
  lay: (ground, axis) => {
    const { record } = ground;
    const joined = record.sources.some((s) => s.follows !== undefined);
    const bySource = new Map<string, number[]>();
    record.events.forEach((e, i) => {
      // A recording that its camera split into several files is one.
      const of = joined ? firstOf(record.sources, e.sourceId) : e.sourceId;
      const list = bySource.get(of);
      if (list) list.push(i);
      else bySource.set(of, [i]);
    });
    const clocks = new Map(record.clocks.map((c) => [c.id, c]));
    return record.sources.flatMap((source) => {
      const rows = bySource.get(source.id) ?? [];
      const coverage = rows.filter((i) => classOf((record.events[i] as EventRow).kind) === 'coverage');
      const first = record.events[rows[0] ?? -1];
      const { untied } = ground.analysis.positions;
      const head = {
        id: `source ${source.id}`,
        group: SOURCES,
        name: source.name,
        sub:
          coverage.length > 0 && coverage.every((i) => untied[2 * i] === UNTIED.counter)
            ? 'by its counter only'
            : clockSays(
                first ? clocks.get(first.clockId) : undefined,
                ground.analysis.clocks.find((c) => c.id === first?.clockId)?.offset ?? null,
              ),
      };
      return coverage.length > 0
        ? eventLane({ ...head, labels: 1 }, ground, axis, coverage)
        : eventLane({ ...head, labels: 0, pointsOnly: true }, ground, axis, rows);
    });
  },
  details: eventDetails,
};

/** What a lane says of its clock, outward: nothing that the bounds allow is left out. @param proved its offset as the record proves it, ms */
export function clockSays(clock: Clock | undefined, proved: Bounds | null): string {
  if (!clock) return '';
  if (clock.reference) return 'reference clock';
  if (clock.offset) {
    const { min, max } = clock.offset;
    const [least, most] = [(v: number) => Math.floor(v / 1000), (v: number) => Math.ceil(v / 1000)];
    return max <= 0
      ? `${least(-max)}–${most(-min)} s ahead`
      : min >= 0
        ? `${least(min)}–${most(max)} s behind`
        : `−${most(-min)} to +${most(max)} s`;
  }
  const width = proved ? proved.max - proved.min : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(width)) return 'no offset known';
  return `tied within ${width < 1000 ? `${Math.ceil(width)} ms` : printUpTo(width)}`;
}

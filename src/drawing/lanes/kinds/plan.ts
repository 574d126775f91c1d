import { daySpan, daysSay, instantsOfDays } from '../day-span';
import type { LaneKind } from '../lane';
import { spanLane } from '../span-lane';
import { DOCKET } from './offers';

/** What is shown to the other side by which day: the plan for each finding. */
export const plan: LaneKind = {
  id: 'disclosure-plan',
  group: DOCKET,
  says: 'what is planned to be shown by which day',
  tables: ['disclosures'],
  legend: [
    {
      key: 'plan',
      name: 'planned to be shown by',
      swatch: (x, y) => [{ t: 'dot', x: x + 11, y: y + 6, r: 5, fill: 'paper', stroke: 'mission' }],
    },
  ],
  instants: (ground) =>
    instantsOfDays(
      ground,
      (ground.beside.disclosures ?? []).map((p) => p.by),
    ),
  lay: (ground, axis) =>
    spanLane(
      { id: 'disclosure plan', group: DOCKET, name: 'To be shown by', sub: '', hit: 'row', labels: 1 },
      axis,
      (ground.beside.disclosures ?? []).flatMap((p, i) =>
        daySpan(
          ground,
          i,
          p.id,
          [p.by, ''],
          { ink: 'mission', shape: 'ring', legend: 'plan' },
          `${titleFor(ground, p.about)}: ${p.plan}`,
        ),
      ),
    ),
  details: (ground, id) => {
    const p = ground.beside.disclosures?.find((x) => x.id === id);
    return p
      ? {
          title: 'Plan for a finding',
          says: titleFor(ground, p.about),
          facts: [
            ['Plan', p.plan],
            ['By', daysSay(p.by)],
          ],
          goes: { to: `findings?at=${encodeURIComponent(p.about)}`, says: 'Open the finding' },
        }
      : null;
  },
};

/** What the finding of a plan is called; plainly a finding where it is not there any more. */
const titleFor = ({ analysis }: Parameters<LaneKind['lay']>[0], about: string): string =>
  analysis.findings.find((f) => f.key === about)?.title ?? 'a finding';

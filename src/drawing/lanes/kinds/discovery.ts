import { saysNone } from '../../../analysis/outstanding';
import { daySpan, daysSay, instantsOfDays } from '../day-span';
import { bar, type LaneKind, type Style } from '../lane';
import { spanLane } from '../span-lane';

const DISCOVERY = { id: 'discovery', name: 'Discovery' };

/** What came on which day, and each demand from the day it was sent to the day the thing came. */
export const discovery: LaneKind = {
  id: 'discovery',
  group: DISCOVERY,
  says: 'productions, and each demand until it is met',
  tables: ['productions', 'demands'],
  legend: [
    {
      key: 'production',
      name: 'production',
      swatch: (x, y) => [{ t: 'diamond', x: x + 11, y: y + 6, r: 6, fill: 'source' }],
    },
    { key: 'demand', name: 'asked for, until it came', swatch: bar('source') },
    {
      key: 'demand-none',
      name: 'asked for: no such record',
      swatch: (x, y) => [{ t: 'rect', x, y, w: 22, h: 12, fill: 'paper', stroke: 'source', hatch: 'dots' }],
    },
    {
      key: 'demand-out',
      name: 'asked for, and still out',
      swatch: (x, y) => [
        { t: 'rect', x, y, w: 22, h: 12, fill: 'paper', stroke: 'finding', hatch: 'diagonal' },
      ],
    },
  ],
  instants: (ground) =>
    instantsOfDays(ground, [
      ...(ground.beside.productions ?? []).map((p) => p.day),
      ...(ground.beside.demands ?? []).flatMap((d) => [d.sent, d.received]),
    ]),
  lay: (ground, axis) => {
    const { productions = [], demands = [] } = ground.beside;
    const head = { group: DISCOVERY, sub: '', hit: 'row' } as const;
    const last = axis.stretches.at(-1)?.t1 ?? 0;
    return [
      ...spanLane(
        { ...head, id: 'productions', name: 'Productions', labels: 1 },
        axis,
        productions.flatMap((p, i) =>
          daySpan(
            ground,
            i,
            p.id,
            [p.day, ''],
            { ink: 'source', shape: 'diamond', legend: 'production' },
            p.name,
          ),
        ),
      ),
      ...spanLane(
        { ...head, id: 'demands', name: 'Demands', labels: 0 },
        axis,
        demands.flatMap((d, i) => {
          const none = d.answered !== '' && saysNone(d.answer);
          const until = d.received || (none ? d.answered : '');
          const style: Style =
            d.received !== ''
              ? { ink: 'source', shape: 'bar', legend: 'demand' }
              : none
                ? { ink: 'source', shape: 'bar', hatch: 'dots', rim: 'source', legend: 'demand-none' }
                : { ink: 'finding', shape: 'bar', hatch: 'diagonal', rim: 'finding', legend: 'demand-out' };
          // What is out, refused or put off, runs on to the end of the sheet.
          return daySpan(ground, i, d.id, [d.sent, until], style, d.asks).map((s) =>
            until !== '' ? s : { ...s, t1: last, solid1: last, hi: last },
          );
        }),
      ),
    ];
  },
  details: ({ beside }, id) => {
    const goes = { to: `discovery?at=${encodeURIComponent(id)}`, says: 'Open in Discovery' };
    const p = beside.productions?.find((x) => x.id === id);
    if (p)
      return {
        title: 'Production',
        says: p.name,
        facts: [
          ['Came', daysSay(p.day)],
          ['Archive', p.packet],
          ['Bates', [p.batesFrom, p.batesTo].filter(Boolean).join('–')],
        ],
        goes,
      };
    const d = beside.demands?.find((x) => x.id === id);
    return d
      ? {
          title: 'Demand',
          says: d.asks,
          facts: [
            ['Sent', daysSay(d.sent)],
            ['Answer', [daysSay(d.answered), d.answer].filter(Boolean).join(': ')],
            ['Received', daysSay(d.received) || 'not yet'],
          ],
          goes,
        }
      : null;
  },
};

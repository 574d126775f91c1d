import { fitText, type Ink, type Scene, type Shape, textWidth } from '../drawing/scene/scene';
import { type Days, dateOf, daysOf, printDay } from '../time/days';
import type { PacketEntry } from './packet';

/** px: names at the left, the weeks beside them, a row a kind. */
const [WIDTH, LEFT, ROW, TOP, FOOT] = [900, 108, 30, 34, 34];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const ROWS: readonly (readonly [name: string, kinds: readonly PacketEntry['kind'][]])[] = [
  ['Treatment', ['intake', 'session']],
  ['Screens', ['screen']],
  ['Lapses', ['lapse']],
  ['Work', ['work']],
  ['School', ['school']],
  ['Housing', ['housing']],
  ['Letters', ['letter']],
  ['Before', ['life']],
  ['Other', ['other']],
];

type Certain = PacketEntry & { readonly days: Days; readonly last: number };

/**
 * The arc: weeks from left to right, a row a kind, each entry at its day. Filled where a document shows it, an outline where none
 * does; a diamond is a positive screen, a cross what was missed, a bar what lasted. A day that is uncertain is drawn as wide as it is.
 * @param today number of the day through which it is drawn
 */
export function arcOf(entries: readonly PacketEntry[], today: number): Scene {
  const shown: Certain[] = entries.flatMap((e) => {
    const [days, until] = [daysOf(e.day), daysOf(e.until)];
    return days ? [{ ...e, days, last: until?.max ?? days.max }] : [];
  });
  const first = Math.min(...shown.map((e) => e.days.min), today);
  const last = Math.max(...shown.map((e) => Math.min(e.last, today + 366)), first + 27);
  const rows = ROWS.filter(([, kinds]) => shown.some((e) => kinds.includes(e.kind)));
  const height = TOP + rows.length * ROW + FOOT;
  const k = (WIDTH - LEFT - 14) / (last + 1 - first);
  const x = (day: number): number => LEFT + (day - first) * k;
  const shapes: Shape[] = [...grid(first, last, x, TOP + rows.length * ROW)];
  rows.forEach(([name, kinds], r) => {
    const y = TOP + r * ROW + ROW / 2;
    shapes.push({
      t: 'text',
      x: LEFT - 10,
      y: y + 4,
      text: name,
      size: 12,
      ink: 'ink',
      bold: true,
      anchor: 'end',
    });
    shapes.push({
      t: 'line',
      x: LEFT,
      y: y + ROW / 2,
      x2: WIDTH - 14,
      y2: y + ROW / 2,
      stroke: 'line',
      width: 0.5,
    });
    for (const e of shown.filter((s) => kinds.includes(s.kind))) shapes.push(...mark(e, x, y, k));
  });
  shapes.push(...legend(shown, height - 12));
  return { width: WIDTH, height, left: LEFT, shapes, hits: [], legend: [] };
}

function grid(first: number, last: number, x: (day: number) => number, bottom: number): Shape[] {
  const out: Shape[] = [];
  const weeks = (last - first) / 7 <= 60;
  // Days of the week from Monday; day 0 was a Thursday.
  if (weeks)
    for (let d = first + ((4 - (((first % 7) + 7) % 7) + 7) % 7); d <= last; d += 7)
      out.push({ t: 'line', x: x(d), y: TOP, x2: x(d), y2: bottom, stroke: 'line', width: 0.5 });
  let free = 0;
  for (let d = first; d <= last; d++) {
    const date = dateOf(d);
    if (d !== first && !date.endsWith('-01')) continue;
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    const text = d === first ? printDay(d) : `${MONTHS[month - 1]}${month === 1 ? ` ${year}` : ''}`;
    if (x(d) < free || x(d) + textWidth(text, 11) > WIDTH) continue;
    out.push({ t: 'text', x: x(d), y: TOP - 12, text, size: 11, ink: 'muted' });
    if (day === 1)
      out.push({ t: 'line', x: x(d), y: TOP - 8, x2: x(d), y2: bottom, stroke: 'muted', width: 0.75 });
    free = x(d) + textWidth(text, 11) + 12;
  }
  return out;
}

const inkOf = (e: PacketEntry): Ink =>
  e.kind === 'lapse' || e.outcome === 'positive' ? 'finding' : e.kind === 'screen' ? 'custody' : 'mission';

function mark(e: Certain, x: (day: number) => number, y: number, k: number): Shape[] {
  const ink = inkOf(e);
  const [a, b] = [x(e.days.min), x(e.last + 1)];
  const documented = e.document !== '';
  if (e.outcome === 'missed' || e.outcome === 'excused') {
    const m = a + k / 2;
    const width = e.outcome === 'missed' ? 2 : 1;
    return [
      { t: 'line', x: m - 4, y: y - 4, x2: m + 4, y2: y + 4, stroke: 'finding', width },
      { t: 'line', x: m - 4, y: y + 4, x2: m + 4, y2: y - 4, stroke: 'finding', width },
    ];
  }
  if (e.last > e.days.min || e.until !== '') {
    const bar: Shape = {
      t: 'rect',
      x: a,
      y: y - 7,
      w: Math.max(3, b - a),
      h: 14,
      r: 2,
      ...(documented ? { fill: ink } : { fill: 'paper' as const, stroke: ink, dash: true }),
    };
    const says = fitText(e.what || e.who, 11, b - a - 8);
    return documented || says === ''
      ? [
          bar,
          ...(says === ''
            ? []
            : [{ t: 'text' as const, x: a + 4, y: y + 4, text: says, size: 11, ink: 'paper' as const }]),
        ]
      : [bar, { t: 'text', x: a + 4, y: y + 4, text: says, size: 11, ink: 'ink' }];
  }
  const m = a + k / 2;
  if (e.outcome === 'positive')
    return [{ t: 'diamond', x: m, y, r: 6, fill: documented ? ink : 'paper', stroke: ink }];
  const r = Math.max(2.5, Math.min(5, k * 0.9));
  return [{ t: 'dot', x: m, y, r, ...(documented ? { fill: ink } : {}), stroke: ink }];
}

function legend(shown: readonly Certain[], y: number): Shape[] {
  const out: Shape[] = [];
  let at = LEFT;
  const add = (is: boolean, draw: (x: number) => Shape[], text: string): void => {
    if (!is) return;
    out.push(...draw(at), { t: 'text', x: at + 12, y: y + 4, text, size: 11, ink: 'muted' });
    at += 12 + textWidth(text, 11) + 18;
  };
  const points = shown.filter((e) => e.until === '');
  add(
    points.some((e) => e.document !== ''),
    (x) => [{ t: 'dot', x, y, r: 4, fill: 'mission', stroke: 'mission' }],
    'documented',
  );
  add(
    shown.some((e) => e.document === ''),
    (x) => [{ t: 'dot', x, y, r: 4, stroke: 'mission' }],
    'not documented',
  );
  add(
    shown.some((e) => e.outcome === 'positive'),
    (x) => [{ t: 'diamond', x, y, r: 5, fill: 'finding', stroke: 'finding' }],
    'positive',
  );
  add(
    shown.some((e) => e.outcome === 'missed' || e.outcome === 'excused'),
    (x) => [
      { t: 'line', x: x - 4, y: y - 4, x2: x + 4, y2: y + 4, stroke: 'finding', width: 2 },
      { t: 'line', x: x - 4, y: y + 4, x2: x + 4, y2: y - 4, stroke: 'finding', width: 2 },
    ],
    'missed, or excused (thin)',
  );
  return out;
}

import { scaleLinear } from 'd3';
import { PALETTES } from '../../drawing/paint/palette';
import type { CustodyEntry, Quantity } from '../../record/custody';
import { dayOf, localOf } from '../../time/grammar/zones';
import type { CaseView } from '../../ui/case-view';
import { useThemeChoice } from '../../ui/theme-choice';
import { momentNumber } from '../../words/moment';

const WIDTH = 980;
const HEIGHT = 150;
const LEFT = 70;
const RIGHT = 40;

interface Point {
  readonly label: string;
  readonly value: number;
  readonly plusMinus: number | null;
}

/** A measured quantity at each entry of the chain, in their order, with the uncertainty of the scales: only where it was measured more than once. */
export function QuantityPicture({ chain, view }: { chain: readonly CustodyEntry[]; view: CaseView }) {
  return (['gross', 'net', 'count'] as const).map((of) => {
    const points = chain.flatMap((c) => {
      const q = c.quantities.find((x) => x.of === of);
      return q ? [{ label: handOverDay(view, c), value: q.value, plusMinus: q.plusMinus, unit: q.unit }] : [];
    });
    // Different units would need one scale: they are compared by the rule, and not drawn here.
    if (points.length < 2 || new Set(points.map((p) => p.unit)).size > 1) return null;
    return <OneQuantity key={of} of={of} unit={points[0]?.unit ?? ''} points={points} />;
  });
}

/** The day it came in, as written, or where the case is. */
function handOverDay(view: CaseView, c: CustodyEntry): string {
  const at = view.analysis.positions.at[momentNumber(view.record, c.id) + 1] ?? Number.NaN;
  return c.receivedDate || (Number.isNaN(at) ? '' : dayOf(localOf(at, view.record.case.zone)));
}

function OneQuantity({ of, unit, points }: { of: Quantity['of']; unit: string; points: readonly Point[] }) {
  const p = PALETTES[useThemeChoice()];
  const top = Math.max(...points.map((x) => x.value + (x.plusMinus ?? 0)));
  const y = scaleLinear([0, top * 1.15 || 1], [HEIGHT - 26, 12]);
  const x = scaleLinear([0, points.length - 1], [LEFT + 30, WIDTH - RIGHT - 30]);
  const every = Math.ceil(points.length / 10);
  const name = `${of === 'count' ? 'Count' : `${of[0]?.toUpperCase()}${of.slice(1)} weight`}${unit ? `, ${unit}` : ''}`;
  return (
    <>
      <div className="overline">{name}, entry by entry</div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        role="img"
        fontSize="12"
        aria-label={`${name}: ${points.map((q) => q.value).join(', then ')}`}
      >
        {y.ticks(3).map((t) => (
          <g key={t}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(t)} y2={y(t)} stroke={p.line} />
            <text x={LEFT - 8} y={y(t) + 4} textAnchor="end" fill={p.muted}>
              {t}
            </text>
          </g>
        ))}
        <polyline
          points={points.map((q, i) => `${x(points.length === 1 ? 0 : i)},${y(q.value)}`).join(' ')}
          fill="none"
          stroke={p.custody}
          strokeDasharray="4 3"
          strokeWidth={1.2}
        />
        {points.map((q, i) => (
          <g key={i}>
            {q.plusMinus !== null && (
              <path
                d={`M${x(i)} ${y(q.value - q.plusMinus)}V${y(q.value + q.plusMinus)}M${x(i) - 5} ${y(q.value - q.plusMinus)}h10M${x(i) - 5} ${y(q.value + q.plusMinus)}h10`}
                stroke={p.ink}
                fill="none"
              />
            )}
            <circle cx={x(i)} cy={y(q.value)} r={4} fill={p.custody} stroke={p.paper} />
            {i % every === 0 && (
              <>
                <text x={x(i)} y={y(q.value) - 10} textAnchor="middle" fill={p.ink} fontWeight={650}>
                  {q.value}
                </text>
                <text x={x(i)} y={HEIGHT - 6} textAnchor="middle" fill={p.muted}>
                  {q.label}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
    </>
  );
}

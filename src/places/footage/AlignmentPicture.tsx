import { scaleLinear } from 'd3';
import type { Alignment } from '../../media/alignment';
import { printMedia } from '../../time/grammar/print';
import css from './footage.module.css';

const [W, H, LEFT, BOTTOM] = [340, 120, 44, 22];

/** Why two recordings are said to match: where each piece fits best, and the line on which they agree. */
export function AlignmentPicture({ found }: { found: Alignment }) {
  const agreeing = found.pieces.filter((p) => p.agrees);
  const line = (t: number): number => found.ahead + (found.rate / 1e6) * (t - found.from);
  const low = Math.min(...agreeing.map((p) => p.ahead), line(found.from), line(found.to)) - found.within;
  const high = Math.max(...agreeing.map((p) => p.ahead), line(found.from), line(found.to)) + found.within;
  const x = scaleLinear(
    [
      found.pieces[0]?.at ?? 0,
      Math.max((found.pieces.at(-1)?.at ?? 1) as number, (found.pieces[0]?.at ?? 0) + 1),
    ],
    [LEFT + 6, W - 8],
  );
  const y = scaleLinear([low, high], [H - BOTTOM, 8]);
  const inside = (v: number): number => Math.max(8, Math.min(H - BOTTOM, y(v)));
  return (
    <svg
      viewBox={`0 0 ${W} ${H}`}
      width={W}
      height={H}
      role="img"
      aria-label={`${agreeing.length} of ${found.pieces.length} pieces lie on one line`}
      className={css['alignment']}
    >
      <polygon
        className={css['band']}
        points={[
          [found.from, -1],
          [found.to, -1],
          [found.to, 1],
          [found.from, 1],
        ]
          .map(([t, s]) => `${x(t as number)},${inside(line(t as number) + (s as number) * found.within)}`)
          .join(' ')}
      />
      <line
        x1={x(found.from)}
        x2={x(found.to)}
        y1={y(line(found.from))}
        y2={y(line(found.to))}
        className={css['line']}
      />
      {found.pieces.map((p) => (
        <circle
          key={p.at}
          cx={x(p.at)}
          cy={inside(p.ahead)}
          r={p.agrees ? 2.6 : 2.2}
          className={css[p.agrees ? 'agrees' : 'differs']}
        />
      ))}
      {y.ticks(3).map((t) => (
        <text key={t} x={LEFT} y={y(t) + 3.5} textAnchor="end">
          {(t / 1000).toFixed(3)}
        </text>
      ))}
      {x.ticks(4).map((t) => (
        <text key={t} x={x(t)} y={H - 6} textAnchor="middle">
          {printMedia(t, 1000)}
        </text>
      ))}
    </svg>
  );
}

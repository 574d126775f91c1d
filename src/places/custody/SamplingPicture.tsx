import { PALETTES } from '../../drawing/paint/palette';
import type { Bracket } from '../../record/case';
import type { Sampling } from '../../record/custody';
import { claimsOf } from '../../rules/custody/sampling';
import { useThemeChoice } from '../../ui/theme-choice';

const WIDTH = 980;
const LEFT = 230;
const RIGHT = 330;
const ROW = 34;

const grams = (g: number): string => `${Math.round(g * 100) / 100} g`;

/** How many of the units each claim rests on: a bar of all of them, filled as far as it goes, with the weight and its bracket. */
export function SamplingPicture({
  sampling,
  brackets,
}: {
  sampling: Sampling;
  brackets: readonly Bracket[];
}) {
  const p = PALETTES[useThemeChoice()];
  const claims = claimsOf(sampling, brackets);
  const wide = WIDTH - LEFT - RIGHT;
  const height = claims.length * ROW + 8;
  return (
    <>
      <div className="overline">What was tested, and what it supports</div>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        width="100%"
        role="img"
        fontSize="12.5"
        aria-label={`${sampling.tested} of ${sampling.units} units tested`}
      >
        {claims.map((c, i) => {
          const y = 6 + i * ROW;
          const filled = sampling.units === 0 ? 0 : (c.units / sampling.units) * wide;
          return (
            <g key={c.name}>
              <text x={LEFT - 12} y={y + 16} textAnchor="end" fill={p.ink}>
                {c.name}
              </text>
              <rect x={LEFT} y={y + 2} width={wide} height={20} fill={p.paper} stroke={p.muted} />
              <rect
                x={LEFT}
                y={y + 2}
                width={Math.max(c.units > 0 ? 2 : 0, filled)}
                height={20}
                fill={i === 0 ? p.ink : i === claims.length - 1 ? p.finding : p.mission}
                opacity={i === claims.length - 1 ? 0.55 : 1}
              />
              <text x={WIDTH - RIGHT + 12} y={y + 16} fill={p.ink}>
                {i === 0 || i === claims.length - 1 ? '' : 'at least '}
                <tspan fontWeight={700}>{c.units}</tspan> of {sampling.units}
                {c.weight
                  ? `, ${grams(c.weight.least)}${c.weight.most - c.weight.least > 0.005 ? ` to ${grams(c.weight.most)}` : ''}`
                  : ''}
              </text>
              {c.brackets.length > 0 && (
                <text x={WIDTH - RIGHT + 12} y={y + 29} fill={p.muted} fontSize="11">
                  {c.brackets.join(' or ')}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p className="cite">
        Hypergeometric lower bound, as in the ENFSI and UNODC guidelines on representative drug sampling; it
        holds if the tested units were drawn at random from units that look alike.
      </p>
    </>
  );
}

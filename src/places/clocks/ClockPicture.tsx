import { PALETTES } from '../../drawing/palette';
import { textWidth } from '../../drawing/scene';
import { shortLength } from '../../time/duration';
import type { CaseView } from '../../widgets/case-view';
import { useThemeChoice } from '../../widgets/theme-choice';

const WIDTH = 1150;
const LEFT = 190;
const RIGHT = 290;
const ROW = 26;

/** Every clock against the reference clock: the range within which the record lets it run ahead or behind. */
export function ClockPicture({ view }: { view: CaseView }) {
  const p = PALETTES[useThemeChoice()];
  const rows = view.record.clocks.map((clock) => {
    const offset = view.analysis.clocks.find((c) => c.id === clock.id)?.offset ?? null;
    // A clock ahead of the reference has a negative offset: shown the way people say it.
    return { clock, ahead: offset && Number.isFinite(offset.min) && Number.isFinite(offset.max) ? { min: -offset.max + 0, max: -offset.min + 0 } : null };
  });
  if (rows.length === 0) return null;
  const reach = Math.max(5000, ...rows.flatMap((r) => (r.ahead ? [Math.abs(r.ahead.min), Math.abs(r.ahead.max)] : [])));
  const x = (ms: number): number => LEFT + ((ms + reach) / (2 * reach)) * (WIDTH - LEFT - RIGHT);
  const height = 30 + rows.length * ROW;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} width="100%" role="img" aria-label="Clocks against the reference clock" fontSize="12" style={{ marginBottom: 14 }}>
      <line x1={x(0)} x2={x(0)} y1={20} y2={height - 4} stroke={p.muted} />
      <text x={x(-reach)} y={13} fill={p.muted}>
        {shortLength(reach)} behind
      </text>
      <text x={x(0)} y={13} textAnchor="middle" fill={p.muted}>
        reference
      </text>
      <text x={x(reach)} y={13} textAnchor="end" fill={p.muted}>
        {shortLength(reach)} ahead
      </text>
      {rows.map(({ clock, ahead }, i) => {
        const y = 34 + i * ROW;
        const assumed = !clock.reference && !clock.offset;
        return (
          <g key={clock.id}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} stroke={p.line} />
            <text x={LEFT - 12} y={y + 4} textAnchor="end" fill={p.ink} fontWeight={clock.reference ? 700 : 400}>
              {textWidth(clock.name, 12) > LEFT - 20 ? `${clock.name.slice(0, 22)}…` : clock.name}
            </text>
            {ahead && (
              <rect
                x={x(ahead.min)}
                y={y - 6}
                width={Math.max(3, x(ahead.max) - x(ahead.min))}
                height={12}
                rx={2}
                fill={clock.reference ? p.ink : assumed ? p.paper : p.mission}
                stroke={clock.reference ? p.ink : p.mission}
                strokeDasharray={assumed ? '3 2' : undefined}
              />
            )}
            <text x={WIDTH - RIGHT + 12} y={y + 4} fill={p.muted}>
              {clock.reference ? 'reference' : ahead ? rangeText(ahead) : 'not tied to it'}
              {assumed && ahead ? ', in part assumed' : ''}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function rangeText(r: { min: number; max: number }): string {
  if (r.min >= 0) return `${shortLength(r.min)} to ${shortLength(r.max)} ahead`;
  if (r.max <= 0) return `${shortLength(-r.max)} to ${shortLength(-r.min)} behind`;
  return `${shortLength(-r.min)} behind to ${shortLength(r.max)} ahead`;
}

import { useMemo, useRef } from 'react';
import { spanOf } from '../../drawing/lanes/findings';
import type { Sheet } from '../../drawing/lanes/lanes';
import { PALETTES } from '../../drawing/paint/palette';
import { useThemeChoice } from '../../ui/theme-choice';
import css from './timeline.module.css';
import type { Range } from './use-range';

const HEIGHT = 34;

/** The whole sheet in a strip: how many entries where, the established findings, and the part in view, which is dragged or clicked. */
export function Minimap({
  sheet,
  density,
  range,
  left,
  width,
}: {
  sheet: Sheet;
  density: readonly number[];
  range: Range;
  left: number;
  width: number;
}) {
  const p = PALETTES[useThemeChoice()];
  const drag = useRef<{ x: number; u0: number; u1: number } | null>(null);
  const { length } = sheet.axis;
  const findings = useMemo(
    () =>
      sheet.analysis.findings
        .filter((f) => f.status === 'established' && f.span)
        .slice(0, 60)
        .map((f) => spanOf(sheet, f))
        .filter(([a]) => !Number.isNaN(a)),
    [sheet],
  );
  const wide = Math.max(1, width - 10 - left);
  const x = (u: number): number => left + (Math.max(0, Math.min(length, u)) / length) * wide;
  const [a, b] = [x(range.u0), x(range.u1)];
  return (
    <svg
      className={css['minimap']}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label="The whole case; the part in view is framed"
      onPointerDown={(e) => {
        const u = ((e.nativeEvent.offsetX - left) / wide) * length;
        const half = (range.u1 - range.u0) / 2;
        const inside = u >= range.u0 && u <= range.u1;
        if (!inside) range.zoomTo(u - half, u + half);
        e.currentTarget.setPointerCapture(e.pointerId);
        drag.current = { x: e.clientX, u0: inside ? range.u0 : u - half, u1: inside ? range.u1 : u + half };
      }}
      onPointerMove={(e) => {
        const d = drag.current;
        if (!d) return;
        const by = ((e.clientX - d.x) / wide) * length;
        if (Math.abs(e.clientX - d.x) > 2) range.zoomTo(d.u0 + by, d.u1 + by);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
    >
      <rect x={left} y={2} width={wide} height={HEIGHT - 4} fill={p.panel} />
      {density.map((h, i) =>
        h === 0 ? null : (
          <rect
            key={i}
            x={left + (i / density.length) * wide}
            y={HEIGHT - 4 - h * (HEIGHT - 12)}
            width={Math.max(1, wide / density.length - 0.4)}
            height={h * (HEIGHT - 12)}
            fill={p.source}
          />
        ),
      )}
      {findings.map(([f0, f1], i) => (
        <rect key={i} x={x(f0)} y={2} width={Math.max(2, x(f1) - x(f0))} height={4} fill={p.finding} />
      ))}
      <rect x={left} y={2} width={Math.max(0, a - left)} height={HEIGHT - 4} fill={p.paper} opacity={0.6} />
      <rect
        x={b}
        y={2}
        width={Math.max(0, left + wide - b)}
        height={HEIGHT - 4}
        fill={p.paper}
        opacity={0.6}
      />
      <rect
        x={a}
        y={2}
        width={Math.max(4, b - a)}
        height={HEIGHT - 4}
        fill="none"
        stroke={p.ink}
        strokeWidth={1.4}
        rx={2}
        style={{ cursor: 'grab' }}
      />
    </svg>
  );
}

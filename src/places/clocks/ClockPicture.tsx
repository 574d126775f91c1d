import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { PALETTES } from '../../drawing/paint/palette';
import { textWidth } from '../../drawing/scene/scene';
import { shortLength } from '../../time/duration';
import type { CaseView } from '../../ui/case-view';
import { useThemeChoice } from '../../ui/theme-choice';
import css from './clocks.module.css';

const WIDTH = 1150;
const LEFT = 190;
const RIGHT = 300;
const ROW = 28;

/** How far a clock is said to run ahead of the reference, while it is being tried out; ms, negative where it runs behind. */
export interface Trial {
  readonly clockId: string;
  readonly least: number;
  readonly most: number;
}

/** What is held: the whole range, or one end of it. */
type Part = 'both' | 'least' | 'most';

interface Props {
  readonly view: CaseView;
  readonly trial: Trial | null;
  readonly onTrial: (trial: Trial) => void;
}

/**
 * Every clock against the reference clock: the range within which the record lets it run ahead or behind. A range is
 * dragged, or one end of it, with the pointer or the arrow keys: what that would change is shown beside it.
 */
export function ClockPicture({ view, trial, onTrial }: Props) {
  const p = PALETTES[useThemeChoice()];
  const svg = useRef<SVGSVGElement>(null);
  const held = useRef<{ part: Part; x: number; from: Trial } | null>(null);
  const rows = view.record.clocks.map((clock) => {
    const bounds = view.analysis.clocks.find((c) => c.id === clock.id);
    // A clock ahead of the reference has a negative offset: shown the way people say it.
    const ahead = (
      o: { min: number; max: number } | null | undefined,
    ): { least: number; most: number } | null =>
      o && Number.isFinite(o.min) && Number.isFinite(o.max) ? { least: -o.max + 0, most: -o.min + 0 } : null;
    return {
      clock,
      ahead: ahead(bounds?.offset),
      drift: (bounds?.fixed ?? [])
        .slice(1)
        .map((d) => ahead(d.offset))
        .filter((a) => a !== null),
    };
  });
  if (rows.length === 0) return null;
  const reach = Math.max(
    5000,
    ...rows.flatMap((r) =>
      [r.ahead, ...r.drift].flatMap((a) => (a ? [Math.abs(a.least), Math.abs(a.most)] : [])),
    ),
  );
  const scale = (WIDTH - LEFT - RIGHT) / (2 * reach);
  const x = (ms: number): number => LEFT + (Math.max(-reach, Math.min(reach, ms)) + reach) * scale;
  const height = 30 + rows.length * ROW;

  const moved = (from: Trial, part: Part, by: number): Trial => {
    const step = Math.round(by / 1000) * 1000;
    const least = part === 'most' ? from.least : from.least + step;
    const most = part === 'least' ? from.most : from.most + step;
    return least <= most
      ? { ...from, least, most }
      : part === 'least'
        ? { ...from, least: from.most }
        : { ...from, most: from.least };
  };
  const hold = (e: PointerEvent<SVGElement>, part: Part, from: Trial): void => {
    e.currentTarget.setPointerCapture(e.pointerId);
    held.current = { part, x: e.clientX, from };
  };
  const drag = (e: PointerEvent<SVGElement>): void => {
    const h = held.current;
    if (!h || !svg.current) return;
    const perPixel = WIDTH / svg.current.getBoundingClientRect().width / scale;
    onTrial(moved(h.from, h.part, (e.clientX - h.x) * perPixel));
  };
  const key = (e: KeyboardEvent, part: Part, from: Trial): void => {
    const by = {
      ArrowLeft: -1000,
      ArrowRight: 1000,
      ArrowDown: -1000,
      ArrowUp: 1000,
      PageDown: -60_000,
      PageUp: 60_000,
    }[e.key];
    if (by === undefined) return;
    e.preventDefault();
    onTrial(moved(from, part, e.shiftKey ? 10 * by : by));
  };
  return (
    <div className={css['picture']}>
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${height}`}
        width="100%"
        role="group"
        aria-label="Clocks against the reference clock"
        fontSize="12"
        style={{ marginBottom: 6 }}
      >
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
        {rows.map(({ clock, ahead, drift }, i) => {
          const y = 36 + i * ROW;
          const assumed = !clock.reference && !clock.offset;
          const tried = trial?.clockId === clock.id ? trial : null;
          const now = tried ?? (ahead && { clockId: clock.id, ...ahead });
          const movable = !clock.reference && now !== null;
          const wide = now ? Math.max(3, x(now.most) - x(now.least)) : 0;
          const last = drift.at(-1);
          return (
            <g key={clock.id}>
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} stroke={p.line} />
              <text
                x={LEFT - 12}
                y={y + 4}
                textAnchor="end"
                fill={p.ink}
                fontWeight={clock.reference ? 700 : 400}
              >
                {textWidth(clock.name, 12) > LEFT - 20 ? `${clock.name.slice(0, 22)}…` : clock.name}
              </text>
              {tried && ahead && (
                <rect
                  x={x(ahead.least)}
                  y={y - 6}
                  width={Math.max(3, x(ahead.most) - x(ahead.least))}
                  height={12}
                  rx={2}
                  fill="none"
                  stroke={p.muted}
                />
              )}
              {now && (
                <rect
                  x={x(now.least)}
                  y={y - 6}
                  width={wide}
                  height={12}
                  rx={2}
                  fill={clock.reference ? p.ink : tried ? p.off : assumed ? p.paper : p.mission}
                  stroke={clock.reference ? p.ink : tried ? p.off : p.mission}
                  strokeDasharray={assumed && !tried ? '3 2' : undefined}
                  style={movable ? { cursor: 'grab', touchAction: 'none' } : undefined}
                  onPointerDown={movable ? (e) => hold(e, 'both', now) : undefined}
                  onPointerMove={movable ? drag : undefined}
                  onPointerUp={() => {
                    held.current = null;
                  }}
                />
              )}
              {last && (
                <line
                  x1={x(last.least)}
                  x2={x(last.most)}
                  y1={y + 9}
                  y2={y + 9}
                  stroke={p.mission}
                  strokeWidth={3}
                />
              )}
              {movable &&
                (['least', 'most'] as const).map((part) => (
                  <rect
                    key={part}
                    role="slider"
                    tabIndex={0}
                    aria-label={`${part === 'least' ? 'Least' : 'Most'} that ${clock.name} runs ahead, in seconds`}
                    aria-valuenow={now[part] / 1000}
                    aria-valuemin={-reach / 1000}
                    aria-valuemax={reach / 1000}
                    aria-valuetext={rangeText({ least: now[part], most: now[part] })}
                    className={css['clock-end']}
                    x={x(now[part]) - (part === 'least' ? 8 : 0)}
                    y={y - 9}
                    width={8}
                    height={18}
                    fill={p.muted}
                    fillOpacity={tried ? 0.9 : 0.35}
                    style={{ cursor: 'ew-resize', touchAction: 'none' }}
                    onPointerDown={(e) => hold(e, part, now)}
                    onPointerMove={drag}
                    onPointerUp={() => {
                      held.current = null;
                    }}
                    onKeyDown={(e) => key(e, part, now)}
                  />
                ))}
              <text
                x={WIDTH - RIGHT + 12}
                y={y + 4}
                fill={tried ? p.ink : p.muted}
                fontWeight={tried ? 650 : 400}
              >
                {clock.reference ? 'reference' : now ? rangeText(now) : 'not tied to it'}
                {!tried && last ? `; drifts to ${rangeText(last)}` : ''}
                {assumed && ahead && !tried && !last ? ', in part assumed' : ''}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** `0:41 to 0:43 ahead`, `1:00 behind to 1:00 ahead`: ms, as people say it. */
export function rangeText({ least, most }: { least: number; most: number }): string {
  const span = (a: number, b: number): string =>
    a === b ? shortLength(a) : `${shortLength(a)} to ${shortLength(b)}`;
  if (least >= 0) return `${span(least, most)} ahead`;
  if (most <= 0) return `${span(-most, -least)} behind`;
  return `${shortLength(-least)} behind to ${shortLength(most)} ahead`;
}

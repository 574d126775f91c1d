import type { ReactNode } from 'react';
import { LEGEND_NAMES } from '../drawing/legend';
import { PALETTES, type Theme } from '../drawing/palette';
import type { Ink } from '../drawing/scene';

const ORDER = Object.keys(LEGEND_NAMES);

/** Only what is on the sheet. */
export function Legend({ shown, theme }: { shown: readonly string[]; theme: Theme }) {
  const p = PALETTES[theme];
  return (
    <div className="legend">
      {ORDER.filter((k) => shown.includes(k)).map((k) => (
        <span key={k}>
          <svg width="22" height="12" aria-hidden="true">
            {swatch(k, p)}
          </svg>
          {LEGEND_NAMES[k]}
        </span>
      ))}
    </div>
  );
}

function swatch(k: string, p: Readonly<Record<Ink, string>>): ReactNode {
  const lines = (d: string) => <path d={d} stroke={p.finding} strokeWidth={k === 'break' ? 1.6 : 0.9} />;
  switch (k) {
    case 'completion':
      return <circle cx="11" cy="6" r="4.5" fill={p.paper} stroke={p.mission} strokeWidth="1.8" />;
    case 'entry':
      return <circle cx="11" cy="6" r="3" fill={p.ink} />;
    case 'canine':
      return <path d="M11 0.5L16.5 6L11 11.5L5.5 6Z" fill={p.canine} />;
    case 'uncovered':
      return (
        <>
          <rect x="0.5" y="0.5" width="21" height="11" fill={p.paper} stroke={p.muted} />
          {[4, 8, 12, 16].map((x) => [4, 8].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="0.9" fill={p.muted} />))}
        </>
      );
    case 'cause':
      return (
        <>
          <rect x="0.5" y="0.5" width="21" height="11" fill={p.paper} stroke={p.finding} />
          {lines('M1 4H21M1 8H21')}
        </>
      );
    case 'search':
      return (
        <>
          <rect x="0.5" y="0.5" width="21" height="11" fill={p.paper} stroke={p.finding} />
          {lines('M2 11L11 1M9 11L18 1M2 1L11 11M9 1L18 11')}
        </>
      );
    case 'beyond':
    case 'break':
      return (
        <>
          <rect x="0.5" y="0.5" width="21" height="11" fill={p.paper} stroke={p.finding} />
          {lines(k === 'beyond' ? 'M2 11L11 1M9 11L18 1M16 11L21 5' : 'M2 1L11 11M9 1L18 11M16 1L21 7')}
        </>
      );
    case 'whisker':
      return <path d="M1 6H21M1 3V9M21 3V9" stroke={p.muted} fill="none" />;
    case 'order':
      return <rect x="1" y="1" width="20" height="10" fill={p.paper} stroke={p.mission} strokeDasharray="3 2" />;
    case 'fade':
      return (
        <>
          <rect x="0" y="0" width="12" height="12" fill={p.mission} />
          <rect x="12" y="0" width="10" height="12" fill={p.mission} opacity="0.3" />
        </>
      );
    case 'clash':
      return <circle cx="11" cy="6" r="4" fill={p.paper} stroke={p.finding} strokeWidth="1.8" />;
    case 'run':
      return <path d="M1 2V10M3 2V10M5 2V10M8 2V10M9 2V10M12 2V10M16 2V10M18 2V10" stroke={p.ink} />;
    case 'mission':
    case 'mission2':
    case 'off':
    case 'act':
    case 'source':
    case 'custody':
      return <rect x="0" y="0" width="22" height="12" rx="2" fill={p[k]} />;
    default:
      return null;
  }
}

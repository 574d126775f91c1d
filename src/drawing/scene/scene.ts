/** Colours by what they mean; a palette gives each its value for light, dark, high contrast and paper. */
export type Ink =
  | 'ink'
  | 'muted'
  | 'line'
  | 'faint'
  | 'paper'
  | 'panel'
  | 'mission'
  | 'mission2'
  | 'off'
  | 'canine'
  | 'act'
  | 'source'
  | 'custody'
  | 'finding';

export type Hatch = 'diagonal' | 'back' | 'dots' | 'cross' | 'level';

interface At {
  readonly x: number;
  readonly y: number;
}

/** What a painter can draw, in CSS pixels: the same list for canvas and SVG. */
export type Shape =
  | (At & {
      readonly t: 'rect';
      readonly w: number;
      readonly h: number;
      readonly fill?: Ink;
      readonly opacity?: number;
      readonly stroke?: Ink;
      readonly dash?: boolean;
      readonly hatch?: Hatch;
      readonly r?: number;
      readonly fade?: 'left' | 'right';
    })
  | (At & {
      readonly t: 'line';
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Ink;
      readonly width?: number;
      readonly dash?: boolean;
    })
  | (At & { readonly t: 'dot'; readonly r: number; readonly fill?: Ink; readonly stroke?: Ink })
  | (At & { readonly t: 'diamond'; readonly r: number; readonly fill?: Ink; readonly stroke?: Ink })
  | (At & {
      readonly t: 'text';
      readonly text: string;
      readonly size: number;
      readonly ink: Ink;
      readonly bold?: boolean;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly turned?: boolean;
      readonly spaced?: boolean;
      /** A rim of paper, so that it reads over hatches and lines. */
      readonly halo?: boolean;
    });

/** Where the pointer meets something: the row or finding it is, and how many rows are drawn there as one. */
export interface Hit {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** `row`: of a table beside the record. */
  readonly kind: 'event' | 'custody' | 'row' | 'finding' | 'band' | 'fold' | 'run';
  /** Row id, finding key, or empty for a fold or a run of rows. */
  readonly id: string;
  /** Stretch in drawing units, for zooming into a run or fold. */
  readonly u0?: number;
  readonly u1?: number;
  readonly says: string;
}

/** The picture as data. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** x at which time begins: left of it stand the lanes' names. */
  readonly left: number;
  readonly shapes: readonly Shape[];
  readonly hits: readonly Hit[];
  /** What of the marks is on this sheet: the legend lists only these. */
  readonly legend: readonly string[];
}

const NARROW = new Set("ijlt.,:;'|!()[]f ‘’“”·".split(''));
const WIDE = new Set('mwMWØ%@—'.split(''));

/** Width of a text in px, estimated from its letters (Public Sans, tabular figures), a little too wide rather than too narrow. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const c of text)
    em += NARROW.has(c)
      ? 0.34
      : WIDE.has(c)
        ? 0.9
        : c >= 'A' && c <= 'Z'
          ? 0.69
          : c >= '0' && c <= '9'
            ? 0.62
            : 0.57;
  return em * size * (bold ? 1.05 : 1);
}

/** The text, shortened with an ellipsis to fit `room` px; empty where not even three letters fit. */
export function fitText(text: string, size: number, room: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  let cut = text.slice(0, Math.max(0, Math.floor(room / (size * 0.4))));
  while (cut.length > 2 && textWidth(`${cut}…`, size, bold) > room) cut = cut.slice(0, -1);
  return cut.length > 2 ? `${cut.trimEnd()}…` : '';
}

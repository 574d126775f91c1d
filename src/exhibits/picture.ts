import { spanOf } from '../drawing/lanes/findings';
import { type Sheet, sheetSteps } from '../drawing/lanes/lanes';
import { layout, type View, wholeView } from '../drawing/scene/layout';
import { withLegend } from '../drawing/scene/legend';
import { oneMinute } from '../drawing/scene/one-minute';
import { pagesOf } from '../drawing/scene/pages';
import type { Scene } from '../drawing/scene/scene';
import { finish, type Steps } from '../time/steps';
import type { Exhibit } from './exhibit';

/** One picture of an exhibit: the one-minute view, the whole sheet, the stop, a finding, or an entry. */
export interface Look {
  readonly show: 'minute' | 'whole' | 'stop' | 'finding' | 'entry';
  /** Finding key or row id. */
  readonly id: string;
}

const sheets = new WeakMap<object, Sheet>();

/** The sheet of an exhibit, laid once. */
export const sheetOf = (exhibit: Pick<Exhibit, 'read'>): Sheet => finish(sheetOfSteps(exhibit));

/** The same in steps: of a long record it takes longer than a screen may stand still. */
export function* sheetOfSteps({ read }: Pick<Exhibit, 'read'>): Steps<Sheet> {
  let sheet = sheets.get(read);
  if (!sheet) {
    sheet = yield* sheetSteps(read.record, read.analysis, { lettered: true });
    sheets.set(read, sheet);
  }
  return sheet;
}

/** The stretch of the sheet that a look takes in, in drawing units; the whole where it names nothing that is drawn. */
export function stretchOf(sheet: Sheet, look: Look): readonly [number, number] {
  const { axis, analysis } = sheet;
  const padded = (a: number, b: number): readonly [number, number] => {
    const pad = Math.max((b - a) * 0.5, axis.length / 250);
    return [Math.max(0, a - pad), Math.min(axis.length, b + pad)];
  };
  if (look.show === 'stop') {
    const stop = axis.stretches.find((s) => s.stop);
    if (stop) return [stop.u0, stop.u1];
  }
  if (look.show === 'finding') {
    const f = analysis.findings.find((x) => x.key === look.id);
    const [a, b] = f ? spanOf(sheet, f) : [Number.NaN, Number.NaN];
    if (!Number.isNaN(a) && !Number.isNaN(b)) return padded(Math.min(a, b), Math.max(a, b));
  }
  if (look.show === 'entry') {
    const custody = sheet.record.custody.some((c) => c.id === look.id);
    const [a, b] = (custody ? (['released', 'received'] as const) : (['start', 'end'] as const)).map((edge) =>
      axis.toU(analysis.positions.at[sheet.momentAt(look.id, edge)] ?? Number.NaN),
    );
    const known = [a, b].filter((u): u is number => u !== undefined && !Number.isNaN(u));
    if (known.length > 0) {
      const [lo, hi] = [Math.min(...known), Math.max(...known)];
      const pad = Math.max((hi - lo) * 0.6, axis.length / 60);
      return [Math.max(0, lo - pad), Math.min(axis.length, hi + pad)];
    }
  }
  return [0, axis.length];
}

/** A look of an exhibit as a scene so many px wide. @param stretch drawing units instead of those of the look */
export function sceneOf(
  exhibit: Pick<Exhibit, 'read' | 'picture'>,
  look: Look,
  width: number,
  stretch?: readonly [number, number],
): Scene {
  const minute = look.show === 'minute' ? oneMinute(exhibit.read.record, exhibit.read.analysis, width) : null;
  if (minute) return minute;
  const { sheet, view } = seenOf(exhibit, look, width, stretch);
  return layout(sheet, view);
}

/** The lanes and the part of the sheet that a look takes in. */
function seenOf(
  exhibit: Pick<Exhibit, 'read' | 'picture'>,
  look: Look,
  width: number,
  stretch?: readonly [number, number],
): { readonly sheet: Sheet; readonly view: View } {
  const whole = sheetOf(exhibit);
  const [u0, u1] = stretch ?? stretchOf(whole, look);
  const sheet = look.show === 'whole' ? whole : near(whole, u0, u1, look.id);
  const view: View = {
    ...wholeView(sheet, width),
    still: true,
    u0,
    u1,
    hidden: new Set(exhibit.picture.hidden),
    clock: exhibit.picture.clock,
    selected: look.show === 'finding' || look.show === 'entry' ? look.id : null,
    findings: look.show === 'finding' ? 'selected' : 'all',
  };
  return { sheet, view };
}

/** The sheet with those lanes that have a mark in the stretch: what is near a finding, drawn as large as it may be. */
function near(sheet: Sheet, u0: number, u1: number, id: string): Sheet {
  const seen = (lane: Sheet['lanes'][number]): boolean => {
    for (let i = 0; i < lane.n; i++) {
      if (
        Math.max(lane.u1[i] as number, lane.hi[i] as number) >= u0 &&
        Math.min(lane.u0[i] as number, lane.lo[i] as number) <= u1
      )
        return true;
    }
    return false;
  };
  // A finding of the chain is seen without the stop, and one of the stop without the chain.
  const finding = sheet.analysis.findings.find((f) => f.key === id);
  const custody = finding ? finding.item !== null : null;
  const lanes = sheet.lanes.filter(
    (l) => seen(l) && (custody === null || custody === (l.group.id === 'custody')),
  );
  return lanes.length > 0 ? { ...sheet, lanes } : sheet;
}

/** The same with its legend below, for paper. */
export const paperScene = (
  exhibit: Pick<Exhibit, 'read' | 'picture'>,
  look: Look,
  width: number,
  stretch?: readonly [number, number],
): Scene => withLegend(sceneOf(exhibit, look, width, stretch));

/** What a legend takes of a page at most, px. */
const LEGEND_ROOM = 80;

/**
 * The same on as many pages as it takes to be read, the legend on the last.
 * @param room height of a page, px of the scene; @param least size of letters, px, that are just readable
 */
export function paperPages(
  exhibit: Pick<Exhibit, 'read' | 'picture'>,
  look: Look,
  width: number,
  room: number,
  least: number,
  stretch?: readonly [number, number],
): readonly Scene[] {
  const { sheet, view } = seenOf(exhibit, look, width, stretch);
  const pages = pagesOf(sheet, view, room - LEGEND_ROOM, least);
  const legend = [...new Set(pages.flatMap((scene) => scene.legend))];
  return pages.map((scene, i) => (i === pages.length - 1 ? withLegend({ ...scene, legend }) : scene));
}

/** Whether there is anything to draw. */
export const isDrawn = (exhibit: Pick<Exhibit, 'read'>): boolean => sheetOf(exhibit).lanes.length > 0;

import type { EventRow } from '../../record/event';
import { linesSaid } from '../formats/table';

/** A unit that is called by its dog: `K9-2`, `K92`, `Canine 3`. */
const DOG_UNIT = /^(?:k-?9|canine)(?:[ -]?\d{1,3}[A-Z]?)?$/i;
const ARRIVED =
  /^(?:arrived?|arvd?|arrvd|arr|on[ _-]?scene|onsc?n?|o\/s|at[ _-]?scene|10-97|10-23|unit (?:arrived|on scene))$/i;
/** Letters that are the arrival of a unit in a log that has its dispatch in two letters too: `AR` may be an arrest elsewhere. */
const ARRIVED_CODE = /^(?:ar|os|oc|ds|97|23)$/i;
const SENT_CODE = /^(?:d|di|dp|ds|dsp|disp|er|en|enr|enrt|rs|e|98)$/i;

/** What is told of each arrival that was read so. */
export const DOG_ARRIVES = 'a unit that is called by its dog arrives, which is read as Dog arrives';

/** Whether a unit is called by its dog. */
export const isDogUnit = (actor: string): boolean => DOG_UNIT.test(actor.trim());

/** The status that a cell states, of `DISPATCHED -> AT_SCENE` and `Status: On Scene` too. */
const statusSaid = (cell: string): string =>
  cell
    .split(/\s*(?:->|→|=>)\s*/)
    .at(-1)
    ?.replace(/^(?:new )?(?:unit )?status\s*[:=]\s*/i, '')
    .trim() ?? '';

/**
 * The first arrival of each unit that is called by its dog is the dog’s: made so, and told in the notice that it gives.
 * @param cellsOf the cells of a row of a dispatch history in which its status may stand
 */
export function dogsArrive<R extends { readonly event: EventRow }>(
  rows: readonly R[],
  cellsOf: (row: R) => readonly string[],
): string[] {
  const dogs = rows.filter(({ event }) => isDogUnit(event.actor));
  if (dogs.length === 0) return [];
  const codes = rows.some((row) => cellsOf(row).some((cell) => SENT_CODE.test(statusSaid(cell))));
  const there = new Set<string>();
  const lines: number[] = [];
  for (const row of dogs) {
    const { event } = row;
    const says = cellsOf(row).map(statusSaid);
    const unit = event.actor.toLowerCase();
    if (event.kind === 'dog-arrives') there.add(unit);
    if (event.kind !== 'note' || there.has(unit)) continue;
    if (!says.some((s) => ARRIVED.test(s) || (codes && ARRIVED_CODE.test(s)))) continue;
    event.kind = 'dog-arrives';
    there.add(unit);
    if (event.line !== null) lines.push(event.line);
  }
  return lines.length === 0 ? [] : [`Line ${linesSaid(lines)}: ${DOG_ARRIVES}.`];
}

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
export const statusSaid = (cell: string): string =>
  cell
    .split(/\s*(?:->|→|=>)\s*/)
    .at(-1)
    ?.replace(/^(?:new )?(?:unit )?status\s*[:=]\s*/i, '')
    .trim() ?? '';

/** A row of a dispatch history, with the words of its status. */
interface Status {
  readonly event: EventRow;
  readonly says: readonly string[];
}

/** The first arrival of each unit that is called by its dog is the dog’s: made so, and told in the notice that it gives. */
export function dogsArrive(rows: readonly Status[]): string[] {
  const codes = rows.some((r) => r.says.some((s) => SENT_CODE.test(s)));
  const there = new Set<string>();
  const lines: number[] = [];
  for (const { event, says } of rows) {
    if (!isDogUnit(event.actor)) continue;
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

import { parseTime } from '../../time/grammar/parse';
import { resolveReading } from '../../time/grammar/resolve';

const DAY = 86_400_000;

/**
 * A stretch of the sheet as people write it: `14:04 to 14:26`, or past midnight `22:00 to 00:05`; both ends in ms.
 * @param date the day where none is written @param approximate what "about" means in this case, ms
 */
export function typedRange(
  text: string,
  date: string,
  zone: string,
  approximate: number,
): { readonly from: number; readonly to: number } | { readonly why: string } {
  const halves = text.split(/\s+(?:to|until|thru)\s+|\s*[–—-]\s*/i);
  const ends = (halves.length === 2 ? halves : [text]).map((half) => {
    const parsed = parseTime(half);
    if (!parsed.ok) return { ok: false as const, why: parsed.why };
    if (parsed.written.form !== 'reading') return { ok: false as const, why: 'write 14:04 to 14:26' };
    return resolveReading(parsed.written, { date, zone, approximate });
  });
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first?.ok) return { why: first?.why ?? 'write 14:04 to 14:26' };
  if (!last?.ok) return { why: last?.why ?? 'write 14:04 to 14:26' };
  const { min } = first.interval;
  const { max } = last.interval;
  return { from: min, to: max < min ? max + DAY : max };
}

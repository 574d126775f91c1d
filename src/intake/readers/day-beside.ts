import type { Block } from './blocks';
import type { FoundDate } from './dates';
import type { FoundTime } from './times';

/** No more stands between a time and its day, characters. */
const BESIDE = 120;

/** A day that stands at a time: before it (`03/15/2024 22:14`, `July 9 at 9:00`), or after it (`2330 on 08/16`). */
export function dateAt(
  text: string,
  t: FoundTime,
  dates: readonly FoundDate[],
): { date: FoundDate; behind: boolean } | null {
  for (const date of dates) {
    if (t.at - date.end > BESIDE || date.at - t.end > BESIDE) continue;
    if (date.end <= t.at) {
      const gap = text.slice(date.end, t.at);
      if (
        /^(?:T|,?\s?(?:\((?:mon|tue|wed|thu|fri|sat|sun)\w*\)|(?:mon|tue|wed|thu|fri|sat|sun)\w*,?)?\s?(?:at|@|-|from|between|about|approximately|around|\/)?\s*|,?\s+(?:at )?time(?: of day)?\s*[:=]?\s*)$/i.test(
          gap,
        )
      )
        return { date, behind: false };
    } else if (date.at >= t.end) {
      const gap = text.slice(t.end, date.at);
      if (/^\s?\($/.test(gap) && text[date.end] === ')') return { date, behind: true };
      // `… at 6:15 p.m. On March 19, …`: the day is that of the next sentence.
      if (/\.\s+On\b/.test(text.slice(t.end - 1, date.at))) continue;
      if (
        /^(?:,?\s?(?:hours|hrs)?,?\s?on (?:the )?(?:mon|tue|wed|thu|fri|sat|sun)?\w*,?\s?|,? )$/i.test(gap) &&
        (/on/.test(gap) || !date.day.startsWith('-'))
      ) {
        const taken = /^\s?(?:\d{1,2}:\d{2}|\d{4}\b)/.test(text.slice(date.end)) && !/on/.test(gap);
        if (!taken) return { date, behind: true };
      }
    }
  }
  return null;
}

/** What ends or begins on a day is a paper, and nothing that is told there. */
const OF_A_PAPER =
  /\b(?:end(?:s|ed)?|expire[sd]?|r[au]n out|valid|due|issued|born|began|return(?:ed)?|effective|renew\w*|lapsed?|suspended)\s+on (?:the )?$/i;

/** A day that no time has taken is looked for so far before a time, characters. */
const NEAR = 160;

/** A day of the same or the last sentence that no other time has taken. */
export function nearDate(
  text: string,
  t: FoundTime,
  dates: readonly FoundDate[],
  times: readonly FoundTime[],
): FoundDate | undefined {
  return dates.findLast((d) => {
    if (d.end > t.at || t.at - d.end >= NEAR) return false;
    const between = text.slice(d.end, t.at);
    const taken =
      times.some((o) => o !== t && o.at < t.at && dateAt(text, o, [d])) ||
      times.some((o) => o !== t && o.at >= d.end && o.at < t.at);
    const before = text.slice(0, d.at);
    const sentences = (between.match(/[.;]\s+[A-Z]/g) ?? []).length;
    return (
      !taken &&
      sentences <= 1 &&
      /\bon (?:the )?$/i.test(before) &&
      // The sentence before may end with the day of a paper: `an agreement that ran out on July 2`.
      (sentences === 0 || !OF_A_PAPER.test(before))
    );
  });
}

const DATE_BOX =
  /^date\b(?![^:]*\b(?:report|typed|printed|written|prepared|birth|approved|reviewed|signed)\b)[^:]{0,24}:/i;
const TIME_BOX = /^time\b[^:]{0,24}:/i;
/** So many boxes above that of the time, its day may stand. */
const ABOVE = 3;

/** `Time received: 10:42` some lines below `Date submitted: March 18, 2024`: the day in that box. */
export function dayInBoxAbove<R extends { readonly b: Block; readonly dates: readonly FoundDate[] }>(
  rows: readonly R[],
  at: number,
): FoundDate | undefined {
  const row = rows[at];
  if (!row || row.b.prose || row.dates.length > 0 || !TIME_BOX.test(row.b.text)) return undefined;
  for (let i = at - 1; i >= Math.max(0, at - ABOVE); i--) {
    const { b, dates } = rows[i] as R;
    if (b.prose || TIME_BOX.test(b.text)) return undefined;
    if (DATE_BOX.test(b.text)) return dates.length === 1 ? dates[0] : undefined;
  }
  return undefined;
}

import type { Block } from './blocks';

/** `[00:14:02] sit tight`, `14:02 - returns`: what a row begins with. */
const LEAD = /^\W{0,3}(\d{1,3}):(\d{2})(?::(\d{2}))?(?![\d:]|\s?[ap]\.?\s?m\b|[ap]\b|\s?(?:hrs|hours)\b)/i;
const RECORDED =
  /\b(?:video|bwc|body[- ]?(?:worn|cam\w*)|cameras?|dash ?cam\w*|recording|footage|counter|elapsed|run ?time|clip|audio|jail call|media time)\b/i;
/** The first act of a recording comes within ten minutes of its start. */
const FIRST = 600;
const LONGEST = 4 * 3600;

/**
 * Whether the rows of a paper begin with positions in a recording and no times of day: they count up from nothing, in one
 * shape, and its head speaks of a recording or they stand in brackets. At one in the morning a log may begin so as well:
 * then its times are not told, which is the lesser fault.
 */
export function countsFromZero(blocks: readonly Block[]): boolean {
  const rows = blocks.flatMap((b) => {
    const m = LEAD.exec(b.text);
    return m ? [{ m, boxed: /^\W*\[/.test(b.text) }] : [];
  });
  if (rows.length < 3) return false;
  const long = rows.every(({ m }) => m[3] !== undefined);
  if (!long && rows.some(({ m }) => m[3] !== undefined)) return false;
  const at = rows.map(({ m }) =>
    long ? Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3]) : Number(m[1]) * 60 + Number(m[2]),
  );
  if ((at[0] as number) >= FIRST || at.some((s, i) => s > LONGEST || s < (at[i - 1] ?? 0))) return false;
  const head = blocks
    .slice(0, 8)
    .map((b) => b.text)
    .join('\n');
  return RECORDED.test(head) || (long && rows.every((r) => r.boxed));
}

/** `at 06:12 of the video`, `at the 6:12 mark`; what stands on its clock or is stamped there is a time of day. */
const OF_RECORDING =
  /^\s*(?:(?:of|in|into|on|through) (?:the |my |his |her |this |that |said |[A-Z][\w.]*(?: [A-Z][\w-]*)?.s )?(?:\w+[ -]){0,2}(?:video|recording|footage|clip|audio|bwc|body[- ]?cam\w*|dash ?cam\w*)\b(?!.s? (?:clock|stamp|time|overlay|display))|mark\b|into the\b)/i;

/** `(see BWC 00:31:14)`: where to look. */
const SEEN_AT =
  /(?:\b(?:see|cf\.?|refer to|ref\.?)\b[^.;()]{0,30}|[([]\s?)\b(?:bwc|body[- ]?(?:worn )?cam\w*|dash ?cam\w*|mvr|icv|video|recording|footage|clip)\b[^.;()\d]{0,16}$/i;

/** Whether what follows a short time says that it counts from the start of a recording. */
export const isOfRecording = (
  text: string,
  t: { readonly at: number; readonly end: number; readonly text: string },
): boolean =>
  (/(?:^|\s)\d{1,3}:\d{2}$|(?:^|\s)0?[0-3]:\d{2}:\d{2}$/.test(t.text) &&
    OF_RECORDING.test(text.slice(t.end))) ||
  (/^(?:at )?0?[0-3]:\d{2}:\d{2}/.test(t.text) && SEEN_AT.test(text.slice(0, t.at)));

/** Whether a time at this place is what its row begins with. */
export const isCounter = (b: Block, at: number): boolean => at < 4 && LEAD.test(b.text);

import type { CalendarDay } from '../intake/formats/calendar';
import type { DocketDate } from '../record/docket';
import type { Act } from './act';
import { BLANK_DATE } from './docket';
import { addOwn, changeOwn } from './own-rows';

/** What a calendar calls a day, as a kind of ours. */
function kindOf(says: string): DocketDate['kind'] {
  if (/\bplea\b.*\b(cut-?off|deadline)\b|\bcut-?off\b/i.test(says)) return 'plea-cutoff';
  if (/\bdeadline\b|\bdue\b|\bfil(e|ing)\b|\bresponse\b/i.test(says)) return 'deadline';
  if (
    /\bhearing\b|\bconference\b|\barraignment\b|\bmotions?\b|\bsentencing\b|\bstatus\b|\bplea\b/i.test(says)
  )
    return 'hearing';
  return /\btrial\b|\bjury\b/i.test(says) ? 'trial' : 'other';
}

/**
 * Days of a calendar file as days of the docket, one step: one that came before (by the calendar's own name for it) is changed
 * where it moved, and none is put in twice.
 */
export function takeCalendar(
  caseId: string,
  dates: readonly DocketDate[],
  days: readonly CalendarDay[],
): { readonly act: Act | null; readonly says: string } {
  const known = new Map(dates.filter((d) => d.uid !== '').map((d) => [d.uid, d]));
  const own = new Set(dates.map((d) => `${d.id}@stopline`));
  const fields = (c: CalendarDay) => ({
    day: c.until === '' ? c.day : `${c.day} to ${c.until}`,
    hour: c.hour,
    where: c.where.slice(0, 20_000),
  });
  const fresh = days.filter((c) => !known.has(c.uid) && !own.has(c.uid));
  const moved = days.flatMap((c) => {
    const d = known.get(c.uid);
    const edits = d
      ? changeOwn('dates', d, fields(c)).edits.filter((e) => Object.keys(e.after ?? {}).length > 0)
      : [];
    return edits;
  });
  const says = [
    `${fresh.length} ${fresh.length === 1 ? 'day' : 'days'} came in`,
    moved.length > 0 ? `${moved.length} moved` : '',
    days.length - fresh.length - moved.length > 0
      ? `${days.length - fresh.length - moved.length} were here already`
      : '',
  ]
    .filter(Boolean)
    .join(', ');
  if (fresh.length + moved.length === 0) return { act: null, says: `${says}.` };
  const added = addOwn(
    'dates',
    caseId,
    fresh.map((c) => ({
      ...BLANK_DATE,
      ...fields(c),
      kind: kindOf(c.says),
      title: (c.says.trim() || 'Calendar entry').slice(0, 300),
      uid: c.uid.slice(0, 400),
      note: c.more.slice(0, 2000),
    })),
    'Calendar file',
  );
  return {
    act: { ...added, says: `Calendar file: ${says}`, edits: [...moved, ...added.edits] },
    says: `${says}.`,
  };
}

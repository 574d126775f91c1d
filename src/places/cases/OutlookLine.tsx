import { nextOf } from '../../analysis/next-day';
import type { Outlook } from '../../analysis/outlook';
import { today } from '../../ui/today';
import css from './cases.module.css';

/** A deadline this near (days) calls. */
const NEAR = 7;

const dayOf = (date: string): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
const daysTo = (date: string): number => Math.round((Date.parse(date) - Date.parse(today())) / 86_400_000);
const inDays = (n: number): string => (n === 0 ? 'today' : n === 1 ? 'tomorrow' : `in ${n} days`);

/** What a case has ahead and what it shows, in one line: next deadline, findings, what is outstanding, and what else is told. */
export function OutlookLine({
  outlook,
  more = [],
}: {
  outlook: Outlook | undefined;
  more?: readonly { readonly says: string; readonly calls?: boolean }[];
}) {
  const said: { says: string; calls?: boolean; quiet?: boolean }[] = [];
  if (outlook) {
    const { next, passed } = nextOf(outlook.days, today());
    const n = next ? daysTo(next.on) : 0;
    said.push(
      next
        ? { says: `${dayOf(next.on)} (${inDays(n)}): ${next.what}`, calls: n <= NEAR }
        : { says: 'no deadline', quiet: true },
    );
    if (passed > 0)
      said.push({ says: `${passed} open ${passed === 1 ? 'day' : 'days'} passed`, calls: true });
    said.push({
      says:
        outlook.established === 0
          ? 'no finding shown by the record'
          : `${outlook.established} ${outlook.established === 1 ? 'finding' : 'findings'} shown by the record, ${outlook.uncontested} uncontested`,
      quiet: outlook.established === 0,
    });
    if (outlook.outstanding > 0) said.push({ says: `${outlook.outstanding} outstanding` });
    if (outlook.contradictions > 0)
      said.push({
        says: `${outlook.contradictions} contradiction${outlook.contradictions === 1 ? '' : 's'}`,
      });
  } else said.push({ says: 'looking …', quiet: true });
  return (
    <ul className={css['outlook']}>
      {[...said, ...more].map(({ says, ...how }) => (
        <li key={says} data-calls={how.calls ?? false} data-quiet={'quiet' in how ? how.quiet : undefined}>
          {says}
        </li>
      ))}
    </ul>
  );
}

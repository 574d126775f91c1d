import { typedPaper } from '../../papers/paper';
import type { DateOrder } from '../../time/grammar/parse';
import type { Table } from '../formats/table';
import { kindOfRow } from './kinds';
import { readNarrative } from './narrative';
import { sentencesOf } from './sentences';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The columns of the table that is made of prose; names that the layout of a stop log knows. */
const HEADER = ['Id', 'Date', 'Time', 'End date', 'Ends', 'Kind', 'Who', 'What happened'] as const;

/**
 * A paragraph of a report as a table of one row an act, for the mapping screen: its own words, the times and the kinds that it
 * gives, and each line of which nothing was made, with why. What the paragraph does not say is empty, and asked.
 */
export function tableOfProse(text: string, file: string, order: DateOrder): Table {
  const paper = typedPaper(text.replace(/\r\n?/g, '\n'), file);
  const found = readNarrative(paper, { dateOrder: order });
  const whole = plain(text);
  const acts = found.entries
    .filter((e) => e.role === 'event')
    .map((e) => ({
      quote: plain(e.quote),
      cells: [
        e.id,
        e.date,
        e.start || e.relation,
        e.end === '' ? '' : e.endDate,
        e.end,
        e.kind,
        e.actor,
        plain(e.quote),
      ],
    }));
  // A sentence of which nothing was made is a row too: it waits for its time, or is left out by who reads it.
  const told = [...found.entries, ...found.unread].map((e) => plain(e.quote));
  const untold = sentencesOf(whole)
    .map((s) => s.text.trim())
    .filter((s) => s !== '' && !told.some((t) => t.includes(s)))
    .map((s, i) => ({ quote: s, cells: [`s${i + 1}`, '', '', '', '', kindOfRow(s), '', s] }));
  const rows = [...acts, ...untold]
    .sort((a, b) => whole.indexOf(a.quote) - whole.indexOf(b.quote))
    .map(({ cells }, i) => ({ line: i + 1, cells }));
  const days = new Set(acts.flatMap(({ cells }) => cells[1] || []));
  const aside = found.entries.filter((e) => e.role !== 'event');
  return {
    file,
    sheet: '',
    header: HEADER,
    headerLine: 0,
    titles: [],
    // The one day that the paragraph names is offered for rows that state none.
    day: days.size === 1 ? ([...days][0] as string) : '',
    year: '',
    rows,
    aside: [],
    refused: found.unread.map((u) => ({
      file,
      line: u.lines[0] + 1,
      column: '',
      why: `“${u.quote.length > 80 ? `${u.quote.slice(0, 80)}…` : u.quote}”: ${u.why}`,
    })),
    notices: [
      ...found.says,
      ...aside.map((e) => `“${e.quote}” says when the paper was made, and is no entry.`),
    ],
  };
}

import { understand } from '../../src/intake/readers/index';
import { typedPaper } from '../../src/papers/paper';

/** What is made of a page of text: its events as `kind day time > end`, those with a time of their own, who does what, what is listed, and all the rest. */
export function readTyped(text: string) {
  const got = understand(typedPaper(text.replace(/^\n/, ''), 'paper.txt'), { dateOrder: 'mdy' });
  if (!got) throw new Error('no reader takes it');
  const events = got.entries.filter((e) => e.role === 'event');
  const said = (e: (typeof events)[number]): string =>
    `${e.kind} ${e.date} ${e.start}${e.end ? ` > ${e.end}` : ''}`;
  return {
    ...got,
    told: events.map((e) => said(e).replace(/ +/g, ' ').trim()),
    timed: events.filter((e) => e.start !== '').map(said),
    acted: events.map((e) => `${e.kind} by ${e.actor}`),
    why: got.unread.map((u) => `${u.quote} — ${u.why}`).join('\n'),
  };
}

import type { Paper } from '../../papers/paper';
import type { EventKind } from '../../record/vocabulary';
import { type Block, blocksOf } from './blocks';
import { Builder } from './build';
import { custodyWithin } from './custody';
import { type DayOnly, type Moment, timingOf } from './moments';
import type { Proposals, ReadContext } from './reader';
import { sentencesOf } from './sentences';

const KINDS: readonly (readonly [RegExp, EventKind])[] = [
  [
    /\b(?:due\b|deadline|expires?|expire[sd]|no later than|must be (?:filed|served|made)|good (?:for|until|through)|withdrawn (?:on|at|if)|open until|remains open|respond by|shall be filed|on or before|answer by)/i,
    'deadline',
  ],
  [
    /\b(?:offers?|plead|plea)\b.{0,80}\b(?:misdemeanor|felony|count|days|years|months|probation|charge|credit|guilty|dismiss|reduce\w*|cap)\b/i,
    'offer',
  ],
  [
    /\bplease (?:send|provide|produce|preserve|forward)|\bwe (?:request|ask|demand)|\bdefense requests/i,
    'request',
  ],
  [
    /\b(?:enclosed|attached|produc(?:ed|tion|ing)|provid(?:ed|ing)|uploaded|handed over|disclos\w+|created|copies? of|shared|sent)\b/i,
    'disclosure',
  ],
];

/** Heads of a table of what a court has set; a log or a custody form that was put into a letter sets nothing. */
const SETTINGS =
  /\b(?:proceeding|hearing|court\w*|dept|setting|matter|deadline|due|trial|appearance|judge)\b/i;

const kindOf = (text: string): EventKind => KINDS.find(([shape]) => shape.test(text))?.[1] ?? 'note';

/** Offers, notices of courts, letters of production: what is offered until when, dates that bind, what was handed over. */
export function readLetter(paper: Paper, context: ReadContext): Proposals {
  const blocks = blocksOf(paper);
  const timing = timingOf(blocks, context.dateOrder, 'letter');
  const builder = new Builder();
  blocks.forEach((b, i) => {
    const moments = timing.moments.filter((m) => m.block === i);
    const days = timing.days.filter((d) => d.block === i && d.role === 'event');
    if (b.prose || b.cells.length === 1) told(builder, b, moments, days);
    else row(builder, b, moments, days);
  });
  return builder.done(blocks, timing, { custody: custodyWithin(paper, context) });
}

/** A setting in a table: the proceeding, its day and its time. */
function row(builder: Builder, b: Block, moments: readonly Moment[], days: readonly DayOnly[]): void {
  for (const m of moments)
    builder.put(b, m, {
      kind: m.role === 'paper' ? 'note' : SETTINGS.test(b.headRow.join(' ')) ? 'deadline' : kindOf(b.text),
      certain: m.role === 'event' && m.date !== '',
    });
  if (moments.length === 0) for (const d of days) builder.putDay(b, d, { kind: kindOf(b.text) });
}

function told(builder: Builder, b: Block, moments: readonly Moment[], days: readonly DayOnly[]): void {
  const sentences = sentencesOf(b.text);
  sentences.forEach((s, i) => {
    const until = sentences[i + 1]?.at ?? b.text.length + 1;
    const own = moments.filter((m) => m.at >= s.at && m.at < until);
    const kind = kindOf(s.text);
    for (const m of own) builder.put(b, m, { kind: m.role === 'paper' ? 'note' : kind, quote: s.text });
    if (own.length > 0) return;
    const day = days.find((d) => d.at >= s.at && d.at < until);
    if (day) builder.putDay(b, day, { kind, quote: s.text });
    else if (kind !== 'note' && kind !== 'disclosure') builder.put(b, null, { kind, quote: s.text });
  });
}

import type { Paper } from '../../papers/paper';
import { type EventKind, KINDS } from '../../record/vocabulary';
import { type Block, blocksOf } from './blocks';
import { Builder } from './build';
import { drafted } from './drafted';
import { actsIn, type FoundKind, kindOfRow } from './kinds';
import { type Moment, timingOf } from './moments';
import type { Proposal, Proposals, ReadContext } from './reader';
import { type Relation, relationIn } from './relations';
import { type Sentence, sentencesOf } from './sentences';
import { beforeTold, isToldOf } from './talks';
import { isAsked, isSupposed } from './told-as-done';
import { actorOf, authorOf, doerOf, NAME, namesIn } from './who';

/** Where a name should stand that somebody would not write. */
const UNSIGNED = /\b(?:refus|declin)\w* to sign|\bunsigned\b|\bnot signed\b/i;
/** A line that says what a paper is about, and tells no act: `10. Report Re: Arrest of Marcus HOLLIS on 06-11-2024`. */
const SUBJECT = /^(?:\d{1,2}\.? )?(?:(?:report|memo(?:randum)?) )?(?:re|subject|topic|title)\b ?:.{0,160}$/i;

/** Reports in prose: sentences to acts, with the times and the order that the sentence itself gives. */
export function readNarrative(paper: Paper, context: ReadContext, everyDay = false): Proposals {
  const blocks = blocksOf(paper);
  const timing = timingOf(blocks, context.dateOrder, 'prose');
  const builder = new Builder();
  // A handler's own sheet: what was asked for and came is the dog.
  const dog = blocks
    .slice(0, 4)
    .some((b) =>
      /\b(?:k-?9|canine)\b.{0,20}\b(?:deploy|use|utili[sz]ation|activity|sheet|report|record)/i.test(b.text),
    );
  const teller = new Teller(
    builder,
    // Who submits a thing to a laboratory tells nothing of what is done there.
    authorOf(everyDay ? blocks.filter((b) => !/\bsubmitted by\b/i.test(b.text)) : blocks),
    blocks.some((b) => UNSIGNED.test(b.text)),
    dog,
    namesIn(blocks),
  );
  blocks.forEach((b, i) => {
    const moments = timing.moments.filter((m) => m.block === i);
    const statement =
      /^STATEMENT OF (?!.*\b(?:probable cause|facts?|claims?|account|rights|reasons|charges?)\b)(.+?):?$/i.exec(
        b.text,
      )?.[1];
    if (statement) teller.author = titled(statement);
    if (SUBJECT.test(b.text) && moments.length === 0)
      builder.leave(b, b.text, 'it says what the paper is about');
    else if (b.prose || isSentence(b)) teller.paragraph(b, moments);
    else boxed(builder, b, moments, dog);
  });
  for (const d of timing.days) {
    const b = blocks[d.block] as Block;
    if (SUBJECT.test(b.text)) continue;
    const taken = timing.moments.some((m) => m.block === d.block && m.date === d.date);
    const head = !b.prose && (d.date === timing.head || /\bdate\b/i.test(d.label));
    if (!everyDay && (d.role === 'paper' || head || (b.prose && taken))) continue;
    const quote = b.prose ? sentenceAt(b.text, d.at) : b.text;
    // The day of a laboratory's report is one of the case: what was found was known then.
    const said = everyDay && dayKind(b.text, d.at) === 'lab-report';
    const own = b.prose ? (beforeTold(b.text, d.at, d.end) ?? clauseOf(quote, d.text)) : quote;
    const kind =
      (d.role === 'paper' && !said) || (b.prose && isOfBefore(quote, d.text))
        ? 'note'
        : dayKind(own, b.prose ? own.length : d.at);
    builder.putDay(b, said ? { ...d, role: 'event' } : d, { kind, quote });
  }
  return builder.done(blocks, timing, { ...drafted(blocks) });
}

const isSentence = (b: Block): boolean =>
  b.cells.length === 1 && /[a-z]{3,}.* [a-z]{2,}/.test(b.text) && /[.!?]["”]?$/.test(b.text);

/** `On 2/18 I drafted a warrant; the judge signed it on 2/19`: each day is of its own half. */
const clauseOf = (sentence: string, day: string): string =>
  sentence.split(/;\s/).find((half) => half.includes(day)) ?? sentence;

const titled = (name: string): string => name.toLowerCase().replace(/\b[a-z]/g, (c) => c.toUpperCase());

const sentenceAt = (text: string, at: number): string =>
  sentencesOf(text).findLast((s) => s.at <= at)?.text ?? text;

/** `I received the warrant on May 14, 2024, and executed it as follows`: the day is of what stands before it, and what is done behind the “and” has none. */
const isOfBefore = (sentence: string, day: string): boolean => {
  const at = sentence.indexOf(day);
  const before = sentence.slice(0, Math.max(0, at));
  return (
    /\w \w+ .*\bon\W*$/i.test(before) &&
    actsIn(before).length === 0 &&
    /^\W*(?:and|then|who|but)\b/i.test(sentence.slice(at + day.length))
  );
};

/** What a day without a time tells: the report itself, a test, or what its sentence says. */
function dayKind(text: string, at: number): EventKind {
  if (
    /\b(?:report date|date of report|issued|date issued|reported)\b/i.test(
      text.slice(Math.max(0, at - 40), at),
    )
  )
    return 'lab-report';
  return kindOfRow(text);
}

/** A box of a form: what stands over the time says what it is. */
function boxed(builder: Builder, b: Block, moments: readonly Moment[], dog: boolean): void {
  const signature = moments.length === 1 && signed(b, moments[0] as Moment);
  for (const m of moments) {
    const label = m.label.replace(/^\d+\.\s*/, '');
    // What stands in the cell beside it is the value of another box: `Result: ALERT   Cleared: 2047`.
    const cell = b.cells.findLast((c) => c.at < m.at)?.at ?? 0;
    const before = /([A-Za-z][A-Za-z /]{2,30}):?\s*$/.exec(b.text.slice(cell, m.at))?.[1] ?? '';
    const about = label || before;
    const kind =
      /\barrest\b(?! report)/i.test(about) && !/arrestee received|attesting/i.test(about)
        ? 'arrest'
        : /\btime of (?:the )?(?:traffic |vehicle )?stop\b|\bstop time\b/i.test(about)
          ? 'seizure-begins'
          : /^arrived/i.test(about) && !dog
            ? 'approach'
            : dog && /\b(?:request|call)/i.test(about)
              ? 'dog-requested'
              : dog && /\barriv|on ?scene/i.test(about)
                ? 'dog-arrives'
                : kindOfRow(`${about} ${b.cells.length === 2 ? b.text : ''}`);
    builder.put(b, signature ? { ...m, role: 'paper' } : m, {
      kind: m.role === 'paper' || signature ? 'note' : kind,
    });
  }
}

/** A name and a day with its time, and nothing else: when it was signed. */
const signed = (b: Block, m: Moment): boolean => {
  const rest = (b.text.slice(0, m.at) + b.text.slice(m.end)).trim();
  return (
    m.dayFrom === 'written' && new RegExp(`^(?:\\/s\\/ ?)?(?:${NAME}|[A-Z][a-z]+)?(?: #?\\d+)?,?$`).test(rest)
  );
};

/** Tells the sentences of one author after another. */
class Teller {
  private last: Proposal | null = null;
  private stop: Proposal | null = null;

  constructor(
    private readonly builder: Builder,
    public author: string,
    private readonly unsigned: boolean,
    private readonly dog: boolean,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  paragraph(b: Block, moments: readonly Moment[]): void {
    const sentences = sentencesOf(b.text);
    sentences.forEach((s, i) => {
      const until = sentences[i + 1]?.at ?? b.text.length;
      this.sentence(
        b,
        s,
        moments.filter((m) => m.at >= s.at && m.at < until),
        s.at,
      );
    });
  }

  private sentence(b: Block, s: Sentence, moments: readonly Moment[], from: number): void {
    const told = !isSupposed(s.text) && !isAsked(s.text);
    const acts = (told ? actsIn(s.text) : [])
      .filter((a) => !isCountedFrom(s.text, a, moments, from))
      .map((a) => this.answered(s.text, a));
    if (!told && moments.length === 0 && actsIn(s.text).length > 0)
      this.builder.leave(b, s.text, 'it is no statement of what was done');
    const events = moments.filter((m) => m.role === 'event');
    for (const m of moments) if (m.role === 'paper') this.builder.put(b, m, { kind: 'note', quote: s.text });
    const relation = relationIn(s.text);
    const pairs = assign(s.text, acts, events, from);
    const actor = actorOf(s.text, this.author, this.names);
    const holder = lengthOf(relation, pairs) ?? pairs[0];
    for (const { act, moment } of pairs) {
      const own = relation && (!moment || relation.length) ? relation : null;
      if (!act && !moment && !own) continue;
      const said = this.relate(own, act === holder?.act);
      const entry = this.builder.put(b, moment, {
        kind: act?.kind ?? 'note',
        actor: act && DONE_BEFORE.test(s.text.slice(0, act.at)) ? doerOf(s.text.slice(act.end)) : actor,
        quote: s.text,
        relation: said.relation,
        hedged: said.hedged,
        ...(said.end ? { end: said.end } : {}),
        clock: clockIn(s.text),
      });
      if (entry.kind === 'seizure-begins' && (this.stop === null || moment)) this.stop = entry;
      if (entry.kind !== 'mention') this.last = entry;
    }
    if (pairs.length === 0 && relation) {
      const said = this.relate(relation, true);
      this.last = this.builder.put(b, null, {
        kind: 'note',
        actor,
        quote: s.text,
        relation: said.relation,
        hedged: said.hedged,
        ...(said.end ? { end: said.end } : {}),
      });
    }
  }

  /** "He said no" refuses what was asked just before; a form that nobody signed consents to nothing. */
  private answered(text: string, a: FoundKind): FoundKind {
    const words = text.slice(a.at, a.end);
    const asked = this.last?.kind === 'consent-asked';
    const answer =
      (a.kind === 'consent-refused' && /\bsaid no$/i.test(words) && !asked) ||
      (a.kind === 'consent-given' &&
        /^said\b/i.test(words) &&
        !asked &&
        !/\b(?:search|consent|look (?:in|through|inside|around))/i.test(text)) ||
      (a.kind === 'alert' &&
        /^s?he sat$/i.test(words) &&
        !this.dog &&
        !/\b(?:k-?9|canine|dog|sniff|odor)/i.test(text));
    const form =
      a.kind === 'consent-given' && this.unsigned && /\bauthorize|permit|allow|consent to\b/i.test(words);
    // What a handler puts back in his car is the dog.
    const dog = a.kind === 'secured' && this.dog && !/cuff|detain/i.test(words);
    return answer || form || dog ? { ...a, kind: 'note' } : a;
  }

  private relate(r: Relation | null, first: boolean): { relation: string; end: string; hedged: boolean } {
    const none = { relation: '', end: '', hedged: false };
    if (!r || !first) return none;
    const self = `p${this.builder.entries.length + 1}`;
    if (r.to === 'self') return { ...none, end: `@${self} ${r.distance}`, hedged: r.about };
    const ref = r.to === 'stop' ? this.stop : r.to === 'told' ? this.toldBefore(r.from ?? '') : this.last;
    if (!ref) return none;
    const relation = r.distance === '' ? `after @${ref.id}` : `@${ref.id} ${r.distance}`;
    return { relation, end: '', hedged: r.about && r.distance !== '' };
  }

  /** The last entry that tells the act of these words: `after I returned his license`; null where none does. */
  private toldBefore(words: string): Proposal | null {
    const kinds = new Set(actsIn(words).map((a) => a.kind));
    return this.builder.entries.findLast((e) => kinds.has(e.kind)) ?? null;
  }
}

/** Whose length it is: `asked him to step out, and we spoke for six minutes about his travels` is that of the talk. */
function lengthOf<P extends { readonly act: FoundKind | null }>(
  r: Relation | null,
  pairs: readonly P[],
): P | null {
  if (!r?.stands) return null;
  const [from, to] = r.stands;
  const apart = ({ act }: P): number =>
    act === null ? Number.POSITIVE_INFINITY : Math.max(act.at - to, from - act.end, 0);
  return [...pairs].sort((p, q) => apart(p) - apart(q))[0] ?? null;
}

const clockIn = (text: string): string =>
  /\b(?:by my watch|video clock|dash ?cam clock|by the (?:\w+ )?clock|on the mdc|mdc return)\b/i.exec(
    text,
  )?.[0] ?? '';

const ENDED =
  /\b(?:arriv(?:ed|ing)|end(?:ed|s|ing)|conclud\w+|finish\w+|complet\w+|until|till|stopped|was over)\b(?:[\s,]+(?:at|by|about|around|approximately))*[\s,]*$/i;

/** Letters between a time and an act that are too many, where a sentence has several times. */
const FAR = 80;

/** `was not searched until 0005`: it began then. */
const NOT_YET = /\b(?:not|never|n.t)\b[^.;]{0,20}$/i;

const TOLD =
  /\b(?:advis|told|tell|sa[iy]|stat|inform|learn|indicat|not|explain|relat)\w*\b|^(?:\s*(?:hrs|hours))?,? and\b/i;

const COUNTED_FROM = /\b(?:minutes?|mins?|hours?|hrs?|seconds?|secs?)\.? (?:after|before)\b[^,;]*$/i;
/** `44 minutes after the ticket was handed over`: what another act is counted from is told elsewhere, unless its own time stands behind it. */
const isCountedFrom = (text: string, a: FoundKind, times: readonly Moment[], from: number): boolean =>
  COUNTED_FROM.test(text.slice(0, a.at)) &&
  !times.some((m) => m.at - from >= a.end && !/[,;]/.test(text.slice(a.end, m.at - from)));

const MEANWHILE = /^\W*(?:while|as)\b[^,]*,/i;
/** Whether the clause of an act ends before a time that is none of its own: `While I searched, at 2221 I found`. */
const closes = (text: string, act: number, at: number, end: number): boolean => {
  const comma = text.indexOf(',', act);
  if (comma < 0 || comma >= at) return false;
  return (
    /[a-z]{3}/i.test(text.slice(comma, at).replace(WHEN_WORDS, '')) || /^\.?\s+[a-z]/i.test(text.slice(end))
  );
};
const WHEN_WORDS = /\b(?:at|about|around|approximately|on|by|the|and)\b/gi;

/** `had already been issued a warning`: whoever tells it did not do it. */
const DONE_BEFORE = /\bhad (?:\w+ ){0,2}been (?:\w+ )?$/i;

/** Each time goes to the act whose words stand nearest in the sentence; acts without one keep their order. */
function assign(
  text: string,
  acts: readonly FoundKind[],
  times: readonly Moment[],
  from: number,
): { act: FoundKind | null; moment: Moment | null }[] {
  const far = (m: Moment, a: FoundKind): number | null => {
    const [at, end] = [m.at - from, m.end - from];
    const between = a.end <= at ? text.slice(a.end, at) : text.slice(end, a.at);
    // Behind the time of another act it is not told of this one.
    const [low, high] = a.end <= at ? [a.end, at] : [end, a.at];
    if (times.some((o) => o !== m && o.at - from >= low && o.end - from <= high)) return null;
    // The time at which a search ended is none at which it began.
    if (
      m.to === '' &&
      KINDS[a.kind].span &&
      a.end <= at &&
      ENDED.test(between) &&
      !NOT_YET.test(text.slice(0, a.at))
    )
      return null;
    // The time that somebody told of is none at which he was asked.
    if (a.end <= at && a.kind === 'custodial-questions' && isToldOf(text, at)) return null;
    // `reached the scene at 9:41; it alerted within a minute`: a clause of its own has no share in that time.
    if (between.includes(';')) return null;
    // `While I was searching, the driver said … at 1057`: the time is of what was done meanwhile.
    if (a.end <= at && MEANWHILE.test(text) && closes(text, a.end, at, end)) return null;
    // What another says had been done was not done when he said it.
    if (a.at >= end && TOLD.test(between) && /\b(?:had|['’]d) (?:\w+ ){0,3}$/i.test(between)) return null;
    const spans = m.to !== '' && !KINDS[a.kind].span ? 60 : 0;
    if (a.end <= at) return spans + at - a.end + (/,\s+(?:and|but|then)\b/.test(between) ? 30 : 0);
    return a.at >= end ? spans + a.at - end + (/,| and | where /.test(between) ? 30 : 4) : spans;
  };
  // The nearest go together first: an act waits for the time that stands at it.
  const pairs = times.flatMap((m) =>
    acts.flatMap((act) => {
      const apart = far(m, act);
      return apart === null || (times.length > 1 && apart > FAR) ? [] : [{ m, act, apart }];
    }),
  );
  const of = new Map<Moment, FoundKind>();
  const free = new Set(acts);
  for (const { m, act } of pairs.sort((p, q) => p.apart - q.apart))
    if (!of.has(m) && free.delete(act)) of.set(m, act);
  const out: { act: FoundKind | null; moment: Moment | null; at: number }[] = times.map((m) => {
    const act = of.get(m) ?? null;
    return { act, moment: m, at: act ? Math.min(act.at, m.at - from) : m.at - from };
  });
  for (const act of free) out.push({ act, moment: null, at: act.at });
  return out.sort((a, b) => a.at - b.at);
}

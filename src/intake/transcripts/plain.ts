import { ended, type Odd, refusedWhole, type Transcript } from './draft';
import { type Head, headOf, type Way } from './heads';
import { dashed, inColumn, labelled, type Said, smallNames, spokenBy, spokenInCourt } from './speech';
import type { Stamp } from './stamp';
import { tidied } from './tidy';
import { namesUnder } from './turns';
import { askedFor, minutesOfDay, notCounted, notOfACounter, timesOfDay, whyNoTimes } from './untimed';

const FORMAT = 'plain text';

interface Block {
  readonly head: Head;
  readonly line: number;
  /** Lines under the head, each with its number. */
  readonly more: { readonly text: string; readonly line: number }[];
}

/** The way most lines of the file carry their times. A name and a time may stand in any report: a transcript has more than one, over words. */
function wayOf(heads: readonly (Head | null)[], lines: readonly string[]): Way | null {
  const full = lines.flatMap((l, i) => (l.trim() === '' ? [] : [heads[i] ?? null]));
  const count = new Map<Way, number>();
  for (const h of full) if (h) count.set(h.way, (count.get(h.way) ?? 0) + 1);
  const over = (way: Way): number =>
    full.filter((h, i) => h?.way === way && (h.rest !== '' || full[i + 1] === null)).length;
  const enough = ([way, n]: readonly [Way, number]): boolean => {
    if (way === 'after a name')
      return over(way) > n / 2 && (n > 1 || full.length <= 4 || full[0]?.way === way);
    if (way === 'name and time') return n > 1 && over(way) > n / 2;
    return way === 'name, time, words' ? n > 1 && n >= full.length / 2 : true;
  };
  return [...count].filter(enough).sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const bareName = (text: string): string => text.replace(/^(\*\*|__)(.*)\1$/, '$2').replace(/:$/, '');

/** A row of a table: how long, who, what. */
const ROW = /^(?:(\d+(?:\.\d+)?)s\t+)?([^\t]{1,40})\t+(\S.*)$/;

/** Whether a bare time in running words was said: the lines around it are earlier and later than it, and it names nobody. */
function saidTime(heads: readonly Block[], i: number): boolean {
  const [before, here, after] = [heads[i - 1], heads[i] as Block, heads[i + 1]];
  const { rest, at } = here.head;
  if (!before) return false;
  const afterName = here.head.way.startsWith('name');
  if (!afterName && (here.head.way !== 'bare' || rest === '' || spokenBy(rest).speaker !== '')) return false;
  if (/[.,]/.test(at.text) || ROW.test(rest) || /^[[(]/.test(rest)) return false;
  const others = heads.filter((_, k) => k !== i);
  const named = others.filter((b) => spokenBy(b.head.rest).speaker !== '').length;
  const out =
    after !== undefined && before.head.at.ms <= after.head.at.ms && here.head.at.ms > after.head.at.ms;
  const back =
    here.head.at.ms < before.head.at.ms && (after === undefined || after.head.at.ms >= before.head.at.ms);
  return out || back || (!afterName && others.length >= 2 && named === others.length);
}

/**
 * `[MM:SS] Name: text`, `Name  0:03` over the words, ranges with a name under them, pages of a court: each line lasts until the next;
 * a line without a time goes on with the one before, or begins another voice at no later time than the next.
 */
export function readPlain(given: readonly string[]): Transcript {
  const lines = tidied(given);
  const heads = lines.map(headOf);
  const full = lines.filter((l) => l.trim() !== '').length;
  const way = wayOf(heads, lines);
  if (full === 0) return refusedWhole(FORMAT, 'this file holds no words');
  const day = notOfACounter(lines, heads);
  if (day) return refusedWhole(FORMAT, day);
  if (!way) return refusedWhole(FORMAT, whyNoTimes(lines));
  const refused: Odd[] = [];
  const notices: string[] = [];
  const hundredths = lines.slice(0, 40).some((l) => /^Amazon Transcribe/.test(l));
  let blocks: Block[] = [];
  const parts = lines.flatMap((l, i) => (way === 'bracket' ? turnsIn(l) : [l]).map((text) => ({ text, i })));
  parts.forEach(({ text, i }) => {
    const head = text === lines[i] ? heads[i] : headOf(text);
    if (head && (head.way === way || (way === 'range' && head.way === 'bracket')))
      blocks.push({ head, line: i + 1, more: [] });
    else if (text.trim() === '') return;
    else if (/^\s*transcribed by https?:\/\/otter\.ai/i.test(text)) return;
    else if (blocks.length > 0) (blocks.at(-1) as Block).more.push({ text: text.trim(), line: i + 1 });
    else refused.push({ line: i + 1, why: 'no time stands before this line, such as [03:15]' });
  });
  blocks = withoutSaidTimes(blocks, refused);
  if (full > 40 && blocks.length < full * 0.02)
    return refusedWhole(
      FORMAT,
      `only ${blocks.length} of ${full} lines begin with a time: this is no transcript with times`,
    );
  if (blocks.some((b) => b.head.at.frames))
    notices.push('Its times count frames whose length it does not tell: they are read to the second.');
  if (hundredths)
    notices.push(
      'Amazon writes hundredths of a second without their zero (11.4 is 11.04): they are read so.',
    );
  const words = (b: Block): string => `${b.head.rest} ${b.more.map((m) => m.text).join(' ')}`;
  if (minutesOfDay(blocks.map((b) => ({ at: b.head.at, words: words(b) }))))
    return refusedWhole(FORMAT, notCounted(lines[(blocks[0] as Block).line - 1] as string));
  const times = timesOfDay(blocks.map((b) => b.head.at));
  if (!times) return { format: FORMAT, cues: cuesOf(blocks, way, hundredths, refused), refused, notices };
  const first = (blocks[0] as Block).head.at.text;
  const onDay = blocks.map((b, i) => onTheDay(b, times[i] as number));
  return { ...refusedWhole(FORMAT, askedFor(first)), day: cuesOf(onDay, way, hundredths, []) };
}

/** A block at its time of the day, its end as far from its beginning as before. */
function onTheDay(b: Block, ms: number): Block {
  const { head } = b;
  const late = head.to === null ? 0 : head.to - head.at.ms;
  // An end that is earlier than its beginning lies past midnight.
  const to = head.to === null ? null : ms + (late < 0 ? late + 86_400_000 : late);
  return { ...b, head: { ...head, at: { ...head.at, ms }, to } };
}

/** The turns of one line, each with a time in brackets and a name: `[0:01] Ortiz: Stop. [0:03] Doe: Why?`. */
function turnsIn(line: string): string[] {
  if (headOf(line)?.way !== 'bracket') return [line];
  return line.split(/\s+(?=\[\d)/).reduce<string[]>((kept, part) => {
    const head = headOf(part);
    const turn = head?.way === 'bracket' && spokenBy(head.rest).speaker !== '';
    if (turn || kept.length === 0) kept.push(part);
    else kept.push(`${kept.pop()} ${part}`);
    return kept;
  }, []);
}

function withoutSaidTimes(blocks: readonly Block[], refused: Odd[]): Block[] {
  const said = blocks.map((_, i) => saidTime(blocks, i));
  const kept: Block[] = [];
  blocks.forEach((b, i) => {
    const last = kept.at(-1);
    if (!said[i] || !last) {
      kept.push(b);
      return;
    }
    last.more.push(
      { text: `${b.head.speaker} ${b.head.at.text} ${b.head.rest}`.trim(), line: b.line },
      ...b.more,
    );
    refused.push({
      line: b.line,
      why: `“${b.head.at.text}” is taken for words said, not for the counter; it stays in the line before`,
    });
  });
  return kept;
}

/** Time of a head, ms: with hundredths where Amazon's page says so, by its second where it counts frames. */
function msOf(at: Stamp, hundredths: boolean): number {
  const fraction = hundredths ? /[.](\d{1,2})$/.exec(at.text) : null;
  return fraction ? Math.floor(at.ms / 1000) * 1000 + Number(fraction[1]) * 10 : at.ms;
}

/** `1 minute, 5 seconds`, which YouTube copies under 1:05 for those who hear the page, ms; null where it is something else. */
function msInWords(text: string): number | null {
  const m = /^(?:(\d+) hours?)?(?:, )?(?:(\d+) minutes?)?(?:, )?(?:(\d+) seconds?)?$/.exec(text);
  return m && text !== ''
    ? 1000 * (3600 * Number(m[1] ?? 0) + 60 * Number(m[2] ?? 0) + Number(m[3] ?? 0))
    : null;
}

/** Who speaks in a line: as a court has it, or before a dash or in a column where each line with a time has a name there. */
function speakerIn(blocks: readonly Block[]): (text: string) => Said {
  const heads = blocks.map((b) => b.head.rest || (b.more[0]?.text ?? ''));
  const columns = blocks.length > 1 && heads.every((h) => inColumn(h) !== null);
  const firsts = heads.map(dashed);
  const all = blocks.length > 1 && firsts.every((s) => s !== null);
  const names = new Set(firsts.flatMap((s) => (s && (all || s.numbered) ? [s.speaker] : [])));
  const small = smallNames(heads.filter((h) => spokenInCourt(h).speaker === ''));
  return (text) => {
    const column = columns ? inColumn(text) : null;
    if (column) return column;
    const said = dashed(text);
    if (said && (said.numbered || names.has(said.speaker))) return said;
    const named = spokenInCourt(text);
    const label = named.speaker === '' ? labelled(text) : null;
    return label && (label.sure || small.has(label.speaker)) ? label : named;
  };
}

function cuesOf(blocks: readonly Block[], way: Way, hundredths: boolean, refused: Odd[]): Transcript['cues'] {
  const headNames =
    way !== 'after a name' &&
    blocks.every((b) => b.more.length > 0) &&
    namesUnder(
      blocks.map((b) => [bareName(b.head.rest), b.more.map((m) => m.text).join(' ')]),
      blocks.every((b) => b.head.dash),
    );
  const underNames =
    !headNames &&
    blocks.every((b) => b.head.rest === '' && b.more.length > 1) &&
    namesUnder(
      blocks.map((b) => {
        const [name, ...words] = b.more.map((m) => m.text);
        return [bareName(name ?? ''), words.join(' ')];
      }),
      blocks.every((b) => b.head.dash),
    );
  const who = speakerIn(blocks);
  const cues: { from: number; to: number | null; speaker: string; text: string; line: number }[] = [];
  let last = -1;
  for (const [i, b] of blocks.entries()) {
    const from = msOf(b.head.at, hundredths);
    if (from < last)
      refused.push({ line: b.line, why: 'this line is earlier than the one before it; both are kept' });
    last = from;
    const next = blocks[i + 1];
    const after = next ? msOf(next.head.at, hundredths) : from;
    const follows = after > from ? after : null;
    const row = ROW.exec(b.head.rest);
    const to =
      b.head.to !== null
        ? b.head.to + (b.head.at.frames ? 1000 : 0)
        : row?.[1]
          ? from + Number(row[1]) * 1000
          : follows;
    let open: { from: number; to: number | null; speaker: string; text: string; line: number } | null = null;
    const begin = (speaker: string, text: string, line: number): void => {
      open = { from, to: to === null ? null : Math.max(from, to), speaker, text, line };
      cues.push(open);
    };
    const more = b.more.filter(({ text }, k) => k > 0 || b.head.rest !== '' || msInWords(text) !== from);
    if (headNames) begin(bareName(b.head.rest), '', b.line);
    else if (underNames) begin(bareName(more.shift()?.text ?? ''), '', b.line);
    else if (b.head.speaker !== '') begin(b.head.speaker, b.head.rest, b.line);
    else if (row) begin(bareName(row[2] as string), row[3] as string, b.line);
    else {
      const said = who(b.head.rest);
      begin(said.speaker, said.text, b.line);
    }
    for (const { text, line } of more) {
      const said = who(text);
      const now = open as unknown as { speaker: string; text: string };
      if (said.speaker !== '' && now.text === '' && now.speaker === '') {
        now.speaker = said.speaker;
        now.text = said.text;
      } else if (said.speaker !== '') {
        begin(said.speaker, said.text, line);
        refused.push({
          line,
          why: `${said.speaker} has no time of their own here: the line stands at the time before it`,
        });
      } else now.text = `${now.text} ${text}`.trim();
    }
  }
  return ended(cues.filter((c) => c.text !== ''));
}

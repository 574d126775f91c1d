import { ended, type Odd, refusedWhole, type Transcript } from './draft';
import { spokenBy, spokenInCourt } from './speech';
import { anyStamp, type Stamp } from './stamp';

const FORMAT = 'plain text';

/** How a line carries its time. All lines of one file carry it in one way: what looks like a time elsewhere was said. */
type Way = 'bracket' | 'bare' | 'range' | 'after a name';

interface Head {
  readonly way: Way;
  readonly at: Stamp;
  readonly to: number | null;
  readonly speaker: string;
  readonly rest: string;
}

const OPEN = /^\s*[[(<]\s*/;
const CLOSE = /^\s*[\])>]/;
const BETWEEN = /^\s*(?:-->|--|[-–—]|to)\s*/;
/** `Ash  0:03`, `Speaker 1 (00:03):`, `Ash: [00:03]`, alone on a line or before words where it stands in brackets. */
const AFTER = /^(?:(.{1,50}?)\s*:?\s*[[(]|(.{1,50}?)(?:\s{2,}|\t|\s*\|\s*|(?<=\d)\s+))\s*(?=\d{1,3}[:;]\d)/;

/** The time at the head of a line, or after a name there; null where there is none. */
function headOf(line: string): Head | null {
  const bracket = OPEN.test(line);
  const at = anyStamp(line.replace(bracket ? OPEN : /^\s*/, ''));
  if (at) {
    const inner = bracket ? at.rest.replace(BETWEEN, ' - ') : at.rest;
    const arrow = /^\s*(?:-->|--|[-–—]|to)\s*(?=\d{1,3}[:;]\d)/.exec(at.rest);
    const second = arrow ? anyStamp(at.rest.slice(arrow[0].length)) : null;
    const tail = second ? second.rest : bracket ? at.rest : inner;
    if (bracket && !CLOSE.test(tail)) return null;
    const rest = tail.replace(bracket ? CLOSE : /^/, '').replace(/^\s*[-–—|]?\s*/, '');
    if (!bracket && rest !== '' && !/^[\s\-–—|:]/.test(tail)) return null;
    const way = second ? 'range' : bracket ? 'bracket' : 'bare';
    return { way, at, to: second ? second.ms : null, speaker: '', rest: rest.replace(/^:\s+/, '') };
  }
  const m = AFTER.exec(line);
  if (!m) return null;
  const after = anyStamp(line.slice(m[0].length));
  if (!after) return null;
  const closed = m[1] !== undefined;
  if (closed && !CLOSE.test(after.rest)) return null;
  const rest = after.rest.replace(closed ? /^\s*[\])]\s*:?\s*/ : /^\s*:?\s*/, '');
  const name = ((m[1] ?? m[2]) as string).replace(/\s*[:·•]$/, '').trim();
  // Bare, it is a name's time only at the end of its line.
  if ((!closed && rest !== '') || /[.?!,]$/.test(name) || !/^[\p{Lu}\d>[]/u.test(name)) return null;
  return { way: 'after a name', at: after, to: null, speaker: name.replace(/^>>\s*/, ''), rest };
}

interface Block {
  readonly head: Head;
  readonly line: number;
  /** Lines under the head, each with its number. */
  readonly more: { readonly text: string; readonly line: number }[];
}

/** Numbers at the heads of lines as a court's page has them, 1 to 28 over and over, taken out. */
function withoutLineNumbers(lines: readonly string[]): readonly string[] {
  const full = lines.filter((l) => l.trim() !== '');
  const numbered = full.filter(
    (l) => /^\s{0,8}\d{1,2}(?:\s{1,}\S|\s*$)/.test(l) && !/^\s*\d{1,2}[:;]/.test(l),
  );
  if (full.length < 4 || numbered.length < full.length * 0.8) return lines;
  const steps = numbered.map((l) => Number.parseInt(l, 10));
  const follow = steps.filter((n, i) => i === 0 || n === (steps[i - 1] as number) + 1 || n === 1).length;
  return follow < steps.length * 0.9
    ? lines
    : lines.map((l) => l.replace(/^\s{0,8}\d{1,2}(?=\s|$)\s{0,3}/, ''));
}

/** Numbers of cues, 1, 2, 3 ..., each alone over a line of two times, taken out: they were not said. */
function withoutCueNumbers(lines: readonly string[]): readonly string[] {
  const over = lines.flatMap((l, i) =>
    /^\s*\d{1,5}\s*$/.test(l) && headOf(lines[i + 1] ?? '')?.way === 'range' ? [i] : [],
  );
  const ranges = lines.filter((l) => headOf(l)?.way === 'range').length;
  const first = Number(lines[over[0] ?? -1]);
  const follow = over.every((i, k) => Number(lines[i]) === first + k);
  return over.length > 0 && over.length === ranges && follow
    ? lines.map((l, i) => (over.includes(i) ? '' : l))
    : lines;
}

/** The way most lines of the file carry their times. */
function wayOf(heads: readonly (Head | null)[]): Way | null {
  const count = new Map<Way, number>();
  for (const h of heads) if (h) count.set(h.way, (count.get(h.way) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Lines that stand for a name under a time of their own: `Speaker 1` alone, over the words. */
function namesUnder(blocks: readonly Block[], of: (b: Block) => string): boolean {
  const firsts = blocks.map(of);
  const short = firsts.every(
    (f) => f !== '' && f.length <= 40 && !/[.?!,;…]$/.test(f) && !spokenBy(f).speaker,
  );
  const known = firsts.filter((f) => /^(speaker|unknown|sprecher|participant)\b/i.test(f)).length;
  return (
    short && (known === firsts.length || (firsts.length >= 4 && new Set(firsts).size <= firsts.length / 2))
  );
}

/** A row of a table: how long, who, what. */
const ROW = /^(?:(\d+(?:\.\d+)?)s\t+)?([^\t]{1,40})\t+(\S.*)$/;

/** Whether a bare time in running words was said: the lines around it are earlier and later than it, and it names nobody. */
function saidTime(heads: readonly Block[], i: number): boolean {
  const [before, here, after] = [heads[i - 1], heads[i] as Block, heads[i + 1]];
  const { rest, at } = here.head;
  if (here.head.way !== 'bare' || !before || rest === '' || spokenBy(rest).speaker !== '') return false;
  if (/[.,]/.test(at.text) || ROW.test(rest)) return false;
  const others = heads.filter((_, k) => k !== i);
  const named = others.filter((b) => spokenBy(b.head.rest).speaker !== '').length;
  const out =
    after !== undefined && before.head.at.ms <= after.head.at.ms && here.head.at.ms > after.head.at.ms;
  const back =
    here.head.at.ms < before.head.at.ms && (after === undefined || after.head.at.ms >= before.head.at.ms);
  return out || back || (others.length >= 2 && named === others.length);
}

/**
 * `[MM:SS] Name: text`, `Name  0:03` over the words, ranges with a name under them, pages of a court: each line lasts until the next;
 * a line without a time goes on with the one before, or begins another voice at no later time than the next.
 */
export function readPlain(given: readonly string[]): Transcript {
  const lines = withoutCueNumbers(withoutLineNumbers(given));
  const heads = lines.map(headOf);
  const way = wayOf(heads);
  const full = lines.filter((l) => l.trim() !== '').length;
  if (full === 0) return refusedWhole(FORMAT, 'this file holds no words');
  if (!way)
    return refusedWhole(
      FORMAT,
      'no time stands before any line, such as [03:15]: words without times cannot be laid beside a recording',
    );
  const refused: Odd[] = [];
  const notices: string[] = [];
  const hundredths = lines.slice(0, 40).some((l) => /^Amazon Transcribe/.test(l));
  let blocks: Block[] = [];
  lines.forEach((text, i) => {
    const head = heads[i];
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
  return { format: FORMAT, cues: cuesOf(blocks, way, hundredths, refused), refused, notices };
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
    last.more.push({ text: `${b.head.at.text} ${b.head.rest}`.trim(), line: b.line }, ...b.more);
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

function cuesOf(blocks: readonly Block[], way: Way, hundredths: boolean, refused: Odd[]): Transcript['cues'] {
  const headNames =
    way !== 'after a name' &&
    blocks.every((b) => b.more.length > 0) &&
    namesUnder(blocks, (b) => b.head.rest.replace(/:$/, ''));
  const underNames =
    !headNames &&
    blocks.every((b) => b.head.rest === '' && b.more.length > 1) &&
    namesUnder(blocks, (b) => (b.more[0]?.text ?? '').replace(/:$/, ''));
  const cues: { from: number; to: number | null; speaker: string; text: string; line: number }[] = [];
  let last = -1;
  for (const [i, b] of blocks.entries()) {
    const from = msOf(b.head.at, hundredths);
    if (from < last)
      refused.push({ line: b.line, why: 'this line is earlier than the one before it; both are kept' });
    last = from;
    const next = blocks[i + 1];
    const follows = next ? Math.max(from, msOf(next.head.at, hundredths)) : null;
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
    if (headNames) begin(b.head.rest.replace(/:$/, ''), '', b.line);
    else if (underNames) begin((more.shift()?.text ?? '').replace(/:$/, ''), '', b.line);
    else if (b.head.speaker !== '') begin(b.head.speaker, b.head.rest, b.line);
    else if (row) begin(row[2] as string, row[3] as string, b.line);
    else {
      const said = spokenInCourt(b.head.rest);
      begin(said.speaker, said.text, b.line);
    }
    for (const { text, line } of more) {
      const said = spokenInCourt(text);
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

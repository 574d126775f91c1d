import type { CueDraft, Odd, Transcript } from './draft';
import { voicesOf, withSmallNames, wordsOf } from './speech';
import { anyStamp, type Stamp, vttStamp } from './stamp';
import { namesUnder, type Turn } from './turns';

type Read = Omit<Transcript, 'format'>;
type Form = (text: string) => Stamp | null;

/** The white space of the specification: no vertical tab. */
const SPACE = /^[ \t\f]*/;
const ARROW = '-->';

/** `00:00:01.000 --> 00:00:02.000 settings`: both ends, or why not. */
function arrowOf(line: string, form: Form): { from: number; to: number } | string {
  const first = form(line.replace(SPACE, ''));
  if (!first) return 'the time before the arrow cannot be read';
  const arrow = first.rest.replace(SPACE, '');
  if (!arrow.startsWith(ARROW)) return 'something stands between the time and the arrow';
  const second = form(arrow.slice(ARROW.length).replace(SPACE, ''));
  if (!second) return 'the time after the arrow cannot be read';
  if (second.rest !== '' && !/^[ \t\f]/.test(second.rest))
    return 'the time after the arrow runs into something else';
  return { from: first.ms, to: second.ms };
}

const brief = (text: string): string => `“${text.trim().slice(0, 60)}”`;

/** Lines of one cue after its arrow, and where the next thing begins. A cue of SRT goes on to the next arrow, blank lines in it or not. */
function body(
  lines: readonly string[],
  start: number,
  srt: boolean,
  number: number | null,
): [string[], number] {
  let i = start;
  const said: string[] = [];
  while (i < lines.length && !(lines[i] as string).includes(ARROW)) {
    if (!srt && (lines[i] as string).trim() === '') break;
    said.push(lines[i++] as string);
  }
  if (!srt || i >= lines.length) return [said, i];
  // The number just before the next arrow is the next cue's; after a blank line too where it is the one that follows.
  while (said.at(-1)?.trim() === '') {
    const before = said.at(-2)?.trim() ?? '';
    if (before !== '' && !(number !== null && before === String(number + 1))) break;
    said.pop();
  }
  if (/^\s*\d+\s*$/.test(said.at(-1) ?? '')) said.pop();
  return [said, i];
}

/** Blocks of WebVTT between cues that are neither notes, styles nor regions: words that no time is given to. */
function orphan(lines: readonly string[], i: number): { next: number; why: string | null } {
  let next = i;
  while (
    next < lines.length &&
    (lines[next] as string).trim() !== '' &&
    !(lines[next] as string).includes(ARROW)
  )
    next++;
  const named = next < lines.length && (lines[next] as string).includes(ARROW);
  if (named || /^(NOTE|STYLE|REGION)\b/.test(lines[i] as string)) return { next, why: null };
  const text = wordsOf(lines.slice(i, next).join(' '));
  return {
    next,
    why:
      text === '' ? null : `${brief(text)}: no time stands before these words (a blank line cuts them off)`,
  };
}

/** Cues of WebVTT and SRT: a line with an arrow begins one. Names, notes, styles and regions are no cues; words outside of one are named. */
export function readArrows(lines: readonly string[], form: 'WebVTT' | 'SRT'): Read {
  const srt = form === 'SRT';
  const found: Found[] = [];
  const refused: Odd[] = [];
  // The head of a WebVTT file ends at its first blank line, or at its first cue.
  let i = 0;
  if (!srt)
    while (i < lines.length && (lines[i] as string).trim() !== '' && !(lines[i] as string).includes(ARROW))
      i++;
  while (i < lines.length) {
    const line = lines[i] as string;
    if (!line.includes(ARROW)) {
      if (line.trim() === '' || (srt && /^\s*\d+\s*$/.test(line))) i++;
      else {
        const { next, why } = orphan(lines, i);
        if (why) refused.push({ line: i + 1, why });
        i = Math.max(next, i + 1);
      }
      continue;
    }
    const at = i + 1;
    const times = arrowOf(line, srt ? anyStamp : vttStamp);
    const number = /^\s*(\d+)\s*$/.exec(lines[i - 1] ?? '')?.[1];
    const [said, next] = body(lines, i + 1, srt, number === undefined ? null : Number(number));
    i = next;
    if (typeof times === 'string') {
      // A name of a cue may hold an arrow; only what looks like a time was meant as one.
      if (/\d/.test(line)) {
        const words = wordsOf(said.join(' '));
        refused.push({
          line: at,
          why: `${brief(line)}: ${times}${words === '' ? '' : `; not taken: ${brief(words)}`}`,
        });
      }
      continue;
    }
    if (times.to < times.from)
      refused.push({ line: at, why: 'this line ends before it begins: it is kept at its beginning' });
    const to = Math.max(times.from, times.to);
    const head = headName(lines[at - 2] ?? '');
    found.push({ from: times.from, to, head, line: at, said: said.filter((l) => l.trim() !== '') });
  }
  return { refused, ...asOneLine(cuesOf(found.filter((f) => f.said.length > 0))) };
}

/** A cue before its voices are told apart. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** Who its own head says speaks. */
  readonly head: string;
  readonly line: number;
  readonly said: readonly string[];
}

/** The lines of cues: a name alone over the words of each, and names in small letters, are who speaks. */
function cuesOf(found: readonly Found[]): CueDraft[] {
  const turns = found.map((f): Turn => [wordsOf(f.said[0] ?? ''), wordsOf(f.said.slice(1).join(' '))]);
  const over = found.length > 1 && turns.every(([, under]) => under !== '') && namesUnder(turns, false);
  const cues = found.flatMap(({ from, to, head, line, said }) =>
    over
      ? [{ from, to, line, speaker: wordsOf(said[0] as string), text: wordsOf(said.slice(1).join(' ')) }]
      : voicesOf(said).map(({ speaker, text }) => ({ from, to, line, speaker: speaker || head, text })),
  );
  return withSmallNames(cues);
}

/** The name of a cue as Webex writes it, `1 "Ortiz" (123)`: who speaks in it; '' for any other. */
const headName = (line: string): string =>
  /^\s*\d+\s+"([^"]{1,60})"\s*(?:\(\d+\))?\s*$/.exec(line)?.[1] ?? '';

/** A line shown again and again while its words light up is one line; two equal lines apart in time are two. */
const TOUCH = 50;
function asOneLine(cues: readonly CueDraft[]): Pick<Read, 'cues' | 'notices'> {
  const kept: CueDraft[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    if (
      last &&
      last.text === cue.text &&
      last.speaker === cue.speaker &&
      cue.from - last.to <= TOUCH &&
      cue.from >= last.from &&
      cue.text.length > 8
    )
      kept[kept.length - 1] = { ...last, to: Math.max(last.to, cue.to) };
    else kept.push(cue);
  }
  const fewer = cues.length - kept.length;
  return {
    cues: kept,
    notices:
      fewer > 0
        ? [
            `${fewer} lines say the same as the line just before them, as captions do whose words light up: each is taken once.`,
          ]
        : [],
  };
}

const SBV = /^\d+:\d{2}:\d{2}\.\d{3},\d+:\d{2}:\d{2}\.\d{3}\s*$/;
/** Whether a line is a pair of times as YouTube's SBV writes them. */
export const isSbv = (line: string): boolean => SBV.test(line);

/** SBV is SRT with a comma in place of the arrow. */
export const sbvAsSrt = (lines: readonly string[]): string[] =>
  lines.map((l) => (SBV.test(l) ? l.replace(',', ` ${ARROW} `) : l));

/** `Dialogue: 0,0:00:01.00,0:00:02.00,Style,Name,0,0,0,,Text` of SubStation Alpha. */
export function readSubStation(lines: readonly string[]): Read {
  const cues: CueDraft[] = [];
  const refused: Odd[] = [];
  lines.forEach((line, i) => {
    const m = /^Dialogue:\s*[^,]*,([^,]*),([^,]*),[^,]*,([^,]*),[^,]*,[^,]*,[^,]*,[^,]*,(.*)$/.exec(line);
    if (!m) return;
    const [from, to] = [anyStamp((m[1] as string).trim()), anyStamp((m[2] as string).trim())];
    if (!from || !to) refused.push({ line: i + 1, why: 'its times cannot be read' });
    else
      for (const voice of voicesOf((m[4] as string).split(/\\N/i)))
        cues.push({
          from: from.ms,
          to: Math.max(from.ms, to.ms),
          speaker: voice.speaker || (m[3] as string).trim(),
          text: voice.text,
          line: i + 1,
        });
  });
  return { cues, refused, notices: [] };
}

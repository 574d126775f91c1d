import { clean, kindAndWords, labelOf, type MarksRead, type PlainMark } from './mark';

const MOMENT = 'moment';
/** How long a moment stands on screen in another player, ms. */
const SHOWN = 1000;

const stamp = (ms: number): string => {
  const part = (n: number, digits: number): string => String(Math.floor(n)).padStart(digits, '0');
  return `${part(ms / 3_600_000, 2)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1000) % 60, 2)},${part(ms % 1000, 3)}`;
};
const msOfStamp = (text: string): number => {
  const [h = 0, m = 0, s = 0, ms = 0] = text.split(/[:,.]/).map(Number);
  return ((h * 60 + m) * 60 + s) * 1000 + ms;
};

/** What ends a field or a cue has a mark before it. */
const escaped = (text: string): string =>
  clean(text)
    .replace(/[\\|\]]/g, '\\$&')
    .replace(/\n/g, '\\n');
const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));

/** Marks as subtitles, seen over the picture in any player: `[Writing | Ortiz] words`; a moment stands for a second and says so. */
export const srtOfMarks = (marks: readonly PlainMark[]): string =>
  marks
    .map((m, i) => {
      const fields = [labelOf(m.kind), m.who, ...(m.to === null ? [MOMENT] : [])].map(escaped);
      const head = fields.at(-1) === '' ? fields.slice(0, -1) : fields;
      return `${i + 1}\n${stamp(m.from)} --> ${stamp(m.to ?? m.from + SHOWN)}\n[${head.join(' | ')}] ${escaped(m.what)}\n`;
    })
    .join('\n');

/** What stands between two bars that have no mark before them. */
const FIELD = /(?:\\.|[^\\|])+/g;
const TIMES = /^\s*(\d{1,3}:\d\d:\d\d[,.]\d{3})\s*-->\s*(\d{1,3}:\d\d:\d\d[,.]\d{3})/;

/** Reads subtitles; what is not written as marks are becomes a note that says it. */
export function marksOfSrt(text: string): MarksRead {
  const marks: PlainMark[] = [];
  const refused: string[] = [];
  const blocks = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  blocks.forEach((block, i) => {
    const lines = block.split('\n').filter((l) => l !== '');
    const k = lines.findIndex((l) => TIMES.test(l));
    if (k < 0) {
      if (lines.length > 0) refused.push(`Block ${i + 1} has no times: “${block.trim().slice(0, 60)}”.`);
      return;
    }
    const [, a = '', b = ''] = TIMES.exec(lines[k] as string) ?? [];
    const [from, to] = [msOfStamp(a), msOfStamp(b)];
    if (to < from) {
      refused.push(`Block ${i + 1} ends before it begins.`);
      return;
    }
    const said = lines.slice(k + 1).join('\n');
    const head = /^\[((?:[^\]\\]|\\.)*)\] ?/.exec(said);
    const fields = head ? (head[1] as string).match(FIELD)?.map((f) => unescaped(f.trim())) : undefined;
    const moment = fields !== undefined && fields.length > 1 && fields.at(-1) === MOMENT;
    const [word = '', who = ''] = fields?.filter((_, k) => !moment || k < fields.length - 1) ?? [];
    const words = unescaped(head ? said.slice(head[0].length) : said);
    const { kind, what } = kindAndWords(word, words);
    marks.push({ kind, from, to: moment ? null : to, who, what, frame: null, endFrame: null });
  });
  return { marks, refused };
}

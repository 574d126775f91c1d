import { LIMITS } from '../../papers/limits';
import { ZipRefused, zipMembers } from '../../papers/zip';
import { readCsv } from '../formats/csv';
import { UnreadableFile } from '../formats/table';
import { ended, type Odd, refusedWhole, type Transcript } from './draft';
import { spokenBy, withoutEntities, withSmallNames, wordsOf } from './speech';
import { clockMs, type Stamp } from './stamp';
import { askedFor, notCounted, ofTheDay, timesOfDay } from './untimed';

/** Lines of a Word file: a paragraph is a line, a row of a table is a line with tabs between its cells. @throws UnreadableFile */
export function wordLines(bytes: Uint8Array, file: string): string[] {
  let xml: string;
  try {
    const main = zipMembers(bytes, LIMITS).find((m) => m.path === 'word/document.xml');
    if (!main) throw new UnreadableFile(`${file} is a zip archive, not a transcript. Unpack it first.`);
    xml = new TextDecoder().decode(main.bytes());
  } catch (error) {
    if (error instanceof ZipRefused) throw new UnreadableFile(`${file}: ${error.message}`);
    throw error;
  }
  const text = (part: string): string =>
    withoutEntities(
      part
        .replace(/<w:(?:tab|ptab)\b[^>]*\/>/g, '\t')
        .replace(/<w:(?:br|cr)\b[^>]*\/>/g, '\n')
        .replace(/<w:(?:delText|instrText)\b[^>]*>[\s\S]*?<\/w:(?:delText|instrText)>/g, '')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    ).replace(/\u00a0/g, ' ');
  return xml
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/<w:tbl>([\s\S]*?)<\/w:tbl>/g, (_, table: string) =>
      table
        .split('</w:tr>')
        .slice(0, -1)
        .map(
          (row) =>
            `<w:p>${row
              .split('</w:tc>')
              .slice(0, -1)
              .map((c) =>
                text(c)
                  .trim()
                  .replace(/\s*\n\s*/g, ' ')
                  .replaceAll('<', '&lt;'),
              )
              .join('\t')}</w:p>`,
        )
        .join(''),
    )
    .split(/(?<=<\/w:p>)/)
    .flatMap((p) => text(p).replace(/\n$/, '').split('\n'));
}

const XML = 'XML of captions';

/** TTML and its like: `<p begin end>`, YouTube's `<text start dur>` and `<p t d>`, and segments with a start and who speaks. */
export function readXml(text: string): Transcript | null {
  if (!/<(?:\w+:)?(?:tt|transcript|timedtext)\b/.test(text)) return null;
  const frames = Number(/frameRate="(\d+)"/.exec(text)?.[1] ?? 0);
  const [times = 1, over = 1] = (/frameRateMultiplier="(\d+)[ :](\d+)"/.exec(text) ?? [])
    .slice(1)
    .map(Number);
  /** Frames in a second as they run, which the names of frames do not tell. */
  const rate = (frames * times) / over;
  const drops = /dropMode="dropNTSC"/.test(text);
  const smpte = /timeBase="smpte"|dropMode="/.test(text);
  const ticks = Number(/tickRate="(\d+)"/.exec(text)?.[1] ?? 0);
  const names = new Map(
    [...text.matchAll(/<ttm:agent\b[^>]*xml:id="([^"]*)"[^>]*>[\s\S]*?<ttm:name\b[^>]*>([^<]*)</g)].map(
      (m) => [m[1], m[2]] as const,
    ),
  );
  const refused: Odd[] = [];
  const cues: { from: number; to: number | null; speaker: string; text: string; line: number }[] = [];
  const time = (given: string | undefined, plain: number): number | null => {
    if (given === undefined) return null;
    const m = /^(\d+(?:\.\d+)?)(ms|s|m|h|f|t)?$/.exec(given);
    const units: Readonly<Record<string, number>> = {
      ms: 1,
      s: 1000,
      m: 60_000,
      h: 3_600_000,
      f: frames ? 1000 / rate : Number.NaN,
      t: ticks ? 1000 / ticks : Number.NaN,
    };
    if (m) return Math.round(Number(m[1]) * (m[2] ? (units[m[2]] as number) : plain));
    const counted = /^(\d+):(\d\d):(\d\d)[:;.](\d\d)$/.exec(given);
    if (!counted || (/\.\d\d$/.test(given) && !smpte)) return clockMs(given);
    const [h, min, s, f] = counted.slice(1).map(Number) as [number, number, number, number];
    if (!frames) return null;
    if (!smpte) return Math.round((h * 3600 + min * 60 + s + f / rate) * 1000);
    // Of each minute but the tenth two numbers of frames are dropped.
    const minutes = h * 60 + min;
    const dropped = drops ? 2 * (minutes - Math.floor(minutes / 10)) : 0;
    return Math.round((((minutes * 60 + s) * frames + f - dropped) / rate) * 1000);
  };
  for (const m of text.matchAll(
    /<(?:\w+:)?(p|text|segment|utterance|line)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?\1>)/g,
  )) {
    const [, , head = '', body = ''] = m;
    const line = text.slice(0, m.index).split('\n').length;
    const value = (name: string): string | undefined =>
      new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1];
    const from = time(value('begin') ?? value('start'), 1000) ?? time(value('t'), 1);
    const length = time(value('dur'), 1000) ?? time(value('d'), 1);
    // YouTube escapes twice.
    const said = wordsOf(withoutEntities(body.replace(/<(?:\w+:)?br\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '')));
    if (said === '') continue;
    if (from === null || Number.isNaN(from)) {
      refused.push({ line, why: `“${said.slice(0, 60)}”: its time cannot be read` });
      continue;
    }
    const agent = value('ttm:agent') ?? value('speaker');
    const voice = spokenBy(said);
    const to = time(value('end'), 1000) ?? (length === null ? null : from + length);
    cues.push({
      from,
      to: to === null || Number.isNaN(to) ? null : to,
      speaker: (agent && names.get(agent)) || voice.speaker,
      text: voice.text,
      line,
    });
  }
  if (cues.length === 0 && refused.length === 0)
    return refusedWhole(XML, 'no words with times were found in this file');
  return { format: XML, cues: ended(withSmallNames(cues)), refused, notices: [] };
}

const COLUMNS: Readonly<Record<'from' | 'to' | 'length' | 'speaker' | 'text', RegExp>> = {
  from: /^(?:start|begin|from|in|start ?time|timestamp|time|timespan|time ?code|start ?time ?code|(?:time |start )?offset|elapsed(?: time)?|start ?(?:\(?(?:s|sec|seconds|ms)\)?|timestamp))$/,
  to: /^(?:end|to|out|end ?time|stop|end ?time ?code|end ?(?:\(?(?:s|sec|seconds|ms)\)?|timestamp))$/,
  length: /^(?:duration|length|dur)$/,
  speaker: /^(?:speaker|speaker ?name|name|voice|who|channel|participant|party)$/,
  text: /^(?:text|transcript|transcription|words|content|caption|line|dialogue|said|utterance)$/,
};

/** A table's bytes with colons in times such as 00;00;01;00; what is no UTF-8 stays as it is. */
function withColons(bytes: Uint8Array): Uint8Array {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const colons = text.replace(/\b\d\d[:;]\d\d[:;]\d\d;\d\d\b/g, (time) => time.replaceAll(';', ':'));
    return new TextEncoder().encode(colons);
  } catch {
    return bytes;
  }
}

/** A table with columns for the beginning and the words: whisper's TSV, Premiere's and others' CSV. Null where it is none. */
export function readTable(bytes: Uint8Array, file: string, head: string): Transcript | null {
  const names = head
    .toLowerCase()
    .split(/[\t,;]/)
    .map((n) => n.replace(/["_]/g, ' ').trim());
  if (!names.some((n) => COLUMNS.from.test(n)) || !names.some((n) => COLUMNS.text.test(n))) return null;
  // Frames that were dropped are written 00;00;01;00: no more columns for that.
  const colons = head.includes(';') ? bytes : withColons(bytes);
  const sheet = readCsv(colons, file);
  const header = (sheet.rows[0]?.cells ?? []).map((c) => c.toLowerCase().replace(/_/g, ' ').trim());
  const at = (key: keyof typeof COLUMNS): number => header.findIndex((n) => COLUMNS[key].test(n));
  const [from, to, length, speaker, text] = [at('from'), at('to'), at('length'), at('speaker'), at('text')];
  if (from < 0 || text < 0) return null;
  const rows = sheet.rows.slice(1).filter((r) => r.cells.some((c) => c.trim() !== ''));
  const plain = (i: number): number[] =>
    rows.flatMap((r) => {
      const cell = (r.cells[i] ?? '').trim().replace(',', '.');
      return /^\d+(\.\d+)?$/.test(cell) ? [Number(cell)] : [];
    });
  const starts = plain(from);
  const ends = plain(to);
  const whole = [...starts, ...ends].every(Number.isInteger);
  const gaps = starts.map((s, i) => (ends[i] ?? starts[i + 1] ?? s) - s).sort((a, b) => a - b);
  const unit =
    /ms|milli/.test(header[from] as string) || (whole && (gaps[Math.floor(gaps.length / 2)] ?? 0) >= 150)
      ? 1
      : 1000;
  const refused: Odd[] = [];
  let counted = false;
  /** @param end whether it is the end of a line: a second that is counted in frames lies wholly in it */
  const time = (cell: string | undefined, end = false): number | null => {
    const t = cell?.trim() ?? '';
    if (/^\d+([.,]\d+)?$/.test(t)) return Math.round(Number(t.replace(',', '.')) * unit);
    const frames = /^(\d+[:;]\d\d[:;]\d\d)[:;]\d\d$/.exec(t);
    if (frames) counted = true;
    const ms = clockMs((frames?.[1] ?? t).replaceAll(';', ':'));
    return ms !== null && frames && end ? ms + 1000 : ms;
  };
  const cues = rows.flatMap((r) => {
    const [first, second] = (r.cells[from] ?? '').split(/\s+(?:-->|[-–—])\s+/);
    const begins = time(first);
    const said = (r.cells[text] ?? '').trim();
    if (begins === null) {
      refused.push({
        line: r.line,
        why: `“${r.cells[from] ?? ''}” is no time of a counter; not taken: “${said.slice(0, 60)}”`,
      });
      return [];
    }
    const lasts = length < 0 ? null : time(r.cells[length]);
    const ends = time(to < 0 ? second : r.cells[to], true) ?? (lasts === null ? null : begins + lasts);
    const voice =
      speaker < 0
        ? spokenBy(wordsOf(said))
        : { speaker: (r.cells[speaker] ?? '').trim(), text: wordsOf(said) };
    return voice.text === ''
      ? []
      : [
          {
            from: begins,
            to: ends === null ? null : Math.max(begins, ends),
            ...voice,
            line: r.line,
            at: (first ?? '').trim(),
          },
        ];
  });
  const notices = [
    ...(starts.length > 0 && unit === 1 ? ['Its times are read as thousandths of a second.'] : []),
    ...(counted
      ? ['Its times count frames whose length it does not tell: they are read to the second.']
      : []),
  ];
  const day = rows.map((r) => r.cells[from] ?? '').find(ofTheDay);
  if (cues.length === 0 && day !== undefined) return refusedWhole('table', notCounted(day));
  if (cues.length === 0)
    return { ...refusedWhole('table', 'no row of this table holds a time and words'), notices };
  const stamps = cues.map((c) => ({ ms: c.from, frames: counted, text: c.at }));
  const times = timesOfDay(stamps);
  if (!times) return { format: 'table', cues: ended(withSmallNames(cues)), refused, notices };
  const onDay = cues.map((c, i) => {
    const from = times[i] as number;
    return { ...c, from, to: c.to === null ? null : from + c.to - c.from };
  });
  return {
    ...refusedWhole('table', askedFor((stamps[0] as Pick<Stamp, 'text'>).text)),
    day: ended(withSmallNames(onDay)),
  };
}

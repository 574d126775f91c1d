import { readFileSync } from 'node:fs';
import { isDay } from '../record/day';
import { meaningOf } from '../time/grammar/meaning';

/** `npm run --silent times -- [--date=2024-03-14] FILE`: what the grammar makes of each line of a file, one JSON line each. */
const ZONE = 'America/Chicago';
const args = process.argv.slice(2);
const at = args.indexOf('--date');
const date =
  at >= 0 ? (args[at + 1] ?? '') : (args.find((a) => a.startsWith('--date='))?.slice(7) ?? '2024-03-14');
const paths = args.filter((a, i) => !a.startsWith('--') && (at < 0 || i !== at + 1));
const [path] = paths;
if (path === undefined || paths.length > 1 || !isDay(date)) {
  process.stderr.write(
    'usage: npm run --silent times -- [--date 2024-03-14] FILE\nOne time, date or distance a line (FILE “-” reads standard input). Prints one JSON line each.\n',
  );
  process.exit(2);
}

const instant = (ms: number): string | null => (Number.isFinite(ms) ? new Date(ms).toISOString() : null);
const said = (text: string): string => {
  const context = { date, zone: ZONE, approximate: 300_000 };
  const m = meaningOf(text, context, null, { day: date, zone: ZONE, fresh: true, isRow: () => false });
  if (!m.ok) {
    const asked = m.asks.length === 0 ? null : m.asks.map((c) => ({ means: c.text, says: c.says }));
    return JSON.stringify({ text, ok: false, means: null, from: null, to: null, asked, why: m.why });
  }
  // A counter counts from its recording's first frame: it is no instant.
  const counted =
    (m.written.form === 'reading' && m.written.from.clock === 'media') ||
    (m.written.form === 'open' && m.written.stamp.clock === 'media');
  const [from, to] =
    counted || !m.interval ? [null, null] : [instant(m.interval.min), instant(m.interval.max)];
  return JSON.stringify({ text, ok: true, means: m.text, from, to, asked: null, why: m.note || null });
};

let lines: string[];
try {
  lines = readFileSync(path === '-' ? 0 : path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
} catch {
  process.stderr.write(`${path} could not be read\n`);
  process.exit(1);
}
if (lines.at(-1) === '') lines.pop();
process.stdout.write(lines.map((line) => `${said(line)}\n`).join(''));

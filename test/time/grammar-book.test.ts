import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTime, readDate } from '../../src/time/grammar/parse';
import { printWritten } from '../../src/time/grammar/print';
import { resolveReading } from '../../src/time/grammar/resolve';
import { spanBounds } from '../../src/time/grammar/written';

const TIMES = `
14:27|1427|1427 hrs|1427 hours|1427hrs|0006 hrs|2:27 pm|2:27p|2:27 p.m.|2:27pm|12:00 am|12:00 pm|12:27 a|9 am|9am|9 a.m.|14 hours|14:27 hours|24:00|23:59:60|14:60
14:27:05|14:27:05.2|14:27:05.25|14:27:05.257|14:27:05.2571|14:27:05,2|142705|14.27|7:05|07:05|705
12:27 or 12:28|12:27 or 12:28 a.m.|12:27-12:28|12:27 - 12:28|12:27 to 12:28|12:27–12:28|between 1430 and 1435|between 1430 and 1435 hours|1430-1435 hrs|11:58 am-12:02 pm|11:58-12:02 pm|2:00-2:05 p.m.|14:35-14:30|14:27:05-14:27:09|12:59-1:01 pm
between 14:30 and|between and 14:30|14:30 or|or 14:30|from 14:30 to 14:35|14:30Z-14:35Z|14:30-14:35Z|14:30-14:35 -05:00|02:27-05:00|2:27-5:00|10:30-11:35|2024-03-14 10:30-11:35|2024-03-14 02:27-05:00|2024-03-14 14:30-14:35|2024-03-14 02:27 -05:00|2024-03-14 10:30:00-11:00|3/14/2024 10:30-11:35|v 3:15-3:20|v 3:15-v 3:20|v3:15 - v3:20.5|14:30-v 3:15
~1430|~ 14:30|about 2:30 pm|about 1430|approx 1430|approx. 1430|approximately 1427 hours|at approximately 1427 hours|around 14:30|circa 1430|approx 1430 +-3m|approx 1430 ±3m|~1430 +-90s|~1430 +/-2 min|~14:30:05 +-0.5s|1430 +-3m|~v 3:15.234 +-0.058s|~v 3:15 +-2|~1430 +-|~1430 3m|about 12:27 or 12:28
before 1430|by 12:28|after 1430|until 14:30|no later than 12:28|not before 14:30|before ~1430|after about 1430|by v 3:15|before 14:27:05.2
+45s|+2m|+ 2 min|+2 minutes|+1h|+1h30m|+1h 5m 3s|+90|+1.5s|+1.5m|+0s|-45s|+2 or 3 min|+2..3m|+45s or 50s|+2m or 3m|+7 or 8 min|+2 to 3 min|+3..2m|+m|+ |+2 fortnights
@warning|@warning.end|@warning.start|@warning +7 or 8 min|@warning +4m45s..5m15s|@dog -9m|@dog - 9 min|@dog.end +2m|@a-b_c9|@|@ warning|@warning +|@warning 2m|@warning and|before @warning|after @warning|after @warning.end|by @warning|~@warning|before @|@warning -7 or 8 min
v 3:15.2|v 3:15|v3:15|v 0:03:15.2|v 1:03:15|v 1:63:15|v 3:75|v 3|v 315|v 3:15.234|v 61:00|v -1:00|v 3:15Z|v
2024-03-14 14:27:05Z|14:27-05:00|14:27 -05:00|14:27-0500|14:27 UTC|14:27 utc|14:27z|14:27 EST|14:27+15:00|14:27 +14:00|14:27 -12:30|2024-03-14T14:27:05|2024-03-14T14:27:05.250Z|2024-3-4 14:27|3/14/2024 14:27|14/3/2024 14:27|3/4/2024 14:27|14.3.2024 14:27|2024-02-30 10:00|3/14/24 2:27 pm|2024-03-14|2024-03-10 02:30|2024-11-03 01:30|2024-11-03 01:30 or 01:31|2024-11-03 1:30 -05:00
2024-03-14 23:58 or 2024-03-15 00:02|2024-03-14 23:58-23:59|23:58 or 2024-03-15 00:02|noon|noonish|midnight|shortly after midnight|unknown|n/a|?|--|14:27 14:28|14:27 foo|1 4:27| 14:27 |14::27|:27|27:|14:2|2:7 pm|1:00 pm or 2:00|13:00 pm|0:30 am|00:30 pm`;

const DATES =
  '2024-03-14|2024-3-4|3/14/2024|14/3/2024|3/4/2024|4/4/2024|3/14/24|14.3.2024|2024-02-29|2023-02-29|2024-13-01|13/13/2024|0/1/2024|March 14, 2024||2024-03-14 x| 2024-03-14 |1899-12-31|3/4/99';

/** What a text is taken for: in the app's own spelling, and the span of time or the reason that goes with it. */
function taken(text: string): string {
  const p = parseTime(text);
  if (!p.ok) return `refused: ${p.why}`;
  const w = p.written;
  const say = printWritten(w);
  if (w.form === 'reading' || w.form === 'open') {
    const r = resolveReading(w, { date: '2024-03-14', zone: 'America/Chicago', approximate: 300_000 });
    if (!r.ok) return `${say}, refused: ${r.why}`;
    const on = (t: number): string =>
      !Number.isFinite(t) ? 'open' : Math.abs(t) < 1e10 ? `${t} ms` : new Date(t).toISOString();
    const { min, max, doubled, alternatives, widened } = r.interval;
    return `${say}, ${on(min)} to ${on(max)}${doubled ? ` (twice that night: ${alternatives.map((x) => x.map(on).join(' to ')).join(', ')})` : ''}${widened ? `, widened by ${widened.by}${widened.byDefault ? ' by default' : ''}` : ''}`;
  }
  if (w.form === 'ordered') return `${say}, ${w.side} ${w.ref} ${w.edge}`;
  const b = w.span ? spanBounds(w.span) : null;
  return `${say}, ${w.form}${b ? ` ${b.min} to ${b.max} ms` : ''}`;
}

/** Every spelling we have met, with what it is taken for: to be read by a person when it changes; `UPDATE_PICTURES=1` keeps a new reading. */
it('the grammar, spelling by spelling', () => {
  const lines = TIMES.split(/[|\n]/)
    .slice(1)
    .map((t) => `${JSON.stringify(t)}: ${taken(t)}`);
  for (const order of [null, 'mdy', 'dmy'] as const) {
    for (const d of DATES.split('|')) {
      const read = readDate(d, order);
      lines.push(`date ${JSON.stringify(d)} ${order ?? ''}: ${read.ok ? read.date : `refused: ${read.why}`}`);
    }
  }
  const now = `${lines.join('\n')}\n`;
  const path = 'test/pictures/grammar.txt';
  if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(path, now);
  expect(now).toBe(readFileSync(path, 'utf8'));
});

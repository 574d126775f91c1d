import { buffer } from 'node:stream/consumers';
import { analyze } from '../analysis/analyze';
import { examine } from '../analysis/examine';
import { reportOf } from '../analysis/report';
import { recordFromFiles } from '../intake/assemble';
import { isZone } from '../record/zone';
import { readInputs } from './inputs';
import { withPapers } from './papers-into';
import { BadCall, readCall, SETTING_NAMES, withSaid } from './settings';

/**
 * `npm run analyze -- FILE...`: importers, solver and rules in Node, one JSON document on standard output. What was not
 * used, and why, is said on standard error too. Exits 1 where a file could not be read at all, 2 where it was called wrongly.
 */
const USAGE = `usage: npm run analyze -- [--zone=America/Chicago] [--mdy|--dmy] [--date=2024-04-03] [--forum=federal --circuit=ca7 --state=ID ...] [--set NAME=VALUE] FILE|FOLDER|- ...
All files of one call are one case: tables, and papers (PDF, Word, text, mail, ZIP), of which only what is
certain is taken. A folder gives every table and paper in it, - reads standard input. Prints one JSON document.
--mdy or --dmy says how 04/03/24 is meant, --date the day of times that state none: a table that does not tell is not guessed.
Settings: ${SETTING_NAMES.join(', ')}.
`;
const said = refusing(() => readCall(process.argv.slice(2)));
const { zone, paths } = said;
if (zone !== '' && !isZone(zone)) refuseCall(`“${zone}” is no zone: write America/Chicago, UTC or -05:00.`);
if (paths.length === 0) refuseCall('No file is named.');

function refuseCall(why: string): never {
  process.stderr.write(`${why}\n${USAGE}`);
  process.exit(2);
}

/** What a step gives, or the end of the call where it was called wrongly. */
function refusing<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof BadCall) refuseCall(error.message);
    throw error;
  }
}

const inputs = await readInputs(paths, async () => new Uint8Array(await buffer(process.stdin)), true);
const read = await withPapers(
  await recordFromFiles(inputs.files, zone, said.asked),
  inputs.files,
  said.asked.order,
);
const refused = [
  ...inputs.unreadable.map(({ file, why }) => ({ file, line: 0, column: '', why })),
  ...read.refused,
];
const settled = refusing(() => withSaid(read.record.case, said));
const notices = [...inputs.notices, ...read.notices, settled.notice].filter(Boolean);
for (const { file, line, column, why } of refused)
  process.stderr.write(`${file}${line ? `, line ${line}` : ''}${column ? `, ${column}` : ''}: ${why}\n`);
for (const notice of notices) process.stderr.write(`${notice}\n`);

const record = { ...read.record, case: settled.case };
const analysis = analyze(record);
// Margins and what would settle a finding ask the whole record again and again: beyond this size they are left to the app.
const examinations =
  record.events.length <= 2000
    ? new Map(analysis.findings.map((f) => [f.key, examine(record, f)]))
    : new Map();
const report = reportOf(record, analysis, examinations);
process.stdout.write(`${JSON.stringify({ ...report, refused, notices }, null, 2)}\n`);
process.exitCode = inputs.unreadable.length > 0 || read.unread.length > 0 ? 1 : 0;

import { analyze } from '../analysis/analyze';
import { examine } from '../analysis/examine';
import { reportOf } from '../analysis/report';
import { recordFromFiles } from '../intake/assemble';
import { isZone } from '../record/zone';
import { readInputs } from './inputs';
import { withPapers } from './papers-into';
import { BadCall, readCall, SETTING_NAMES, withSaid } from './settings';

const USAGE = `usage: npm run analyze -- [--zone=America/Chicago] [--mdy|--dmy] [--date=2024-04-03] [--forum=federal --circuit=ca7 --state=ID ...] [--set NAME=VALUE] FILE|FOLDER|- ...
All files of one call are one case: tables, and papers (PDF, Word, text, mail, ZIP), of which only what is
certain is taken. A folder gives every table and paper in it, - reads standard input. Prints one JSON document.
--mdy or --dmy says how 04/03/24 is meant, --date the day of times that state none: a table that does not tell is not guessed.
Settings: ${SETTING_NAMES.join(', ')}.
`;

/** What a command says when it ends. */
export interface Answer {
  /** 0: all was read; 1: a file could not be; 2: called wrongly, with nothing on standard output. */
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What `npm run analyze` answers to its arguments: importers, solver and rules in Node, one JSON document; what was not
 * used, and why, is said on standard error too. @param stdin read where `-` is named
 */
export async function analyzeCall(
  args: readonly string[],
  stdin: () => Promise<Uint8Array>,
): Promise<Answer> {
  try {
    return await answer(args, stdin);
  } catch (error) {
    if (!(error instanceof BadCall)) throw error;
    return { status: 2, stdout: '', stderr: `${error.message}\n${USAGE}` };
  }
}

/** @throws BadCall */
async function answer(args: readonly string[], stdin: () => Promise<Uint8Array>): Promise<Answer> {
  const said = readCall(args);
  const { zone, paths } = said;
  if (zone !== '' && !isZone(zone))
    throw new BadCall(`“${zone}” is no zone: write America/Chicago, UTC or -05:00.`);
  if (paths.length === 0) throw new BadCall('No file is named.');
  const inputs = await readInputs(paths, stdin, true);
  const read = await withPapers(
    await recordFromFiles(inputs.files, zone, said.asked),
    inputs.files,
    said.asked.order,
  );
  const refused = [
    ...inputs.unreadable.map(({ file, why }) => ({ file, line: 0, column: '', why })),
    ...read.refused,
  ];
  const settled = withSaid(read.record.case, said);
  const notices = [...inputs.notices, ...read.notices, settled.notice].filter(Boolean);
  const lines = refused.map(
    ({ file, line, column, why }) =>
      `${file}${line ? `, line ${line}` : ''}${column ? `, ${column}` : ''}: ${why}`,
  );

  const record = { ...read.record, case: settled.case };
  const analysis = analyze(record);
  // Margins and what would settle a finding ask the whole record again and again: beyond this size they are left to the app.
  const examinations =
    record.events.length <= 2000
      ? new Map(analysis.findings.map((f) => [f.key, examine(record, f)]))
      : new Map();
  const report = reportOf(record, analysis, examinations);
  return {
    status: inputs.unreadable.length > 0 || read.unread.length > 0 ? 1 : 0,
    stdout: `${JSON.stringify({ ...report, refused, notices }, null, 2)}\n`,
    stderr: [...lines, ...notices].map((l) => `${l}\n`).join(''),
  };
}

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { analyze } from '../analysis/analyze';
import { examine } from '../analysis/examine';
import { reportOf } from '../analysis/report';
import { recordFromFiles } from '../intake/assemble';

/** `npm run analyze -- FILE...`: importers, solver and rules in Node, one JSON document on standard output. */
const args = process.argv.slice(2);
const zone = args.find((a) => a.startsWith('--zone='))?.slice(7) ?? '';
const paths = args.filter((a) => !a.startsWith('--'));
if (paths.length === 0) {
  process.stderr.write(
    'usage: npm run analyze -- [--zone=America/Chicago] FILE...\nAll files of one call are one case. Prints one JSON document.\n',
  );
  process.exit(2);
}

const files = await Promise.all(
  paths.map(async (path) => ({ name: basename(path), bytes: new Uint8Array(await readFile(path)) })),
);
const { record, refused, notices } = await recordFromFiles(files, zone);
const analysis = analyze(record);
// Margins and what would settle a finding ask the whole record again and again: beyond this size they are left to the app.
const examinations =
  record.events.length <= 2000
    ? new Map(analysis.findings.map((f) => [f.key, examine(record, f)]))
    : new Map();
const report = reportOf(record, analysis, examinations);
process.stdout.write(`${JSON.stringify({ ...report, refused, notices }, null, 2)}\n`);

import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { analyze } from '../analysis/analyze';
import { readCaseFile } from '../casefile/case-file';
import { BadCaseFile } from '../casefile/content';
import { isLocked } from '../casefile/encrypt';
import type { WholeCase } from '../exhibits/document';
import { DOCUMENTS, documentOf } from '../exhibits/documents';
import { fileName } from '../exhibits/printable';
import { recordFromFiles } from '../intake/assemble';
import { documentTools } from './document-tools';
import { readInputs } from './inputs';
import { withPapers } from './papers-into';
import { BadCall, readCall, SETTING_NAMES, withSaid } from './settings';

/**
 * `npm run exhibit -- --as=summary-word FILE...`: a document of a case without a screen. Of tables and papers it is the whole case with
 * what its record shows; of a case file the first exhibit planned in it, as its plan binds it. Exits 1 where nothing was
 * made, 2 where it was called wrongly.
 */
const USAGE = `usage: npm run exhibit -- --as=KIND [--to=FILE] [--made=2026-11-25] [--zone=America/Chicago ...] [--set NAME=VALUE] FILE|FOLDER|- ...
One case file (.stopline), or tables and papers as for npm run analyze. Kinds:
${DOCUMENTS.map((d) => `  ${d.id.padEnd(16)}${d.name}: ${d.says}`).join('\n')}
Settings: ${SETTING_NAMES.join(', ')}.
`;

async function caseOf(args: readonly string[], made: string): Promise<WholeCase> {
  const said = readCall(args);
  if (said.paths.length === 0) throw new BadCall('No file is named.');
  const inputs = await readInputs(said.paths, async () => new Uint8Array(await buffer(process.stdin)), true);
  for (const { file, why } of inputs.unreadable) process.stderr.write(`${file}: ${why}\n`);
  const kept = inputs.files.find((f) => f.name.endsWith('.stopline') || isLocked(f.bytes));
  if (kept) {
    if (inputs.files.length > 1) throw new BadCall('A case file stands alone: name no other file.');
    if (isLocked(kept.bytes)) throw new BadCall(`${kept.name} is locked: export it without a passphrase.`);
    const content = await readCaseFile(kept.bytes);
    const record = { ...content.facts, case: withSaid(content.case, said).case };
    return {
      read: { record, analysis: analyze(record) },
      rows: { ...content.work, ...content.papers },
      made,
    };
  }
  const read = await withPapers(
    await recordFromFiles(inputs.files, said.zone, said.asked),
    inputs.files,
    said.asked.order,
  );
  for (const { file, line, why } of read.refused)
    process.stderr.write(`${file}${line ? `, line ${line}` : ''}: ${why}\n`);
  for (const notice of [...inputs.notices, ...read.notices]) process.stderr.write(`${notice}\n`);
  const record = { ...read.record, case: withSaid(read.record.case, said).case };
  return { read: { record, analysis: analyze(record) }, rows: {}, made };
}

const given = { as: '', to: '', made: new Date().toISOString().slice(0, 10) };
const args = process.argv.slice(2).filter((arg) => {
  const own = /^--(as|to|made)=(.*)$/s.exec(arg);
  if (own) given[own[1] as keyof typeof given] = own[2] as string;
  return !own;
});

try {
  if (!DOCUMENTS.some((d) => d.id === given.as)) throw new BadCall('Say which document: --as=KIND.');
  const kind = documentOf(given.as);
  const of = await caseOf(args, given.made);
  const input = kind.inputOf(of);
  if (input === null) throw new Error(`The case holds nothing for ${kind.name}.`);
  const bytes = await kind.write(
    input,
    documentTools((says) => process.stderr.write(`${says} …\n`)),
  );
  const to = given.to === '' ? fileName(kind.titleOf(input), kind.ending) : given.to;
  await writeFile(to, bytes);
  process.stdout.write(`${to}\n`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const call = error instanceof BadCall;
  process.stderr.write(`${error.message}\n${call ? USAGE : ''}`);
  if (!call && !(error instanceof BadCaseFile) && process.env['DEBUG']) throw error;
  process.exitCode = call ? 2 : 1;
}

import { createReadStream } from 'node:fs';
import { truncate } from 'node:fs/promises';

/** The results of a run that was stopped. */
export interface Done {
  /** Paths of the cases that have their line. */
  readonly cases: ReadonlySet<string>;
  /** How many of these could not be read. */
  readonly failed: number;
}

const NEWLINE = 0x0a;

/**
 * Reads the results of a run that was stopped, line by line. A last line that was torn is cut off the file, so that what is
 * appended begins on a line of its own: its case is done again. A file that is not there is a run that did not begin.
 * @throws where a whole line is no line of results: then the file is another one
 */
export async function doneIn(path: string): Promise<Done> {
  const cases = new Set<string>();
  let failed = 0;
  let rest = Buffer.alloc(0);
  let whole = 0;
  const take = (line: Buffer): void => {
    const text = line.toString('utf8').trim();
    if (text === '') return;
    const { case: at, ok } = parsed(text, path);
    cases.add(at);
    if (!ok) failed++;
  };
  try {
    for await (const chunk of createReadStream(path)) {
      let bytes = Buffer.concat([rest, chunk as Buffer]);
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE)) {
        take(bytes.subarray(0, end));
        whole += end + 1;
        bytes = bytes.subarray(end + 1);
      }
      rest = Buffer.from(bytes);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { cases, failed };
    throw error;
  }
  if (rest.length > 0) await truncate(path, whole);
  return { cases, failed };
}

function parsed(text: string, path: string): { case: string; ok: boolean } {
  try {
    const line = JSON.parse(text) as { case?: unknown; ok?: unknown };
    if (typeof line.case === 'string') return { case: line.case, ok: line.ok === true };
  } catch {
    // Said below.
  }
  throw new Error(`${path} holds a line that is none of results: ${text.slice(0, 80)}`);
}

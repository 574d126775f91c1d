import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { understand } from '../../intake/readers/index';
import type { Proposals, ReadContext } from '../../intake/readers/reader';
import { readPaper, type Setting } from '../../papers/index';
import type { Paper } from '../../papers/paper';
import { tooLarge } from '../../papers/too-large';

interface Printed {
  readonly entries: object[];
  readonly custody: object[];
  readonly coverage: object[];
  readonly unread: object[];
  readonly refused: string[];
  readonly says: string[];
  kind: string;
  draftedFrom: string;
}

const empty = (): Printed => ({
  entries: [],
  custody: [],
  coverage: [],
  unread: [],
  refused: [],
  says: [],
  kind: 'unknown',
  draftedFrom: '',
});

/** The bytes of a file, once: a packet is as large as they come. */
function bytesAt(path: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** One paper and all that hangs on it, into one line; `in` names the member that a passage stands in. */
function collect(paper: Paper, path: string, context: ReadContext, out: Printed, word: () => void): void {
  word();
  const got: (Proposals & { reader: string }) | null = understand(paper, context);
  const at = path === '' ? {} : { in: path };
  if (path === '') out.kind = got?.reader ?? paper.kind;
  if (got) {
    for (const e of got.entries) out.entries.push({ ...e, ...at });
    for (const e of got.custody) out.custody.push({ ...e, ...at });
    for (const e of got.coverage) out.coverage.push({ ...e, ...at });
    for (const e of got.unread) out.unread.push({ ...e, ...at });
    out.says.push(...got.says);
    if (got.draftedFrom !== '') out.draftedFrom = got.draftedFrom;
  }
  const name = path === '' ? paper.file : path;
  if (paper.state !== 'reads' && paper.state !== 'inventory') out.refused.push(`${name}: ${paper.state}`);
  out.says.push(...paper.says);
  for (const m of paper.members) collect(m, path === '' ? m.file : `${path}!/${m.file}`, context, out, word);
}

/** The line of a file of which reading brought nothing, and why. */
export const refusedLine = (path: string, why: string): string =>
  lineOf(path, null, { ...empty(), refused: [`${basename(path)}: ${why}`] });

/** What is understood of a file, as the line that is printed; never throws for what the file is. @param word told at each step */
export async function readFile(
  path: string,
  setting: Setting,
  context: ReadContext,
  word: () => void,
): Promise<string> {
  const file = basename(path);
  const out = empty();
  let paper: Paper | null = null;
  try {
    const told = { ...setting, onFile: word, onPage: word };
    paper = tooLarge(file, statSync(path).size) ?? (await readPaper(bytesAt(path), file, told));
    collect(paper, '', context, out, word);
  } catch (error) {
    out.refused.push(`${file}: ${error instanceof Error ? error.message : 'it could not be read'}`);
  }
  return lineOf(path, paper, out);
}

function lineOf(path: string, paper: Paper | null, { kind, ...rest }: Printed): string {
  const members = paper?.members.map((m) => ({
    path: m.file,
    bytes: m.bytes,
    sha256: m.sha256,
    kind: m.kind,
    state: m.state,
  }));
  const head = {
    file: basename(path),
    sha256: paper?.sha256 ?? '',
    kind,
    format: paper?.kind ?? 'unknown',
    state: paper?.state ?? 'broken',
    pages: paper?.pages.length ?? 0,
  };
  return JSON.stringify({ ...head, ...rest, ...(members?.length ? { members } : {}) });
}

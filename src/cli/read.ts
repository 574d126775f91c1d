import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { understand } from '../intake/readers/index';
import type { Proposals } from '../intake/readers/reader';
import { readPaper } from '../papers/index';
import type { Paper } from '../papers/paper';
import { tooLarge } from '../papers/too-large';
import { paperSetting } from './paper-setting';

/** `npm run --silent read -- FILE...`: what is understood of each paper, one JSON object a line. Folders are taken whole. */
const args = process.argv.slice(2);
const paths = args.filter((a) => !a.startsWith('--')).flatMap((p) => filesIn(p));
if (paths.length === 0) {
  process.stderr.write(
    'usage: npm run --silent read -- [--password=WORD] [--dmy] [--no-pictures] FILE...\nPrints one JSON object a line.\n',
  );
  process.exit(2);
}
const order = args.includes('--dmy') ? 'dmy' : 'mdy';
const password = args.find((a) => a.startsWith('--password='))?.slice(11);

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** The bytes of a file, once: a packet is as large as they come. */
function bytesAt(path: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const setting = paperSetting(!args.includes('--no-pictures'), password);

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

/** One paper and all that hangs on it, into one line; `in` names the member that a passage stands in. */
function collect(paper: Paper, path: string, out: Printed): void {
  const got: (Proposals & { reader: string }) | null = understand(paper, { dateOrder: order });
  const at = path === '' ? {} : { in: path };
  if (path === '') out.kind = got?.reader ?? paper.kind;
  if (got) {
    out.entries.push(...got.entries.map((e) => ({ ...e, ...at })));
    out.custody.push(...got.custody.map((e) => ({ ...e, ...at })));
    out.coverage.push(...got.coverage.map((e) => ({ ...e, ...at })));
    out.unread.push(...got.unread.map((e) => ({ ...e, ...at })));
    out.says.push(...got.says);
    if (got.draftedFrom !== '') out.draftedFrom = got.draftedFrom;
  }
  const name = path === '' ? paper.file : path;
  if (paper.state !== 'reads' && paper.state !== 'inventory') out.refused.push(`${name}: ${paper.state}`);
  out.says.push(...paper.says);
  for (const m of paper.members) collect(m, path === '' ? m.file : `${path}!/${m.file}`, out);
}

for (const path of paths) {
  const file = basename(path);
  const out: Printed = {
    entries: [],
    custody: [],
    coverage: [],
    unread: [],
    refused: [],
    says: [],
    kind: 'unknown',
    draftedFrom: '',
  };
  let paper: Paper | null = null;
  try {
    paper = tooLarge(file, statSync(path).size) ?? (await readPaper(bytesAt(path), file, setting));
    collect(paper, '', out);
  } catch (error) {
    out.refused.push(`${file}: ${error instanceof Error ? error.message : 'it could not be read'}`);
  }
  const { kind, ...rest } = out;
  const members = paper?.members.map((m) => ({
    path: m.file,
    bytes: m.bytes,
    sha256: m.sha256,
    kind: m.kind,
    state: m.state,
  }));
  const head = {
    file,
    sha256: paper?.sha256 ?? '',
    kind,
    format: paper?.kind ?? 'unknown',
    state: paper?.state ?? 'broken',
    pages: paper?.pages.length ?? 0,
  };
  process.stdout.write(`${JSON.stringify({ ...head, ...rest, ...(members?.length ? { members } : {}) })}\n`);
}

await setting.close();

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import * as v from 'valibot';
import { canonicalJson } from '../record/canonical';
import { ChangeSchema } from '../record/change';
import { passed } from '../record/door';
import { HistorySchema } from '../record/history';
import { ROW_TABLES, type Row, TABLES, type TableName } from '../record/tables';
import { BadCaseFile, type CaseContent, grouped, type PaperContent, partOf, rowsIn } from './content';
import { PagesSchema } from './pages';
import { rowToday, VERSION } from './upgrades';

/** A fixed date inside the zip, so that the same case gives the same bytes. */
const STAMP = '1980-01-02T00:00:00';
/** The most a case file may unpack to: more is a bomb, not a case. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** Lists and objects in one another; a change of a row's field has some ten. */
const DEEPEST = 100;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Pages (`ID.json`) and bytes (`ID.bytes`) of papers, where they were asked for. */
const CONTENTS = 'contents/';

const ManifestSchema = v.object({
  format: v.literal('stopline'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  part: v.optional(v.boolean()),
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

const RowSchema = v.looseObject({ id: v.string() });

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice().buffer));
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * A case as one `.stopline` file: a zip of canonical JSON with a manifest of hashes. The same content gives the same bytes.
 * @param version of what its rows hold: an older one for a case as it was kept before it was brought up to this
 */
export async function writeCaseFile(content: CaseContent, version = VERSION): Promise<Uint8Array> {
  const texts: Record<string, string> = { 'case.json': canonicalJson(content.case) };
  for (const t of ROW_TABLES.filter((t) => TABLES[t].since <= version))
    texts[partOf(t)] = canonicalJson([...rowsIn(content, t)].sort(byId));
  texts['history.json'] = canonicalJson([...content.history].sort((a, b) => a.seq - b.seq));
  const parts: Record<string, Uint8Array> = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, strToU8(text)]),
  );
  for (const { id, pages, bytes } of content.contents ?? []) {
    parts[`${CONTENTS}${id}.json`] = strToU8(canonicalJson(pages));
    if (bytes) parts[`${CONTENTS}${id}.bytes`] = bytes;
  }
  const files: Record<string, string> = {};
  const zip: Zippable = {};
  for (const name of Object.keys(parts).sort()) {
    const bytes = parts[name] as Uint8Array;
    files[name] = await sha256(bytes);
    zip[name] = [bytes, { mtime: STAMP, level: 6 }];
  }
  zip['manifest.json'] = [
    strToU8(canonicalJson({ format: 'stopline', version, ...(content.part && { part: true }), files })),
    { mtime: STAMP, level: 6 },
  ];
  return seal(zipSync(zip));
}

/**
 * Reads a case file whole or not at all: every part is there, its hash holds, every row passes its schema and belongs
 * to the case. @throws BadCaseFile with a sentence that says what is wrong
 */
export async function readCaseFile(bytes: Uint8Array): Promise<CaseContent> {
  const parts = unpack(bytes);
  const manifest = check(ManifestSchema, parse(parts, 'manifest.json'), 'manifest.json');
  if (manifest.version > VERSION)
    throw new BadCaseFile(
      `This case file is of version ${manifest.version}; this app reads up to ${VERSION}. Update the app.`,
    );
  // A table that came later than the file is empty in it.
  const tables = ROW_TABLES.filter((t) => TABLES[t].since <= manifest.version);
  const expected = ['case.json', 'history.json', ...tables.map(partOf)];
  for (const name of expected)
    if (!(name in manifest.files))
      throw new BadCaseFile(`The case file does not hold ${name}: it is incomplete.`);
  const stray = Object.keys(parts).find(
    (name) => name !== 'manifest.json' && !Object.hasOwn(manifest.files, name),
  );
  if (stray !== undefined)
    throw new BadCaseFile(
      `The case file holds ${stray.slice(0, 80)}, which its manifest does not name: it was changed.`,
    );
  for (const [name, hash] of Object.entries(manifest.files)) {
    const part = parts[name];
    if (!part) throw new BadCaseFile(`The case file does not hold ${name}: it is incomplete.`);
    if ((await sha256(part)) !== hash)
      throw new BadCaseFile(
        `${name} in the case file does not match its hash: the file was damaged or changed.`,
      );
  }
  // Versions before 4 bore no seal; where one stands it holds, or the file was altered.
  const sealed = sealOf(bytes);
  if (sealed === null && manifest.version >= 4)
    throw new BadCaseFile(
      'The case file bears no seal over its bytes: it was damaged, changed, or packed anew.',
    );
  if (sealed !== null && (await sha256(bytes.subarray(0, -SEAL_LENGTH))) !== sealed)
    throw new BadCaseFile('The case file does not match the seal over its bytes: it was damaged or changed.');
  const row = (table: TableName, name: string) => {
    return (value: unknown): Row => {
      const through = passed(table, rowToday(table, check(RowSchema, value, name)));
      if ('refused' in through)
        throw new BadCaseFile(`The case file is refused. ${name}: ${through.refused}`);
      return through.row;
    };
  };
  const of = row('cases', 'case.json')(parse(parts, 'case.json')) as unknown as CaseContent['case'];
  const lists = grouped((table) => {
    if (!tables.includes(table)) return [];
    const name = partOf(table);
    const rows = check(v.array(v.unknown()), parse(parts, name), name).map(row(table, name));
    const ids = new Set<string>();
    for (const r of rows) {
      if (r['caseId'] !== of.id) throw new BadCaseFile(`${name} holds a row of another case.`);
      if (ids.has(r.id))
        throw new BadCaseFile(`${name} holds two rows of one id (${r.id.slice(0, 80)}): it was changed.`);
      ids.add(r.id);
    }
    return rows;
  });
  const history = check(
    v.array(v.object({ ...HistorySchema.entries, changes: v.array(ChangeSchema) })),
    parse(parts, 'history.json'),
    'history.json',
  );
  history.forEach((h, i) => {
    if (h.seq !== i + 1 || h.caseId !== of.id)
      throw new BadCaseFile('The history in the case file has a gap or belongs to another case.');
  });
  const contents = lists.facts.papers.flatMap(({ id }): PaperContent[] => {
    const name = `${CONTENTS}${id}.json`;
    if (!Object.hasOwn(parts, name)) return [];
    const pages = check(PagesSchema, parse(parts, name), name);
    return [{ id, pages, bytes: parts[`${CONTENTS}${id}.bytes`] ?? null }];
  });
  return {
    case: of,
    ...lists,
    history,
    ...(contents.length > 0 && { contents }),
    ...(manifest.part && { part: true }),
  };
}

const SEAL = 'stopline sha-256 ';
const SEAL_LENGTH = SEAL.length + 64;

/** Puts the hash of the whole zip into the comment at its end: what lies between its parts is vouched for too. */
async function seal(zip: Uint8Array): Promise<Uint8Array> {
  const whole = new Uint8Array(zip.length + SEAL_LENGTH);
  whole.set(zip);
  // The last two bytes of a zip without a comment say how long its comment is.
  whole[zip.length - 2] = SEAL_LENGTH;
  whole.set(strToU8(`${SEAL}${await sha256(whole.subarray(0, zip.length))}`), zip.length);
  return whole;
}

/** The hash that the seal states; null where the file bears none. */
function sealOf(bytes: Uint8Array): string | null {
  const text = strFromU8(bytes.subarray(-SEAL_LENGTH), true);
  return new RegExp(`^${SEAL}([0-9a-f]{64})$`).exec(text)?.[1] ?? null;
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        if (total > MOST_BYTES)
          throw new BadCaseFile('This file unpacks to more than 1 GB: it is no case file.');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof BadCaseFile) throw error;
    throw new BadCaseFile('This is not a case file, or it was cut short: it cannot be unpacked.');
  }
}

function parse(parts: Record<string, Uint8Array>, name: string): unknown {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) throw new BadCaseFile(`This is not a case file: it holds no ${name}.`);
  const text = strFromU8(part);
  if (/"__proto__"\s*:/.test(text))
    throw new BadCaseFile(
      `${name} in the case file names a prototype: it was made to do harm, and is refused.`,
    );
  if (isDeep(text))
    throw new BadCaseFile(
      `${name} in the case file is nested deeper than any case: it was made to do harm, and is refused.`,
    );
  try {
    return JSON.parse(text);
  } catch {
    throw new BadCaseFile(`${name} in the case file cannot be read.`);
  }
}

/** Whether lists and objects stand in one another deeper than rows and changes ever do: what walks through them would fall. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === BACKSLASH) i++;
      else if (c === QUOTE) quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (c === OPEN_LIST || c === OPEN_OBJECT) {
      if (++depth > DEEPEST) return true;
    } else if (c === CLOSE_LIST || c === CLOSE_OBJECT) depth--;
  }
  return false;
}

function check<S extends v.GenericSchema>(schema: S, value: unknown, name: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new BadCaseFile(
    `${name} in the case file does not hold what it should (${v.getDotPath(issue) ?? 'top'}: ${issue.message}).`,
  );
}

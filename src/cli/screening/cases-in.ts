import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** One case to be screened: a case file, or a folder of tables that are one case. */
export interface CaseAt {
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** What stands in a list and is no case, and why. */
export interface NoCase {
  readonly path: string;
  readonly why: string;
}

const CASE_FILE = /\.stopline(\.age)?$/i;
const TABLES = /\.(csv|tsv|tab|psv|txt|xlsx|xlsm|xls)$/i;

/**
 * The cases that a path names, one at a time, so that a list of a hundred thousand is never held. A file is a case. A folder
 * that holds tables is one case, with all below it; each case file in a folder is a case of its own, however deep it lies.
 * Links are not followed within a folder. Never throws for a path: what is none comes as a sentence.
 */
export async function* casesIn(path: string): AsyncGenerator<CaseAt | NoCase> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown');
  if (typeof found === 'string') {
    yield { path, why: whyNot(path, found) };
    return;
  }
  if (!found.isDirectory()) {
    yield { path, kind: 'file' };
    return;
  }
  let any = false;
  for await (const one of within(path, false)) {
    any = true;
    yield one;
  }
  if (!any) yield { path, why: 'the folder holds no case file and no table (CSV, TSV, TXT, XLSX)' };
}

/** @param taken the folder above is a case of tables already, and this one belongs to it */
async function* within(folder: string, taken: boolean): AsyncGenerator<CaseAt | NoCase> {
  const files: string[] = [];
  const folders: string[] = [];
  let tables = false;
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) folders.push(entry.name);
      else if (entry.isFile() && CASE_FILE.test(entry.name)) files.push(entry.name);
      else if (entry.isFile() && TABLES.test(entry.name)) tables = true;
    }
  } catch (error) {
    yield { path: folder, why: whyNot(folder, (error as NodeJS.ErrnoException).code ?? 'unknown') };
    return;
  }
  if (tables && !taken) yield { path: folder, kind: 'folder' };
  for (const name of files.sort()) yield { path: join(folder, name), kind: 'file' };
  for (const name of folders.sort()) yield* within(join(folder, name), taken || tables);
}

function whyNot(path: string, code: string): string {
  const name = basename(path);
  if (code === 'ENOENT') return `there is no file or folder ${name}`;
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read by this account`;
  return `${name} could not be read (${code})`;
}

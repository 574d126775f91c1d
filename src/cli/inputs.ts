import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Files named on a command line, read; and what could not be read or was left out, each in a sentence. */
export interface Inputs {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly unreadable: readonly { readonly file: string; readonly why: string }[];
  readonly notices: readonly string[];
}

const TABLES = /\.(csv|tsv|tab|psv|txt|xlsx|xlsm|xls)$/i;
const PAPERS = /\.(pdf|docx|eml|zip)$/i;

/**
 * The files of a command line: a file as it is named, a folder with every table in it and below, `-` for standard
 * input. What a folder holds beside them is named in the notices. Never throws for a path. @param papers of folders too
 */
export async function readInputs(
  paths: readonly string[],
  stdin: () => Promise<Uint8Array>,
  papers = false,
): Promise<Inputs> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const unreadable: { file: string; why: string }[] = [];
  const notices: string[] = [];
  const take = async (path: string, name: string, named: boolean): Promise<void> => {
    try {
      if (path === '-') {
        files.push({ name: 'standard input', bytes: await stdin() });
      } else if ((await stat(path)).isDirectory()) {
        const inside = (await readdir(path)).filter((n) => !n.startsWith('.')).sort();
        if (inside.length === 0) notices.push(`${name} is an empty folder.`);
        for (const n of inside) await take(join(path, n), `${name}/${n}`, false);
      } else if (!named && !TABLES.test(path) && !(papers && PAPERS.test(path))) {
        const wanted = papers
          ? 'neither table nor paper (CSV, TSV, TXT, XLSX, PDF, DOCX, EML, ZIP)'
          : 'no table (CSV, TSV, TXT, XLSX)';
        notices.push(`${name}: left out, since by its name it is ${wanted}.`);
      } else {
        files.push({ name: named ? basename(path) : name, bytes: new Uint8Array(await readFile(path)) });
      }
    } catch (error) {
      unreadable.push({ file: name, why: whyNot(name, error) });
    }
  };
  for (const path of paths) await take(path, basename(path), true);
  return { files, unreadable, notices };
}

function whyNot(name: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return `there is no file ${name}`;
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read by this account`;
  return `${name} could not be read: ${error instanceof Error ? error.message : String(error)}`;
}

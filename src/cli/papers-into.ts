import { acceptOffers, clockFor } from '../actions/discovery';
import type { Assembled } from '../intake/assemble';
import { understand } from '../intake/readers/index';
import { offersOf } from '../intake/readers/offers';
import { readPaper } from '../papers/index';
import type { Paper } from '../papers/paper';
import { applyChanges } from '../record/apply';
import type { PaperRow } from '../record/discovery';
import type { CaseRecord } from '../record/record';
import { paperSetting } from './paper-setting';

/** What a paper on the command line gave: the record with it, whether any reader took it, and what a person should know. */
interface Taken {
  readonly record: CaseRecord;
  readonly understood: boolean;
  readonly notices: readonly string[];
}

/**
 * The files in which no table is known, read as papers. What a reader is certain of is taken, with its page and passage, as
 * `A` takes it in the app; the rest waits for a person, and is counted. Pictures are not recognised here: `npm run read` does.
 */
export async function withPapers(
  assembled: Assembled,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  order: 'mdy' | 'dmy' = 'mdy',
): Promise<Assembled> {
  const papers = files.filter((f) => assembled.unread.includes(f.name));
  if (papers.length === 0) return assembled;
  const setting = paperSetting(false);
  let { record } = assembled;
  const notices: string[] = [...assembled.notices];
  const read = new Set<string>();
  for (const { name, bytes } of papers) {
    const paper = await readPaper(bytes, name, setting);
    let any = false;
    for (const [path, member] of membersOf(paper, name)) {
      const taken = takeIn(record, member, path, read.size, order);
      record = taken.record;
      any ||= taken.understood;
      notices.push(...taken.notices);
    }
    if (any) read.add(name);
  }
  await setting.close();
  return {
    record,
    notices,
    refused: assembled.refused.filter((r) => !read.has(r.file)),
    unread: assembled.unread.filter((f) => !read.has(f)),
  };
}

/** A paper and all that hangs on it or lies in it, each by its path. */
const membersOf = (paper: Paper, path: string): [string, Paper][] => [
  [path, paper],
  ...paper.members.flatMap((m) => membersOf(m, `${path}/${m.file}`)),
];

function takeIn(record: CaseRecord, paper: Paper, name: string, n: number, order: 'mdy' | 'dmy'): Taken {
  const got = understand(paper, { dateOrder: order });
  const said = paper.says.map((s) => `${name}: ${s}`);
  const offers = got ? offersOf(got, paper.pages) : [];
  if (!got || offers.length === 0) return { record, understood: false, notices: said };
  const row: PaperRow = {
    id: `paper-${n}-${name}`.slice(0, 60),
    caseId: record.case.id,
    name,
    packet: '',
    kind: paper.kind,
    state: paper.state,
    sha256: paper.sha256,
    size: paper.bytes,
    pages: paper.pages.length,
    recognised: 0,
    kept: false,
    says: [],
    reader: got.reader,
    draftedFrom: got.draftedFrom.slice(0, 300),
    production: '',
    batesFrom: '',
    batesTo: '',
    clock: '',
    refused: [],
  };
  const certain = offers.filter((o) => o.certain);
  const { act, left } = acceptOffers(record, row, certain, offers, clockFor(record, row));
  const waiting = offers.length - certain.length + left.length;
  return {
    record: act ? applyChanges(record, act.edits) : record,
    understood: true,
    notices: [
      ...said,
      ...got.says.map((s) => `${name}: ${s}`),
      ...counted(name, certain.length - left.length, 'proposal', 'certain, and taken with its page'),
      ...counted(name, waiting, 'proposal', 'left for a person: go through them in Papers'),
      ...counted(name, got.unread.length, 'line or time', 'not understood: npm run read lists them'),
    ],
  };
}

/** How many of a paper's proposals, lines or times; nothing where there are none. */
const counted = (name: string, n: number, of: string, what: string): string[] =>
  n === 0
    ? []
    : [`${name}: ${n} ${n === 1 ? of : of.replace(/^(\w+)/, '$1s').replace(/time$/, 'times')}: ${what}.`];

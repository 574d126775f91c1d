import { added, changed, type Edit, kept } from '../record/change';
import type { PaperRow } from '../record/discovery';
import { newId } from '../record/ids';
import type { Act } from './act';

/** Papers that came in, as one step. @param edits what `paperCame` gave of each */
export const addPapers = (caseId: string, packet: string, edits: readonly Edit[]): Act => ({
  caseId,
  says: edits.length === 1 ? `Paper came in: ${packet}` : `${edits.length} papers came in: ${packet}`,
  edits,
});

/** What becomes of a file that came in. */
interface CameIn {
  /** Under which its pages are kept; null where they are there already. */
  readonly id: string | null;
  readonly edits: readonly Edit[];
}

const sameAs = (first: PaperRow): string =>
  `The same, byte for byte, as ${first.name}${first.packet === '' ? '' : ` in ${first.packet}`}: its pages and proposals are there.`;

/** The row of a packet that holds what was read before. */
const again = (row: PaperRow, first: PaperRow): PaperRow => ({
  ...row,
  id: newId(),
  state: 'again',
  pages: first.pages,
  kept: false,
  reader: '',
  draftedFrom: '',
  says: [sameAs(first)],
});

/**
 * A file that came in, beside the papers that are there. It is listed once a packet and name, and read once: what was read
 * before comes again in another packet or under another name; one whose pages are gone has them again under its own row; and
 * a row of what came again, whose first was taken out since, becomes the paper itself.
 * @param first the paper of its bytes whose pages are there
 */
export function paperCame(papers: readonly PaperRow[], first: PaperRow | undefined, row: PaperRow): CameIn {
  const bytes = papers.filter((p) => p.sha256 !== '' && p.sha256 === row.sha256);
  const here = bytes.find((p) => p.packet === row.packet && p.name === row.name);
  const listed = (of: PaperRow): Edit[] =>
    here || row.packet === '' ? [] : [added('papers', again(row, of))];
  if (first) return { id: null, edits: listed(first) };
  const lost =
    here && here.state !== 'again' ? here : bytes.find((p) => p.name === row.name && p.state !== 'again');
  if (lost) return { id: lost.id, edits: lost === here ? [] : listed(lost) };
  if (!here) return { id: row.id, edits: [kept('papers', undefined, row)] };
  const { kind, state, pages, says, reader, draftedFrom } = row;
  const now = { kind, state, pages, says, reader, draftedFrom, kept: row.kept };
  return { id: here.id, edits: [changed('papers', here, now)] };
}

/** The paper to open for a row: itself, or the one of its bytes that was read, where it came again. */
export function openedFor(papers: readonly PaperRow[], id: string | undefined): PaperRow | undefined {
  const row = papers.find((p) => p.id === id);
  if (row?.state !== 'again') return row;
  return papers.find((p) => p.sha256 === row.sha256 && p.state !== 'again') ?? row;
}

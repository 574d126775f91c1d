import type { Scene } from '../../drawing/scene/scene';
import { type DocumentKind, ofExhibit, type Planned, type Tools } from '../document';
import type { Exhibit } from '../exhibit';
import { neutral, type PaperKind, type PaperOf, paperOf } from '../papers';
import { isDrawn, paperPages } from '../picture';
import { bareExhibit, stampedSheets, type TablePaper } from '../table-paper';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** px of a picture in a brief. */
const IN_BRIEF = 940;
/** The smallest letters of a picture, px of the page at 96 to the inch: six points. */
const LEAST = 8;

/** One of the three papers, in Word and in PDF. */
export const inWordAndPdf = (paper: PaperKind, name: string, says: string): DocumentKind<Planned>[] => [
  ofExhibit({
    id: `${paper}-word`,
    name: `${name} (Word)`,
    says,
    type: DOCX,
    ending: 'docx',
    beside: paper,
    apart: true,
    first: true,
    write: async (exhibit, tools) => asWord(drawnIn(exhibit, paper), paperOf(exhibit, paper), tools),
  }),
  ofExhibit({
    id: `${paper}-pdf`,
    name: `${name} (PDF)`,
    says,
    type: 'application/pdf',
    ending: 'pdf',
    beside: paper,
    apart: true,
    write: async (exhibit, tools) => {
      const [{ pdfOf }, fonts] = await Promise.all([import('../formats/pdf'), tools.fonts()]);
      tools.progress('writing the pages');
      return pdfOf(exhibit, paperOf(exhibit, paper), fonts);
    },
  }),
];

/** What a summary draws argues nothing; the other two draw nothing. */
const drawnIn = (exhibit: Exhibit, paper: PaperKind): Exhibit =>
  paper === 'summary' ? neutral(exhibit) : exhibit;

/** A paper in Word, its pictures drawn first. */
export async function asWord(exhibit: Exhibit, paper: PaperOf, tools: Tools): Promise<Uint8Array> {
  const draws = paper.kind === 'summary' && isDrawn(exhibit);
  if (draws) tools.progress('drawing the picture');
  const { wordOf, ROOM } = await import('../formats/word');
  const k = ROOM.width / IN_BRIEF;
  const scenes = draws
    ? paperPages(exhibit, { show: 'whole', id: '' }, IN_BRIEF, ROOM.height / k, LEAST / k)
    : [];
  const pictures = [];
  for (const scene of scenes) pictures.push(await tools.picture(scene));
  tools.progress('writing the pages');
  return wordOf(exhibit, paper, pictures);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A picture of a paper of tables. */
interface Drawn {
  readonly scene: Scene;
  readonly alt: string;
}

type Tables<I> = Pick<DocumentKind<I>, 'id' | 'name' | 'says' | 'titleOf' | 'inputOf'> & {
  readonly paperOf: (input: I) => TablePaper;
  /** What is drawn where its blocks say so, and what it is to who cannot see it; absent for a paper that draws nothing. */
  readonly drawn?: (input: I) => Drawn | null;
};

/** A paper of tables with a few sentences around them, in Word, PDF and as a workbook. */
export function asTables<I>({ paperOf, drawn, ...says }: Tables<I>): DocumentKind<I>[] {
  const of = (p: TablePaper): PaperOf => ({
    kind: 'argument',
    title: p.title,
    filed: true,
    blocks: drawn ? p.blocks : p.blocks.filter((b) => b.t !== 'picture'),
  });
  return [
    {
      ...says,
      id: `${says.id}-word`,
      name: `${says.name} (Word)`,
      type: DOCX,
      ending: 'docx',
      write: async (input, tools) => {
        const paper = paperOf(input);
        const figure = drawn?.(input) ?? null;
        const png = figure && { ...(await tools.picture(figure.scene)), alt: figure.alt };
        return (await import('../formats/word')).wordOf(bareExhibit(paper), of(paper), png ? [png] : []);
      },
    },
    {
      ...says,
      id: `${says.id}-pdf`,
      name: `${says.name} (PDF)`,
      type: 'application/pdf',
      ending: 'pdf',
      write: async (input, tools) => {
        const paper = paperOf(input);
        const [{ pdfOf }, fonts] = await Promise.all([import('../formats/pdf'), tools.fonts()]);
        return pdfOf(bareExhibit(paper), of(paper), fonts, drawn?.(input) ?? null);
      },
    },
    {
      ...says,
      id: `${says.id}-xlsx`,
      name: `${says.name} (XLSX)`,
      type: XLSX,
      ending: 'xlsx',
      write: async (input) => {
        const { sheets, stamp } = paperOf(input);
        return (await import('../formats/tables')).sheetsOf(stampedSheets(sheets, stamp));
      },
    },
  ];
}

import { type DocumentKind, ofExhibit, type Planned, type Tools } from '../document';
import type { Exhibit } from '../exhibit';
import { neutral, type PaperKind, type PaperOf, paperOf } from '../papers';
import { isDrawn, paperScene } from '../picture';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** px of a picture in a brief. */
const IN_BRIEF = 1150;

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

async function asWord(exhibit: Exhibit, paper: PaperOf, tools: Tools): Promise<Uint8Array> {
  const draws = paper.kind === 'summary' && isDrawn(exhibit);
  if (draws) tools.progress('drawing the picture');
  const png = draws ? await tools.picture(paperScene(exhibit, { show: 'whole', id: '' }, IN_BRIEF)) : null;
  tools.progress('writing the pages');
  return (await import('../formats/word')).wordOf(exhibit, paper, png);
}

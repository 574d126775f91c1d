import type { DocumentKind } from '../document';
import type { StillPages } from '../still';
import { DOCX } from './paper';

interface Stills {
  readonly pages: StillPages;
  /** The day on which they are made, for the name. */
  readonly day: string;
}

/** Frames are taken where recordings are open: there is none on the command line. */
const taken = {
  says: 'frames of recordings, each with its hash and its times',
  titleOf: ({ day }: Stills) => `Stills ${day}`,
  inputOf: () => null,
};

export const stillsWord: DocumentKind<Stills> = {
  ...taken,
  id: 'stills-word',
  name: 'Stills (Word)',
  type: DOCX,
  ending: 'docx',
  write: async ({ pages }) => (await import('../formats/stills-word')).stillsWordOf(pages),
};

export const stillsPdf: DocumentKind<Stills> = {
  ...taken,
  id: 'stills-pdf',
  name: 'Stills (PDF)',
  type: 'application/pdf',
  ending: 'pdf',
  write: async ({ pages }, tools) =>
    (await import('../formats/stills-pdf')).stillsPdfOf(pages, await tools.fonts()),
};

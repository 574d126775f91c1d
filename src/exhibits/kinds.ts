/** The documents that an exhibit can be made into. */
export const KINDS_OF_PAPER = [
  'word',
  'pdf',
  'slides',
  'html',
  'svg',
  'png',
  'csv',
  'xlsx',
  'custody',
] as const;
export type Kind = (typeof KINDS_OF_PAPER)[number] | 'letter';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const TYPES: Readonly<
  Record<
    Kind,
    { readonly name: string; readonly says: string; readonly type: string; readonly ending: string }
  >
> = {
  word: {
    name: 'Word',
    says: 'statement of facts, minute by minute, findings with proofs in footnotes',
    type: DOCX,
    ending: 'docx',
  },
  pdf: { name: 'PDF', says: 'the exhibit on paper', type: 'application/pdf', ending: 'pdf' },
  slides: {
    name: 'Slides',
    says: 'an overview and one slide a finding',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
  },
  html: { name: 'One file', says: 'opens offline in any browser', type: 'text/html', ending: 'html' },
  svg: { name: 'SVG', says: 'the picture as vectors', type: 'image/svg+xml', ending: 'svg' },
  png: { name: 'PNG', says: 'the picture at 300 dots an inch', type: 'image/png', ending: 'png' },
  csv: { name: 'CSV', says: 'the table', type: 'text/csv', ending: 'csv' },
  xlsx: {
    name: 'XLSX',
    says: 'all tables',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
  custody: { name: 'Custody summary', says: 'chains and their findings in Word', type: DOCX, ending: 'docx' },
  letter: { name: 'Letter', says: 'the demands in Word', type: DOCX, ending: 'docx' },
};

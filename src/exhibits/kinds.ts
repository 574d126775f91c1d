import type { PaperKind } from './papers';

/** The documents that an exhibit can be made into: three papers, each in Word and PDF, and what is made of them. */
export const KINDS_OF_PAPER = [
  'summary-word',
  'summary-pdf',
  'statement-word',
  'statement-pdf',
  'argument-word',
  'argument-pdf',
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
const PDF = 'application/pdf';

interface TypeOf {
  readonly name: string;
  readonly says: string;
  readonly type: string;
  readonly ending: string;
  /** Which of the three papers it is; absent for what is none of them. */
  readonly paper?: PaperKind;
  /** What its file is called beside the exhibit’s title. */
  readonly file?: string;
}

const SUMMARY = 'every minute as written and as proved, custody, index of records; no law, no argument';
const STATEMENT = 'your sentences, each with its record, with caption, signature and certificate';
const ARGUMENT = 'findings with bounds, proof and law, with caption, signature and certificate';

export const TYPES: Readonly<Record<Kind, TypeOf>> = {
  'summary-word': word('Summary (Word)', SUMMARY, 'summary'),
  'summary-pdf': pdf('Summary (PDF)', SUMMARY, 'summary'),
  'statement-word': word('Statement (Word)', STATEMENT, 'statement'),
  'statement-pdf': pdf('Statement (PDF)', STATEMENT, 'statement'),
  'argument-word': word('Argument (Word)', ARGUMENT, 'argument'),
  'argument-pdf': pdf('Argument (PDF)', ARGUMENT, 'argument'),
  slides: {
    name: 'Slides',
    says: 'an overview, and one slide a finding unless it is offered as a summary',
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
  custody: {
    name: 'Custody summary',
    says: 'chains and their findings in Word',
    type: DOCX,
    ending: 'docx',
    file: 'custody',
  },
  letter: { name: 'Letter', says: 'the demands in Word', type: DOCX, ending: 'docx' },
};

function word(name: string, says: string, paper: PaperKind): TypeOf {
  return { name, says, type: DOCX, ending: 'docx', paper, file: paper };
}
function pdf(name: string, says: string, paper: PaperKind): TypeOf {
  return { name, says, type: PDF, ending: 'pdf', paper, file: paper };
}

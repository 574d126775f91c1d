import { inWordAndPdf } from './paper';

export const statement = inWordAndPdf(
  'statement',
  'Statement',
  'your sentences, each with its record, with caption, signature and certificate',
);

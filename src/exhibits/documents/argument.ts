import { inWordAndPdf } from './paper';

export const argument = inWordAndPdf(
  'argument',
  'Argument',
  'findings with bounds, proof and law, with caption, signature and certificate',
);

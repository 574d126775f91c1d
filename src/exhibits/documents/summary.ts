import { inWordAndPdf } from './paper';

export const summary = inWordAndPdf(
  'summary',
  'Summary',
  'every minute as written and as proved, custody, index of records; no law, no argument',
);

import { inWordAndPdf } from './paper';

export const summary = inWordAndPdf(
  'summary',
  'Summary',
  'every minute as written and by the whole record, custody, index of records; no law, no argument',
);

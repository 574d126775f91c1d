import { ofExhibit } from '../document';
import { DOCX } from './paper';

export const custody = ofExhibit({
  id: 'custody',
  name: 'Custody summary',
  says: 'chains and their findings in Word',
  type: DOCX,
  ending: 'docx',
  beside: 'custody',
  write: async (exhibit) => (await import('../formats/custody-summary')).custodySummaryOf(exhibit),
});

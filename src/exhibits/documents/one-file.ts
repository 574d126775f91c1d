import { ofExhibit } from '../document';

export const oneFile = ofExhibit({
  id: 'html',
  name: 'One file',
  says: 'opens offline in any browser',
  type: 'text/html',
  ending: 'html',
  write: async (exhibit) => (await import('../formats/one-file')).oneFileOf(exhibit),
});

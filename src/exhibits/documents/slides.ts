import { ofExhibit } from '../document';

export const slides = ofExhibit({
  id: 'slides',
  name: 'Slides',
  says: 'an overview, and one slide a finding unless it is offered as a summary',
  type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ending: 'pptx',
  write: async (exhibit) => (await import('../formats/slides')).slidesOf(exhibit),
});

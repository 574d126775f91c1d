import type { PaperRow } from '../../record/discovery';

/** How far a paper was read, in a word or two. */
export function stateSays(p: PaperRow): string {
  if (p.state === 'reads') return p.reader === '' ? 'read; nothing proposed' : 'read';
  if (p.recognised > 0) return `${p.recognised} of ${p.pages} pages recognized: compare`;
  return (
    {
      'asks-for-password': 'asks for a password',
      again: 'came before, byte for byte',
      broken: 'broken',
      'no-pages': 'has no pages',
      empty: 'empty',
      'unreadable-text': 'text without meaning',
      'doubtful-text': 'text over a picture',
      'picture-only': 'a picture: not read yet',
      'too-large': 'too large',
      'not-a-paper':
        p.kind === 'table' ? 'goes to the mapping' : p.kind === 'media' ? 'goes to Footage' : 'no paper',
    }[p.state] ?? p.state
  );
}

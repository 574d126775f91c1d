import PostalMime from 'postal-mime';
import { linesOfHtml } from './word';

/** A mail: its head and body as text, and what hangs on it. */
export interface MailParts {
  readonly text: string;
  readonly says: readonly string[];
  readonly attached: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const SHOWN = ['received', 'date', 'from', 'to', 'cc', 'subject'];

/** A mail taken apart; its links and pictures are not followed. */
export async function mailParts(bytes: Uint8Array): Promise<MailParts> {
  const mail = await PostalMime.parse(bytes.slice(), {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 32,
  });
  const heads = mail.headers
    .filter((h) => SHOWN.includes(h.key))
    .map(
      (h) => `${h.key[0]?.toUpperCase()}${h.key.slice(1)}: ${h.key === 'subject' ? mail.subject : h.value}`,
    );
  const html = mail.html ?? '';
  const body = mail.text?.trim() ? mail.text : linesOfHtml(html).join('\n');
  const attached = mail.attachments.map((a, i) => ({
    name: a.filename || `attachment ${i + 1}`,
    bytes: new Uint8Array(a.content as ArrayBuffer),
  }));
  const says =
    html !== '' && mail.text?.trim()
      ? ['The HTML form of this mail was left out; its plain text is read.']
      : [];
  return { text: `${heads.join('\n')}\n\n${body}`, says, attached };
}

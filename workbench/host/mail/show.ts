// A message for a person to read, parsed by postal-mime: an independent reader of what the add-on wrote.
import PostalMime from 'postal-mime';
import type { Mailbox } from './mailbox';

export interface ShownMessage {
  readonly text: string;
  readonly html: string;
  readonly subject: string;
  readonly attachments: readonly string[];
}

/** Throws where the mailbox has no such message. */
export async function showMessage(mailbox: Mailbox, id: string): Promise<ShownMessage> {
  const parsed = await PostalMime.parse(mailbox.eml(id));
  return {
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    subject: parsed.subject ?? '',
    attachments: parsed.attachments.map(({ filename }) => filename ?? ''),
  };
}

// The key of a message: computed from campaign, contact and number of the e-mail, so the same message has the same
// key however often it is planned (design rule 3).
import { shortHash } from '../workbook/identity';

const SLUG_LENGTH = 24;

/** Readable ASCII; a text that loses something on the way gets a hash of the whole behind it. */
function slug(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  const made = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, SLUG_LENGTH)
    .replace(/-$/, '');
  return made === plain.toLowerCase().replace(/ /g, '-') ? made : `${made}~${shortHash(plain.toLowerCase())}`;
}

/** Makes the keys of one campaign: from contact and attempt, as in `messageKey`. */
export function messageKeys(campaign: string): (contact: string, attempt: number) => string {
  const ofCampaign = slug(campaign);
  return (contact, attempt) => {
    if (contact === '') return '';
    const id = /^[A-Za-z0-9_.-]{1,40}$/.test(contact) ? contact : `${slug(contact)}~${shortHash(contact)}`;
    return `${ofCampaign}/${id}/${attempt}`;
  };
}

/**
 * "larkhaven-care-for-all/K7Q2/2". `contact` is the Outreach ID; with '' there is no key and '' is returned: a contact
 * gets its id before anything is sent. `attempt` counts our e-mails from 1.
 */
export function messageKey(campaign: string, contact: string, attempt: number): string {
  return messageKeys(campaign)(contact, attempt);
}

/** The number of the e-mail that a key stands for, from 1; 1 where it cannot be read. */
export function attemptOf(key: string): number {
  const number = Number(/\/(\d+)$/.exec(key)?.[1] ?? 1);
  return number >= 1 ? number : 1;
}

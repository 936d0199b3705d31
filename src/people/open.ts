// Which contacts are open work, and what the next task on one is.
import type { Contact } from '../reading/contact';
import { statusOf, type Status } from '../touches/status';

export const TASKS = ['Research', 'Reach out', 'Follow up'] as const;
export type Task = (typeof TASKS)[number];

const CLOSED: readonly string[] = ['Endorsed', 'Partner', 'Observer', 'Declined', 'Bowed out', 'Unreachable'];

/** Words of “Do not contact” by which nobody is given work on them. */
export const CLOSING_WORDS: readonly string[] = ['yes', 'true', 'x', '1', 'do not contact', 'dnc', 'stop'];

/** False for those who have decided, bowed out or must not be contacted: nobody is given work on them. */
export function isOpen(contact: Contact): boolean {
  return !isClosing(statusOf(contact)) && !CLOSING_WORDS.includes(contact.text.doNotContact.toLowerCase());
}

/** True for a status after which nobody is given work on them. */
export const isClosing = (status: Status | null): boolean => status !== null && CLOSED.includes(status);

/** Research while there is no way to reach them, reach out until the first touch, then follow up. */
export function taskOf(contact: Contact, touched: boolean): Task {
  const { email, phone, otherChannel } = contact.text;
  if (email === '' && phone === '' && otherChannel === '') return 'Research';
  const dated = contact.text.firstContacted !== '' || contact.text.lastContacted !== '';
  return touched || dated ? 'Follow up' : 'Reach out';
}

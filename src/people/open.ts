// Which contacts are open work, and what the next task on one is.
import type { Contact } from '../reading/contact';
import { statusOf } from '../touches/status';

export const TASKS = ['Research', 'Reach out', 'Follow up'] as const;
export type Task = (typeof TASKS)[number];

const CLOSED: readonly string[] = ['Endorsed', 'Partner', 'Observer', 'Declined', 'Bowed out', 'Unreachable'];

/** False for those who have decided, bowed out or must not be contacted: nobody is given work on them. */
export function isOpen(contact: Contact): boolean {
  const status = statusOf(contact);
  if (status !== null && CLOSED.includes(status)) return false;
  return !/^(yes|true|x|1|do not contact|dnc|stop)$/i.test(contact.text.doNotContact);
}

/** Research while there is no way to reach them, reach out until the first touch, then follow up. */
export function taskOf(contact: Contact, touched: boolean): Task {
  const { email, phone, otherChannel } = contact.text;
  if (email === '' && phone === '' && otherChannel === '') return 'Research';
  const dated = contact.text.firstContacted !== '' || contact.text.lastContacted !== '';
  return touched || dated ? 'Follow up' : 'Reach out';
}

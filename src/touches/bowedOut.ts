// Who left us, by the log: marked on the contacts, so that whatever asks for their status hears of it.
import type { Contact } from '../reading/contact';
import type { LogEntry } from './log';
import { BOWED_OUT, bowedOutBy, CAME_BACK, plainKind } from './logged';
import { entriesByContact, entriesFor } from './readLog';

/** The same contacts where the log has no such line. */
export function markBowedOut(contacts: readonly Contact[], log: readonly LogEntry[]): readonly Contact[] {
  const lines = log.filter((entry) => [BOWED_OUT, CAME_BACK].includes(plainKind(entry)));
  if (lines.length === 0) return contacts;
  const byContact = entriesByContact(lines);
  return contacts.map((contact) =>
    bowedOutBy(entriesFor(contact, byContact)) === null ? contact : { ...contact, bowedOut: true },
  );
}

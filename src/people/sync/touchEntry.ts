// The line in the log for a touch that a volunteer chose in their tab.
import type { Contact } from '../../reading/contact';
import type { LogEntry } from '../../touches/log';
import { isFromThem } from '../../touches/outcome';
import type { TakenTouch } from './record';

/** On what channel it was is not asked there. */
export function touchEntry(contact: Contact, volunteer: string, touch: TakenTouch): Omit<LogEntry, 'row'> {
  const fromThem = isFromThem(touch.outcome);
  return {
    entryId: touch.entryId,
    day: touch.day,
    time: touch.time === '' ? null : touch.time,
    who: volunteer,
    account: '',
    contact: contact.outreachId,
    organization: contact.text.organization || contact.text.contactName,
    channel: 'unknown',
    kind: touch.outcome,
    direction: fromThem ? 'theirs' : 'ours',
    summary: touch.until === '' ? '' : `wait until ${touch.until}`,
    result: fromThem ? 'received' : '',
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    notes: '',
    address: '',
  };
}

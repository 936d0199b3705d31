// The line in the log for a touch that a volunteer chose in their tab.
import type { Contact } from '../../reading/contact';
import type { LogEntry } from '../../touches/log';
import { TAKEN_BACK, waitSummary } from '../../touches/logged';
import { isFromThem, sayAbout } from '../../touches/outcome';
import { longDay } from '../../values/day';
import { isBack } from './movedDay';
import type { TakenTouch } from './record';

/** “yes to endorsement”; '' where nobody said what it was about. */
const sayAboutOnly = ({ outcome, about = '' }: TakenTouch): string =>
  about === '' ? '' : sayAbout(outcome, about);

/** On what channel it was is not asked there. */
export function touchEntry(contact: Contact, volunteer: string, touch: TakenTouch): Omit<LogEntry, 'row'> {
  const back = isBack(touch);
  const fromThem = !back && isFromThem(touch.outcome);
  return {
    entryId: touch.entryId,
    day: touch.day,
    time: touch.time === '' ? null : touch.time,
    who: volunteer,
    account: '',
    contact: contact.outreachId,
    organization: contact.text.organization || contact.text.contactName,
    channel: 'unknown',
    kind: back ? TAKEN_BACK : touch.outcome,
    direction: fromThem ? 'theirs' : 'ours',
    summary: back
      ? `“${touch.outcome}” of ${longDay(touch.day)} is taken back: it was another day`
      : touch.until === ''
        ? sayAboutOnly(touch)
        : waitSummary(touch.until),
    result: fromThem ? 'received' : '',
    messageKey: '',
    gmailMessageId: '',
    gmailThreadId: '',
    template: '',
    notes: '',
    address: '',
  };
}

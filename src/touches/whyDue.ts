// The longer sentence why a contact is due, for the panel of one contact.
import { kindOf } from '../texts/kinds';
import type { Contact } from '../reading/contact';
import { addDays, daysBetween, shortDay, type Day } from '../values/day';
import { foldName } from '../values/text';
import type { Settings } from '../workbook/settings';
import type { Channel } from './log';
import { QUIET_AFTER } from './decideWord';
import { daysText } from './state';
import type { ContactState } from './step';

const TOUCH_NAMES: Readonly<Record<Channel, string>> = {
  'e-mail': 'your e-mail of ',
  phone: 'your call of ',
  text: 'your text of ',
  'social media': 'your message on social media of ',
  'web form': 'your note through their web form of ',
  'in person': 'your visit of ',
  unknown: 'your last touch of ',
};

/** "Due today: no answer to your e-mail of Nov 3, and faith groups get 7 days." Other states: their short sentence. */
export function whyDue(contact: Contact, state: ContactState, settings: Settings, today: Day): string {
  if (state.unsettled || state.lastTouch === null || state.days === null) return `${state.why}.`;
  const touch = `${TOUCH_NAMES[state.lastChannel ?? 'unknown']}${shortDay(state.lastTouch, today)}`;
  switch (state.word) {
    case 'Follow up':
    case 'Last try': {
      const last = state.word === 'Last try' ? ' This is the last e-mail.' : '';
      return `${since(state.dueFrom, today)}: no answer to ${touch}, and ${patience(contact, state, settings)}.${last}`;
    }
    case 'Call them':
      return `${since(state.dueFrom, today)}: ${state.attempts} of ${state.emailsAllowed} e-mails are sent, and no answer to ${touch}. Try another way.`;
    case 'Gone quiet':
      return `Gone quiet: nothing for ${daysText(state.days)} since ${touch}. After more than ${QUIET_AFTER} days a call works better than an e-mail.`;
    default:
      return `${state.why}.`;
  }
}

function since(from: Day | null, today: Day): string {
  if (from === null || daysBetween(from, today) <= 0) return 'Due today';
  return from === addDays(today, -1) ? 'Due since yesterday' : `Due since ${shortDay(from, today)}`;
}

function patience(contact: Contact, state: ContactState, settings: Settings): string {
  const wait = daysText(state.followUpDays);
  const { category } = contact.text;
  const kind = kindOf(foldName(category))?.key;
  const group = kind === undefined || kind.endsWith('s') ? kind : `${kind} groups`;
  if (category === '' || (group === undefined && state.followUpDays === settings.followUpDays))
    return `the wait is ${wait}`;
  return group === undefined ? `the wait for “${category}” is ${wait}` : `${group} get ${wait}`;
}

// What is open with a contact: said before it goes to somebody else, so that no ask is dropped in silence.
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { TIE_ASKED } from '../touches/logged';
import { dayInCell } from '../touches/rowFacts';
import { judge } from '../touches/state';
import { daysBetween, shortDay, type Day } from '../values/day';
import type { Settings } from '../workbook/settings';
import { lastOurTouch, newestEntry, touchInWords } from './lastTouch';

interface Occasion {
  readonly settings: Settings;
  readonly today: Day;
  readonly locale: string;
}

/** Sentences; at least one. `entries`: the log lines of this contact. */
export function openWith(
  contact: Contact,
  entries: readonly LogEntry[],
  { settings, today, locale }: Occasion,
): string[] {
  const { state, because } = judge(contact, entries, settings, today, locale);
  const touch = lastOurTouch(contact, entries, today);
  const tie = newestEntry(entries, ({ kind }) => kind === TIE_ASKED);
  const due = dayInCell(contact.cells.due);
  const task = contact.text.task;
  const isUnanswered = because === 'due' || because === 'quiet' || because === 'still-time';
  const sentences =
    touch === null || !isUnanswered || state.unsettled
      ? [`${state.why || 'Nothing is open there'}.`]
      : [
          `${touchInWords(touch, 'them', daysBetween(touch.day, today))} (${shortDay(touch.day, today)}), and there is no answer yet.`,
          touch.channel === 'e-mail' && touch.who !== ''
            ? `An answer would come to ${touch.who}’s mailbox.`
            : '',
        ];
  return [
    ...sentences,
    tie !== null && tie.summary !== '' && touch === null
      ? `${tie.summary} on ${shortDay(tie.day, today)}.`
      : '',
    due === null ? '' : `${task === '' ? 'It' : `“${task}”`} is due on ${shortDay(due, today)}.`,
  ].filter((sentence) => sentence !== '');
}

// The word of the Next step column: from the row's cells and the settings alone, the same as the formula gives.
import type { Contact } from '../reading/contact';
import type { Day } from '../values/day';
import { emailsFor, followUpDaysFor } from '../workbook/readSettings';
import type { Settings } from '../workbook/settings';
import { decideWord } from './decideWord';
import { readRow } from './rowFacts';
import type { StepWord } from './step';

export function rowWord(contact: Contact, settings: Settings, today: Day): StepWord {
  const row = readRow(contact, today);
  const { category } = contact.text;
  return decideWord(
    row,
    {
      last: row.last,
      lastOurs: row.last,
      attempts: row.attempts,
      answered: row.answerStops,
      waits: row.waits,
      badDate: row.bad !== null,
    },
    { followUpDays: followUpDaysFor(settings, category), emails: emailsFor(settings, category) },
    today,
  ).word;
}

// Cells of one row, or a row and the log, that cannot both be right.
import type { Contact } from '../../reading/contact';
import type { Field } from '../../reading/fields';
import { answerStops } from '../../touches/answer';
import { addUp } from '../../touches/logged';
import { dayInCell, endorses, forbids } from '../../touches/rowFacts';
import type { Status } from '../../touches/status';
import { laterOf, shortDay, type Day } from '../../values/day';
import type { RowFault, RowRule } from '../rule';
import type { SheetView } from '../sheetView';

const isOneOf = (status: Status | null, ...list: readonly Status[]) =>
  status !== null && list.includes(status);

/** The later of first and last contacted, of those that are dates; null where none. */
function lastTouch({ cells }: Contact, sheet: SheetView): Day | null {
  const first = sheet.has('firstContacted') ? dayInCell(cells.firstContacted) : null;
  const last = sheet.has('lastContacted') ? dayInCell(cells.lastContacted) : null;
  return laterOf(first, last);
}

const TOUCH_FIELDS = ['lastContacted', 'firstContacted'] as const satisfies readonly Field[];

export const statusAgainstAnswer: RowRule = {
  code: 'status-against-answer',
  title: 'Status and answer disagree',
  level: 'warning',
  looks: 'row',
  fields: ['status', 'answer', 'endorsement', 'doNotContact', 'nextFollowUp'],
  examine: (contact, sheet) => {
    const { text } = contact;
    const status = sheet.status(contact);
    const answer = sheet.answer(contact);
    const fault = (cause: string, message: string): RowFault => ({
      cause,
      field: 'status',
      value: text.status,
      message,
    });
    const both = `The status is “${text.status}”, the answer “${text.answer}”.`;
    if (isOneOf(status, 'Declined', 'Bowed out', 'Unreachable') && answer === 'said-yes')
      return fault('closed-yes', `${both} Set the one that is out of date right.`);
    if (isOneOf(status, 'Endorsed', 'Partner') && answer === 'said-no')
      return fault('endorsed-no', `${both} Set the one that is out of date right.`);
    if (isOneOf(status, 'Shortlisted', 'Researching', 'Ready') && answerStops(answer) && answer !== 'unclear')
      return fault('early-answer', `${both} Where they have answered, set the status to what it is now.`);
    return endorsementFault(contact, sheet, fault);
  },
  together: (rows, heading) => `${rows} rows have a status in “${heading}” that their answer does not fit.`,
};

/** A plain no; an unticked box is not one. */
const saysNo = ({ cells, text }: Contact) =>
  typeof cells.endorsement === 'string' && /^(?:no|n|nein)$/i.test(text.endorsement);

function endorsementFault(
  contact: Contact,
  sheet: SheetView,
  fault: (cause: string, message: string) => RowFault,
): RowFault | null {
  if (!sheet.has('endorsement')) return null;
  const { text, cells } = contact;
  const status = sheet.status(contact);
  const isYes = endorses(cells.endorsement);
  if ((isYes && isOneOf(status, 'Declined', 'Bowed out')) || (saysNo(contact) && status === 'Endorsed'))
    return fault(
      'endorsement',
      `The status is “${text.status}”, the endorsement “${text.endorsement}”. Set the one that is out of date right.`,
    );
  const answer = sheet.answer(contact);
  if ((isYes && answer === 'said-no') || (saysNo(contact) && answer === 'said-yes'))
    return {
      ...fault(
        'endorsement-answer',
        `The endorsement is “${text.endorsement}”, the answer “${text.answer}”. Set the one that is out of date right.`,
      ),
      field: 'endorsement',
      value: text.endorsement,
    };
  return null;
}

export const plannedAgainstWish: RowRule = {
  code: 'planned-against-wish',
  title: 'A follow-up planned for someone not to contact',
  level: 'warning',
  looks: 'row',
  fields: ['nextFollowUp', 'doNotContact'],
  examine: ({ cells, text }, sheet) => {
    if (!sheet.has('doNotContact') || !sheet.has('nextFollowUp') || !forbids(cells.doNotContact)) return null;
    const next = dayInCell(cells.nextFollowUp);
    if (next === null || next < sheet.today) return null;
    return {
      cause: '',
      field: 'nextFollowUp',
      value: next,
      message: `“${sheet.heading(sheet.columns('doNotContact')[0] ?? 0)}” says “${text.doNotContact}”, and a follow-up is planned for ${shortDay(next, sheet.today)}. Clear the one that is out of date.`,
    };
  },
  together: (rows) => `${rows} rows plan a follow-up for someone who is not to be contacted.`,
};

/** Ready for a first message; "next" or "to call" may well follow an earlier one. */
const isBeforeFirst = (status: Status | null, text: string) =>
  isOneOf(status, 'Shortlisted', 'Researching') ||
  (status === 'Ready' && /^(?:ready|to contact)/i.test(text));

export const statusAgainstDates: RowRule = {
  code: 'status-against-dates',
  title: 'Status and dates disagree',
  level: 'warning',
  looks: 'row',
  fields: ['status', 'lastContacted', 'firstContacted', 'attempts'],
  examine: (contact, sheet) => {
    const columns = TOUCH_FIELDS.filter((field) => sheet.has(field));
    if (columns.length === 0) return null;
    const { text, cells } = contact;
    const status = sheet.status(contact);
    const touch = lastTouch(contact, sheet);
    const isUndated =
      columns.every((field) => text[field] === '') &&
      (sheet.logOf.get(contact.outreachId)?.length ?? 0) === 0;
    if (isBeforeFirst(status, text.status) && touch !== null && touch <= sheet.today)
      return {
        cause: 'early',
        field: 'status',
        value: text.status,
        message: `The status is “${text.status}”, but they were contacted on ${shortDay(touch, sheet.today)}. Set the status right, or clear the date.`,
      };
    if (isOneOf(status, 'Contacted', 'Following up') && isUndated)
      return {
        cause: 'undated',
        field: 'status',
        value: text.status,
        message: `The status is “${text.status}”, but no date says when. Fill in the day, so that the follow-up comes due.`,
      };
    const attempts = sheet.has('attempts') ? cells.attempts : '';
    if (typeof attempts === 'number' && attempts >= 1 && attempts < 100 && isUndated)
      return {
        cause: 'attempts',
        field: 'attempts',
        value: text.attempts,
        message: `${attempts === 1 ? '1 attempt is' : `${attempts} attempts are`} noted, but no date says when. Fill in the day, so that the follow-up comes due.`,
      };
    return null;
  },
  together: (rows, heading) =>
    `${rows} rows have a “${heading}” that does not fit their dates. Rows without a date never come due.`,
};

export const rowAgainstLog: RowRule = {
  code: 'row-against-log',
  title: 'The row and the Outreach log disagree',
  level: 'warning',
  looks: 'row',
  fields: ['lastContacted', 'attempts', 'answer', 'status'],
  examine: (contact, sheet) => {
    const entries = contact.outreachId === '' ? undefined : sheet.logOf.get(contact.outreachId);
    return entries === undefined ? null : logFault(contact, sheet, addUp(entries, lastTouch(contact, sheet)));
  },
  together: (rows) => `${rows} rows say something else than the Outreach log. The newer of the two counts.`,
};

function logFault(contact: Contact, sheet: SheetView, logged: ReturnType<typeof addUp>): RowFault | null {
  const { text, cells } = contact;
  const field = TOUCH_FIELDS.find((f) => sheet.has(f));
  const row = lastTouch(contact, sheet);
  const isText = TOUCH_FIELDS.some((f) => sheet.has(f) && text[f] !== '' && dayInCell(cells[f]) === null);
  if (
    field !== undefined &&
    logged.lastOurs !== null &&
    !isText &&
    (row === null || row < logged.lastOurs.day)
  )
    return {
      cause: 'date',
      field,
      value: text[field],
      message: `The log has a contact on ${shortDay(logged.lastOurs.day, sheet.today)}, the row says ${row === null ? 'nothing' : shortDay(row, sheet.today)}. The later day counts. Put the row right where it was changed by mistake.`,
    };
  if (sheet.has('attempts') && typeof cells.attempts === 'number' && cells.attempts < logged.emails)
    return {
      cause: 'attempts',
      field: 'attempts',
      value: text.attempts,
      message: `The log has ${logged.emails} e-mails, the row says ${cells.attempts}. The larger number counts.`,
    };
  const answered = logged.answer;
  const isOpen = isOneOf(
    sheet.status(contact),
    'Shortlisted',
    'Researching',
    'Ready',
    'Contacted',
    'Following up',
  );
  if (answered !== null && !answered.waits && isOpen && (!sheet.has('answer') || text.answer === ''))
    return {
      cause: 'answer',
      field: sheet.has('answer') ? 'answer' : 'status',
      value: text.status,
      message: `The log has an answer of ${shortDay(answered.day, sheet.today)}, the row has none. Write it into the row, or set the status.`,
    };
  return null;
}

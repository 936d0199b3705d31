// Rows that miss what a contact needs: an organization, and one way to reach it.
import type { Contact } from '../../reading/contact';
import type { Field } from '../../reading/fields';
import { forbids } from '../../touches/rowFacts';
import type { RowRule } from '../rule';
import type { SheetView } from '../sheetView';

const WAYS = ['email', 'phone', 'otherChannel', 'website'] as const satisfies readonly Field[];

/** Something that shows that the row is meant for a contact. */
const SIGNS = [
  'contactName',
  ...WAYS,
  'status',
  'owner',
  'lastContacted',
] as const satisfies readonly Field[];

const isFilled = (contact: Contact, fields: readonly Field[], sheet: SheetView) =>
  fields.some((field) => sheet.has(field) && contact.text[field] !== '');

export const organizationMissing: RowRule = {
  code: 'organization-missing',
  title: 'No organization',
  level: 'error',
  looks: 'row',
  fields: ['organization'],
  examine: (contact, sheet) => {
    if (!sheet.has('organization') || contact.text.organization !== '') return null;
    if (!isFilled(contact, SIGNS, sheet)) return null;
    const who =
      SIGNS.map((field) => (sheet.has(field) ? contact.text[field] : '')).find((text) => text !== '') ?? '';
    return {
      cause: '',
      field: 'organization',
      value: '',
      message: `The row of “${who}” names no organization. Fill it in, or delete the row where it is left over.`,
    };
  },
  together: (rows, heading) => `${rows} rows have no organization in “${heading}”.`,
};

export const noWayToReach: RowRule = {
  code: 'no-way-to-reach',
  title: 'No way to reach them',
  level: 'warning',
  looks: 'row',
  fields: WAYS,
  examine: (contact, sheet) => {
    if (isFilled(contact, WAYS, sheet)) return null;
    const first = WAYS.find((field) => sheet.has(field));
    // A list with websites only is not meant to reach anybody yet.
    if (first === undefined || first === 'website' || isAsked(sheet)) return null;
    if (isBeingLookedUp(contact, sheet) || isClosed(contact, sheet)) return null;
    const name = contact.text.organization || contact.text.contactName;
    if (name === '') return null;
    return {
      cause: '',
      field: first,
      value: name,
      message: `There is no e-mail, phone or other way to reach ${name}. Look one up, or ask whoever knows them.`,
    };
  },
  together: (rows) =>
    `${rows} rows have no e-mail, phone or other way to reach them. Share them out as research before the first messages go.`,
};

/** True where a column that nobody is sure of may hold the way. */
function isAsked(sheet: SheetView): boolean {
  return WAYS.some(
    (field) =>
      sheet.map.columns[field]?.sure === false ||
      sheet.map.questions.some((question) => question.field === field),
  );
}

function isBeingLookedUp(contact: Contact, sheet: SheetView): boolean {
  if (sheet.has('task') && /research|find|look/i.test(contact.text.task)) return true;
  const status = sheet.status(contact);
  return status === 'Researching' || (status === 'Shortlisted' && /^shortlist/i.test(contact.text.status));
}

/** Nobody to be written to any more. */
function isClosed(contact: Contact, sheet: SheetView): boolean {
  if (sheet.has('doNotContact') && forbids(contact.cells.doNotContact)) return true;
  const status = sheet.status(contact);
  return status === 'Declined' || status === 'Bowed out' || status === 'Unreachable';
}

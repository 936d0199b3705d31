// What a service of Google threw, in words: a tab that is gone, a permission that is missing, or Google's own reason.
import { readPermissions } from '../google/permissions';
import { isTabGone } from '../google/tabGone';
import { PERMISSIONS } from '../texts/permissions';
import type { Problem } from '../values/result';

/** What services throw has a name of its own ("Exception", "GoogleJsonResponseException"); its text is localised. */
const OUR_FAULTS: readonly string[] = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

/** Throws it again where not one cell or tab refused something, but everything is lost: the tab, or the permission. */
export function throwIfLost(error: unknown): void {
  if (isTabGone(error) || !readPermissions().sheet) throw error;
}

/** null for a fault of our own. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  // A tab that was there a moment ago is gone: the one precondition that commands throw for (design rule 9).
  if (isTabGone(error))
    return {
      code: 'tab-gone',
      message:
        'Somebody deleted the tab while this ran. What was written before stays; nothing more was changed.',
      todo: 'Undo the deletion in the sheet with Ctrl+Z, or choose another tab in Setup.',
    };
  if (OUR_FAULTS.includes(error.name)) return null;
  const { sheet, url } = readPermissions();
  if (!sheet)
    return {
      code: 'no-sheet-permission',
      message: `The permission “${PERMISSIONS.sheet.title}” is missing, so nothing more can be read or written here. What was done before stays.`,
      todo: 'Choose Outreach, Open the sidebar in the menu, press Allow, tick all that names this spreadsheet, and try again.',
      url,
    };
  return {
    code: 'sheet-refused',
    message: `Google Sheets did not do it: ${error.message.trim().replace(/[.。]?$/, '.')} What was written before stays.`,
    todo: 'If a tab is protected, ask the owner of the file to let you edit it. Otherwise try again.',
    text: error.message,
  };
}

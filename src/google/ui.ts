// The menu and the sidebar. Menus work without any permission; the sidebar needs one (platform facts, 2).
import { PERMISSIONS } from '../texts/permissions';
import { readPermissions } from './permissions';
import { MENU, MENU_NAME, pageAt, SIDEBAR_TITLE, type Panel } from '../texts/menu';

export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(MENU_NAME);
  for (const entry of MENU) {
    if (entry === null) menu.addSeparator();
    else menu.addItem(entry.label, entry.run);
  }
  menu.addToUi();
}

/** Where Google shows no sidebar because the person has not allowed it, a message says so: it needs no permission. */
export function showSidebar(panel: Panel): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar');
  page.setContent(pageAt(page.getContent(), panel)).setTitle(SIDEBAR_TITLE);
  const ui = SpreadsheetApp.getUi();
  try {
    ui.showSidebar(page);
  } catch (error) {
    const { sidebar, url } = readPermissions();
    if (sidebar) throw error;
    const text = `The permission “${PERMISSIONS.sheet.title}” is missing. Open this page, tick every line that names the spreadsheet or sidebars, then choose the menu again:\n\n${url}`;
    ui.alert('The sidebar cannot be shown', text, ui.ButtonSet.OK);
  }
}

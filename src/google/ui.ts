// The menu and the sidebar. Menus work without any permission; the sidebar needs one (platform facts, 2).
import { MENU, MENU_NAME, pageAt, SIDEBAR_TITLE, type Panel } from '../texts/menu';

export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(MENU_NAME);
  for (const entry of MENU) {
    if (entry === null) menu.addSeparator();
    else menu.addItem(entry.label, entry.run);
  }
  menu.addToUi();
}

export function showSidebar(panel: Panel): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar');
  page.setContent(pageAt(page.getContent(), panel)).setTitle(SIDEBAR_TITLE);
  SpreadsheetApp.getUi().showSidebar(page);
}

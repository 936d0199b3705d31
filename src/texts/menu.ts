// The menu "Outreach" and the sidebar: each entry opens the sidebar at its panel. No rule lives here.
/** The panels that the sidebar can open at. */
export type Panel =
  | 'today'
  | 'check'
  | 'follow-ups'
  | 'assign'
  | 'home'
  | 'mine'
  | 'meeting'
  | 'event'
  | 'contact'
  | 'asks'
  | 'partners'
  | 'unions'
  | 'growing'
  | 'dashboard'
  | 'week'
  | 'next-town'
  | 'changes'
  | 'setup'
  | 'words';

export const MENU_NAME = 'Outreach';
export const SIDEBAR_TITLE = 'Coalition Outreach';

export interface MenuEntry {
  readonly label: string;
  /** Name of the function in index.ts. */
  readonly run: string;
}

/** In order; null is a line between groups. */
export const MENU: readonly (MenuEntry | null)[] = [
  { label: 'Open the sidebar', run: 'openSidebar' },
  null,
  { label: 'Check rows', run: 'menuCheck' },
  { label: 'Mark stale contacts', run: 'menuMark' },
  { label: 'Send follow-ups…', run: 'menuFollowUps' },
  null,
  { label: 'Meeting', run: 'menuMeeting' },
  { label: 'Back from a date…', run: 'menuEvent' },
  { label: 'Build assignment tabs…', run: 'menuAssign' },
  { label: 'Bring assignments home…', run: 'menuHome' },
  { label: 'My contacts', run: 'menuMine' },
  { label: 'Selected contact', run: 'menuContact' },
  null,
  { label: 'Dashboard', run: 'menuDashboard' },
  { label: 'Asks and endorsements', run: 'menuAsks' },
  { label: 'Partners', run: 'menuPartners' },
  { label: 'Unions', run: 'menuUnions' },
  { label: 'Debriefs', run: 'menuGrowing' },
  { label: 'The week', run: 'menuWeek' },
  { label: 'Next town…', run: 'menuNextTown' },
  null,
  { label: 'Changes and undo', run: 'menuChanges' },
  { label: 'Setup', run: 'menuSetup' },
];

/** The sidebar's page with the panel that it opens at. The shipped page says `data-panel="today"`. */
export function pageAt(html: string, panel: Panel): string {
  return html.replace('data-panel="today"', `data-panel="${panel}"`);
}

// The tabs that the add-on makes (design section 3), by name, and who counts as a contacts tab.

export const LOG_TAB = 'Outreach log';
export const VOLUNTEERS_TAB = 'Volunteers';
export const TEMPLATES_TAB = 'Templates';
export const SETTINGS_TAB = 'Settings';
export const DATA_TAB = 'Outreach data';
export const ASKS_TAB = 'Asks';
/** Not “Partners”: so many groups call their own contacts. */
export const PARTNERS_TAB = 'Partnerships';
export const UNIONS_TAB = 'Unions';
/** What ours is called where the group has a tab “Unions” of its own: that name alone makes none of ours. */
export const UNION_MAP_TAB = 'Union map';
export const ENDORSED_TAB = 'Endorsed by';
export const DASHBOARD_TAB = 'Dashboard';
/** Begins the name of one volunteer's tab: "→ Ana". */
export const ASSIGNMENT_PREFIX = '→ ';
export const SHORTLIST_PREFIX = 'Shortlist ';
export const EVENT_TASKS_TAB = 'Event tasks';
/** Begins the name of the plan for one event: "Plan: Council vote Dec 8". */
export const PLAN_PREFIX = 'Plan: ';
/** Begins the names of the three tabs that are made to be copied to another file: there they begin with “Copy of”. */
export const NEXT_TOWN_PREFIX = 'Next town: ';
export const NEXT_TOWN_TEMPLATES = `${NEXT_TOWN_PREFIX}templates`;

const NAMED = new Set([
  LOG_TAB,
  VOLUNTEERS_TAB,
  TEMPLATES_TAB,
  SETTINGS_TAB,
  DATA_TAB,
  EVENT_TASKS_TAB,
  ASKS_TAB,
  PARTNERS_TAB,
  UNION_MAP_TAB,
  ENDORSED_TAB,
  DASHBOARD_TAB,
]);

/** The templates that came from another town, as long as nobody has given the copy another name. */
export const isTownTemplates = (name: string): boolean =>
  name.includes(NEXT_TOWN_TEMPLATES) && !name.startsWith(NEXT_TOWN_PREFIX);

/** True for a tab of the add-on, and for a person's copy of an assignment tab: never read as contacts. */
export function isOurTab(name: string): boolean {
  return (
    NAMED.has(name) ||
    name.includes(ASSIGNMENT_PREFIX) ||
    name.startsWith(SHORTLIST_PREFIX) ||
    name.startsWith(PLAN_PREFIX) ||
    name.startsWith(NEXT_TOWN_PREFIX)
  );
}

// Names in owner cells that do not say which tab is their volunteer's: short ones, and those of a tab that was renamed.
// Full runs keep them beside the file for the simple trigger, which has no time to look who is meant.
import { foldName } from '../values/text';
import { matchOwner, splitOwners } from '../workbook/owners';
import { ASSIGNMENT_PREFIX } from '../workbook/tabs';
import type { Services } from '../google/services';
import { volunteersOf } from './assignPlan';
import { assignmentTab } from './assignmentTabs';
import type { Campaign } from './campaign';
import { throwIfLost } from './serviceProblem';

/** In the notes of the file, with the sheet id of the contacts: {"ana": 17}, names folded, sheet ids. */
const OWNER_TABS = 'owner tabs ';

/** A text there has at most 9 kB. */
const MOST_NAMES = 150;

/** Sheet ids by folded name, for this contacts tab. One call. */
export function readOwnerTabs({ notes }: Services, contacts: number): ReadonlyMap<string, number> {
  try {
    const known = JSON.parse(notes.all()[`${OWNER_TABS}${contacts}`] ?? '{}') as Record<string, unknown>;
    return new Map(Object.entries(known).map(([name, id]) => [name, Number(id)]));
  } catch (error) {
    throwIfLost(error);
    return new Map();
  }
}

/** No call where every name is that of its tab, else one, and one more where a name is new. A name that is kept too long leads to a tab that is looked at in vain. */
export function keepOwnerTabs(campaign: Campaign): void {
  const { contacts, services } = campaign;
  const volunteers = volunteersOf(campaign);
  const names = new Set(contacts.flatMap(({ text }) => splitOwners(text.owner).map(foldName)));
  const found = [...names].flatMap((name): [string, number][] => {
    const match = matchOwner(name, volunteers);
    const tab = match.kind === 'one' ? assignmentTab(campaign, match.volunteer).tab : null;
    return tab === null || foldName(tab.name) === foldName(ASSIGNMENT_PREFIX + name) ? [] : [[name, tab.id]];
  });
  if (found.length === 0) return;
  const text = JSON.stringify(Object.fromEntries(found.sort().slice(0, MOST_NAMES)));
  const key = `${OWNER_TABS}${campaign.map.sheetId}`;
  if ((services.notes.all()[key] ?? '{}') !== text) services.notes.put(key, text);
}

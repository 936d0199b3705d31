// Who would take what: the share of one contacts tab among its volunteers, as the lead left it by hand.
import { parseDay, type Day } from '../values/day';
import { planShare, type Share, type ShareInput } from '../people/share';
import { matchOwner, splitOwners } from '../workbook/owners';
import { volunteerNamed, type Volunteer } from '../workbook/volunteer';
import { contactFinder, keysByRow } from '../workbook/identity';
import { columnOf, type Campaign } from './campaign';

export interface AssignOptions {
  /** "YYYY-MM-DD", '' for the next meeting. */
  readonly due: string;
  /** 0 for an even share. */
  readonly cap: number;
  /** '' for nobody. A key of a row that has got its Outreach ID since is still known. */
  readonly moves: readonly { readonly contact: string; readonly to: string }[];
  /** Whether the column Owner may be added where the tab has none. */
  readonly addOwner?: boolean | undefined;
}

export const EVEN_SHARE: AssignOptions = { due: '', cap: 0, moves: [] };

/** From here on one tab each is worth it; below, the owner column is filled instead. */
const ENOUGH_FOR_TABS = 3;

export interface AssignPlan {
  readonly campaign: Campaign;
  readonly share: Share;
  /** The deadline of what is given now. */
  readonly due: Day | null;
  readonly way: 'tabs' | 'owners';
  readonly hasOwnerColumn: boolean;
}

export function planAssignments(campaign: Campaign, options: AssignOptions): AssignPlan {
  const input = shareInput(campaign, options);
  return {
    campaign,
    share: planShare(input),
    due: input.due,
    way: input.volunteers.length >= ENOUGH_FOR_TABS ? 'tabs' : 'owners',
    hasOwnerColumn: columnOf(campaign.map, 'owner') > 0,
  };
}

export function shareInput(campaign: Campaign, options: AssignOptions): ShareInput {
  return {
    contacts: campaign.byKey,
    volunteers: volunteersOf(campaign),
    due: parseDay(options.due) ?? campaign.settings.nextMeeting,
    today: campaign.today,
    cap: options.cap,
    moves: movesByKey(campaign, options),
  };
}

/** Those of the Volunteers tab, else the owners found in the contacts, each name once. */
export function volunteersOf(campaign: Campaign): readonly Volunteer[] {
  if (campaign.volunteers.length > 0) return campaign.volunteers;
  const found: Volunteer[] = [];
  for (const contact of campaign.contacts) {
    for (const name of splitOwners(contact.text.owner)) {
      if (matchOwner(name, found).kind !== 'none') continue;
      found.push(volunteerNamed(name));
    }
  }
  return found;
}

function movesByKey({ contacts }: Campaign, { moves }: AssignOptions): ReadonlyMap<string, string> {
  if (moves.length === 0) return new Map();
  const find = contactFinder(contacts);
  const keys = keysByRow(contacts);
  return new Map(moves.map(({ contact, to }) => [keys.get(find(contact)?.row ?? 0) ?? contact, to]));
}

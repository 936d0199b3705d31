// Holds: somebody of ours was in touch with the same address, the same organization under another row, or somebody at
// the same mail domain, within the follow-up days of the contact that would be mailed now (design section 2).
import type { Contact } from '../reading/contact';
import type { Channel, LogEntry } from '../touches/log';
import {
  organizationKey,
  sameOrganization,
  type OrganizationKey,
} from '../checks/duplicates/organizationKey';
import { makeNameReader } from '../checks/duplicates/nameWords';
import { nearKeys } from '../checks/duplicates/nearKeys';
import { addDays, type Day } from '../values/day';
import { domainOf, isPublicMailHost, readEmails } from '../values/emailAddress';
import { foldName } from '../values/text';
import type { Settings } from '../workbook/settings';
import { isOurTouch, rowTouch } from './lastTouch';

export interface RecentTouch {
  readonly day: Day;
  readonly who: string;
  readonly channel: Channel;
  /** Outreach ID and row of the contact touched; '' and 0 where the log names one that the sheet does not have. */
  readonly contact: string;
  readonly row: number;
  readonly organization: string;
  readonly addresses: readonly string[];
  /** A message that would go in this same send. */
  readonly planned?: true;
}

export interface Hold {
  readonly touch: RecentTouch;
  /** The first day on which it is over. */
  readonly until: Day;
  readonly by: 'address' | 'organization' | 'domain';
}

export interface Holds {
  /** `address` is where the message would go. */
  readonly find: (contact: Contact, address: string, followUpDays: number) => Hold | null;
  /** A recent touch of the union above this local: worth a remark, never a hold. */
  readonly parentTouch: (contact: Contact, followUpDays: number) => RecentTouch | null;
  /** A message of this run counts for those after it. */
  readonly add: (touch: RecentTouch) => void;
}

/** More organizations than this at one domain, and it is a host, not an organization's own. */
const MOST_ORGANIZATIONS = 3;
/** More names under one near key are names of one pattern ("First … Church"), not one organization misspelt. */
const MOST_NEAR = 20;

interface NamedTouches {
  readonly key: OrganizationKey;
  readonly touches: RecentTouch[];
}

function addressesOf(text: string): string[] {
  return text === '' ? [] : readEmails(text).addresses.map((address) => address.toLowerCase());
}

/** The newest touches of ours within the longest wait that Settings give anybody. */
function recentTouches(
  contacts: readonly Contact[],
  log: readonly LogEntry[],
  settings: Settings,
  today: Day,
): RecentTouch[] {
  const longest = Math.max(settings.followUpDays, ...Object.values(settings.followUpDaysByCategory));
  const after = addDays(today, -longest);
  const isRecent = (day: Day) => day <= today && day > after;
  const byId = new Map<string, Contact>();
  for (const contact of contacts) if (contact.outreachId !== '') byId.set(contact.outreachId, contact);
  const touches: RecentTouch[] = [];
  const logged = new Map<string, Day>();
  for (const entry of log) {
    if (!isRecent(entry.day) || !isOurTouch(entry)) continue;
    const contact = byId.get(entry.contact);
    const written = entry.address
      .toLowerCase()
      .split(/[,\s]+/)
      .filter((address) => address.includes('@'));
    touches.push({
      day: entry.day,
      who: entry.who,
      channel: entry.channel,
      contact: entry.contact,
      row: contact?.row ?? 0,
      organization: contact?.text.organization ?? entry.organization,
      addresses: contact ? [...written, ...addressesOf(contact.text.email)] : written,
    });
    if (entry.contact !== '' && (logged.get(entry.contact) ?? '') < entry.day)
      logged.set(entry.contact, entry.day);
  }
  for (const contact of contacts) {
    const day = rowTouch(contact, today);
    if (day === null || !isRecent(day) || (logged.get(contact.outreachId) ?? '') >= day) continue;
    touches.push({
      day,
      who: contact.text.owner,
      channel: 'unknown',
      contact: contact.outreachId,
      row: contact.row,
      organization: contact.text.organization,
      addresses: addressesOf(contact.text.email),
    });
  }
  return touches;
}

/** Domains that stand for one organization: no public host, on the rows of at most three organizations. */
function makeOwnDomain(contacts: readonly Contact[]): (domain: string) => boolean {
  let organizations: Map<string, Set<string>> | null = null;
  return (domain) => {
    if (domain === '' || isPublicMailHost(domain)) return false;
    if (organizations === null) {
      organizations = new Map();
      for (const contact of contacts) {
        for (const address of addressesOf(contact.text.email)) {
          const here = domainOf(address);
          const names = organizations.get(here);
          const name = foldName(contact.text.organization || contact.text.contactName);
          if (names) names.add(name);
          else organizations.set(here, new Set([name]));
        }
      }
    }
    return (organizations.get(domain)?.size ?? 0) <= MOST_ORGANIZATIONS;
  };
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export function makeHolds(
  contacts: readonly Contact[],
  log: readonly LogEntry[],
  settings: Settings,
  today: Day,
): Holds {
  const byAddress = new Map<string, RecentTouch[]>();
  const byDomain = new Map<string, RecentTouch[]>();
  const byExact = new Map<string, NamedTouches>();
  const byNear = new Map<string, NamedTouches[]>();
  const byUnion = new Map<string, RecentTouch[]>();
  const isOwnDomain = makeOwnDomain(contacts);
  const readName = makeNameReader();
  const keys = new Map<string, OrganizationKey>();
  const keyOf = (name: string): OrganizationKey => {
    let key = keys.get(name);
    if (key === undefined) {
      key = organizationKey(readName(name));
      keys.set(name, key);
    }
    return key;
  };
  const add = (touch: RecentTouch) => {
    for (const address of new Set(touch.addresses)) push(byAddress, address, touch);
    for (const domain of new Set(touch.addresses.map(domainOf))) push(byDomain, domain, touch);
    if (touch.organization === '') return;
    const key = keyOf(touch.organization);
    if (key.exact === '') return;
    const known = byExact.get(key.exact);
    if (known) {
      known.touches.push(touch);
    } else {
      const named = { key, touches: [touch] };
      byExact.set(key.exact, named);
      for (const text of nearKeys(key)) push(byNear, text, named);
    }
    if (key.locals.length + key.bodies.length + key.core.length === 0)
      for (const union of key.unions) push(byUnion, union, touch);
  };
  for (const touch of recentTouches(contacts, log, settings, today)) add(touch);

  const isOther = (touch: RecentTouch, contact: Contact) =>
    touch.row !== contact.row && (touch.contact === '' || touch.contact !== contact.outreachId);
  const newest = (
    touches: readonly RecentTouch[],
    contact: Contact,
    followUpDays: number,
  ): RecentTouch | null => {
    if (touches.length === 0) return null;
    const after = addDays(today, -followUpDays);
    let found: RecentTouch | null = null;
    for (const touch of touches)
      if (touch.day > after && isOther(touch, contact) && (found === null || touch.day > found.day))
        found = touch;
    return found;
  };
  const sameName = (contact: Contact): RecentTouch[] => {
    if (byExact.size === 0 || contact.text.organization === '') return [];
    const key = keyOf(contact.text.organization);
    const found = new Set(byExact.get(key.exact)?.touches);
    for (const text of nearKeys(key)) {
      const candidates = byNear.get(text) ?? [];
      if (candidates.length > MOST_NEAR) continue;
      for (const { key: other, touches } of candidates)
        if (sameOrganization(key, other)) for (const touch of touches) found.add(touch);
    }
    return [...found];
  };
  return {
    add,
    find: (contact, address, followUpDays) => {
      const lower = address.toLowerCase();
      const hold = (touches: readonly RecentTouch[], by: Hold['by']): Hold | null => {
        const touch = newest(touches, contact, followUpDays);
        return touch === null ? null : { touch, until: addDays(touch.day, followUpDays), by };
      };
      const domain = domainOf(lower);
      const atDomain = byDomain.get(domain);
      return (
        hold(byAddress.get(lower) ?? [], 'address') ??
        hold(sameName(contact), 'organization') ??
        (atDomain && isOwnDomain(domain) ? hold(atDomain, 'domain') : null)
      );
    },
    parentTouch: (contact, followUpDays) => {
      if (byUnion.size === 0 || contact.text.organization === '') return null;
      const key = keyOf(contact.text.organization);
      if (key.locals.length + key.bodies.length === 0) return null;
      return newest(
        key.unions.flatMap((union) => byUnion.get(union) ?? []),
        contact,
        followUpDays,
      );
    },
  };
}

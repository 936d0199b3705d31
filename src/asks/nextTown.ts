// Who could open doors in the next town: partners and endorsers of ours who agreed to be named, what of them may stand in
// another file, and why they may have affiliates there. Only public fields: no person, no address, no note, no id.
import { makeNameReader } from '../checks/duplicates/nameWords';
import { organizationKey } from '../checks/duplicates/organizationKey';
import { parentBodies, type ParentBody } from '../checks/ties/parentBodies';
import type { Contact } from '../reading/contact';
import { askKinds, ENDORSEMENT } from '../texts/askKinds';
import { categoryOf } from '../texts/categories';
import type { Ask } from '../touches/asks/ask';
import { asksByContact, asksFor } from '../touches/asks/readAsks';
import { forbids } from '../touches/rowFacts';
import { statusOf, type Status } from '../touches/status';
import { isErrorCell } from '../values/cell';
import type { Day } from '../values/day';
import { cleanText, foldName } from '../values/text';
import { firstLink } from '../values/webAddress';
import { ERASED } from '../workbook/forget';
import { endorsements } from './endorsements';

export interface TownPartner {
  readonly contact: Contact;
  /** What would stand in the other file, '' where it is not known. */
  readonly organization: string;
  readonly category: string;
  readonly website: string;
  readonly agreed: string;
  /** Why they may have affiliates there; '' where nothing tells. */
  readonly reason: string;
}

export interface TownPartners {
  /** Those with a reason first, then by name. */
  readonly partners: readonly TownPartner[];
  /** Names of endorsers whom nobody asked whether they may be named, and of those who said no. */
  readonly unasked: readonly string[];
  readonly unnamed: readonly string[];
}

const LEFT: readonly (Status | null)[] = ['Bowed out', 'Declined'];

/** `isPartner`: by the tab Partnerships or the status. */
export function townPartners(
  contacts: readonly Contact[],
  asks: readonly Ask[],
  isPartner: (contact: Contact) => boolean,
  town: string,
  today: Day,
): TownPartners {
  const all = endorsements(contacts, asks, today);
  const byContact = asksByContact(asks);
  const confirmed = new Map(all.confirmed.map((one) => [one.contact, one]));
  const unsure = new Set([...all.differs, ...all.withdrawn, ...all.bowedOut].map(({ contact }) => contact));
  const whyThere = affiliates(town);
  // The words of the group's own asks stay here: nobody agreed to them in public.
  const shipped = askKinds([]).map(({ name }) => name);
  const found: TownPartner[] = [];
  const unasked: string[] = [];
  const unnamed: string[] = [];
  for (const contact of contacts) {
    const { text, cells } = contact;
    const organization = oneLine(text.organization);
    if (
      organization === '' ||
      organization === ERASED ||
      isErrorCell(organization) ||
      REACHES.test(organization)
    )
      continue;
    if (unsure.has(contact) || LEFT.includes(statusOf(contact)) || forbids(cells.doNotContact)) continue;
    const own = asksFor(contact, byContact);
    const endorsed = confirmed.get(contact);
    if (own.some(({ mayBeNamed }) => mayBeNamed === false)) {
      unnamed.push(organization);
      continue;
    }
    if (endorsed === undefined && !isPartner(contact)) continue;
    const kinds = own.filter((ask) => isNamed(ask, today)).map(({ kind }) => kind);
    const agreed = shipped.filter((name) =>
      name === ENDORSEMENT ? endorsed?.mayBeNamed === true : kinds.includes(name),
    );
    if (agreed.length === 0) {
      if (endorsed !== undefined) unasked.push(organization);
      continue;
    }
    found.push({
      contact,
      organization,
      category: REACHES.test(text.category) ? '' : oneLine(text.category),
      website: publicLink(text.website),
      agreed: agreed.join(', '),
      reason: whyThere(contact),
    });
  }
  const order = (one: TownPartner) => `${one.reason === '' ? 1 : 0} ${foldName(one.organization)}`;
  return {
    partners: found.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
    unasked,
    unnamed,
  };
}

/** Said yes, with who and when, and agreed that it is told. */
const isNamed = ({ answer, mayBeNamed, answeredOn, whoDecided }: Ask, today: Day): boolean =>
  answer === 'yes' && mayBeNamed === true && whoDecided !== '' && answeredOn !== null && answeredOn <= today;

/** An address or a phone number among the words. */
const REACHES = /\S@\S|(?:\d[\s().-]*){7}/;

const oneLine = (text: string): string => cleanText(text).replace(/\n+/g, ' ');

/** Without what may stand behind the address of a page, or before it; '' for anything else than one web address. */
function publicLink(text: string): string {
  const [, place = ''] = /^https?:\/\/(?:[^/@]*@)?([^\s?#]*)/i.exec(firstLink(text)) ?? [];
  return place === '' || /[^/]@/.test(place) ? '' : `https://${place}`;
}

const BODY: Readonly<Record<ParentBody['kind'], string>> = {
  union: 'Their union has locals in other towns.',
  denomination: 'Their denomination has congregations in other towns.',
  'national group': 'A national group, with chapters in other towns.',
};
const BY_CATEGORY: Readonly<Record<string, ParentBody['kind']>> = {
  Union: 'union',
  'Local chapter': 'national group',
};
const WIDE_LEVEL =
  /\b(?:inter)?national(?:ly)?\b|\b(?:state|statewide|region|regional|county|federal|council|federation)\b/;
const WIDE_NAME =
  /\b(?:(?:labou?r|trades|joint|state|district|regional|central) (?:labou?r )?council|federation|synod|diocese|presbytery|statewide|international|national)\b/;

/** A sentence for each contact: what tells that they may reach that town. */
function affiliates(town: string): (contact: Contact) => string {
  const read = makeNameReader();
  const there = foldName(town);
  return ({ text }) => {
    if (there !== '' && foldName(text.town) === there) return `They are in ${oneLine(town)} themselves.`;
    const level = oneLine(text.level);
    if (WIDE_LEVEL.test(foldName(level))) return `Their level is “${level}”: they reach beyond one town.`;
    const words = read(text.organization);
    const [body] = parentBodies(words, organizationKey(words));
    const kind = body?.kind ?? BY_CATEGORY[categoryOf(text.category) ?? ''];
    if (kind !== undefined) return BODY[kind];
    return WIDE_NAME.test(foldName(text.organization))
      ? 'By their name they bring groups of several towns together.'
      : '';
  };
}

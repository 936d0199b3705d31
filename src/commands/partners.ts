// Partners for the long run: who they are, what they bring, whose status check is due. What the log keeps: partnerLog.ts.
import { endorsements } from '../asks/endorsements';
import { checkDue, checkText } from '../partners/checks';
import { bowedOutOf, givingOf } from '../partners/giving';
import { PARTNER_CHOICES, PARTNERS_SHAPE, partnerCells, partnerTabHead } from '../partners/partnerTab';
import { readPartners, type Partner } from '../partners/readPartners';
import type { Contact } from '../reading/contact';
import { asksByContact, asksFor, saysEndorsed, type AsksByContact } from '../touches/asks/readAsks';
import { calledIn } from '../touches/asks/who';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { ownWordFor, statusOf, type Status } from '../touches/status';
import { parseDay, shortDay, type Day } from '../values/day';
import { sameCell, type Cell } from '../values/cell';
import { readEmails } from '../values/emailAddress';
import { bad, good, type Problem, type Result } from '../values/result';
import { later } from '../values/later';
import { foldName } from '../values/text';
import { composeUrl } from '../mail/composeUrl';
import { statusWords } from '../mail/rowAfterSend';
import type { Field } from '../reading/fields';
import { editOf, type KeyedEdit } from '../workbook/edits';
import { keysByRow } from '../workbook/identity';
import type { Services } from '../google/services';
import { MOST_ITEMS, type CheckItemOfPartner, type WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import type { PartnerFacts, PartnerItem, PartnerRequest, PartnersView } from './askAnswers';
import { nameOf, openCampaign, type Campaign } from './campaign';
import { openContact } from './contact';
import { furnished, rowQuestion, writeContactRow } from './contactRow';
import { overSeen } from './overSeen';
import { noNumber, readPeople } from './people';
import { senderOf } from './sender';
import { receipt } from './settle';

/** Everything about partners that a run has read. Needs log, settings, asks and partners. */
export interface PartnerFile {
  readonly itemOf: (contact: Contact) => PartnerItem | null;
  /** Those who are partners, observers or endorsers, or stand in the tab, with a check that is due first. */
  readonly items: () => readonly PartnerItem[];
}

const STAYING: readonly (Status | null)[] = ['Partner', 'Observer', 'Endorsed'];

/** By what the row says, also where nobody wrote down who endorsed and when. */
const isStaying = (contact: Contact): boolean => STAYING.includes(statusOf(contact)) || saysEndorsed(contact);

const readTab = ({ partnersTable, contacts, today, services, otherTabs }: Campaign) =>
  readPartners(partnersTable, contacts, today, services.book.locale, otherTabs);

/** What they are by their row in the tab, else by their status. */
function membershipOf(contact: Contact, partner: Partner | null): Partner['membership'] {
  const status = statusOf(contact);
  const byStatus = status === 'Partner' ? 'partner' : status === 'Observer' ? 'observer' : '';
  return partner === null || partner.membership === '' ? byStatus : partner.membership;
}

/** The row of a contact in the tab about partners, by its Outreach ID, else by its name; null where it has none. */
export function partnersOf(campaign: Campaign): (contact: Contact) => Partner | null {
  const { partners } = readTab(campaign);
  const key = (id: string, name: string) => id || `name:${foldName(name)}`;
  const rows = new Map(partners.map((one) => [key(one.contact, one.organization), one]));
  return (contact) => rows.get(key(contact.outreachId, calledIn(contact))) ?? null;
}

export function partnerFile(campaign: Campaign): PartnerFile {
  const { contacts, log, asks, settings, today } = campaign;
  const partnerOf = partnersOf(campaign);
  const byContact = entriesByContact(log);
  const byAsk: AsksByContact = asksByContact(asks.asks);
  const confirmed = new Set(endorsements(contacts, asks.asks, today).confirmed.map(({ contact }) => contact));
  const keys = keysByRow(contacts);
  const sender = later(() => senderOf(campaign));
  const itemOf = (contact: Contact): PartnerItem | null => {
    const partner = partnerOf(contact);
    const entries = entriesFor(contact, byContact);
    const status = statusOf(contact);
    const endorsed = status === 'Endorsed' || confirmed.has(contact);
    const giving = givingOf(entries, asksFor(contact, byAsk), today);
    const left = bowedOutOf(entries);
    const isOne = partner !== null || endorsed || isStaying(contact);
    if (!isOne && left === null && giving.deeds.length === 0) return null;
    const check = checkDue({ contact, partner, endorsed, entries, days: settings.partnerCheckDays, today });
    return {
      contact: keys.get(contact.row) ?? '',
      organization: nameOf(contact),
      membership: membershipOf(contact, partner),
      endorsed: endorsed || saysEndorsed(contact),
      conditions: partner?.conditions ?? '',
      brings: partner?.brings ?? '',
      committed: partner?.committed ?? '',
      people: partner?.people ?? null,
      nextCheck: partner?.nextCheck ?? '',
      due: check?.due === true ? check.text : '',
      text: check?.due === true ? checkText(settings, contact, partner, sender().name) : '',
      asked: giving.asked,
      agreed: giving.agreed,
      deeds: giving.deeds.map(({ day, kind, text }) =>
        [`${shortDay(day, today)}: ${kind}`, text].filter((part) => part !== '').join(', '),
      ),
      remark: status === 'Bowed out' ? '' : giving.remark,
      bowedOut:
        left !== null
          ? `Bowed out on ${shortDay(left.day, today)}${left.words === '' ? '' : `: “${left.words}”`}`
          : status === 'Bowed out'
            ? 'Bowed out'
            : '',
      note: partner?.note ?? '',
    };
  };
  return {
    itemOf,
    items: () =>
      contacts
        .filter((contact) => {
          return (
            partnerOf(contact) !== null ||
            confirmed.has(contact) ||
            contact.bowedOut === true ||
            isStaying(contact)
          );
        })
        .flatMap((contact) => itemOf(contact) ?? [])
        .sort(byNeed),
  };
}

/** Those to check in with, for Follow-ups. */
export function checkItems(campaign: Campaign): CheckItemOfPartner[] {
  const file = partnerFile(campaign);
  return file
    .items()
    .filter(({ due }) => due !== '')
    .flatMap(({ contact: key, organization, due, text }): CheckItemOfPartner[] => {
      const contact = campaign.byKey.get(key);
      if (contact === undefined) return [];
      const [to = ''] = readEmails(contact.text.email).addresses;
      const mail = { to, cc: '', subject: CHECK_SUBJECT, body: text };
      return [
        {
          contact: key,
          row: contact.row,
          organization,
          why: due,
          text,
          composeUrl: to === '' ? '' : composeUrl(mail).url,
        },
      ];
    });
}

const CHECK_SUBJECT = 'How are you doing?';

function byNeed(a: PartnerItem, b: PartnerItem): number {
  const order = Number(b.due !== '') - Number(a.due !== '');
  const [first, second] = [foldName(a.organization), foldName(b.organization)];
  return order || Number(a.bowedOut !== '') - Number(b.bowedOut !== '') || (first < second ? -1 : 1);
}

export function showPartners(services: Services): Result<PartnersView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks', 'partners']);
  if (!opened.ok) return opened;
  const all = partnerFile(opened.value).items();
  return good({
    items: all.slice(0, MOST_ITEMS),
    count: all.length,
    dueCount: all.filter(({ due }) => due !== '').length,
    questions: readTab(opened.value).problems.slice(0, MOST_ITEMS).map(rowQuestion),
    sheet: opened.value.partnersTable?.name ?? '',
  });
}

/** What a person may say of a partner. */
type Facts = Partial<Omit<Partner, 'contact' | 'organization' | 'row'>>;

const BLANK: Omit<Partner, 'contact' | 'organization' | 'row'> = {
  membership: '',
  conditions: '',
  brings: '',
  committed: '',
  people: null,
  nextCheck: null,
  note: '',
};

export const partnersShape = () => furnished(PARTNERS_SHAPE, PARTNER_CHOICES, ['Next check']);

/** Writes one row of the tab, made at its first use. `change`: what it becomes a part of. Needs partners. */
export function writePartner(
  campaign: Campaign,
  contact: Contact,
  facts: Facts,
  change: { readonly id: string; readonly what: string },
): Result<Applied> {
  const standing = readTab(campaign).partners.find((one) => one.contact === contact.outreachId);
  const before = {
    ...BLANK,
    contact: contact.outreachId,
    organization: nameOf(contact),
    row: 0,
    ...standing,
  };
  const { tabs, partnersTable: table } = campaign;
  return writeContactRow(
    campaign,
    { kind: 'partners', shape: partnersShape(), id: tabs.partners, table, head: partnerTabHead },
    {
      contact: contact.outreachId,
      row: before.row,
      were: partnerCells(before),
      are: partnerCells({ ...before, ...facts }),
    },
    change,
  );
}

/** Into the tab, and into a status that says otherwise. Needs the lock. */
export function savePartner(services: Services, request: PartnerRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, ['organization'], ['partners']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const partner = partnersOf(campaign)(contact);
  const { wanted, kept } = overSeen(factsOf(contact, partner), cleaned(request), request.seen);
  const people = readPeople(wanted.people);
  if (people === undefined) return bad(noNumber(wanted.people));
  const nextCheck = wanted.nextCheck === '' ? null : parseDay(wanted.nextCheck);
  if (wanted.nextCheck !== '' && nextCheck === null) return bad(noDay(wanted.nextCheck));
  if (nextCheck !== null && nextCheck < campaign.today && nextCheck !== partner?.nextCheck)
    return bad(pastDay(nextCheck, campaign.today));
  const what = `Wrote down what is known of ${nameOf(contact)} as a partner`;
  const saved = writePartner(campaign, contact, { ...wanted, people, nextCheck }, { id: '', what });
  if (!saved.ok) return saved;
  const { change } = saved.value;
  const { hidden, map } = campaign;
  const edits = cellEdits(campaign, contact, statusFor(campaign, contact, wanted.membership));
  const row = applyEdits(services, { map, hidden, edits, what, ...(change === '' ? {} : { change }) });
  return good(
    receipt(what, {
      change: change || row.change,
      written: saved.value.written + row.written,
      kept: [...kept, ...saved.value.kept, ...row.kept],
    }),
  );
}

/** What stands there, as the form shows it. */
function factsOf(contact: Contact, partner: Partner | null): PartnerFacts {
  const { conditions, brings, committed, people, nextCheck, note } = partner ?? { ...BLANK };
  const membership = membershipOf(contact, partner);
  return {
    ...{ membership, conditions, brings, committed, note },
    people: people === null ? '' : String(people),
    nextCheck: nextCheck ?? '',
  };
}

const cleaned = (facts: PartnerFacts): PartnerFacts => ({
  membership: facts.membership,
  conditions: facts.conditions.trim(),
  brings: facts.brings.trim(),
  committed: facts.committed.trim(),
  people: facts.people.trim(),
  nextCheck: facts.nextCheck,
  note: facts.note.trim(),
});

export type Cells = readonly (readonly [Field, Cell])[];

export const statusAs = (membership: Partner['membership']): Status =>
  membership === 'partner' ? 'Partner' : membership === 'observer' ? 'Observer' : 'In conversation';

/** The group's own word, or ours: the Next step in the sheet knows the row alone. */
export const wordFor = ({ contacts }: Campaign, status: Status): string =>
  ownWordFor(status, statusWords(contacts)) ?? status;

export const cellEdits = ({ table, map }: Campaign, contact: Contact, cells: Cells): readonly KeyedEdit[] =>
  cells.flatMap(([field, to]) => {
    const edit = editOf(table, map, contact.outreachId, contact, field, to);
    return edit === null || sameCell(edit.from, to) ? [] : [edit];
  });

/** The status where it says that they are a partner or an observer, and they are not what it says any more. */
function statusFor(campaign: Campaign, contact: Contact, membership: Partner['membership']): Cells {
  const now = statusOf(contact);
  const is = statusAs(membership);
  return (now === 'Partner' || now === 'Observer') && now !== is ? [['status', wordFor(campaign, is)]] : [];
}

const pastDay = (day: Day, today: Day): Problem => ({
  code: 'day-past',
  message: `${shortDay(day, today)} is past. Nothing was written.`,
  todo: 'Choose a day from today on, or none.',
});

const noDay = (text: string): Problem => ({
  code: 'day-unreadable',
  message: `“${text}” cannot be read as a day. Nothing was written.`,
  todo: 'Choose the day from the calendar.',
  text,
});

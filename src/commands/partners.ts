// Partners for the long run: who they are and what they bring, what we did for them, a status check, and bowing out.
import { endorsements } from '../asks/endorsements';
import { checkDue, checkText } from '../partners/checks';
import { bowedOutOf, givingOf } from '../partners/giving';
import {
  PARTNER_CHOICES,
  PARTNER_COLUMNS,
  PARTNERS_SHAPE,
  partnerCells,
  partnerRow,
} from '../partners/partnerTab';
import { readPartners, type Partner } from '../partners/readPartners';
import type { Contact } from '../reading/contact';
import { asksByContact, asksFor, saysEndorsed, type AsksByContact } from '../touches/asks/readAsks';
import { calledIn } from '../touches/asks/who';
import type { LogEntry } from '../touches/log';
import { BOWED_OUT, CAME_BACK, DEEDS, STATUS_CHECK } from '../touches/logged';
import { rowAfterTouch } from '../touches/outcome';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { ownWordFor, readStatus, statusOf, type Status } from '../touches/status';
import { parseDay, shortDay, type Day } from '../values/day';
import { sameCell, type Cell } from '../values/cell';
import { readEmails } from '../values/emailAddress';
import { bad, good, type Problem, type Result } from '../values/result';
import { cleanText, foldName } from '../values/text';
import { composeUrl } from '../mail/composeUrl';
import { statusWords } from '../mail/rowAfterSend';
import type { Field } from '../reading/fields';
import { editOf } from '../workbook/edits';
import { keysByRow } from '../workbook/identity';
import { tabGone } from '../google/tabGone';
import type { Services } from '../google/services';
import { MOST_ITEMS, type CheckItemOfPartner, type WriteReceipt } from './answers';
import { applyEdits, type Applied } from './applyEdits';
import type { PartnerItem, PartnerRequest, PartnersView } from './askAnswers';
import { nameOf, openCampaign, type Campaign } from './campaign';
import { newEntry, openContact, TOUCH } from './contact';
import { keyedTab, madeKeyed, writeKeyed, type RowCell } from './keyedTab';
import { addEntries } from './logTab';
import { STEP_FIELDS } from './nextStep';
import { ensureTab } from './ourTabs';
import { noNumber, readPeople } from './people';
import { writeJournal } from './journal';
import { senderOf } from './sender';
import { receipt } from './settle';

/** Everything about partners that a run has read. Needs log, settings, asks and partners. */
export interface PartnerFile {
  readonly itemOf: (contact: Contact) => PartnerItem | null;
  /** Those who are partners, observers or endorsers, or stand in the tab, with a check that is due first. */
  readonly items: () => readonly PartnerItem[];
  readonly textOf: (contact: Contact) => string;
}

const STAYING: readonly (Status | null)[] = ['Partner', 'Observer', 'Endorsed'];

/** By what the row says, also where nobody wrote down who endorsed and when. */
const isStaying = (contact: Contact): boolean => STAYING.includes(statusOf(contact)) || saysEndorsed(contact);

/** The row of a contact in the tab about partners, by its Outreach ID, else by its name; null where it has none. */
export function partnersOf(campaign: Campaign): (contact: Contact) => Partner | null {
  const { partnersTable, contacts, today, services } = campaign;
  const { partners } = readPartners(partnersTable, contacts, today, services.book.locale);
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
      membership:
        partner !== null && partner.membership !== ''
          ? partner.membership
          : status === 'Partner'
            ? 'partner'
            : status === 'Observer'
              ? 'observer'
              : '',
      conditions: partner?.conditions ?? '',
      brings: partner?.brings ?? '',
      committed: partner?.committed ?? '',
      people: partner?.people ?? null,
      nextCheck: partner?.nextCheck ?? '',
      due: check?.due === true ? check.text : '',
      asked: giving.asked,
      agreed: giving.agreed,
      deeds: giving.deeds.map(({ day, kind, text }) =>
        [`${shortDay(day, today)}: ${kind}`, text].filter((part) => part !== '').join(', '),
      ),
      remark: giving.remark,
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
    textOf: (contact) => checkText(settings, contact, partnerOf(contact), senderOf(campaign).name),
  };
}

/** Those to check in with, for Follow-ups. */
export function checkItems(campaign: Campaign): CheckItemOfPartner[] {
  const file = partnerFile(campaign);
  return file
    .items()
    .filter(({ due }) => due !== '')
    .flatMap(({ contact: key, organization, due }): CheckItemOfPartner[] => {
      const contact = campaign.byKey.get(key);
      if (contact === undefined) return [];
      const [to = ''] = readEmails(contact.text.email).addresses;
      const text = file.textOf(contact);
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
  const { byKey } = opened.value;
  const file = partnerFile(opened.value);
  const all = file.items();
  const items = all.slice(0, MOST_ITEMS);
  return good({
    items,
    count: all.length,
    dueCount: all.filter(({ due }) => due !== '').length,
    texts: items.flatMap(({ contact: key, due }) => {
      const contact = due === '' ? undefined : byKey.get(key);
      return contact === undefined ? [] : [{ contact: key, text: file.textOf(contact) }];
    }),
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

export const partnersShape = () => ({
  ...PARTNERS_SHAPE,
  dropdowns: PARTNER_COLUMNS.flatMap((name, index) => {
    const list = PARTNER_CHOICES[name];
    return list === undefined ? [] : [{ column: index + 1, choices: list }];
  }),
  datePickers: [PARTNER_COLUMNS.indexOf('Next check') + 1],
});

/** Writes one row of the tab, made at its first use. `change`: what it becomes a part of. Needs partners. */
export function writePartner(
  campaign: Campaign,
  contact: Contact,
  facts: Facts,
  change: { readonly id: string; readonly what: string },
): Result<Applied> {
  const { services, hidden, map, tabs, contacts, today, partnersTable } = campaign;
  const { book } = services;
  const { partners } = readPartners(partnersTable, contacts, today, book.locale);
  const standing = partners.find((one) => one.contact === contact.outreachId);
  const before = {
    ...BLANK,
    contact: contact.outreachId,
    organization: nameOf(contact),
    row: 0,
    ...standing,
  };
  const after: Partner = { ...before, ...facts };
  const [were, are] = [partnerCells(before), partnerCells(after)];
  const changed = [...are].filter(([heading, to]) => !sameCell(were.get(heading) ?? '', to));
  if (changed.length === 0) return good({ change: change.id, written: 0, kept: [] });
  const id = ensureTab(services, hidden, partnersShape(), tabs.partners, partnersTable);
  const table = partnersTable?.id === id && standing !== undefined ? partnersTable : book.read(id);
  if (table === null) throw tabGone();
  const tab = keyedTab('partners', table);
  if (tab === null)
    return bad({
      code: 'partners-headings',
      message: `The headings of “${table.name}” cannot be found, so nothing was changed.`,
      todo: `Put them back in one row: ${PARTNER_COLUMNS.join(', ')}.`,
      place: { sheet: table.name },
    });
  const cells: RowCell[] =
    standing === undefined ? [] : changed.map(([heading, to]) => ({ row: standing.row, heading, to }));
  // A row that somebody typed gets its Outreach ID with it.
  const added =
    standing === undefined ? [partnerRow(after, tab.columns, Math.max(...tab.columns.values()))] : [];
  const made = madeKeyed(tab, cells, added);
  const journal = writeJournal(
    services,
    hidden,
    { what: change.what, tab: map.sheetId, made, undoable: true, cells: [] },
    change.id,
  );
  const kept = writeKeyed(services, hidden, tab, cells, added);
  return good({ change: journal, written: Math.max(0, cells.length + added.length - kept.length), kept });
}

/** Needs the lock. */
export function savePartner(services: Services, request: PartnerRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, ['organization'], ['partners']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const people = readPeople(request.people);
  if (people === undefined) return bad(noNumber(request.people));
  const nextCheck = request.nextCheck === '' ? null : parseDay(request.nextCheck);
  if (request.nextCheck !== '' && nextCheck === null) return bad(noDay(request.nextCheck));
  const { membership } = request;
  const what = `Wrote down what is known of ${nameOf(contact)} as a partner`;
  const facts = {
    membership,
    conditions: request.conditions.trim(),
    brings: request.brings.trim(),
    committed: request.committed.trim(),
    people,
    nextCheck,
    note: request.note.trim(),
  };
  const saved = writePartner(campaign, contact, facts, { id: '', what });
  return saved.ok ? good(receipt(what, saved.value)) : saved;
}

const noDay = (text: string): Problem => ({
  code: 'day-unreadable',
  message: `“${text}” cannot be read as a day. Nothing was written.`,
  todo: 'Choose the day from the calendar.',
  text,
});

type Cells = readonly (readonly [Field, Cell])[];

/** The row of the contact, then a line of the log, in one change; nothing where both read so already. */
function writeLine(
  campaign: Campaign,
  contact: Contact,
  what: string,
  cells: Cells,
  line: Pick<LogEntry, 'kind' | 'direction' | 'summary' | 'result'> & { readonly day?: Day },
  isLogged: boolean,
): Result<WriteReceipt> {
  const { services, hidden, map, table, logTable } = campaign;
  const edits = cells.flatMap(([field, to]) => {
    const edit = editOf(table, map, contact.outreachId, contact, field, to);
    return edit === null || sameCell(edit.from, to) ? [] : [edit];
  });
  if (isLogged) return good(receipt(what, applyEdits(services, { map, hidden, edits, what })));
  const entryId = services.newId();
  const made = [`${TOUCH}:${entryId}`];
  const change = writeJournal(services, hidden, { what, tab: map.sheetId, made, undoable: true, cells: [] });
  const applied = applyEdits(services, { map, hidden, edits, what, change });
  const time = line.day === undefined || line.day === campaign.today ? campaign.time : null;
  const entry = newEntry(campaign, contact, { channel: 'unknown', notes: '', ...line, entryId, time });
  addEntries(services, hidden, logTable, [entry]);
  return good(receipt(what, { ...applied, change }));
}

/** What we did for them. Needs the lock. */
export function logDeed(
  services: Services,
  request: { readonly contact: string; readonly kind: string; readonly day: string; readonly note: string },
): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, ['organization']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const { today, log } = campaign;
  const kind = DEEDS.find((name) => name === request.kind);
  const day = request.day === '' ? today : parseDay(request.day);
  if (kind === undefined || day === null || day > today)
    return bad({
      code: 'deed-unclear',
      message: 'It is not clear what was done for them, or when. Nothing was written.',
      todo: 'Choose what it was, and a day up to today.',
    });
  const summary = cleanText(request.note);
  const isLogged = log.some(
    (entry) =>
      entry.contact === contact.outreachId &&
      entry.day === day &&
      entry.kind === kind &&
      cleanText(entry.summary) === summary,
  );
  const line = { kind, direction: 'ours', summary, result: '', day } as const;
  return writeLine(campaign, contact, `Wrote down “${kind}” for ${nameOf(contact)}`, [], line, isLogged);
}

/** Somebody asked them how it goes. Needs the lock. */
export function logCheck(services: Services, key: string): Result<WriteReceipt> {
  const opened = openContact(services, key, STEP_FIELDS);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const { today, log, contacts } = campaign;
  const isLogged = log.some(
    (entry) => entry.contact === contact.outreachId && entry.day === today && entry.kind === STATUS_CHECK,
  );
  const touch = { outcome: 'sent', day: today, until: null, note: '' } as const;
  return writeLine(
    campaign,
    contact,
    `Checked in with ${nameOf(contact)}`,
    rowAfterTouch(contact, touch, statusWords(contacts)),
    { kind: STATUS_CHECK, direction: 'ours', summary: '', result: '' },
    isLogged,
  );
}

/** They leave us: from now on nobody writes to them, calls them or proposes anything for them. Needs the lock. */
export function bowOut(
  services: Services,
  { contact: key, words }: { readonly contact: string; readonly words: string },
): Result<WriteReceipt> {
  const opened = openContact(services, key, ['organization']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  // Also where the group had no word for it yet: the Next step in the sheet knows the row alone.
  const word = ownWordFor('Bowed out', statusWords(campaign.contacts)) ?? 'Bowed out';
  const cells: Cells = [['status', word]];
  const line = {
    kind: BOWED_OUT,
    direction: 'theirs',
    summary: cleanText(words),
    result: 'received',
  } as const;
  const what = `Wrote down that ${nameOf(contact)} bowed out`;
  return writeLine(campaign, contact, what, cells, line, contact.bowedOut === true);
}

/** Needs the lock. */
export function comeBack(services: Services, key: string): Result<WriteReceipt> {
  const opened = openContact(services, key, ['organization']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const isOut = readStatus(contact.text.status) === 'Bowed out';
  const word = ownWordFor('In conversation', statusWords(campaign.contacts)) ?? 'In conversation';
  const line = { kind: CAME_BACK, direction: 'theirs', summary: '', result: 'received' } as const;
  const what = `Wrote down that ${nameOf(contact)} came back`;
  return writeLine(
    campaign,
    contact,
    what,
    isOut ? [['status', word]] : [],
    line,
    contact.bowedOut !== true && !isOut,
  );
}

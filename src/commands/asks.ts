// Asks and endorsements of the whole campaign: what was agreed to, what is open and due, what a person must decide.
import { endorsementLine, endorsements, type Endorsements } from '../asks/endorsements';
import { askItem, questionItems } from '../asks/items';
import { proofOf } from '../asks/proof';
import { proposeAsk } from '../asks/propose';
import { byMonth, tallyBy } from '../asks/tally';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { askKinds } from '../texts/askKinds';
import { isPending } from '../touches/asks/answersOver';
import { ASK_ANSWERS, askKey, type Ask } from '../touches/asks/ask';
import {
  aboutContact,
  aboutText,
  askState,
  followedUp,
  type AskAbout,
  type AskState,
} from '../touches/asks/askState';
import { asksByContact, asksFor } from '../touches/asks/readAsks';
import type { LogEntry } from '../touches/log';
import { deedOf } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { keysByRow } from '../workbook/identity';
import { good, type Result } from '../values/result';
import type { Services } from '../google/services';
import { MOST_ITEMS, type Need } from './answers';
import type { AskItem, AsksView, AskTally, ContactAsks, Tally } from './askAnswers';
import { nameOf, openCampaign, type Campaign, type SheetName } from './campaign';
import { partnerFile } from './partners';
import { planAsks, syncWords } from './syncAsks';
import { peopleIn } from './unionFile';

/** What a list of asks looks up. */
export interface AskFile {
  readonly all: Endorsements;
  readonly stateOf: (ask: Ask) => AskState;
  readonly itemOf: (ask: Ask) => AskItem;
  readonly contactOf: (ask: Ask) => Contact | undefined;
}

/** Needs log, settings and asks. */
export function askFile(campaign: Campaign): AskFile {
  const { contacts, asks, log, settings, today } = campaign;
  const byContact = entriesByContact(log);
  const keys = keysByRow(contacts);
  const known = new Map<Contact, AskAbout>();
  const aboutOf = (contact: Contact): AskAbout => {
    const about =
      known.get(contact) ?? aboutContact(contact, entriesFor(contact, byContact), settings, today);
    known.set(contact, about);
    return about;
  };
  const nobody: AskAbout = {
    followUpDays: settings.followUpDays,
    lastTouch: null,
    waitsTo: null,
    isClosed: false,
    today,
  };
  // By their names too: a contact without its Outreach ID yet.
  const byAsk = asksByContact(asks.asks);
  const whose = new Map(
    contacts.flatMap((contact) => asksFor(contact, byAsk).map((ask) => [ask, contact] as const)),
  );
  const contactOf = (ask: Ask) => whose.get(ask);
  const stateOf = (ask: Ask) => {
    const contact = contactOf(ask);
    return askState(ask, contact === undefined ? nobody : aboutOf(contact));
  };
  return {
    all: endorsements(contacts, asks.asks, today),
    contactOf,
    stateOf,
    itemOf: (ask) => {
      const contact = contactOf(ask);
      const item = { ...askItem(ask, contact, stateOf(ask), today), id: askKey(ask) };
      return contact === undefined ? item : { ...item, contact: keys.get(contact.row) ?? '' };
    },
  };
}

const ORDER: readonly AskState[] = ['due', 'waiting', 'fresh', 'answered'];

const openFirst = (file: AskFile, asks: readonly Ask[]): Ask[] =>
  [...asks].sort(
    (a, b) =>
      ORDER.indexOf(file.stateOf(a)) - ORDER.indexOf(file.stateOf(b)) ||
      ((a.askedOn ?? '') < (b.askedOn ?? '') ? -1 : 1),
  );

export function showAsks(services: Services, sheet?: SheetName): Result<AsksView> {
  const opened = openCampaign(services, ['log', 'settings', 'asks', 'partners', 'unions'], sheet);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { contacts, asks, settings, today, map } = campaign;
  const file = askFile(campaign);
  const { all } = file;
  const people = peopleIn(campaign);
  const open = openFirst(
    file,
    asks.asks.filter((ask) => isPending(ask) && file.contactOf(ask) !== undefined),
  );
  const unasked = all.confirmed.filter(({ mayBeNamed }) => mayBeNamed === null);
  const keys = keysByRow(contacts);
  const listed = (items: typeof all.claimed, text: (one: (typeof all.claimed)[number]) => string) =>
    items.slice(0, MOST_ITEMS).map((one) => ({
      contact: keys.get(one.contact.row) ?? '',
      organization: nameOf(one.contact),
      text: text(one),
    }));
  const line = ({ contact }: (typeof all.claimed)[number]) => endorsementLine(contact, all, today);
  const tally = (field: Field): readonly Tally[] =>
    map.columns[field] === undefined
      ? []
      : tallyBy(all.confirmed, people, (contact) => contact.text[field]).slice(0, MOST_ITEMS);
  const questions = questionItems(asks.questions, today);
  const proof = proofOf(all.confirmed, settings);
  return good({
    confirmed: all.confirmed.length,
    goal: settings.goal,
    people: all.confirmed.reduce((sum, { contact }) => sum + (people(contact) ?? 0), 0),
    peopleOf: all.confirmed.filter(({ contact }) => people(contact) !== null).length,
    byKind: askTallies(
      asks.asks.filter((ask) => file.contactOf(ask) !== undefined),
      askKinds(settings.ownAsks).map(({ name }) => name),
    ),
    named: proof.names.length,
    byCategory: tally('category'),
    byTown: tally('town'),
    byLevel: tally('level'),
    byMonth: byMonth(all.confirmed, people),
    claimed: listed(all.claimed, line),
    claimedCount: all.claimed.length,
    unasked: unasked.slice(0, MOST_ITEMS).flatMap(({ ask }) => (ask === null ? [] : [file.itemOf(ask)])),
    unaskedCount: unasked.length,
    bowedOut: listed(all.bowedOut, line),
    questions: questions.slice(0, MOST_ITEMS),
    questionCount: questions.length,
    open: open.slice(0, MOST_ITEMS).map(file.itemOf),
    openCount: open.length,
    dueCount: open.filter((ask) => file.stateOf(ask) === 'due').length,
    behind: syncWords(planAsks(campaign)),
    hasTab: campaign.tabs.asks !== null,
    proof: proof.text,
  });
}

/** In the order in which the kinds are listed, others behind them; none of which nobody was asked. */
function askTallies(asks: readonly Ask[], kinds: readonly string[]): AskTally[] {
  const found = new Map(kinds.map((name) => [name, { ...NO_ASKS, name }]));
  for (const { kind, answer } of asks) {
    const one = found.get(kind) ?? { ...NO_ASKS, name: kind };
    one[answer]++;
    found.set(kind, one);
  }
  return [...found.values()].filter((one) => ASK_ANSWERS.some((name) => one[name] > 0));
}

const NO_ASKS = { open: 0, yes: 0, no: 0, maybe: 0, later: 0, dropped: 0 };

/** For the panel of one contact. Needs log, settings, volunteers, asks and partners. */
export function contactAsks(campaign: Campaign, contact: Contact, entries: readonly LogEntry[]): ContactAsks {
  const { asks, settings, today } = campaign;
  const file = askFile(campaign);
  const own = asksFor(contact, asksByContact(asks.asks));
  const newest = [...own].sort((a, b) => ((a.askedOn ?? '') < (b.askedOn ?? '') ? 1 : -1));
  const deeds = entries.filter((entry) => deedOf(entry) !== null).map(({ day }) => day);
  return {
    items: [...newest.filter(isPending), ...newest.filter((ask) => !isPending(ask))]
      .slice(0, MOST_ITEMS)
      .map(file.itemOf),
    next: proposeAsk({
      contact,
      asks: own,
      settings,
      today,
      lastDeed: deeds.sort().pop() ?? null,
    }),
    kinds: askKinds(settings.ownAsks).map(({ name }) => name),
    endorsement: endorsementLine(contact, file.all, today),
    claimed: file.all.claimed.some((one) => one.contact === contact),
    partner: partnerFile(campaign).itemOf(contact),
  };
}

/** "endorsement, asked on Nov 3" where that ask of a contact is due, else ''. Needs log, settings and asks. */
export function dueAskIn(campaign: Campaign): (contact: Contact) => string {
  const { asks, today } = campaign;
  const file = askFile(campaign);
  const byContact = asksByContact(asks.asks.filter((ask) => isPending(ask)));
  return (contact) => {
    const ask = followedUp(asksFor(contact, byContact));
    return ask === null || file.stateOf(ask) !== 'due' ? '' : aboutText(ask, today);
  };
}

/** For Today: asks that are due, endorsements to confirm, questions, status checks. Needs log, settings, asks, partners. */
export function askNeeds(campaign: Campaign): Need[] {
  const { asks } = campaign;
  const file = askFile(campaign);
  const due = asks.asks.filter(
    (ask) => isPending(ask) && file.contactOf(ask) !== undefined && file.stateOf(ask) === 'due',
  );
  const checks = partnerFile(campaign)
    .items()
    .filter((item) => item.due !== '');
  const to = { panel: 'asks', mode: 'follow-ups', list: null } as const;
  const some = (names: readonly string[]) => [...new Set(names)].slice(0, 3).join(', ');
  const need = (names: readonly string[], title: string, text: string, panel: Need['to']): Need => ({
    count: names.length,
    title,
    text: `${text}: ${some(names)}`,
    action: 'See',
    to: panel,
    rows: [],
  });
  return [
    need(
      due.map(({ organization }) => organization),
      'Asks due',
      'No answer in time',
      to,
    ),
    need(
      asks.questions.map((one) => (one.kind === 'differs' ? one.ask.organization : one.organization)),
      'Questions about asks',
      'The list and the log differ',
      to,
    ),
    need(
      file.all.claimed.map(({ contact }) => nameOf(contact)),
      'Endorsements to confirm',
      'Nobody wrote down who said so, and when',
      to,
    ),
    need(
      checks.map(({ organization }) => organization),
      'Partners to check in with',
      'Nothing heard for long',
      { ...to, panel: 'partners' },
    ),
  ].filter(({ count }) => count > 0);
}

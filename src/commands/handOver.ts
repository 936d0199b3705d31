// A contact goes from one of ours to another, or back to nobody: asked first with what is open there, written into the
// owner cell, and into the log as who gave what to whom.
import type { Contact } from '../reading/contact';
import { headingAt } from '../reading/heading';
import { cellText } from '../values/cell';
import { shortDay } from '../values/day';
import { bad, good, type Problem, type Result } from '../values/result';
import { foldName } from '../values/text';
import { newestEntry } from '../mail/lastTouch';
import { openWith } from '../mail/openWith';
import { isAway, workedOnBy } from '../people/away';
import { isPending } from '../touches/asks/answersOver';
import { aboutText } from '../touches/asks/askState';
import type { LogEntry } from '../touches/log';
import { HANDED_OVER } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { dayInCell } from '../touches/rowFacts';
import { contactFinder } from '../workbook/identity';
import { matchOwner, splitOwners, withOwner } from '../workbook/owners';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits } from './applyEdits';
import { volunteersOf } from './assignPlan';
import { columnOf, nameOf, openCampaign, relyOn, type Campaign } from './campaign';
import { appendEntry, GONE, openContact, TOUCH } from './contact';
import { writeJournal } from './journal';
import { noOwnerColumn } from './ownerColumn';
import { asksOf } from './asksOfContact';
import { receipt } from './settle';
import type { HandOverView } from './shareAnswers';

const FIELDS = ['organization', 'owner', 'due'] as const;

/** What is to be known before it goes to somebody else. */
export function showHandOver(services: Services, key: string): Result<HandOverView> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const contact = contactFinder(campaign.contacts)(key);
  if (contact === undefined) return bad(GONE);
  const problem = relyOn(campaign, FIELDS) ?? lacksColumn(campaign);
  if (problem) return bad(problem);
  const { today, settings, log } = campaign;
  const entries = entriesFor(contact, entriesByContact(log));
  const volunteers = volunteersOf(campaign);
  const owners = splitOwners(ownerText(campaign, contact));
  const whose = owners.map((owner) => matchOwner(owner, volunteers));
  return good({
    owners,
    openThere: [
      ...openWith(contact, entries, { settings, today, locale: services.book.locale }),
      ...openAsks(campaign, contact),
    ],
    volunteers: volunteers
      .filter((one) => !whose.some((match) => match.kind === 'one' && match.volunteer === one))
      .map((one) => ({ name: one.name, remark: awayRemark(campaign, contact, one) })),
  });
}

/** Each ask that nobody has answered, so that none is dropped in silence. */
const openAsks = (campaign: Campaign, contact: Contact): string[] =>
  asksOf(campaign, contact)
    .filter(isPending)
    .map((ask) => `Open ask: ${aboutText(ask, campaign.today)}.`);

const lacksColumn = (campaign: Campaign): Problem | null =>
  columnOf(campaign.map, 'owner') === 0 ? noOwnerColumn(campaign.table.name) : null;

function ownerText({ table, map }: Campaign, contact: Contact): string {
  return cellText(table.rows[contact.row - 1]?.[columnOf(map, 'owner') - 1] ?? '');
}

/** '' for who is there before it is due. */
export function awayRemark({ settings, today }: Campaign, contact: Contact, volunteer: Volunteer): string {
  const { name, awayUntil } = volunteer;
  if (awayUntil === null || !isAway(volunteer, workedOnBy(contact, settings.nextMeeting, today))) return '';
  const due = dayInCell(contact.cells.due) ?? settings.nextMeeting;
  const andDue = due === null ? '' : `, and this is due on ${shortDay(due, today)}`;
  return `${name} is away until ${shortDay(awayUntil, today)}${andDue}.`;
}

/**
 * `from`: the name as it stands in the owner cell, '' for a blank cell; `to`: a volunteer, '' to hand it back. Only that
 * one name changes. A run that was cut off is asked for again: it finds the cell written and adds the line that the
 * log lacks. `part`: the change that this belongs to, a new one where its id is '', and what it is called. Needs the
 * lock.
 */
export function handOver(
  services: Services,
  key: string,
  from: string,
  to: string,
  part: ChangePart = { id: '', what: '' },
): Result<WriteReceipt> {
  const opened = openContact(services, key, FIELDS);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const volunteer = volunteersOf(campaign).find(({ name }) => name === to);
  const problem = lacksColumn(campaign);
  if (problem) return bad(problem);
  if (to !== '' && volunteer === undefined)
    return bad(
      stays(
        contact,
        'no-such-volunteer',
        `“${to}” is not in the tab “Volunteers” any more.`,
        'Choose somebody else, or add the name there.',
      ),
    );
  const text = ownerText(campaign, contact);
  const wanted = foldName(from) === foldName(to) ? null : withOwner(text, from, to);
  if (wanted === null && !isWritten(text, from, to))
    return bad(
      stays(
        contact,
        'owner-changed',
        `Somebody changed that meanwhile: it says “${text.trim()}” now.`,
        'Look at the contact again.',
      ),
    );

  const name = nameOf(contact);
  const what = to === '' ? `${from} does not have ${name} any more` : `${to} has ${name} now`;
  const line = {
    summary: `From ${from || 'nobody'} to ${to || 'nobody'}`,
    notes: volunteer ? awayRemark(campaign, contact, volunteer) : '',
  };
  const named = { ...part, what: part.what || what };
  const change = wanted === null ? '' : writeOwner(campaign, contact, wanted, named);
  if (typeof change !== 'string') return bad(change);
  const isLogged = wanted === null && lastHandOver(campaign, contact)?.summary === line.summary;
  const id = isLogged ? '' : logIt(campaign, contact, line, { ...named, id: change || part.id });
  return good(receipt(what, { change: id, written: change === '' ? 0 : 1, kept: [] }));
}

interface ChangePart {
  readonly id: string;
  readonly what: string;
}

/** Of a cell in which whoever gave it does not stand: true where it reads as this left it. */
function isWritten(text: string, from: string, to: string): boolean {
  return from !== to && (to === '' || splitOwners(text).map(foldName).includes(foldName(to)));
}

/** Returns the id of the change, '' where the cell read so meanwhile; a problem where it stays as it is. */
function writeOwner(
  campaign: Campaign,
  contact: Contact,
  to: string,
  { id, what }: ChangePart,
): string | Problem {
  const { services, map, hidden, table } = campaign;
  const column = columnOf(map, 'owner');
  const header = headingAt(table, map, column);
  const from = table.rows[contact.row - 1]?.[column - 1] ?? '';
  const edits = [{ key: contact.outreachId, column, header, from, to }];
  const { change, kept } = applyEdits(services, { map, hidden, edits, what, change: id });
  const [first] = kept;
  if (first === undefined) return change;
  return stays(
    contact,
    'cells-kept',
    first.why,
    'If the column has a dropdown, add the name to it; or change the cell by hand.',
  );
}

/** As a part of the change that wrote the cell, so that one undo takes both back. Returns the id of the change. */
function logIt(
  campaign: Campaign,
  contact: Contact,
  line: Pick<LogEntry, 'summary' | 'notes'>,
  { id: change, what }: ChangePart,
): string {
  const { services, hidden, map } = campaign;
  const entryId = services.newId();
  const made = [`${TOUCH}:${entryId}`];
  const id = writeJournal(
    services,
    hidden,
    { what, tab: map.sheetId, made, undoable: true, cells: [] },
    change,
  );
  appendEntry(campaign, contact, {
    ...line,
    entryId,
    channel: 'unknown',
    kind: HANDED_OVER,
    direction: 'ours',
    result: '',
  });
  return id;
}

function lastHandOver({ log }: Campaign, contact: Contact): LogEntry | null {
  return newestEntry(entriesFor(contact, entriesByContact(log)), ({ kind }) => kind === HANDED_OVER);
}

function stays(contact: Contact, code: string, why: string, todo: string): Problem {
  return { code, message: `${nameOf(contact)} stays with whom it was. ${why}`, todo };
}

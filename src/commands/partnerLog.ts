// What the log keeps of those who stay: what we did for them, a status check, that they bowed out or came back.
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { BOWED_OUT, CAME_BACK, DEEDS, STATUS_CHECK } from '../touches/logged';
import { rowAfterTouch } from '../touches/outcome';
import { readStatus } from '../touches/status';
import { parseDay, type Day } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { cleanText } from '../values/text';
import { statusWords } from '../mail/rowAfterSend';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits } from './applyEdits';
import { nameOf, type Campaign } from './campaign';
import { newEntry, openContact, TOUCH } from './contact';
import { writeJournal } from './journal';
import { addEntries } from './logTab';
import { STEP_FIELDS } from './nextStep';
import { cellEdits, partnersOf, statusAs, wordFor, type Cells } from './partners';
import { receipt } from './settle';

/** The row of the contact, then a line of the log, in one change; nothing where both read so already. */
function writeLine(
  campaign: Campaign,
  contact: Contact,
  what: string,
  cells: Cells,
  line: Pick<LogEntry, 'kind' | 'direction' | 'summary' | 'result'> & { readonly day?: Day },
  isLogged: boolean,
): Result<WriteReceipt> {
  const { services, hidden, map, logTable } = campaign;
  const edits = cellEdits(campaign, contact, cells);
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

/** An earlier day is a slip of the keys. */
const FIRST_DAY = '1970-01-01';

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
  if (kind === undefined || day === null || day > today || day < FIRST_DAY)
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
  const cells: Cells = [['status', wordFor(campaign, 'Bowed out')]];
  const line = {
    kind: BOWED_OUT,
    direction: 'theirs',
    summary: cleanText(words),
    result: 'received',
  } as const;
  const what = `Wrote down that ${nameOf(contact)} bowed out`;
  return writeLine(campaign, contact, what, cells, line, contact.bowedOut === true);
}

/** As what they were by their row in the tab, else in conversation. Needs the lock. */
export function comeBack(services: Services, key: string): Result<WriteReceipt> {
  const opened = openContact(services, key, ['organization'], ['partners']);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const isOut = readStatus(contact.text.status) === 'Bowed out';
  const was = partnersOf(campaign)(contact)?.membership ?? '';
  const line = { kind: CAME_BACK, direction: 'theirs', summary: '', result: 'received' } as const;
  const what = `Wrote down that ${nameOf(contact)} came back`;
  return writeLine(
    campaign,
    contact,
    what,
    isOut ? [['status', wordFor(campaign, statusAs(was))]] : [],
    line,
    contact.bowedOut !== true && !isOut,
  );
}

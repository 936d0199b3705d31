// A touch that somebody wrote down by mistake is taken back: its line stays in the log, one behind it says so, and the
// row goes back where it still says what the touch wrote.
import { rowWithoutEndorsement } from '../asks/effects';
import type { Contact } from '../reading/contact';
import { ENDORSEMENT, readAskKind } from '../texts/askKinds';
import type { Ask } from '../touches/asks/ask';
import { answerSaid, kindSaid } from '../touches/asks/askWords';
import type { LogEntry } from '../touches/log';
import { rowWithoutTouch, writtenByHand } from '../touches/outcome';
import { addUp } from '../touches/logged';
import { entriesByContact, entriesFor } from '../touches/readLog';
import { statusWords } from '../mail/rowAfterSend';
import { cellName } from '../values/a1';
import { parseDay } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { contactFinder } from '../workbook/identity';
import { editOf } from '../workbook/edits';
import { readJournal } from '../workbook/journal';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import { applyEdits } from './applyEdits';
import { columnOf, openCampaign, relyOn, type Campaign } from './campaign';
import { undoChange } from './changes';
import { TOUCH } from './contact';
import { asksOf } from './asksOfContact';
import { loggedAs } from './sender';
import { receipt } from './settle';
import { rowWords, withAsks, writeAsks } from './syncAsks';
import { writeTakenBack } from './takenBack';

/** As the undo of its change where one is kept; a touch out of a volunteer's tab has none. Needs the lock. */
export function takeBack(services: Services, entryId: string): Result<WriteReceipt> {
  const opened = openCampaign(services, ['log', 'settings', 'volunteers', 'asks']);
  if (!opened.ok) return opened;
  const campaign = opened.value;
  const { log, hidden, map, table } = campaign;
  const change = readJournal(hidden.rows).find(({ made }) => made.includes(`${TOUCH}:${entryId}`));
  if (change?.undoable === true && change.state === '') return undoChange(services, change.id);
  const entry = log.find((line) => line.entryId === entryId);
  const outcome = entry === undefined ? null : writtenByHand(entry);
  if (entry === undefined || outcome === null) return bad(NOT_THERE);
  const problem = relyOn(campaign, ['organization', 'firstContacted', 'lastContacted']);
  if (problem) return bad(problem);
  const contact = contactFinder(campaign.contacts)(entry.contact);
  const what = `Took back “${entry.kind}” with ${entry.organization}`;
  const others = contact === undefined ? [] : entriesFor(contact, entriesByContact(log));
  const back =
    contact === undefined
      ? []
      : rowWithoutTouch(
          contact,
          {
            ...{ outcome, day: entry.day, until: parseDay(entry.summary.slice(-10)) },
            about: kindSaid(entry),
          },
          [outcome, entry.summary],
          addUp(
            others.filter((other) => other !== entry),
            null,
          ).last?.day ?? null,
          statusWords(campaign.contacts),
        );
  // Whether they were contacted before stands under First contacted; without it the day stays, so that nobody gets a
  // first message twice.
  const stays = back.find(
    ([field, to]) => field === 'lastContacted' && to === '' && map.columns.firstContacted === undefined,
  );
  const cells = back.filter((change) => change !== stays);
  const without = withAsks({ ...campaign, log: log.filter((line) => line !== entry) });
  const ask = contact === undefined ? undefined : answeredByLine(without, contact, entry);
  const reopened =
    contact === undefined || ask === undefined
      ? null
      : writeAsks(without, {
          what,
          changed: new Map([[ask, asOpen(ask)]]),
          cells: [
            [
              contact,
              [
                ...cells,
                ...(ask.kind === ENDORSEMENT && ask.answer === 'yes'
                  ? rowWithoutEndorsement(contact, rowWords(campaign))
                  : []),
              ],
            ],
          ],
        });
  if (reopened?.ok === false) return reopened;
  const edits =
    contact === undefined
      ? []
      : cells.flatMap(([field, to]) => editOf(table, map, contact.outreachId, contact, field, to) ?? []);
  const applied = reopened?.value ?? applyEdits(services, { map, hidden, edits, what });
  writeTakenBack(campaign, entry, loggedAs(campaign));
  services.book.flush();
  const kept =
    stays === undefined || contact === undefined
      ? []
      : [{ cell: cellName(contact.row, columnOf(map, 'lastContacted')), why: DAY_BEFORE }];
  return good({ ...receipt(what, { ...applied, kept: [...applied.kept, ...kept] }), undoable: false });
}

const DAY_BEFORE =
  'Nobody knows the day before. If there was one, type it here; if there was none, empty the cell.';

const NOT_THERE = {
  code: 'no-such-touch',
  message: 'This touch is taken back already, or it was a message that has left. Nothing was changed.',
  todo: 'Look at the contact again.',
};

/** The ask whose row says what this line said, on its day; undefined where none does, or several do. */
function answeredByLine(campaign: Campaign, contact: Contact, entry: LogEntry): Ask | undefined {
  const said = answerSaid(entry);
  const kind = readAskKind(kindSaid(entry), campaign.settings.ownAsks)?.name ?? '';
  const found = asksOf(campaign, contact).filter(
    (ask) =>
      ask.row > 0 &&
      (kind === '' || ask.kind === kind) &&
      (said === 'wait'
        ? ask.waitUntil === parseDay(entry.summary.slice(-10))
        : ask.rowAnswer === said && ask.answeredOn === entry.day),
  );
  return found.length === 1 ? found[0] : undefined;
}

const asOpen = (ask: Ask): Ask => ({
  ...ask,
  answer: 'open',
  rowAnswer: 'open',
  answeredBy: '',
  answeredOn: null,
  heardBy: null,
  waitUntil: null,
  whoDecided: '',
  mayBeNamed: null,
});

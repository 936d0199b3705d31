// An ask is written down: its row in the tab Asks, the row of the contact, and its line in the log.
import { readAskKind } from '../texts/askKinds';
import { isPending } from '../touches/asks/answersOver';
import { askedLine } from '../touches/asks/askWords';
import { CHANNELS } from '../touches/log';
import { rowAfterTouch } from '../touches/outcome';
import { shortDay } from '../values/day';
import { bad, good, type Result } from '../values/result';
import { cleanText } from '../values/text';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import type { AskRequest } from './askAnswers';
import { asksOf, lineOf, NOT_A_DAY, pastDay } from './asksOfContact';
import { nameOf } from './campaign';
import { openContact } from './contact';
import { STEP_FIELDS } from './nextStep';
import { receipt } from './settle';
import { rowWords, withAsks, writeAsks } from './syncAsks';

/** Stands for the row of a line that is still to be written. */
const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

/** Needs the lock. */
export function recordAsk(services: Services, request: AskRequest): Result<WriteReceipt> {
  const opened = openContact(services, request.contact, STEP_FIELDS);
  if (!opened.ok) return opened;
  const { campaign, contact } = opened.value;
  const { settings, today } = campaign;
  const kind = readAskKind(request.kind, settings.ownAsks);
  const channel = CHANNELS.find((name) => name === (request.channel || 'unknown'));
  const day = pastDay(request.day, today);
  if (day === null) return bad(NOT_A_DAY);
  if (kind === null || channel === undefined)
    return bad({
      code: 'ask-unclear',
      message: 'It is not clear what was asked. Nothing was written.',
      todo: 'Choose what you asked for and how. Your own kinds stand in Settings under “Our own asks”.',
      text: request.kind,
    });
  const open = asksOf(campaign, contact).find((ask) => ask.kind === kind.name && isPending(ask));
  if (open !== undefined && open.askedOn !== day)
    return bad({
      code: 'ask-open',
      message: `${nameOf(contact)} ${open.askedOn === null ? 'was asked for this' : `was asked for this on ${shortDay(open.askedOn, today)}`} and has not answered yet. Nothing was written.`,
      todo: 'Write down their answer first, or “dropped” with a word why. If you asked again, write down a touch.',
    });
  const what = `Wrote down the ask “${kind.name}” to ${nameOf(contact)}`;
  // A row without its line is that of a run which was cut off.
  const isWritten = open !== undefined && (open.id === '' || campaign.log.some((e) => e.entryId === open.id));
  const line = lineOf(campaign, contact, day, askedLine(kind.name, cleanText(request.note)), {
    entryId: open === undefined || open.id === '' ? services.newId() : open.id,
    channel,
  });
  const cells = rowAfterTouch(
    contact,
    { outcome: 'sent', day, until: null, note: '', about: kind.name },
    rowWords(campaign).status,
  );
  const withLine = isWritten
    ? campaign
    : withAsks({ ...campaign, log: [...campaign.log, { ...line, row: BEHIND_ALL }] });
  const written = writeAsks(withLine, {
    what,
    cells: [[contact, cells]],
    lines: isWritten ? [] : [line],
  });
  return written.ok ? good(receipt(what, written.value)) : written;
}

// Mails the recap of a meeting to those who are in it and have an address, each once: a mark stands in the notes of the
// file before a message leaves (design rule 3), so neither a second click nor a second closing sends a second one.
import { buildMime } from '../mail/mime';
import { quotaLeft } from '../mail/quota';
import { textToHtml } from '../mail/renderTemplate';
import { recapText, recapTitle } from '../meetings/recap';
import { countOf } from '../values/count';
import { bad, good, type Result } from '../values/result';
import type { Services } from '../google/services';
import type { WriteReceipt } from './answers';
import type { CloseAnswers } from './closeAnswers';
import { planClose } from './closePlan';
import { isOver, readMarks, recapNote, recapOfMeeting, type RecapMark } from './closeView';
import { noMailPermission } from './send';
import { countReminders, logFor, remindersOf, senderOf } from './sender';

/** Between two messages, in milliseconds, as in a send. */
const PAUSE = 1000;

/** Of the answers only the shortlist counts. Needs the lock. */
export function mailRecap(services: Services, { tab }: CloseAnswers): Result<WriteReceipt> {
  if (!services.permissions().send) return bad(noMailPermission());
  const planned = planClose(services, { tab, due: '', same: [], takers: [], seen: [] }, true);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { campaign } = plan;
  const { recap, head, reached } = recapOfMeeting(plan);
  const note = recapNote(plan.meeting.tab.id);
  let marks = readMarks(services.notes.all()[note]);
  const waiting = [...reached].filter(([digest]) => !isOver(marks[digest]));
  const sender = senderOf(campaign);
  const now = services.now();
  const earlier = remindersOf(campaign);
  const log = logFor(campaign, sender);
  const { left } = quotaLeft(log, sender.account, now, campaign.settings.dailyLimit, earlier);
  const going = waiting.slice(0, left);
  if (going.length > 0) {
    const used = quotaLeft([], sender.account, now, 0, earlier).used;
    countReminders(campaign, services.accountId(), going.length + used);
  }
  const mark = (digest: string, as: RecapMark): void => {
    marks = { ...marks, [digest]: as };
    services.notes.put(note, JSON.stringify(marks));
  };
  const count = { sent: 0, unknown: 0, refused: 0 };
  let stop = going.length < waiting.length ? 'The daily limit leaves no room for more. Go on tomorrow.' : '';
  for (const [index, [digest, { volunteer, address }]] of going.entries()) {
    if (index > 0) services.pause(PAUSE);
    mark(digest, 'sending');
    const body = recapText(recap, head, volunteer);
    const raw = buildMime({
      from: null,
      to: { name: volunteer.name, address },
      cc: [],
      replyTo: null,
      subject: recapTitle(head),
      text: body,
      html: textToHtml(body),
      key: '',
      references: [],
    });
    // No key: it is no touch, so neither the log nor the look for answers knows it.
    const delivery = raw.ok ? services.mail.send(raw.value, '') : null;
    const kind = delivery?.kind ?? 'refused';
    count[kind]++;
    mark(digest, kind === 'refused' ? 'failed' : kind);
    if (delivery?.kind === 'refused' && (delivery.quota || delivery.permission)) {
      stop = delivery.quota ? 'Gmail takes no more messages for now.' : noMailPermission().message;
      break;
    }
  }
  const message = [
    count.sent > 0 || waiting.length > 0
      ? `Mailed to ${count.sent} of ${waiting.length}.`
      : 'Everybody with an address has it already.',
    count.unknown > 0
      ? `${countOf(count.unknown, 'message')} may not have left, and no second one goes.`
      : '',
    count.refused > 0 ? `${countOf(count.refused, 'message')} did not leave: look at the addresses.` : '',
    stop,
  ];
  return good({
    message: message.filter((text) => text !== '').join(' '),
    change: '',
    written: count.sent,
    kept: [],
    undoable: false,
  });
}

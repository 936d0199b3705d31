// Mails a text of its own to each of some volunteers, once: a mark stands in the notes of the file before a message leaves
// (design rule 3), so neither a second click nor another lead sends a second one.
import { composeUrl } from '../mail/composeUrl';
import { buildMime } from '../mail/mime';
import { quotaLeft } from '../mail/quota';
import { textToHtml } from '../mail/renderTemplate';
import { countOf } from '../values/count';
import type { Volunteer } from '../workbook/volunteer';
import type { Services } from '../google/services';
import type { MailingView, WriteReceipt } from './answers';
import type { Campaign } from './campaign';
import { erasedAddresses } from './followUps';
import { addressOf, digestOf } from './reminder';
import { noMailPermission } from './send';
import { countReminders, logFor, remindersOf, senderOf } from './sender';

/** 'sending' was written before the message left: after a run that was cut off it may have left or not. */
export type MailMark = 'sending' | 'sent' | 'failed' | 'unknown';

/** By digest of the address. */
export type MailMarks = Readonly<Partial<Record<string, MailMark>>>;

/** No second one goes; what Gmail refused may be tried again. */
export const isOver = (mark: MailMark | undefined): boolean => mark !== undefined && mark !== 'failed';

/** What a note of the file holds as JSON; {} where nothing is kept, or somebody wrote something else there. */
export function readNote<T>(services: Services, name: string): Partial<T> {
  try {
    const kept = JSON.parse(services.notes.all()[name] ?? '{}') as unknown;
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** Those of them who have an address, by its digest. */
export type Reached = ReadonlyMap<string, { readonly volunteer: Volunteer; readonly address: string }>;

/** Whoever was forgotten is left out. */
export function reachedOf(campaign: Campaign, volunteers: readonly Volunteer[]): Reached {
  const isErased = erasedAddresses(campaign);
  return new Map(
    volunteers.flatMap((volunteer) => {
      const address = addressOf(volunteer);
      return address === '' || isErased(address)
        ? []
        : [[digestOf(campaign.services, address), { volunteer, address }] as const];
    }),
  );
}

/** `people`: all whom the text is for; `text` as it is copied and printed. */
export function mailingView(
  { services }: Campaign,
  people: readonly Volunteer[],
  reached: Reached,
  marks: MailMarks,
  { title, text }: { readonly title: string; readonly text: string },
): MailingView {
  const all = [...reached];
  const isReached = new Set(all.map(([, { volunteer }]) => volunteer));
  const to = all.map(([, { address }]) => address).join(',');
  return {
    title,
    text,
    withAddress: all.length,
    noAddress: people.filter((one) => !isReached.has(one)).map(({ name }) => name),
    mailed: all.filter(([digest]) => marks[digest] === 'sent').length,
    toMail: all.filter(([digest]) => !isOver(marks[digest])).length,
    unsure: all.flatMap(([digest, { volunteer }]) =>
      isOver(marks[digest]) && marks[digest] !== 'sent' ? [volunteer.name] : [],
    ),
    composeUrl: to === '' ? '' : composeUrl({ to, cc: '', subject: title, body: text }).url,
    canMail: services.permissions().send,
  };
}

/** Between two messages, in milliseconds, as in a send. */
const PAUSE = 1000;

/** Needs the permission to send. `keep` puts the marks on record. */
export function mailOnce(
  campaign: Campaign,
  reached: Reached,
  before: MailMarks,
  keep: (marks: MailMarks) => void,
  messageTo: (volunteer: Volunteer) => { readonly subject: string; readonly body: string },
): WriteReceipt {
  const { services } = campaign;
  let marks = before;
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
  const mark = (digest: string, as: MailMark): void => {
    marks = { ...marks, [digest]: as };
    keep(marks);
  };
  const count = { sent: 0, unknown: 0, refused: 0 };
  let stop = going.length < waiting.length ? 'The daily limit leaves no room for more. Go on tomorrow.' : '';
  for (const [index, [digest, { volunteer, address }]] of going.entries()) {
    if (index > 0) services.pause(PAUSE);
    mark(digest, 'sending');
    const { subject, body } = messageTo(volunteer);
    const raw = buildMime({
      from: null,
      to: { name: volunteer.name, address },
      cc: [],
      replyTo: null,
      subject,
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
  return {
    message: message.filter((text) => text !== '').join(' '),
    change: '',
    written: count.sent,
    kept: [],
    undoable: false,
  };
}

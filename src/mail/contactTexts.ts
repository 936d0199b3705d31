// Texts to copy for one contact: a call, a text message, social media, and asking whoever knows them.
import { makeMayKnow, type MayKnow } from '../checks/ties/mayKnow';
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { statusOf } from '../touches/status';
import type { ContactState } from '../touches/step';
import { makeOwnerRules } from './ownerRules';
import { stepOfWay, waysTo, type Way } from './otherWays';
import { writerFor, type PlanInput } from './planSend';
import { tieInWords, warmTieOf } from './warmTie';

export interface ContactTexts {
  /** One for each way that the row shows, the warmest first; then for a call, a text message and social media in any case. */
  readonly ways: readonly { readonly label: string; readonly text: string }[];
  /** Who knows whom there, as a sentence; '' where nobody does. */
  readonly known: string;
  /** Asks whoever knows them; '' where nobody does or they were asked. */
  readonly tie: string;
}

/** Whoever has found a number or an account that the row does not show yet can write there too. */
const ALWAYS: readonly Way[] = [
  { channel: 'phone', proposal: 'For a call' },
  { channel: 'text', proposal: 'For a text message' },
  { channel: 'social media', proposal: 'For social media' },
];

export function contactTexts(
  input: PlanInput,
  contact: Contact,
  entries: readonly LogEntry[],
  state: ContactState,
): ContactTexts {
  if (statusOf(contact) === 'Bowed out') return { ways: [], known: '', tie: '' };
  const owners = makeOwnerRules(input.volunteers, input.sender);
  const writer = writerFor(input, owners);
  const whoMayKnow = makeMayKnow(input.volunteers, input.contacts);
  const anybody = warmTieOf(contact, entries, owners, whoMayKnow);
  const isClosed = state.next === null && state.word === '';
  // Who only may know somebody there is worth nothing to who has an answer, or has just written.
  const tie = isClosed && anybody?.may ? null : anybody;
  const occasion = { contact, entries, tie };
  const step = stepOfWay(state);
  const shown = waysTo(contact, tie);
  const others = ALWAYS.filter(({ channel }) => !shown.some((way) => way.channel === channel));
  const texts = [...shown, ...others].map((way) => ({
    label: way.proposal,
    text: writer.textFor(way.channel, step, occasion),
  }));
  return {
    ways: texts.filter(({ text }) => text !== ''),
    known:
      tie === null ? '' : tie.may === null ? tieInWords(tie, contact) : allWhoMay(whoMayKnow(contact.text)),
    tie: tie === null || tie.asked ? '' : writer.textFor('introduction', step, occasion),
  };
}

const allWhoMay = (found: readonly MayKnow[]) => found.map(({ sentence }) => sentence).join(' ');

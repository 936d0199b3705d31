// Texts to copy for one contact: a call, a text message, social media, and asking whoever knows them.
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import type { ContactState } from '../touches/step';
import { makeOwnerRules } from './ownerRules';
import { stepOfWay, waysTo } from './otherWays';
import { writerFor, type PlanInput } from './planSend';
import { tieInWords, warmTieOf } from './warmTie';

export interface ContactTexts {
  /** One for each way that the row shows, the warmest first. */
  readonly ways: readonly { readonly label: string; readonly text: string }[];
  /** Who knows whom there, as a sentence; '' where nobody does. */
  readonly known: string;
  /** Asks whoever knows them; '' where nobody does or they were asked. */
  readonly tie: string;
}

export function contactTexts(
  input: PlanInput,
  contact: Contact,
  entries: readonly LogEntry[],
  state: ContactState,
): ContactTexts {
  const owners = makeOwnerRules(input.volunteers, input.sender);
  const writer = writerFor(input, owners);
  const tie = warmTieOf(contact, entries, owners);
  const occasion = { contact, entries, tie };
  const step = stepOfWay(state);
  const texts = waysTo(contact, tie).map((way) => ({
    label: way.proposal,
    text: writer.textFor(way.channel, step, occasion),
  }));
  return {
    ways: texts.filter(({ text }) => text !== ''),
    known: tie === null ? '' : `${tieInWords(tie, contact)}.`,
    tie: tie === null || tie.asked ? '' : writer.textFor('introduction', step, occasion),
  };
}

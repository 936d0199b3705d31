// Other ways than e-mail: which channel fits a contact, the proposal in words, and the text to say or paste.
import { mayKnowText } from '../checks/ties/mayKnow';
import type { Contact } from '../reading/contact';
import type { ContactState, MessageStep } from '../touches/step';
import { looksLikePhone, readPhones } from '../values/phone';
import { cleanText, foldName, isPlaceholder } from '../values/text';
import { looksLikeWebAddress } from '../values/webAddress';
import type { ByOtherWay } from './sendPlan';
import type { WarmTie } from './warmTie';

export type OtherChannel = ByOtherWay['channel'];

export interface Way {
  readonly channel: OtherChannel;
  readonly proposal: string;
}

const SOCIAL =
  /facebook|instagram|twitter|bluesky|bsky|linkedin|tiktok|mastodon|threads|whatsapp|signal|telegram|messenger|(?:^|\s)@\w/i;

const filled = (text: string) => (isPlaceholder(text) ? '' : cleanText(text).replace(/\n/g, ', '));

/** Every way that the row shows, the warmest first. Empty where it shows none. */
export function waysTo(contact: Contact, tie: WarmTie | null): Way[] {
  const ways: Way[] = [];
  const phone = readPhones(contact.text.phone).numbers[0] ?? '';
  const other = filled(contact.text.otherChannel);
  const website = filled(contact.text.website);
  if (tie !== null && !tie.asked && (tie.may === null || tie.may.weight === 'ask'))
    ways.push({
      channel: 'introduction',
      proposal:
        tie.may === null
          ? `Ask ${tie.isUnnamed ? 'whoever knows them' : tie.names} for an introduction.`
          : `${mayKnowText([tie.may])}.`,
    });
  if (phone !== '') ways.push({ channel: 'phone', proposal: `Call them: ${phone}` });
  if (SOCIAL.test(other) || SOCIAL.test(website))
    ways.push({
      channel: 'social media',
      proposal: `Write on social media: ${SOCIAL.test(other) ? other : website}`,
    });
  else if (looksLikePhone(other)) ways.push({ channel: 'text', proposal: `Send a text message: ${other}` });
  else if (other !== '')
    ways.push({ channel: 'social media', proposal: `Try their other channel: ${other}` });
  if (website !== '' && !SOCIAL.test(website) && looksLikeWebAddress(website))
    ways.push({ channel: 'web form', proposal: `Write through the form on their website: ${website}` });
  if (
    /\b(?:shops?|stores?|small business(?:es)?|bakery|cafes?|restaurants?)\b/.test(
      foldName(contact.text.category),
    )
  )
    ways.push({ channel: 'in person', proposal: 'Walk in and say hello.' });
  return ways;
}

const LOOK_FURTHER: Way = {
  channel: 'in person',
  proposal: 'Look for a phone number or somebody who knows them, or stop by.',
};

/** The first way that is not what was tried last; the only way again rather than none. */
export function bestWay(contact: Contact, state: ContactState, tie: WarmTie | null): Way {
  const ways = waysTo(contact, tie);
  return ways.find((way) => way.channel !== state.lastChannel) ?? ways[0] ?? LOOK_FURTHER;
}

/** "2 e-mails, no answer since Oct 29." */
export function otherWayWhy(state: ContactState, noAddress: boolean): string {
  const why = `${state.why}.`;
  return noAddress ? `There is no e-mail address. ${why}` : why;
}

/** The step whose text is looked for: a first word is another one than a second. */
export function stepOfWay(state: ContactState): MessageStep {
  return state.lastTouch === null ? 'first' : 'follow-up';
}

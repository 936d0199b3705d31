// Whom of ours to ask before anybody writes: for each name of a shortlist that is new or cold, who knows or may know
// someone there, with the text to ask them. Nothing here is sent.
import { makeMayKnow } from '../checks/ties/mayKnow';
import { readKnownBy } from '../checks/ties/knownBy';
import type { Contact } from '../reading/contact';
import { FIELDS, type Field } from '../reading/fields';
import { isBlank } from '../values/cell';
import { cleanText, foldName } from '../values/text';
import { makeOwnerRules } from '../mail/ownerRules';
import { writerFor } from '../mail/planSend';
import { readTemplates } from '../mail/readTemplates';
import { isWorthAWord, tieInWords, warmTieOf } from '../mail/warmTie';
import { readHints } from '../meetings/hints';
import type { ShortlistRow } from '../meetings/shortlist';
import { volunteersOf } from './assignPlan';
import type { Campaign } from './campaign';
import type { AskFirst } from './meetingAnswers';
import type { Meeting } from './openMeeting';
import { senderOf } from './sender';

/** Texts take room: more names than these are looked at with the next. */
const MOST_ASKED = 50;

/** In the order of the shortlist. Of the names that stand twice the first row counts. No service call. */
export function whomToAsk(
  campaign: Campaign,
  { list }: Meeting,
): { readonly items: readonly AskFirst[]; readonly count: number } {
  const { contacts, settings, table, map, today } = campaign;
  const volunteers = volunteersOf(campaign);
  const isKnown = list.rows.some(({ knows }) => Array.isArray(readKnownBy(knows)));
  if (!isKnown && volunteers.every(({ belongsTo }) => belongsTo.length === 0)) return { items: [], count: 0 };
  const sender = senderOf(campaign);
  const owners = makeOwnerRules(volunteers, sender);
  const whoMayKnow = makeMayKnow(volunteers, contacts);
  const { templates } = readTemplates(campaign.templates);
  const writer = writerFor({ table, map, settings, sender, today, templates }, owners);
  const hints = readHints(list, campaign, today);
  const byRow = new Map(contacts.map((contact) => [contact.row, contact]));
  const seen = new Set<string>();
  const found = list.rows.flatMap((row, index) => {
    const name = foldName(row.organization);
    if (name === '' || row.outreachId !== '' || seen.has(name)) return [];
    seen.add(name);
    const known = byRow.get(hints[index]?.contactRow ?? 0);
    if (known !== undefined && !isBlank(`${known.text.firstContacted}${known.text.lastContacted}`)) return [];
    const contact = asContact(row, known);
    const tie = warmTieOf(contact, [], owners, whoMayKnow);
    return tie === null || tie.asked || tie.isUnnamed || !isWorthAWord(tie, 'first')
      ? []
      : [{ row, contact, tie }];
  });
  return {
    count: found.length,
    items: found.slice(0, MOST_ASKED).map(({ row, contact, tie }) => ({
      organization: cleanText(row.organization),
      row: row.row,
      sentence: tieInWords(tie, contact),
      text: writer.textFor('introduction', 'first', { contact, entries: [], tie }),
    })),
  };
}

/** The row as the contact that it would become; what stands in the contacts goes before. */
function asContact(
  { organization, category, town, knows, taker }: ShortlistRow,
  known: Contact | undefined,
): Contact {
  const typed: Partial<Record<Field, string>> = {
    organization,
    category,
    town,
    knownBy: knows,
    owner: taker,
  };
  const either = (stands: string, said: string) => (stands === '' ? cleanText(said) : stands);
  const text = Object.fromEntries(
    FIELDS.map((field) => [field, either(known?.text[field] ?? '', typed[field] ?? '')]),
  ) as Record<Field, string>;
  return { row: 0, outreachId: '', text, cells: text };
}

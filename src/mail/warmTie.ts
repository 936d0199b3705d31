// Warm ties: someone of ours who knows someone there is asked before cold mail goes out (design section 2, rule 9).
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { TIE_ASKED } from '../touches/logged';
import { addDays, type Day } from '../values/day';
import { foldName, isPlaceholder } from '../values/text';
import { splitOwners } from '../workbook/owners';
import { newestEntry } from './lastTouch';
import type { OwnerRules } from './ownerRules';

export interface WarmTie {
  /** The first name in the cell: whom to ask. */
  readonly name: string;
  /** All names as one text: "Bo and Dee". */
  readonly names: string;
  /** The cell says that somebody knows them, but names nobody. */
  readonly isUnnamed: boolean;
  /** True where nobody needs to be asked any more: the log says so, or the owner or the sender is the tie. */
  readonly asked: boolean;
  /** The day on which the log says that they were asked; null where it does not. */
  readonly askedOn: Day | null;
}

const NOBODY = new Set(['no', 'nobody', 'no one', 'noone', 'not yet', 'false', 'n']);
const SOMEBODY = new Set(['yes', 'y', 'x', 'true', 'ja']);
/** What stands behind a name: "Bo (board member)", "Dee: her sister works there". */
const BEHIND_A_NAME = /\s*(?:[(:;–—]|\s-\s).*$/;
/** More words than these are a sentence, and nobody is greeted with one. */
const MOST_WORDS = 3;

/** null where nobody of ours knows anybody there. */
export function warmTieOf(contact: Contact, entries: readonly LogEntry[], rules: OwnerRules): WarmTie | null {
  const text = contact.text.knownBy;
  if (text === '' || isPlaceholder(text) || NOBODY.has(foldName(text))) return null;
  const written = splitOwners(text.replace(BEHIND_A_NAME, ''));
  const isUnnamed =
    SOMEBODY.has(foldName(text)) ||
    written.length === 0 ||
    written.some((name) => name.split(/\s+/).length > MOST_WORDS);
  const names = isUnnamed ? ['Somebody of ours'] : written;
  const [name = ''] = names;
  const owners = rules.ownership(contact.text.owner).owners.map((owner) => foldName(owner.name));
  const ownerTexts = splitOwners(contact.text.owner).map(foldName);
  const askedOn = newestEntry(entries, (entry) => foldName(entry.kind) === TIE_ASKED)?.day ?? null;
  const asked =
    askedOn !== null ||
    names.some((tie) => {
      const folded = foldName(tie);
      return owners.includes(folded) || ownerTexts.includes(folded) || rules.isSender(tie);
    });
  const all =
    names.length === 1 ? name : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
  return { name, names: all, isUnnamed, asked, askedOn };
}

/** "Bo knows Ruth C. there", "Bo and Dee know them". Without a full stop. */
export function tieInWords(tie: WarmTie, { text }: Contact): string {
  const knows = tie.names.includes(' and ') ? 'know' : 'knows';
  const known = text.contactName !== '' && !isPlaceholder(text.contactName);
  const isPerson = text.organization === '' || text.organization === text.contactName;
  if (isPerson) return `${tie.names} ${knows} ${known ? text.contactName : 'them'}`;
  return `${tie.names} ${knows} ${known ? text.contactName : 'somebody'} there`;
}

/**
 * Somebody who was asked gets as long for it as the contact would get for an answer: the day on which that is over,
 * null where nobody was asked or it is.
 */
export function tieHasUntil(tie: WarmTie | null, followUpDays: number, today: Day): Day | null {
  const askedOn = tie?.askedOn ?? null;
  if (askedOn === null) return null;
  const until = addDays(askedOn, followUpDays);
  return until > today ? until : null;
}

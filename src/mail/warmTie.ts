// Warm ties: someone of ours who knows someone there is asked before cold mail goes out (design section 2, rule 9).
import { readKnownBy } from '../checks/ties/knownBy';
import type { MayKnow, WhoMayKnow } from '../checks/ties/mayKnow';
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { TIE_ASKED } from '../touches/logged';
import type { MessageStep } from '../touches/step';
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
  /** Set where no cell names anybody, and `name` may know someone there by what they belong to. */
  readonly may: MayKnow | null;
}

/** Whom to ask: who is known to know them, else who may. null where nobody does, or no cell and no entry says so. */
export function warmTieOf(
  contact: Contact,
  entries: readonly LogEntry[],
  rules: OwnerRules,
  whoMayKnow: WhoMayKnow,
): WarmTie | null {
  const written = readKnownBy(contact.text.knownBy);
  if (written === 'nobody') return null;
  const found = written === 'blank' ? whoMayKnow(contact.text) : [];
  const may = found[0] ?? null;
  if (written === 'blank' && may === null) return null;
  const isUnnamed = written === 'unnamed';
  const names =
    may !== null ? [may.volunteer.name] : typeof written === 'string' ? ['Somebody of ours'] : written;
  const [name = ''] = names;
  const askedOn = newestEntry(entries, (entry) => foldName(entry.kind) === TIE_ASKED)?.day ?? null;
  const all =
    names.length === 1 ? name : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
  return {
    name,
    names: all,
    isUnnamed,
    asked: askedOn !== null || (may === null ? isOwnTie(contact, names, rules) : isSendersTie(found, rules)),
    askedOn,
    may,
  };
}

/** Whom the cell “Known by” names where nobody has asked them yet; '' for nobody, also where they have it themselves. */
export function toAskFirst(contact: Contact, entries: readonly LogEntry[], rules: OwnerRules): string {
  const tie = contact.text.knownBy === '' ? null : warmTieOf(contact, entries, rules, () => []);
  return tie === null || tie.asked || tie.isUnnamed ? '' : tie.name;
}

/** The owner or the sender is the tie. */
function isOwnTie(contact: Contact, names: readonly string[], rules: OwnerRules): boolean {
  const owners = rules.ownership(contact.text.owner).owners.map((owner) => foldName(owner.name));
  const ownerTexts = splitOwners(contact.text.owner).map(foldName);
  return names.some((tie) => {
    const folded = foldName(tie);
    return owners.includes(folded) || ownerTexts.includes(folded) || rules.isSender(tie);
  });
}

/** Nobody is nearer than the sender. The owner is never among those found. */
function isSendersTie(found: readonly MayKnow[], rules: OwnerRules): boolean {
  return found.some(({ by, volunteer }) => by === found[0]?.by && rules.isSender(volunteer.name));
}

/** Whether a list speaks of the tie: of one that says little only before a first message, or not at all. */
export function isWorthAWord({ may }: WarmTie, step: MessageStep): boolean {
  return may === null || may.weight === 'ask' || (may.weight === 'remark' && step === 'first');
}

/** "Bo knows Ruth C. there.", "Bo and Dee know them.", "Ana belongs to SEIU Local 503 and may know someone there." */
export function tieInWords(tie: WarmTie, { text }: Contact): string {
  if (tie.may !== null) return tie.may.sentence;
  const knows = tie.names.includes(' and ') ? 'know' : 'knows';
  const known = text.contactName !== '' && !isPlaceholder(text.contactName);
  const isPerson = text.organization === '' || text.organization === text.contactName;
  if (isPerson) return `${tie.names} ${knows} ${known ? text.contactName : 'them'}.`;
  return `${tie.names} ${knows} ${known ? text.contactName : 'somebody'} there.`;
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

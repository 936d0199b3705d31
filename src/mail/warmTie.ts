// Warm ties: someone of ours who knows someone there is asked before cold mail goes out (design section 2, rule 9).
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { TIE_ASKED } from '../touches/logged';
import { foldName, isPlaceholder } from '../values/text';
import { splitOwners } from '../workbook/owners';
import type { OwnerRules } from './ownerRules';

export interface WarmTie {
  /** The first name in the cell. */
  readonly name: string;
  /** All names as one text: "Bo and Dee". */
  readonly names: string;
  /** The cell only says that somebody knows them. */
  readonly isUnnamed: boolean;
  /** True where nobody needs to be asked any more: the log says so, or the owner or the sender is the tie. */
  readonly asked: boolean;
}

const NOBODY = new Set(['no', 'nobody', 'no one', 'noone', 'not yet', 'false', 'n']);
const SOMEBODY = new Set(['yes', 'y', 'x', 'true', 'ja']);

/** null where nobody of ours knows anybody there. */
export function warmTieOf(contact: Contact, entries: readonly LogEntry[], rules: OwnerRules): WarmTie | null {
  const text = contact.text.knownBy;
  if (text === '' || isPlaceholder(text) || NOBODY.has(foldName(text))) return null;
  const isUnnamed = SOMEBODY.has(foldName(text));
  const names = isUnnamed ? ['Somebody of ours'] : splitOwners(text);
  const [name] = names;
  if (name === undefined) return null;
  const owners = rules.ownership(contact.text.owner).owners.map((owner) => foldName(owner.name));
  const ownerTexts = splitOwners(contact.text.owner).map(foldName);
  const asked =
    entries.some((entry) => foldName(entry.kind) === TIE_ASKED) ||
    names.some((tie) => {
      const folded = foldName(tie);
      return owners.includes(folded) || ownerTexts.includes(folded) || rules.isSender(tie);
    });
  const all =
    names.length === 1 ? name : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
  return { name, names: all, isUnnamed, asked };
}

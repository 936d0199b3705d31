// Whose ask or line it is: by Outreach ID, else by the exact name of one contact only. Nobody is guessed.
import type { Contact } from '../../reading/contact';
import { foldName } from '../../values/text';
import { ERASED } from '../../workbook/forget';

/** What a contact is called in our tabs. */
export const calledIn = ({ text }: Pick<Contact, 'text'>): string =>
  text.organization || text.contactName || text.email;

export interface WhoIsWho {
  readonly byId: (id: string) => Contact | undefined;
  /** Contacts of this name: capitals, accents and punctuation do not count. */
  readonly named: (name: string) => readonly Contact[];
  /** Whom these mean together; undefined where nobody can tell. A contact that was typed anew has another id and its name. */
  readonly whose: (id: string, name: string) => Contact | undefined;
  /** One key for all that is about one organization, whether it has its Outreach ID there or its name alone. */
  readonly keyOf: (id: string, name: string) => string;
}

const nameKey = (name: string): string => `name:${foldName(name)}`;

/** `otherTabs`: the file has contacts beside these, so that an id which is not here may be of there. */
export function whoIsWho(contacts: readonly Contact[], otherTabs = false): WhoIsWho {
  const ids = new Map<string, Contact>();
  const names = new Map<string, Contact[]>();
  for (const contact of contacts) {
    if (contact.outreachId !== '' && !ids.has(contact.outreachId)) ids.set(contact.outreachId, contact);
    const key = nameKey(calledIn(contact));
    const alike = names.get(key);
    if (alike === undefined) names.set(key, [contact]);
    else alike.push(contact);
  }
  const named = (name: string) => (foldName(name) === '' ? [] : (names.get(nameKey(name)) ?? []));
  const whose = (id: string, name: string) => {
    const found = ids.get(id);
    if (found !== undefined || (id !== '' && (otherTabs || name === ERASED))) return found;
    const [only, ...others] = named(name);
    return others.length > 0 ? undefined : only;
  };
  return {
    byId: (id) => ids.get(id),
    named,
    whose,
    keyOf: (id, name) => {
      const found = whose(id, name);
      return found === undefined ? id || nameKey(name) : found.outreachId || nameKey(calledIn(found));
    },
  };
}

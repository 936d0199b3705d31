// Which contact a row is. Rows are found by this key, never by their number: people insert, sort and delete meanwhile.
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import { foldName } from '../values/text';

const IDENTITY: readonly Field[] = ['id', 'organization', 'contactName', 'town', 'email', 'phone', 'website'];

/** 53-bit mixing hash (cyrb53 construction), as base 36: short names for long texts, not for secrets. */
export function shortHash(text: string): string {
  // Asked for once: the globals of a script are slow to reach, and this runs for every letter of a tab.
  const { imul } = Math;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = imul(a ^ code, 2654435761);
    b = imul(b ^ code, 1597334677);
  }
  a = imul(a ^ (a >>> 16), 2246822507) ^ imul(b ^ (b >>> 13), 3266489909);
  b = imul(b ^ (b >>> 16), 2246822507) ^ imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** A row without an Outreach ID, by what says who it is. Starts with "row:". */
function fingerprint(contact: Contact): string {
  return `row:${shortHash(IDENTITY.map((field) => foldName(contact.text[field])).join('\u0001'))}`;
}

/** The contacts of a run are asked for by key again and again. */
const known = new WeakMap<readonly Contact[], ReadonlyMap<string, Contact>>();

/** Contacts by key: the Outreach ID where there is one that no other row has, else a fingerprint (#2 for the second alike). */
export function contactsByKey(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  const found = known.get(contacts) ?? findKeys(contacts);
  known.set(contacts, found);
  return found;
}

function findKeys(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  const times = new Map<string, number>();
  for (const { outreachId } of contacts)
    if (outreachId !== '') times.set(outreachId, (times.get(outreachId) ?? 0) + 1);
  const found = new Map<string, Contact>();
  const alike = new Map<string, number>();
  for (const contact of contacts) {
    if (contact.outreachId !== '' && times.get(contact.outreachId) === 1) {
      found.set(contact.outreachId, contact);
      continue;
    }
    const base = fingerprint(contact);
    const n = (alike.get(base) ?? 0) + 1;
    alike.set(base, n);
    found.set(n === 1 ? base : `${base}#${n}`, contact);
  }
  return found;
}

/** The keys of `contactsByKey` by row number. */
export function keysByRow(contacts: readonly Contact[]): Map<number, string> {
  return new Map([...contactsByKey(contacts)].map(([key, contact]) => [contact.row, key]));
}

/**
 * Finds the contact that an earlier key stands for: a row that has got its Outreach ID since is still known by what
 * says who it is. undefined where no row is.
 */
export function contactFinder(contacts: readonly Contact[]): (key: string) => Contact | undefined {
  const byKey = contactsByKey(contacts);
  const byRow = new Map(contacts.map((contact) => [contact.row, contact]));
  let withoutIds: ReadonlyMap<string, Contact> | null = null;
  return (key) => {
    const found = byKey.get(key);
    if (found !== undefined || !key.startsWith('row:')) return found;
    withoutIds ??= contactsByKey(contacts.map((contact) => ({ ...contact, outreachId: '' })));
    return byRow.get(withoutIds.get(key)?.row ?? 0);
  };
}

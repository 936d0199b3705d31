// Endorsements counted: by category, town or level, by month, with the people whom they represent where that is known.
import type { Contact } from '../reading/contact';
import type { Partner } from '../partners/readPartners';
import { foldName } from '../values/text';
import type { Endorsement } from './endorsements';

export interface Tally {
  readonly name: string;
  readonly count: number;
  /** People represented, as far as known. */
  readonly people: number;
}

/** null where nobody knows. */
export type PeopleOf = (contact: Contact) => number | null;

const NOT_FILLED_IN = 'Not filled in';

/** Most first; who has nothing filled in comes last. Spellings that differ in capitals and punctuation are one. */
export function tallyBy(
  confirmed: readonly Endorsement[],
  people: PeopleOf,
  of: (contact: Contact) => string,
): Tally[] {
  const counts = new Map<string, { name: string; count: number; people: number }>();
  for (const { contact } of confirmed) {
    const name = of(contact);
    const key = foldName(name);
    const one = counts.get(key) ?? { name: key === '' ? NOT_FILLED_IN : name, count: 0, people: 0 };
    one.count++;
    one.people += people(contact) ?? 0;
    counts.set(key, one);
  }
  const last = (name: string) => (name === NOT_FILLED_IN ? 1 : 0);
  return [...counts.values()].sort(
    (a, b) =>
      last(a.name) - last(b.name) || b.count - a.count || (foldName(a.name) < foldName(b.name) ? -1 : 1),
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The oldest month first, each month between them too; `count` is what is new in it. */
export function byMonth(confirmed: readonly Endorsement[], people: PeopleOf): Tally[] {
  const counts = new Map<number, { count: number; people: number }>();
  for (const { day, contact } of confirmed) {
    if (day === null) continue;
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    const one = counts.get(month) ?? { count: 0, people: 0 };
    one.count++;
    one.people += people(contact) ?? 0;
    counts.set(month, one);
  }
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  return Array.from({ length: Math.max(...counts.keys()) - first + 1 }, (_, index) => {
    const month = first + index;
    const name = `${MONTHS[month % 12] ?? ''} ${Math.floor(month / 12)}`;
    return { name, count: 0, people: 0, ...counts.get(month) };
  });
}

/** People represented, by the tab about partners. */
export function peopleOf(partners: readonly Partner[]): PeopleOf {
  const known = new Map(partners.map(({ contact, people }) => [contact, people]));
  return ({ outreachId }) => known.get(outreachId) ?? null;
}

// Which kinds of groups a campaign has, which stand on the shortlist, and which nobody has thought of yet.
import { CATEGORIES, categoryOf, type Category } from '../texts/categories';
import { cleanText } from '../values/text';
import { proposeCategory } from './category';

/** A group with the word that people typed for its kind, '' where none. */
export interface Grouped {
  readonly organization: string;
  readonly category: string;
}

export interface CategoryCount {
  readonly category: Category;
  readonly inContacts: number;
  /** Names on the shortlist that are no contacts yet. */
  readonly shortlisted: number;
}

/** What to ask the people in the room. */
export interface Prompt {
  readonly category: Category;
  readonly prompt: string;
  readonly tip: string;
}

/** Every category once, the fullest first, those with nobody last. */
export function countCategories(
  contacts: readonly Grouped[],
  shortlisted: readonly Grouped[],
): CategoryCount[] {
  const counts = new Map<Category, { inContacts: number; shortlisted: number }>(
    CATEGORIES.map(({ name }) => [name, { inContacts: 0, shortlisted: 0 }]),
  );
  const add = (groups: readonly Grouped[], where: 'inContacts' | 'shortlisted') => {
    for (const group of groups) {
      const category = readCategory(group);
      const count = category === null ? undefined : counts.get(category);
      if (count !== undefined) count[where]++;
    }
  };
  add(contacts, 'inContacts');
  add(shortlisted, 'shortlisted');
  const total = (one: CategoryCount) => one.inContacts + one.shortlisted;
  return [...counts]
    .map(([category, count]): CategoryCount => ({ category, ...count }))
    .sort((a, b) => total(b) - total(a));
}

/** What people typed; where nothing stands there, what the name itself tells. */
export function readCategory({ organization, category }: Grouped): Category | null {
  return categoryOf(category) ?? (proposeCategory(organization) || null);
}

/** Questions for the room, of the emptiest category first. */
export function promptsFor(counts: readonly CategoryCount[], most: number): Prompt[] {
  const totals = new Map(counts.map((one) => [one.category, one.inContacts + one.shortlisted]));
  const total = (category: Category): number => totals.get(category) ?? 0;
  return [...CATEGORIES]
    .sort((a, b) => total(a.name) - total(b.name))
    .slice(0, most)
    .map(({ name, prompt, tip }) => ({ category: name, prompt, tip }));
}

/** What the dropdown of a shortlist offers: for each category the group's own words, else ours; then their other words. */
export function categoryWords(contacts: readonly Grouped[]): string[] {
  const uses = new Map<string, number>();
  for (const { category } of contacts) {
    const word = cleanText(category);
    if (word !== '') uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const usual = [...uses].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const words = CATEGORIES.flatMap(({ name }) => {
    const own = usual.filter((word) => categoryOf(word) === name).slice(0, MOST_OF_ONE);
    return own.length > 0 ? own : [name];
  });
  const others = usual.filter((word) => categoryOf(word) === null && (uses.get(word) ?? 0) > 1);
  return [...words, ...others.slice(0, MOST_OTHERS)];
}

const MOST_OF_ONE = 3;
const MOST_OTHERS = 30;

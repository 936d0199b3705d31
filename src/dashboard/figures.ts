// The figures of the dashboard (docs/dashboard.md), each with the contacts behind it: the sidebar shows them, the tab
// holds them as numbers or as formulas (formulas.ts).
import type { Endorsement } from '../asks/endorsements';
import { isOpen } from '../people/open';
import type { UnionStanding, UnionTally } from '../partners/unionTally';
import type { Contact } from '../reading/contact';
import type { LogEntry } from '../touches/log';
import { dayInCell } from '../touches/rowFacts';
import { rowWord } from '../touches/rowWord';
import type { StepWord } from '../touches/step';
import { isErrorCell } from '../values/cell';
import { addDays, mondayOf, shortDay, type Day } from '../values/day';
import { later } from '../values/later';
import type { Settings } from '../workbook/settings';
import { answerRates } from './answerRates';
import { readHistory, type Line } from './history';

/** A contact behind a figure, and what it is counted for; '' where the figure says it all. */
export interface Behind {
  readonly contact: Contact;
  readonly why: string;
}

export interface Figure {
  /** null where nobody knows. */
  readonly value: number | null;
  readonly behind: readonly Behind[];
}

export interface FigureRow {
  readonly name: string;
  /** One for each of the table's columns. */
  readonly figures: readonly Figure[];
}

export const TABLE_KEYS = ['steps', 'kinds', 'endorsements', 'weeks', 'due', 'rates', 'unions'] as const;
export type TableKey = (typeof TABLE_KEYS)[number];

export interface FigureTable {
  readonly key: TableKey;
  readonly title: string;
  /** Heading of the names, then of each figure. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

export interface UnionFacts {
  readonly tally: UnionTally;
  /** The mapped locals, each once. */
  readonly locals: readonly { readonly contact: Contact | null; readonly standing: UnionStanding }[];
}

export interface Facts {
  /** In sheet order. */
  readonly contacts: readonly Contact[];
  /** Lines of the log tab alone. */
  readonly log: readonly LogEntry[];
  readonly confirmed: readonly Endorsement[];
  readonly settings: Settings;
  /** What the column Next step says of a contact; null without the column. */
  readonly stepOf: ((contact: Contact) => string) | null;
  /** null where there is no such tab. */
  readonly unions: UnionFacts | null;
  readonly today: Day;
}

export const STEPS: readonly StepWord[] = [
  'Follow up',
  'Last try',
  'Call them',
  'Gone quiet',
  'Waiting',
  'Check date',
];
export const NO_STEP = 'No step now';
export const EVERYTHING_ELSE = 'Everything else';
export const MOST_KINDS = 14;
const WEEKS = 12;

const plain = (name: string, figures: readonly Figure[]): FigureRow => ({ name, figures });
const count = (behind: readonly Behind[]): Figure => ({ value: behind.length, behind });
const as = (why: string) => (contact: Contact) => ({ contact, why });
const bare = as('');

/** Rows of the tab with an organization: what the dashboard counts. */
export const countedContacts = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts.filter(({ text }) => text.organization !== '');

/** In the order of the tab; Unions only where that tab is there. */
export function figureTables(facts: Facts, wanted: readonly TableKey[] = TABLE_KEYS): readonly FigureTable[] {
  const all = { ...facts, contacts: countedContacts(facts.contacts) };
  const lines = later(() => readHistory(all.contacts, all.log));
  const make: Readonly<Record<TableKey, () => FigureTable | null>> = {
    steps: () => steps(all),
    kinds: () => kinds(all),
    endorsements: () => goal(all),
    weeks: () => weeks(all, lines()),
    due: () => due(all),
    rates: () => answerRates(lines()),
    unions: () => (facts.unions === null ? null : unions(facts.unions)),
  };
  return wanted.flatMap((key) => make[key]() ?? []);
}

function steps({ contacts, settings, stepOf, today }: Facts): FigureTable {
  const by = new Map<StepWord, Contact[]>();
  for (const contact of contacts) {
    const said = stepOf && folded(stepOf(contact));
    const word =
      said === null ? rowWord(contact, settings, today) : (STEPS.find((step) => folded(step) === said) ?? '');
    const own = by.get(word) ?? [];
    by.set(word, own);
    own.push(contact);
  }
  const row = (name: string, word: StepWord) => plain(name, [count((by.get(word) ?? []).map(bare))]);
  return {
    key: 'steps',
    title: 'Contacts by next step',
    columns: ['Next step', 'Contacts'],
    rows: [...STEPS.map((word) => row(word, word)), row(NO_STEP, '')],
  };
}

/** The group's own word; '' where none stands there. */
export function kindWord({ cells, text }: Contact): string {
  return isErrorCell(cells.category) ? '' : text.category;
}

const folded = (word: string): string => word.toLowerCase();

function kinds({ contacts, confirmed }: Facts): FigureTable {
  const by = new Map<string, { name: string; contacts: Contact[] }>();
  for (const contact of contacts) {
    const word = kindWord(contact);
    if (word === '' || folded(word) === folded(EVERYTHING_ELSE)) continue;
    const kind = by.get(folded(word)) ?? { name: word, contacts: [] };
    kind.contacts.push(contact);
    by.set(folded(word), kind);
  }
  const listed = [...by]
    .sort(([a, one], [b, other]) => other.contacts.length - one.contacts.length || (a < b ? -1 : 1))
    .slice(0, MOST_KINDS);
  const known = new Set(listed.map(([key]) => key));
  const rest = contacts.filter((contact) => !known.has(folded(kindWord(contact))));
  const endorsed = new Set(confirmed.map(({ contact }) => contact));
  const row = (name: string, own: readonly Contact[]) =>
    plain(name, [
      count(own.map(bare)),
      count(own.filter(isReached).map(bare)),
      count(own.filter((contact) => endorsed.has(contact)).map(bare)),
    ]);
  return {
    key: 'kinds',
    title: 'Kinds of groups',
    columns: ['Kind', 'Contacts', 'Reached out to', 'Endorsed'],
    rows: [...listed.map(([, kind]) => row(kind.name, kind.contacts)), row(EVERYTHING_ELSE, rest)],
  };
}

const isReached = ({ text }: Contact): boolean => text.firstContacted !== '' || text.lastContacted !== '';

/** Mondays, the oldest first, the week of `today` last. */
function lastWeeks(today: Day): readonly Day[] {
  const monday = mondayOf(today);
  return Array.from({ length: WEEKS }, (_, index) => addDays(monday, 7 * (index + 1 - WEEKS)));
}

function goal({ confirmed, settings, today }: Facts): FigureTable {
  const until = (week: Day) =>
    confirmed
      .filter(({ day }) => day !== null && day < addDays(week, 7))
      .map(({ contact, day }) => ({ contact, why: day === null ? '' : shortDay(day, today) }));
  return {
    key: 'endorsements',
    title: 'Endorsements and the goal',
    columns: ['Week of', 'Endorsements so far', 'Goal'],
    rows: lastWeeks(today).map((week) =>
      plain(shortDay(week, today), [count(until(week)), { value: settings.goal, behind: [] }]),
    ),
  };
}

function weeks({ today }: Facts, lines: readonly Line[]): FigureTable {
  const by = new Map<Day, { touches: Line[]; answers: Line[] }>(
    lastWeeks(today).map((week) => [week, { touches: [], answers: [] }]),
  );
  for (const line of lines) {
    const week = by.get(mondayOf(line.entry.day));
    if (line.ours) week?.touches.push(line);
    if (line.answer !== null) week?.answers.push(line);
  }
  const figure = (own: readonly Line[]): Figure => ({ value: own.length, behind: behindLines(own, today) });
  return {
    key: 'weeks',
    title: 'Touches and answers',
    columns: ['Week of', 'Touches', 'Answers'],
    rows: [...by].map(([week, { touches, answers }]) =>
      plain(shortDay(week, today), [figure(touches), figure(answers)]),
    ),
  };
}

/** A contact is there once, with all of its lines; lines of contacts that are gone have none. */
function behindLines(lines: readonly Line[], today: Day): readonly Behind[] {
  const by = new Map<Contact, string[]>();
  for (const { contact, entry } of lines) {
    if (contact === null) continue;
    const said = by.get(contact) ?? [];
    by.set(contact, said);
    said.push(`${shortDay(entry.day, today)}, ${entry.channel}`);
  }
  return [...by].map(([contact, said]) => ({ contact, why: said.join('; ') }));
}

function due({ contacts, today }: Facts): FigureTable {
  const open = contacts.filter((contact) => contact.text.owner !== '' && isOpen(contact));
  const row = (name: string, fits: (day: Day | null) => boolean) =>
    plain(name, [
      count(
        open.flatMap((contact) => {
          const day = dayInCell(contact.cells.due);
          const on = day === null ? '' : `, due ${shortDay(day, today)}`;
          return fits(day) ? [{ contact, why: contact.text.owner + on }] : [];
        }),
      ),
    ]);
  const end = addDays(today, 7);
  return {
    key: 'due',
    title: 'Assignments by due date',
    columns: ['Due', 'Contacts'],
    rows: [
      row('Overdue', (day) => day !== null && day < today),
      row('Due within 7 days', (day) => day !== null && day >= today && day < end),
      row('Due later', (day) => day !== null && day >= end),
      row('No due date', (day) => day === null),
    ],
  };
}

function unions({ tally, locals }: UnionFacts): FigureTable {
  const row = (name: string, value: number, fits: (standing: UnionStanding) => boolean) =>
    plain(name, [
      {
        value,
        behind: locals.flatMap(({ contact, standing }) =>
          contact !== null && fits(standing) ? [{ contact, why: '' }] : [],
        ),
      },
    ]);
  return {
    key: 'unions',
    title: 'Unions',
    columns: ['What', 'Number'],
    rows: [
      row('Locals mapped', tally.mapped, () => true),
      row('In conversation', tally.inConversation, ({ inConversation }) => inConversation),
      row('Voted', tally.voted, ({ voted }) => voted),
      row('Workers represented', tally.workers, ({ workers, left }) => workers !== null && !left),
      row(
        'Locals whose workers nobody knows',
        tally.unknown,
        ({ workers, left }) => workers === null && !left,
      ),
    ],
  };
}

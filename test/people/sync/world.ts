// Small campaigns in which five people work at once, as plain data: what stood in the sheet, and what everybody did.
// The tests play them, on plain rows or on the bundle in the host, and look for each edit afterwards.
import fc from 'fast-check';
import { day, type Day } from '../../../src/values/day';
import { whatHappenedChoices } from '../../../src/people/sync/whatHappened';

/** All five stand in the Volunteers tab, and each has a tab. Two share a first name. */
export const PEOPLE = ['Maya Lindqvist', 'Tomas Reyes', 'Ana Okafor', 'Ana Petrov', 'Bo'] as const;

export const CONTACT_COLUMNS = [
  'Organization',
  'Contact',
  'E-mail',
  'Phone',
  'Known by',
  'Owner',
  'Task',
  'Due',
  'Status',
  'Notes',
] as const;
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];

/** Columns of a tab that people type into and the contacts have too. */
export const TAB_COLUMNS = [
  'Organization',
  'Contact name',
  'How to reach them',
  'Known by',
  'Task',
  'Due',
] as const;
export type TabColumn = (typeof TAB_COLUMNS)[number];

/** Which tab: the contacts, or the tab of one of PEOPLE (0-based index). */
export type Place = 'contacts' | number;

/** The tab of one of PEOPLE, or behind them the copy that was made last. */
type Tab = number;

interface By {
  /** Who does it: 0-based index in PEOPLE. */
  readonly who: number;
  /** False where the trigger was lost: Google drops some of rapid edits, and all where somebody typed offline. */
  readonly trigger: boolean;
}

/**
 * One thing that happens. `nth` picks a filled row below the headings, 0-based and round and round: row
 * `nth % count`; where none is filled, the step is left out. Each `text`, `line` and `organization` stands in one step
 * only, so what was typed can be looked for at the end.
 */
export type Step =
  /** Types over a cell. `text` is '' where it is cleared; a Due is "YYYY-MM-DD" and is written as a day. */
  | (By & {
      readonly kind: 'edit contact';
      readonly nth: number;
      readonly column: ContactColumn;
      readonly text: string;
    })
  | (By & {
      readonly kind: 'edit row';
      readonly tab: Tab;
      readonly nth: number;
      readonly column: TabColumn;
      readonly text: string;
    })
  /** Types over a cell of the contact that was typed over last, in the contacts or in a tab that has it. */
  | (By & { readonly kind: 'edit again'; readonly tab: Tab; readonly inTab: boolean })
  /** Adds a line at the end of the notes, or at the beginning. */
  | (By & {
      readonly kind: 'note';
      readonly place: Place;
      readonly nth: number;
      readonly line: string;
      readonly first: boolean;
    })
  /** Fills "What happened", and the date where `when` is not ''. */
  | (By & {
      readonly kind: 'touch';
      readonly tab: Tab;
      readonly nth: number;
      readonly happened: string;
      readonly when: Day | '';
    })
  /** Adds a row below the last one, `gap` blank rows between. */
  | (By & {
      readonly kind: 'add row';
      readonly tab: number;
      readonly organization: string;
      readonly ways: string;
      readonly gap: number;
    })
  | (By & { readonly kind: 'delete row'; readonly place: Place; readonly nth: number })
  /** Takes back the last deletion in a tab: the row stands at its end again. */
  | (By & { readonly kind: 'undo deletion' })
  | (By & { readonly kind: 'insert blank row'; readonly place: Place; readonly nth: number })
  /** Copies a whole row to the end of the same tab, or of somebody else's: hidden cells come along. */
  | (By & {
      readonly kind: 'copy row';
      readonly from: number;
      readonly nth: number;
      readonly to: number;
      /** Chosen in it just before, offline; '' for nothing. */
      readonly happened: string;
    })
  /** Sorts what stands below the headings by its n-th column (round and round). */
  | (By & {
      readonly kind: 'sort';
      readonly place: Place;
      readonly column: number;
      readonly descending: boolean;
    })
  /** Moves the n-th column (round and round) to the left end. */
  | (By & { readonly kind: 'move column'; readonly tab: number; readonly column: number })
  | (By & { readonly kind: 'rename tab'; readonly tab: number; readonly name: string })
  | (By & { readonly kind: 'copy tab'; readonly tab: number; readonly name: string })
  | { readonly kind: 'full sync'; readonly who: number }
  /** A full sync with answers to what the last one asked, round and round: 0 leaves a question, 1 and 2 are its answers. */
  | { readonly kind: 'answer'; readonly who: number; readonly how: readonly number[] }
  | { readonly kind: 'build tabs'; readonly who: number }
  /** Takes back what the last full sync wrote. */
  | { readonly kind: 'undo sync'; readonly who: number };

export interface World {
  /** Rows of the contacts tab by heading, a blank cell is ''. Organizations differ. */
  readonly contacts: readonly Readonly<Record<ContactColumn, string>>[];
  /** For whom the contacts are protected: their edits wait for the lead. Never the first, who is the lead. */
  readonly lockedOut: readonly number[];
  /** In the order of time. The last one is a full sync by the lead, and there is another one in between at times. */
  readonly steps: readonly Step[];
}

/** Names that nobody takes for one another, so that a contact is one organization. */
const GROUPS = [
  'Alder Street Clinic',
  'Birchwood Tenants Union',
  'Cedar Hills Congregation',
  'Dogwood Bakery Co-op',
  'Elm Park Nurses Circle',
  'Foxglove Food Bank',
  'Gorse Road Library Friends',
] as const;

const who = fc.nat({ max: PEOPLE.length - 1 });
const nth = fc.nat({ max: 9 });
const tabOrCopy = fc.nat({ max: PEOPLE.length });
const by = { who, trigger: fc.boolean() };
const place: fc.Arbitrary<Place> = fc.oneof(fc.constant('contacts' as const), who);

/** Owner cells: one person, two, nobody, and what only looks like one of them. */
const owner = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...PEOPLE) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE))
      .map((pair) => [...new Set(pair)].join(' & ')),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'Ana', 'Maya', 'Tomas R.', 'Somebody Else') },
);

const two = (n: number): string => String(n).padStart(2, '0');
/** A day of 2027, another one for each of the first 336 steps. */
const dayText = (n: number): string => `2027-${two(1 + (Math.floor(n / 28) % 12))}-${two(1 + (n % 28))}`;

const contactLine = (organization: string): fc.Arbitrary<Readonly<Record<ContactColumn, string>>> => {
  const at = GROUPS.findIndex((name) => name === organization) + 1;
  return fc.record({
    Organization: fc.constant(organization),
    Contact: fc.constantFrom('', `Ines ${at}`),
    'E-mail': fc.constantFrom('', `office${at}@example.org`),
    Phone: fc.constantFrom('', `503-555-010${at}`),
    'Known by': fc.constantFrom<string>('', ...PEOPLE),
    Owner: owner,
    Task: fc.constantFrom('', 'Research', 'Reach out'),
    Due: fc.constantFrom('', '2026-11-19'),
    Status: fc.constantFrom('', 'Ready', 'Contacted'),
    Notes: fc.constantFrom('', 'first line', 'first line\nsecond line'),
  });
};

/** What somebody types into a column; `n` is the number of the step, so that no two steps type the same. */
export function typed(column: ContactColumn | TabColumn, n: number): string {
  if (column === 'E-mail') return `new${n}@example.org`;
  if (column === 'Phone') return `503-555-${String(1000 + n)}`;
  if (column === 'How to reach them') return `new${n}@example.com\n503-555-${String(2000 + n)}`;
  if (column === 'Due') return dayText(n);
  return `${column} ${n}`;
}

/** A step whose texts are still to be numbered. */
type Unnumbered = (n: number) => Step;

const clears = fc.nat({ max: 5 }).map((n) => n === 0);
const editContact = fc
  .record({ ...by, nth, column: fc.constantFrom(...CONTACT_COLUMNS), owner, clears })
  .map(({ owner: name, clears: blank, ...step }): Unnumbered => (n) => ({
    kind: 'edit contact',
    ...step,
    text:
      step.column === 'Owner' ? name : blank && step.column !== 'Organization' ? '' : typed(step.column, n),
  }));
const editRow = fc
  .record({ ...by, tab: tabOrCopy, nth, column: fc.constantFrom(...TAB_COLUMNS), clears })
  .map(({ clears: blank, ...step }): Unnumbered => (n) => ({
    kind: 'edit row',
    ...step,
    text: blank && step.column !== 'Organization' ? '' : typed(step.column, n),
  }));
const editAgain = fc
  .record({ ...by, tab: tabOrCopy, inTab: fc.boolean() })
  .map((step): Unnumbered => () => ({ kind: 'edit again', ...step }));
const note = fc
  .record({ ...by, place, nth, first: fc.boolean() })
  .map((step): Unnumbered => (n) => ({ kind: 'note', ...step, line: `note ${n}` }));
const touch = fc
  .record({
    ...by,
    tab: tabOrCopy,
    nth,
    happened: fc.constantFrom(...whatHappenedChoices([])),
    when: fc.constantFrom<Day | ''>('', day('2026-11-10')),
  })
  .map((step): Unnumbered => () => ({ kind: 'touch', ...step }));
/** One in three has the address of a contact, which is a question. */
const addRow = fc
  .record({ ...by, tab: who, gap: fc.nat({ max: 2 }), of: fc.nat({ max: GROUPS.length * 3 }) })
  .map(({ of, ...step }): Unnumbered => (n) => ({
    kind: 'add row',
    ...step,
    organization: `Local ${100 + n} of the Ferry Workers`,
    ways: of < GROUPS.length ? `office${of + 1}@example.org` : `added${n}@example.com`,
  }));
const fixed = <S extends Step>(step: fc.Arbitrary<S>): fc.Arbitrary<Unnumbered> =>
  step.map((done) => () => done);
const named = (kind: 'rename tab' | 'copy tab') =>
  fc.record({ ...by, tab: who }).map((step): Unnumbered => (n) => ({ kind, ...step, name: `My list ${n}` }));

/** Into the same tab as often as into another. */
const copyRow = fc
  .record({ ...by, from: who, nth, to: who, isSame: fc.boolean(), happened: fc.constantFrom('', 'talked') })
  .map(({ isSame, ...step }): Unnumbered => () => ({
    kind: 'copy row',
    ...step,
    to: isSame ? step.from : step.to,
  }));

const anyStep = fc.oneof(
  { weight: 6, arbitrary: editContact },
  { weight: 8, arbitrary: editRow },
  { weight: 6, arbitrary: editAgain },
  { weight: 4, arbitrary: note },
  { weight: 3, arbitrary: touch },
  { weight: 2, arbitrary: addRow },
  { weight: 3, arbitrary: fixed(fc.record({ kind: fc.constant('delete row' as const), ...by, place, nth })) },
  { weight: 1, arbitrary: fixed(fc.record({ kind: fc.constant('undo deletion' as const), ...by })) },
  {
    weight: 1,
    arbitrary: fixed(fc.record({ kind: fc.constant('insert blank row' as const), ...by, place, nth })),
  },
  { weight: 2, arbitrary: copyRow },
  {
    weight: 2,
    arbitrary: fixed(
      fc.record({ kind: fc.constant('sort' as const), ...by, place, column: nth, descending: fc.boolean() }),
    ),
  },
  {
    weight: 1,
    arbitrary: fixed(fc.record({ kind: fc.constant('move column' as const), ...by, tab: who, column: nth })),
  },
  { weight: 1, arbitrary: named('rename tab') },
  { weight: 1, arbitrary: named('copy tab') },
  { weight: 4, arbitrary: fixed(fc.record({ kind: fc.constant('full sync' as const), who })) },
  {
    weight: 4,
    arbitrary: fixed(
      fc.record({
        kind: fc.constant('answer' as const),
        who,
        how: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 4 }),
      }),
    ),
  },
  { weight: 1, arbitrary: fixed(fc.record({ kind: fc.constant('build tabs' as const), who })) },
  { weight: 1, arbitrary: fixed(fc.record({ kind: fc.constant('undo sync' as const), who })) },
);

/** Worlds of up to seven contacts and `most` steps before the last full sync. They shrink to few of both. */
export function worlds(most = 25): fc.Arbitrary<World> {
  return fc
    .record({
      contacts: fc
        .subarray([...GROUPS], { minLength: 1 })
        .chain((names) => fc.tuple(...names.map(contactLine))),
      lockedOut: fc.subarray([1, 2, 3, 4], { maxLength: 2 }),
      steps: fc.array(anyStep, { maxLength: most, size: 'max' }),
    })
    .map(({ steps, ...world }) => ({
      ...world,
      steps: [...steps.map((step, n) => step(n)), { kind: 'full sync', who: 0 }],
    }));
}

/** What a step leaves to be looked for at the end: a text that no other step types; '' where it types none. */
export function tracedText(step: Step): string {
  if (step.kind === 'note') return step.line;
  if (step.kind === 'add row') return step.organization;
  if (step.kind !== 'edit contact' && step.kind !== 'edit row') return '';
  return step.column === 'Owner' ? '' : step.text;
}

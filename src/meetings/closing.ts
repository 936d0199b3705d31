// Closing a meeting, planned: which rows of the shortlist become contacts, what the contacts learn from the others, who
// takes what until when, and what a person has to decide first. A plan is plain data; planned again it is the same.
import { taskOf, isOpen, type Task } from '../people/open';
import { statusOf } from '../touches/status';
import type { Contact } from '../reading/contact';
import type { Field } from '../reading/fields';
import type { Cell } from '../values/cell';
import { nearest } from '../values/closeness';
import type { Day } from '../values/day';
import { wordSet } from '../values/later';
import { foldName } from '../values/text';
import { matchOwner, splitOwners } from '../workbook/owners';
import { volunteerNamed, type Volunteer } from '../workbook/volunteer';
import { rowPrint, sortRows, type Group, type SameAnswer, type SameChoice, type Unit } from './groups';
import { gainOf, knowledgeOf, type Knowledge, type Takes } from './knowledge';
import type { ShortlistRow } from './shortlist';

/** `to`: a volunteer, '' for nobody; a name that is not in the Volunteers tab is added there. */
export interface TakerAnswer {
  readonly name: string;
  readonly to: string;
}

export interface CloseInput {
  readonly rows: readonly ShortlistRow[];
  /** By key (workbook/identity.ts). */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly volunteers: readonly Volunteer[];
  readonly same: readonly SameAnswer[];
  readonly takers: readonly TakerAnswer[];
  /** The deadline of what is taken; null where none is known. */
  readonly due: Day | null;
  readonly takes: Takes;
  readonly find: (key: string) => Contact | undefined;
  /** Outreach IDs that a run which was cut off was about to give. */
  readonly begun: ReadonlySet<string>;
  /** Whether anybody was in touch with them. */
  readonly touched: (contact: Contact) => boolean;
}

export interface CloseEdit {
  readonly key: string;
  readonly contact: Contact;
  readonly field: Field;
  readonly to: Cell;
}

/** One group of the shortlist as it stands when the meeting is closed. */
export interface ClosedGroup {
  readonly name: string;
  readonly rows: readonly ShortlistRow[];
  /** null for one that becomes a contact. */
  readonly contact: Contact | null;
  /** Key of the contact, '' for one that becomes a contact. */
  readonly key: string;
  /** Outreach ID that its rows have, '' for none yet. */
  readonly id: string;
  /** The cells of a new contact; [] for a known one. */
  readonly cells: readonly (readonly [Field, Cell])[];
  /** Whose it is now. */
  readonly owners: readonly Volunteer[];
  /** The owner cell as it reads now. */
  readonly owner: string;
  /** What is to be done; null where nobody has it, or they have decided. */
  readonly task: Task | null;
  /** True where it gets its owner by this meeting. */
  readonly isGiven: boolean;
  readonly due: Day | null;
  readonly knownBy: string;
  readonly category: string;
  readonly town: string;
  readonly canBeReached: boolean;
  /** They said yes or no already, so nobody has to look for them. */
  readonly hasDecided: boolean;
}

export interface TakerQuestion {
  readonly name: string;
  readonly groups: readonly string[];
  /** Whom it may mean. */
  readonly choices: readonly string[];
}

export interface Closing {
  readonly groups: readonly ClosedGroup[];
  readonly edits: readonly CloseEdit[];
  readonly asked: readonly { readonly group: Group; readonly choices: readonly SameChoice[] }[];
  readonly takersAsked: readonly TakerQuestion[];
  /** Names to be added to the Volunteers tab. */
  readonly newVolunteers: readonly string[];
  /** What stays as it is, a sentence each. */
  readonly remarks: readonly string[];
  /** Rows in which something stands and that name no group, or one whose contact is gone. */
  readonly leftOut: number;
  /** What of the shortlist finds no cell in the contacts: labels of the cells, and the groups. */
  readonly lost: { readonly labels: readonly string[]; readonly groups: readonly string[] };
}

/** Behind the print of a row that was shown as one of a contact that stands there already. */
const KNOWN = '+';

/** What the preview hands out for each row, so that closing takes what was shown and nothing else. */
export function seenPrints(rows: readonly ShortlistRow[], { groups }: Pick<Closing, 'groups'>): string[] {
  const known = new Set(groups.flatMap((group) => (group.contact === null ? [] : group.rows)));
  return rows.map((row) => rowPrint(row) + (known.has(row) ? KNOWN : ''));
}

/** Rows that nobody saw when the meeting was about to be closed. `seen`: what `seenPrints` gave for those that were shown. */
export function splitSeen(
  rows: readonly ShortlistRow[],
  seen: readonly string[],
): { readonly shown: readonly ShortlistRow[]; readonly came: readonly ShortlistRow[] } {
  const prints = new Set(seen.map((print) => print.replace(KNOWN, '')));
  const isShown = (row: ShortlistRow) => prints.has(rowPrint(row));
  return { shown: rows.filter(isShown), came: rows.filter((row) => !isShown(row)) };
}

/** Groups that were shown as contacts and are none any more: somebody deleted the contact since. */
export function lostSince({ groups }: Pick<Closing, 'groups'>, seen: readonly string[]): ClosedGroup[] {
  const known = new Set(seen.filter((print) => print.endsWith(KNOWN)));
  return groups.filter(
    ({ contact, id, rows }) =>
      contact === null && id === '' && rows.some((row) => known.has(rowPrint(row) + KNOWN)),
  );
}

export function planClosing(input: CloseInput): Closing {
  const sorted = sortRows({ ...input, answers: input.same });
  const { volunteers, added } = withAnswered(input);
  const questions = new Map<string, { name: string; groups: string[]; choices: readonly string[] }>();
  const remarks: string[] = [];
  const edits: CloseEdit[] = [];
  const groups: ClosedGroup[] = [];
  const inUse = new Set<Volunteer>();
  const lost = { labels: new Set<string>(), groups: new Set<string>() };
  for (const unit of sorted.units) {
    const known = knowledgeOf(unit.rows);
    const takers = readTakers(known.takers, volunteers, input.takers);
    // Of rows that are contacts already nothing is asked again.
    const isDone = input.begun.size === 0 && unit.rows.every(({ outreachId }) => outreachId !== '');
    for (const { name, choices } of takers.open) {
      if (isDone) {
        remarks.push(`${unit.name}: “${name}” is not in the Volunteers tab, so nobody got it.`);
        continue;
      }
      const question = questions.get(foldName(name)) ?? { name, groups: [], choices };
      question.groups.push(unit.name);
      questions.set(foldName(name), question);
    }
    // Who takes it is asked first: until then nothing of it is written.
    if (takers.open.length > 0 && !isDone) continue;
    const gain = gainOf(known, unit.contact?.contact.text ?? null, input.takes);
    remarks.push(...gain.differs.map((what) => `${unit.name}: ${what}.`));
    for (const label of isDone ? [] : gain.lost) {
      lost.labels.add(label);
      lost.groups.add(unit.name);
    }
    const closed = closeUnit(unit, known, gain.cells, takers.found, input, volunteers);
    for (const volunteer of closed.group.isGiven ? closed.group.owners : []) inUse.add(volunteer);
    groups.push(closed.group);
    edits.push(...closed.edits);
    remarks.push(...closed.remarks);
  }
  for (const group of sorted.gone)
    remarks.push(`${group.name} became a contact and is not in the contacts any more. Nothing was added.`);
  const nameless = sorted.nameless.map(({ row }) => row).sort((a, b) => a - b);
  const last = nameless.pop();
  if (last !== undefined)
    remarks.push(
      nameless.length === 0
        ? `Row ${last} names no group and stays as it is.`
        : `Rows ${nameless.join(', ')} and ${last} name no group and stay as they are.`,
    );
  return {
    groups,
    edits,
    asked: sorted.asked,
    takersAsked: [...questions.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    newVolunteers: added.filter((one) => inUse.has(one)).map(({ name }) => name),
    remarks,
    lost: { labels: [...lost.labels].sort(), groups: [...lost.groups] },
    leftOut: sorted.nameless.length + sorted.gone.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

/** The volunteers with those whom an answer adds. */
function withAnswered({ volunteers, takers }: CloseInput): {
  readonly volunteers: readonly Volunteer[];
  readonly added: readonly Volunteer[];
} {
  const added: Volunteer[] = [];
  for (const { to } of takers) {
    const isNew = to !== '' && ![...volunteers, ...added].some(({ name }) => foldName(name) === foldName(to));
    if (isNew) added.push(volunteerNamed(to));
  }
  return { volunteers: [...volunteers, ...added], added };
}

interface Takers {
  readonly found: readonly Volunteer[];
  readonly open: readonly { readonly name: string; readonly choices: readonly string[] }[];
}

function readTakers(
  texts: readonly string[],
  volunteers: readonly Volunteer[],
  answers: readonly TakerAnswer[],
): Takers {
  const found = new Set<Volunteer>();
  const open: Takers['open'][number][] = [];
  for (const name of texts.flatMap(splitOwners)) {
    if (foldName(name) === '' || NOBODY.has(foldName(name))) continue;
    const answer = answers.find((one) => foldName(one.name) === foldName(name));
    if (answer?.to === '') continue;
    const match = matchOwner(answer?.to ?? name, volunteers);
    if (match.kind === 'one') found.add(match.volunteer);
    else open.push({ name, choices: choicesFor(name, match, volunteers) });
  }
  return { found: [...found], open };
}

/** Words under “Who takes it” that mean that nobody does yet. */
const NOBODY = wordSet(
  'nobody,nobody yet,no one,noone,no one yet,none,none yet,not yet,open,free,unassigned,not assigned,anybody,anyone,somebody,someone,later,tba,tbd,niemand,nadie',
  ',',
);

/** What people write who mean themselves: no name. */
const SELF = wordSet('me i myself we us ich yo');

/** True for a word that can be nobody's name in the Volunteers tab. */
export const isNoName = (name: string): boolean => SELF.has(foldName(name));

/** Most volunteers that are proposed for a name that fits nobody. */
const MOST_CHOICES = 4;

function choicesFor(
  name: string,
  match: ReturnType<typeof matchOwner>,
  volunteers: readonly Volunteer[],
): readonly string[] {
  if (match.kind === 'several') return match.volunteers.map((one) => one.name);
  const words = new Set(foldName(name).split(' '));
  const within = volunteers.filter((one) => words.has(foldName(one.name.split(' ')[0] ?? '')));
  const near = nearest(
    name,
    volunteers.map((one) => one.name),
  );
  const names = [...within.map((one) => one.name), ...(near === null ? [] : [near])];
  return [...new Set(names)].slice(0, MOST_CHOICES);
}

const WAYS: readonly Field[] = ['email', 'phone', 'otherChannel'];

function closeUnit(
  unit: Unit,
  known: Knowledge,
  gained: readonly (readonly [Field, string])[],
  takers: readonly Volunteer[],
  { due, takes, touched }: CloseInput,
  volunteers: readonly Volunteer[],
): {
  readonly group: ClosedGroup;
  readonly edits: readonly CloseEdit[];
  readonly remarks: readonly string[];
} {
  const contact = unit.contact?.contact ?? null;
  const key = unit.contact?.key ?? '';
  const learned = new Map<Field, string>(gained);
  const text = (field: Field): string => learned.get(field) ?? contact?.text[field] ?? '';
  const { emails, phones, otherWays } = known;
  const canBeReached =
    WAYS.some((field) => text(field) !== '') || [emails, phones, otherWays].some((ways) => ways.length > 0);
  const before = contact?.text.owner ?? '';
  const names = takers.map(({ name }) => name);
  const open = contact === null || isOpen(contact);
  const isGiven = names.length > 0 && before === '' && open;
  const task: Task = canBeReached ? 'Reach out' : 'Research';
  const own = ownersOf(before, volunteers);
  const cells: [Field, Cell][] = [...gained.map(([field, to]): [Field, Cell] => [field, to])];
  const give = (field: Field, to: Cell) => {
    if (takes(field) && (contact === null || contact.text[field] === '')) cells.push([field, to]);
  };
  if (isGiven) {
    give('owner', names.join(', '));
    give('task', task);
    if (due !== null) give('due', { day: due, time: null });
  }
  const owner = isGiven ? names.join(', ') : before;
  const standing = contact?.cells.due;
  const group: ClosedGroup = {
    name: unit.name,
    rows: unit.rows,
    contact,
    key,
    id: unit.id,
    cells: contact === null ? cells : [],
    owners: isGiven ? takers : own,
    owner,
    task:
      owner === '' || !open
        ? null
        : (taskIn(contact) ?? (isGiven || contact === null ? task : taskOf(contact, touched(contact)))),
    isGiven,
    due: typeof standing === 'object' ? standing.day : due,
    // Also where the contacts have no column for it.
    knownBy: text('knownBy') || known.knows.join(', '),
    category: text('category') || (known.categories[0] ?? ''),
    town: text('town') || (known.towns[0] ?? ''),
    canBeReached,
    hasDecided: !open,
  };
  const wanting = names.filter((name) => !own.some((one) => one.name === name));
  return {
    group,
    edits: contact === null ? [] : cells.map(([field, to]): CloseEdit => ({ key, contact, field, to })),
    remarks:
      wanting.length === 0 || isGiven
        ? []
        : [
            open
              ? `${unit.name} is ${before}’s already, so ${wanting.join(' and ')} did not get it. Selected contact hands it over: “Give it to somebody else”.`
              : `${unit.name} has ${statusOf(contact) === 'Bowed out' ? 'bowed out' : 'decided already'}, so it is nobody’s task.`,
          ],
  };
}

const TASKS: Readonly<Record<string, Task>> = {
  research: 'Research',
  'reach out': 'Reach out',
  'follow up': 'Follow up',
};

/** The task as the contact's cell has it; null where it is blank or in other words. */
const taskIn = (contact: Contact | null): Task | null => TASKS[foldName(contact?.text.task ?? '')] ?? null;

/** A name that fits nobody is somebody all the same. */
function ownersOf(cell: string, volunteers: readonly Volunteer[]): readonly Volunteer[] {
  return splitOwners(cell).map((name) => {
    const match = matchOwner(name, volunteers);
    return match.kind === 'one' ? match.volunteer : volunteerNamed(name);
  });
}

// The recap of a meeting: who does what by when, whom to ask first, and what is still missing, as data and as a text
// that can be printed, copied or mailed. Cell text stands in it as it is, on one line.
import type { MayKnow, Whom } from '../checks/ties/mayKnow';
import { readKnownBy } from '../checks/ties/knownBy';
import type { Task } from '../people/open';
import { CATEGORIES, type Category } from '../texts/categories';
import { longDay, shortDay, type Day } from '../values/day';
import { foldName } from '../values/text';
import type { Volunteer } from '../workbook/volunteer';
import type { ClosedGroup } from './closing';
import { readCategory, type Grouped } from './coverage';

export interface RecapTask {
  readonly organization: string;
  readonly task: Task;
  /** "Ask Bo first, who knows someone there."; '' for nobody. */
  readonly first: string;
  /** null where no day is known. */
  readonly due: Day | null;
}

export interface RecapPerson {
  readonly volunteer: Volunteer;
  readonly tasks: readonly RecapTask[];
}

export interface Recap {
  /** By name. */
  readonly people: readonly RecapPerson[];
  /** Groups that nobody takes. */
  readonly nobody: readonly string[];
  /** Groups without a way to reach them. */
  readonly noWay: readonly string[];
  /** Categories in neither the contacts nor the shortlist. */
  readonly missing: readonly Category[];
}

export interface RecapInput {
  readonly groups: readonly ClosedGroup[];
  /** The contacts and every row of the shortlist: what kinds of groups there are. */
  readonly all: readonly Grouped[];
  readonly mayKnow: (whom: Whom) => readonly MayKnow[];
}

export function recapOf({ groups, all, mayKnow }: RecapInput): Recap {
  const people = new Map<string, { volunteer: Volunteer; tasks: RecapTask[] }>();
  for (const group of groups) {
    const { name: organization, task, due } = group;
    if (task === null) continue;
    const first = firstAsk(group, mayKnow);
    for (const volunteer of group.owners) {
      const person = people.get(foldName(volunteer.name)) ?? { volunteer, tasks: [] };
      person.tasks.push({ organization, task, first, due });
      people.set(foldName(volunteer.name), person);
    }
  }
  const have = new Set(all.map(readCategory));
  const open = groups.filter(({ hasDecided }) => !hasDecided);
  return {
    people: [...people.values()].sort((a, b) => (a.volunteer.name < b.volunteer.name ? -1 : 1)),
    nobody: open.filter(({ owner }) => owner === '').map(({ name }) => name),
    noWay: open.filter(({ canBeReached }) => !canBeReached).map(({ name }) => name),
    missing: CATEGORIES.map(({ name }) => name).filter((name) => !have.has(name)),
  };
}

/** Whoever knows someone there is asked before anybody writes to strangers. */
function firstAsk(
  { name, town, knownBy, owner, owners }: ClosedGroup,
  mayKnow: RecapInput['mayKnow'],
): string {
  const known = readKnownBy(knownBy);
  const isOwner = (one: string) =>
    owners.some((volunteer) => {
      const [short, long] = [foldName(one), foldName(volunteer.name)];
      return long === short || long.startsWith(`${short} `);
    });
  if (Array.isArray(known)) {
    const names = known.filter((one: string) => !isOwner(one));
    if (names.length < known.length) return '';
    return `Ask ${names.join(' or ')} first, who ${names.length === 1 ? 'knows' : 'know'} someone there.`;
  }
  if (known === 'unnamed') return `Somebody knows them: ${oneLine(knownBy)}.`;
  const [near] = mayKnow({ organization: name, town, knownBy, owner }).filter(
    ({ weight }) => weight !== 'look',
  );
  return near === undefined ? '' : `Ask ${near.volunteer.name} first, who may know someone there.`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const WORDS: readonly (readonly [Task, string])[] = [
  ['Reach out', 'reach out to'],
  ['Follow up', 'follow up with'],
  ['Research', 'research'],
];

/** "Reach out to 3, research 1" */
export function countsOf({ tasks }: RecapPerson): string {
  const parts = WORDS.flatMap(([task, words]) => {
    const n = tasks.filter((one) => one.task === task).length;
    return n === 0 ? [] : [`${words} ${n}`];
  });
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export interface RecapHead {
  readonly campaign: string;
  /** Day of the meeting that was held. */
  readonly day: Day;
  /** The next one; null where none is known. */
  readonly due: Day | null;
  readonly today: Day;
  readonly url: string;
}

export function recapTitle({ due, day, today, campaign }: RecapHead): string {
  const what =
    due === null ? `Who does what after ${shortDay(day, today)}` : `Who does what by ${shortDay(due, today)}`;
  return campaign === '' ? what : `${what} (${oneLine(campaign)})`;
}

const taskLine = ({ organization, task, first }: RecapTask): string =>
  `- ${oneLine(organization)}: ${task.toLowerCase()}${first === '' ? '' : `. ${first}`}`;

/** Paragraphs with a blank line between. `to`: the volunteer whose part comes first, null for a list for all. */
export function recapText(recap: Recap, head: RecapHead, to: Volunteer | null): string {
  const own = recap.people.find(({ volunteer }) => volunteer === to);
  const others = recap.people.filter((person) => person !== own);
  const part = (title: string, tasks: readonly RecapTask[]) => [title, ...tasks.map(taskLine)].join('\n');
  const names = (title: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${title}: ${list.map(oneLine).join(', ')}.`];
  return [
    ...(to === null ? [recapTitle(head)] : [`Hello ${oneLine(to.name)},`]),
    `At the meeting of ${longDay(head.day)} we shared out whom to reach.${
      head.due === null
        ? ''
        : ` The next meeting is ${longDay(head.due)}: until then each of us does their part.`
    }`,
    ...(own === undefined ? [] : [part('Your part:', own.tasks)]),
    ...others.map(({ volunteer, tasks }) => part(`${oneLine(volunteer.name)}:`, tasks)),
    ...names('Nobody has them yet', recap.nobody),
    ...names('No way to reach them is known yet', recap.noWay),
    ...names('Kinds of groups that are still missing', recap.missing),
    `The sheet: ${head.url}`,
  ].join('\n\n');
}

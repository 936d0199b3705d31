// What the sidebar shows of a meeting that is about to be closed, or is: figures, questions, and who does what.
import { makeMayKnow } from '../checks/ties/mayKnow';
import { LIKENESSES } from '../people/sync/twins';
import { recapOf, countsOf, recapText, recapTitle, type Recap, type RecapHead } from '../meetings/recap';
import { isNoName, seenPrints } from '../meetings/closing';
import { countOf } from '../values/count';
import { longDay } from '../values/day';
import { MOST_ITEMS } from './answers';
import { volunteersOf } from './assignPlan';
import type { CloseQuestion, CloseView, RecapView } from './closeAnswers';
import { hasWork, type ClosePlan } from './closePlan';
import { mailingView, reachedOf, readNote, type MailMarks, type Reached } from './mailOnce';
import { OWNER_HEADING } from './ownerColumn';

/** Rows that one closing can take: more come with the next. */
export const MOST_ROWS = 1000;

export function closeView(plan: ClosePlan): CloseView {
  const { campaign, meeting, closing, due, dueProblem, rows, needsOwner } = plan;
  const { groups } = closing;
  const given = groups.filter(({ isGiven }) => isGiven);
  const isWritten = new Set(closing.edits.map(({ key }) => key));
  const also = [
    ...(needsOwner ? [`The column “${OWNER_HEADING}” is added to “${campaign.table.name}”.`] : []),
    ...(closing.newVolunteers.length > 0
      ? [`Added to the Volunteers tab: ${closing.newVolunteers.join(', ')}.`]
      : []),
    ...(due !== null && due !== campaign.settings.nextMeeting && dueProblem === ''
      ? [`The next meeting in Settings becomes ${longDay(due)}, and due dates that follow it move with it.`]
      : []),
  ];
  return {
    tab: meeting.tab.id,
    name: meeting.table.name,
    closed: meeting.closed,
    due: due ?? '',
    dueText: due === null ? '' : longDay(due),
    dueProblem: hasWork(plan) ? dueProblem : '',
    added: groups.filter(({ contact }) => contact === null).length,
    known: groups.filter(({ contact }) => contact !== null).length,
    learning: groups.filter(({ key, isGiven }) => key !== '' && !isGiven && isWritten.has(key)).length,
    given: given.length,
    tabs: new Set(given.flatMap(({ owners }) => owners)).size,
    also,
    remarks: [...plan.lost, ...closing.remarks].slice(0, MOST_ITEMS),
    questions: questionsOf(plan).slice(0, MOST_ITEMS),
    people: volunteersOf(campaign).map((one) => one.name),
    came: plan.came.length,
    seen: seenPrints(rows, closing).slice(0, MOST_ROWS),
    recap: recapView(plan),
  };
}

function questionsOf({ closing }: ClosePlan): CloseQuestion[] {
  return [
    ...closing.asked.map(({ group, choices }): CloseQuestion => ({
      kind: 'same',
      key: group.key,
      question: `Is “${group.name}” one of these?`,
      why: `${rowsText(group.rows.map(({ row }) => row))} of the shortlist, ${WHY[choices[0]?.why ?? 'same name']}`,
      options: [
        ...choices.map(({ of, name, contact }) => ({
          key: of,
          label: `Same group: ${name}`,
          second:
            contact === null
              ? 'It stands in this shortlist too. The two become one'
              : [contact.text.town, `row ${contact.row} of the contacts. What you know is added to it`]
                  .filter((text) => text !== '')
                  .join(', '),
        })),
        { key: '', label: 'Different group', second: 'It becomes a new contact' },
      ],
    })),
    ...closing.takersAsked.map(({ name, groups, choices }): CloseQuestion => ({
      kind: 'taker',
      key: name,
      question: `Who is “${name}”?`,
      why: `Takes ${groups.slice(0, 3).join(', ')}${groups.length > 3 ? ` and ${groups.length - 3} more` : ''}`,
      options: [
        ...choices.map((choice) => ({ key: choice, label: choice, second: 'In the Volunteers tab' })),
        ...(isNoName(name)
          ? []
          : [{ key: name, label: `Add “${name}”`, second: 'As a new name in the Volunteers tab' }]),
        { key: '', label: 'Nobody yet', second: 'The groups stay without somebody who takes them' },
      ],
    })),
  ];
}

const WHY: Readonly<Record<(typeof LIKENESSES)[number], string>> = {
  'same name': 'with the same name',
  'similar name': 'with a similar name',
  'same e-mail': 'with the same e-mail',
};

const rowsText = (rows: readonly number[]): string => {
  const sorted = [...rows].sort((a, b) => a - b);
  return `${sorted.length === 1 ? 'Row' : 'Rows'} ${sorted.join(', ')}`;
};

export interface RecapOfMeeting {
  readonly recap: Recap;
  readonly head: RecapHead;
  readonly reached: Reached;
}

export function recapOfMeeting({ campaign, meeting, closing, due }: ClosePlan): RecapOfMeeting {
  const { contacts, settings, services, today } = campaign;
  const recap = recapOf({
    groups: closing.groups,
    all: [...contacts.map(({ text }) => text), ...meeting.list.rows].map(({ organization, category }) => ({
      organization,
      category,
    })),
    mayKnow: makeMayKnow(volunteersOf(campaign), contacts),
  });
  return {
    recap,
    reached: reachedOf(
      campaign,
      recap.people.map(({ volunteer }) => volunteer),
    ),
    head: { campaign: settings.campaign, day: meeting.day, due, today, url: services.book.url },
  };
}

function recapView(plan: ClosePlan): RecapView {
  const { recap, head, reached } = recapOfMeeting(plan);
  const { campaign } = plan;
  const marks = readNote<MailMarks>(campaign.services, recapNote(plan.meeting.tab.id));
  const people = recap.people.map(({ volunteer }) => volunteer);
  return {
    ...mailingView(campaign, people, reached, marks, {
      title: recapTitle(head),
      text: recapText(recap, head, null),
    }),
    who: recap.people.slice(0, MOST_ITEMS).map((person) => ({
      name: person.volunteer.name,
      what: countsOf(person),
      tasks: person.tasks.slice(0, MOST_ITEMS).map(({ organization, task, first }) => ({
        text: `${organization}: ${task.toLowerCase()}`,
        first,
      })),
    })),
    nobody: recap.nobody.slice(0, MOST_ITEMS),
    noWay: recap.noWay.slice(0, MOST_ITEMS),
    missing: recap.missing,
  };
}

/** What the file keeps about the mail of one meeting, by sheet id of its shortlist. */
export const recapNote = (tab: number): string => `recap ${tab}`;

/** "added 21 contacts", "gave 19 tasks" */
export function doneText(added: number, given: number, tabs: number): string[] {
  return [
    ...(added > 0 ? [`added ${countOf(added, 'contact')}`] : []),
    ...(given > 0 ? [`gave ${countOf(given, 'task')}`] : []),
    ...(tabs > 0 ? [`brought ${countOf(tabs, 'tab')} up to date`] : []),
  ];
}

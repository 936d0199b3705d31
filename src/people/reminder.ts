// The weekly reminder: what is overdue and what is due, of everybody for a lead, of their own for a volunteer, as the
// text of a message. Cell text stands in it as it is, on one line.
import type { Contact } from '../reading/contact';
import { isDue } from '../touches/dueList';
import type { ContactState } from '../touches/step';
import { countOf } from '../values/count';
import { daysBetween, type Day } from '../values/day';
import type { Deadline } from './deadlines';
import type { Task } from './open';

export interface ReminderItem {
  readonly urgency: 'overdue' | 'due';
  /** "Amity Street Church" */
  readonly organization: string;
  /** Outreach ID, '' where there is none yet. */
  readonly id: string;
  /** "Follow up, no answer for 9 days; overdue since Nov 5 (7 days)" */
  readonly what: string;
  /** Whose it is, as the cell says; '' for nobody. */
  readonly owner: string;
  /** Leads to the row in which it stood. */
  readonly link: string;
  /** Days since it should have been done, for the order; negative where there is time left. */
  readonly late: number;
}

interface About {
  readonly contact: Contact;
  readonly organization: string;
  readonly state: ContactState;
  readonly task: Task;
  /** null where nobody has it: then only the follow-up counts. */
  readonly deadline: Deadline | null;
  readonly link: string;
  /** "endorsement, asked on Nov 3" where that ask is due; '' or left out else. */
  readonly ask?: string;
}

const LONGEST = 120;

/** A cell on one line, not longer than a line may be. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** null where nothing is to be done within a week. */
export function reminderItem(about: About, today: Day): ReminderItem | null {
  const { contact, state, deadline, ask = '' } = about;
  const { outreachId, text } = contact;
  const pressing = deadline !== null && deadline.urgency !== 'rest' ? deadline : null;
  const stale = isDue(state.word);
  if (!stale && pressing === null && ask === '') return null;
  const days = pressing?.day ? daysBetween(pressing.day, today) : 0;
  const parts = [
    stale ? `${state.word}, ${lowerFirst(state.why)}` : oneLine(text.task) || about.task,
    ...(pressing === null ? [] : [`${lowerFirst(pressing.text)}${daysText(days)}`]),
    ...(ask === '' ? [] : [`open ask: ${oneLine(ask)}`]),
  ];
  return {
    urgency: pressing?.urgency === 'overdue' ? 'overdue' : 'due',
    organization: oneLine(about.organization),
    id: outreachId,
    what: parts.join(stale ? '; ' : ', '),
    owner: oneLine(text.owner),
    link: about.link,
    late: pressing?.urgency === 'overdue' ? days : stale ? (state.days ?? 0) : days,
  };
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

function daysText(late: number): string {
  if (late > 0) return ` (${countOf(late, 'day')})`;
  return late < -1 ? ` (in ${countOf(-late, 'day')})` : '';
}

export interface ReminderText {
  readonly subject: string;
  readonly body: string;
}

interface Sheet {
  readonly campaign: string;
  readonly url: string;
}

/** Lines of one list; the rest is counted. */
const MOST_LINES = 25;

/** `name` as in the Volunteers tab. null where they have nothing to do: then no message goes. */
export function volunteerReminder(
  name: string,
  items: readonly ReminderItem[],
  sheet: Sheet,
): ReminderText | null {
  if (items.length === 0) return null;
  return {
    subject: subjectOf('Your contacts this week', items, sheet),
    body: paragraphs([
      `Hello ${oneLine(name)},`,
      ...lists(items, false),
      WAY_THERE,
      `The sheet: ${sheet.url}`,
      'You get this because the Volunteers tab says yes under Reminder in your line. Empty that cell and it stops.',
    ]),
  };
}

/** `remarks`: sentences about last week and about tabs that were left out. */
export function leadReminder(
  items: readonly ReminderItem[],
  quiet: number,
  remarks: readonly string[],
  sheet: Sheet,
): ReminderText {
  return {
    subject: subjectOf('This week', items, sheet),
    body: paragraphs([
      'Hello,',
      ...(items.length === 0
        ? ['Nothing is overdue, and nothing is due within a week.']
        : lists(items, true)),
      quiet > 0
        ? `Gone quiet: ${countOf(quiet, 'contact')} without a touch for more than 30 days. See Follow-ups, Gone quiet.`
        : '',
      ...remarks,
      items.length === 0 ? '' : WAY_THERE,
      `The sheet: ${sheet.url}`,
      'You get this because you switched on the weekly reminder. Switch it off there: menu Outreach, Setup.',
    ]),
  };
}

/** Only row numbers can stand in a link to a cell, and rows move. */
const WAY_THERE =
  'Each link opens the row in which the contact stood when this was sent. If somebody has sorted the sheet since, look for the name: open the sheet, menu Outreach, My contacts. Its Outreach ID never changes.';

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

function subjectOf(about: string, items: readonly ReminderItem[], { campaign }: Sheet): string {
  const overdue = items.filter(({ urgency }) => urgency === 'overdue').length;
  const counts = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(items.length > overdue ? [`${items.length - overdue} due`] : []),
  ];
  const text = `${about}: ${counts.join(', ') || 'nothing is due'}`;
  return campaign === '' ? text : `${text} (${oneLine(campaign)})`;
}

/** Overdue first; in each list the latest first. */
function lists(items: readonly ReminderItem[], withOwner: boolean): string[] {
  const list = (title: string, urgency: ReminderItem['urgency']): string[] => {
    const own = items.filter((item) => item.urgency === urgency).sort((a, b) => b.late - a.late);
    if (own.length === 0) return [];
    const lines = own.slice(0, MOST_LINES).map((item) => `- ${lineOf(item, withOwner)}`);
    const more = own.length - lines.length;
    return [
      [`${title}: ${own.length}`, ...lines, ...(more > 0 ? [`and ${more} more in the sheet`] : [])].join(
        '\n',
      ),
    ];
  };
  return [...list('Overdue', 'overdue'), ...list('Due now or within a week', 'due')];
}

function lineOf({ organization, id, what, owner, link }: ReminderItem, withOwner: boolean): string {
  const whose = withOwner ? `, ${owner === '' ? 'nobody has it' : owner}` : '';
  return `${organization}: ${what}${whose}. ${link}${id === '' ? '' : ` (Outreach ID ${id})`}`;
}

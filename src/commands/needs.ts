// What needs somebody today: a figure each, what it is, and where its rows are.
import { isOpen } from '../people/open';
import type { StaleReport } from '../touches/dueList';
import { shortDay } from '../values/day';
import { dayOfCell } from '../values/typedDate';
import { splitOwners } from '../workbook/owners';
import { MOST_ITEMS, type Need } from './answers';
import { nameOf, type Campaign } from './campaign';
import { findingsOf } from './check';
import { columnQuestions } from './columnQuestions';
import { keysOnRecord, unsettledItems } from './followUps';
import { openNeeds } from './homeOpen';
import { tabProblems } from './tabProblems';

const FOLLOW_UPS = { panel: 'follow-ups', mode: 'follow-ups', list: null } as const;
const FIRST_MESSAGES = { ...FOLLOW_UPS, mode: 'first' } as const;
const SETUP = { ...FOLLOW_UPS, panel: 'setup' } as const;
const CHECK = { ...FOLLOW_UPS, panel: 'check' } as const;

/**
 * The most pressing first. Follow-ups and problems always stand there, zero being good news; the others only where
 * there are some. `campaign` must have been opened with all of our tabs.
 */
export function needsOf(campaign: Campaign, report: StaleReport): Need[] {
  const tabs = problemsInTabs(campaign);
  const questions = columnQuestions(campaign);
  const unsettled = unsettledItems(campaign, keysOnRecord(campaign)).length;
  return [
    ...any(
      need(questions.length, 'Questions about your columns', questions[0] ?? '', 'Answer', SETUP),
      need(unsettled, 'Not sure it was sent', 'Say whether it left', 'Look', {
        ...FOLLOW_UPS,
        list: 'ready',
      }),
      ...(tabs.stop ? [tabs.need] : []),
    ),
    due(report),
    ...openNeeds(campaign),
    ...any(overdueTasks(campaign)),
    problemsInRows(campaign),
    ...any(
      ...(tabs.stop ? [] : [tabs.need]),
      need(report.quiet.length, 'Gone quiet', 'No touch for more than 30 days', 'See', {
        ...FOLLOW_UPS,
        list: 'quiet',
      }),
      waiting(report, campaign),
      need(
        report.toBegin,
        'First messages to write',
        'Nobody has written to them yet',
        'Write',
        FIRST_MESSAGES,
      ),
    ),
  ];
}

const any = (...needs: readonly Need[]): readonly Need[] => needs.filter(({ count }) => count > 0);

function need(count: number, title: string, text: string, action: string, to: Need['to']): Need {
  return count > 0
    ? { count, title, text, action, to, rows: [] }
    : { count, title, text, action: '', to: null, rows: [] };
}

function due({ due: { length } }: StaleReport): Need {
  const text = length > 0 ? 'No answer in time' : 'Nobody is due today';
  return need(length, 'Follow-ups due', text, 'Review', FOLLOW_UPS);
}

function problemsInRows(campaign: Campaign): Need {
  const findings = findingsOf(campaign);
  const safe = findings.filter((finding) => finding.fixes.length > 0).length;
  const text =
    findings.length === 0
      ? 'Every row reads well'
      : safe === 0
        ? 'A person must decide on each'
        : `${safe} ${safe === 1 ? 'has' : 'have'} a safe fix`;
  return need(findings.length, 'Problems in rows', text, 'Check', CHECK);
}

/** `stop`: a template among them lets no message leave. */
function problemsInTabs(campaign: Campaign): { readonly need: Need; readonly stop: boolean } {
  const groups = tabProblems(campaign);
  const stop = groups.some(({ level }) => level === 'error');
  const text = stop ? 'No message leaves with such a template' : 'These lines are not used';
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return { need: need(count, 'Problems in Settings and Templates', text, 'Look', CHECK), stop };
}

function waiting({ waiting }: StaleReport, { today }: Campaign): Need {
  const [earliest] = waiting.flatMap(({ until }) => until ?? []).sort();
  return {
    count: waiting.length,
    title: 'Waiting',
    text: earliest ? `Nothing to do before ${shortDay(earliest, today)}` : 'They asked for time',
    action: 'See',
    to: null,
    rows: waiting
      .slice(0, MOST_ITEMS)
      .map(({ row, organization, reason }) => ({ row, organization, why: reason })),
  };
}

/** Open tasks whose due date has passed, those due longest first; the text counts them by the responsible owner. */
function overdueTasks({ contacts, today }: Campaign): Need {
  const late = contacts.flatMap((contact) => {
    const due = dayOfCell(contact.cells.due);
    const owner = splitOwners(contact.text.owner)[0];
    return due !== null && due < today && owner !== undefined && isOpen(contact)
      ? [{ contact, due, owner }]
      : [];
  });
  const counts = new Map<string, number>();
  for (const { owner } of late) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    count: late.length,
    title: 'Overdue tasks',
    text: most
      .slice(0, 3)
      .map(([name, n]) => `${name} has ${n}`)
      .join(', '),
    action: 'See',
    to: null,
    rows: late
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.contact.row - b.contact.row))
      .slice(0, MOST_ITEMS)
      .map(({ contact, due, owner }) => ({
        row: contact.row,
        organization: nameOf(contact),
        why: `${owner}, due ${shortDay(due, today)}`,
      })),
  };
}

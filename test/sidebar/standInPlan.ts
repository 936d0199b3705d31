// Plans for the stand-in server: one for a council vote, and what moving it would change.
import type { EventPlan, PlanPreview, PlansView } from '../../src/commands/planAnswers';

const VOTE: EventPlan = {
  id: '11',
  tab: 'Plan: Council vote in Upper Larkhaven and Millrace Dec 8',
  event: 'Council vote in Upper Larkhaven and Millrace',
  day: '2026-12-08',
  dayText: 'Tue, Dec 8, 2026, in 26 days',
  summary: '3 of 10 done, 1 overdue, 1 to check in on, 2 without an owner',
  items: [
    {
      cell: 'A3',
      task: 'Ask the groups that endorsed for a letter, and for a member who will speak',
      owner: 'Bo',
      word: 'Overdue',
      due: 'Overdue since Nov 10',
      away: '',
    },
    { cell: 'A4', task: 'Settle the room', owner: '', word: 'Due today', due: 'Due today', away: '' },
    {
      cell: 'A5',
      task: 'Meet each council member who is still open',
      owner: 'Chidi',
      word: 'Check in',
      due: 'Due on Nov 17',
      away: 'Chidi is away until Dec 1',
    },
    {
      cell: 'A6',
      task: 'Invite everybody on our lists',
      owner: 'Ana',
      word: 'Due soon',
      due: 'Due on Nov 19',
      away: '',
    },
    { cell: 'A7', task: 'Practise with the speakers', owner: 'Dee', word: 'Check date', due: '', away: '' },
    {
      cell: 'A8',
      task: 'Call everybody who said yes',
      owner: '',
      word: '',
      due: 'Due on Dec 6, check-in on Nov 29',
      away: '',
    },
  ],
  count: 6,
  calendars: [{ label: 'Council vote, Dec 8', url: 'https://calendar.google.com/calendar/render' }],
};

export function plansView(): PlansView {
  return {
    tabs: [
      { id: '11', name: VOTE.tab },
      { id: '12', name: 'Plan: Town hall Feb 1, 2027' },
    ],
    current: VOTE,
    moves: { button: '', lines: [], kept: [], keptCount: 0 },
    today: '2026-11-12',
    daysOff: 'Sundays',
    kinds: [
      { kind: 'Council vote', tasks: 10 },
      { kind: 'Town hall', tasks: 9 },
    ],
    problems: [],
  };
}

/** What the server says for the day that was asked for. */
export function plansFor(view: PlansView, day: string): PlansView {
  if (day === '' || view.current === null || day === view.current.day) return view;
  return {
    ...view,
    moves: {
      button: 'Move the event to Dec 15, with 5 tasks',
      lines: view.current.items.slice(0, 5).map(({ task }) => `${task}: Nov 10 becomes Nov 17`),
      kept: ['“Call everybody who said yes” stays on Dec 6, which somebody set.'],
      keptCount: 1,
    },
  };
}

export function planPreview(kind: string): PlanPreview {
  return {
    tab: `Plan: ${kind} Dec 8`,
    button: 'Start the plan with 3 tasks',
    tasks: [
      { task: 'Count the votes', due: 'Nov 3', checkIn: 'Oct 27' },
      { task: 'Find the speakers', due: 'Nov 28', checkIn: '' },
      { task: 'Call everybody', due: 'Dec 5', checkIn: 'Nov 28' },
    ],
    remarks: ['1 of 3 tasks should have been done before today and starts as overdue. Begin with it.'],
  };
}
